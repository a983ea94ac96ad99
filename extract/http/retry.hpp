#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "extract/http/http_client.hpp"

namespace newsgraph {

/// How long to keep trying.
struct RetryPolicy {
  int attempts = 9;  ///< the first included; with the delays below, for about two minutes
  std::chrono::milliseconds first_delay{500};  ///< doubled each time
  std::chrono::milliseconds longest_delay{30'000};
  std::chrono::milliseconds longest_retry_after{300'000};  ///< servers may not ask for more
};

/// Sends requests again where that may help: after broken connections, after 408, 429, 500, 502,
/// 503 and 504, and wherever the attempt itself throws TransientHttpError. A Retry-After of the
/// server is honoured. Only for requests that may arrive twice.
class Retrier {
 public:
  using Sleep = std::function<void(std::chrono::milliseconds)>;
  using Report = std::function<void(std::string_view message)>;

  /// @param sleep   How to wait.
  /// @param report  Told before each wait what failed, and how long it will be.
  Retrier(HttpClient& client, RetryPolicy policy, Sleep sleep, Report report = {})
      : client_(client), policy_(policy), sleep_(std::move(sleep)), report_(std::move(report)) {}

  /// The answer, whose status is none of the above.
  /// @param check     Looks at each answer; may throw TransientHttpError to have the request sent
  ///                  again.
  /// @param attempts  Fewer than the policy has, if not 0.
  /// @throws HttpError after the last attempt.
  HttpResponse send(const HttpRequest& request,
                    const std::function<void(const HttpResponse&)>& check = {}, int attempts = 0);

 private:
  HttpResponse attempt(const HttpRequest& request,
                       const std::function<void(const HttpResponse&)>& check);

  HttpClient& client_;
  RetryPolicy policy_;
  Sleep sleep_;
  Report report_;
};

/// Seconds that the answer's Retry-After header asks for: a number of them, or a date (RFC 9110,
/// 10.2.3).
std::optional<double> retry_after(const HttpResponse& response);

/// The beginning of what a server says, on one line and without control characters: fit to stand
/// in a message.
std::string excerpt(std::string_view text, std::size_t most = 300);

}  // namespace newsgraph
