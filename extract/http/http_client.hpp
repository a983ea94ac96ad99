#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/base/error.hpp"

/// HTTP as this program speaks it: one request, one answer. Everything above it (retries,
/// databases) talks to HttpClient, so that tests can put any server in its place.
namespace newsgraph {

/// Who asks. Never part of an address or a message.
struct HttpCredentials {
  std::string username = {};
  std::string password = {};
  std::string token = {};  ///< sent as a bearer token instead, if not empty

  bool empty() const { return username.empty() && password.empty() && token.empty(); }
};

struct HttpRequest {
  std::string method = "GET";
  std::string url = {};  ///< http or https; without credentials
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
  HttpCredentials credentials = {};
  /// If given: takes the body of a successful answer piece by piece, as it comes; otherwise it
  /// stands in HttpResponse::body. What it throws ends the request and comes out of send().
  std::function<void(std::string_view)> on_body = {};
  /// If given: called before each time that Retrier sends the request, so that what an answer cut
  /// short has left can be thrown away.
  std::function<void()> on_start = {};
};

struct HttpResponse {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers = {};  ///< names in lower case
  std::string body = {};

  bool is_success() const { return status >= 200 && status < 300; }
  /// The first header of that name, in lower case; empty if there is none.
  std::string_view header(std::string_view name) const;
};

/// A request that got no usable answer.
class HttpError : public Error {
 public:
  /// @param status  Of the answer; 0 if there was none.
  HttpError(std::string url, int status, const std::string& what)
      : Error(what), url_(std::move(url)), status_(status) {}

  const std::string& url() const { return url_; }
  int status() const { return status_; }

 private:
  std::string url_;
  int status_;
};

/// A request that may well succeed if it is sent again: the connection failed or broke, or the
/// server is busy.
class TransientHttpError : public HttpError {
 public:
  /// @param retry_after  Seconds that the server asks to wait.
  TransientHttpError(std::string url, int status, const std::string& what,
                     std::optional<double> retry_after = std::nullopt)
      : HttpError(std::move(url), status, what), retry_after_(retry_after) {}

  std::optional<double> retry_after() const { return retry_after_; }

 private:
  std::optional<double> retry_after_;
};

/// Sends requests. Answers of every status are answers; redirects are not followed, since
/// credentials and articles must not go where nobody sent them.
class HttpClient {
 public:
  virtual ~HttpClient() = default;

  /// @throws TransientHttpError if the connection fails, breaks or times out.
  /// @throws HttpError          if the answer is too large, or the server's certificate is wrong.
  virtual HttpResponse send(const HttpRequest& request) = 0;
};

}  // namespace newsgraph
