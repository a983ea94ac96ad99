#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "extract/http/http_client.hpp"

namespace newsgraph {

/// How long to keep trying.
struct RetryPolicy {
  int attempts = 9;                            ///< the first included
  std::chrono::milliseconds first_delay{500};  ///< doubled each time
  std::chrono::milliseconds longest_delay{30'000};
  /// From the first failure to the last attempt, whatever the server asks for.
  std::chrono::milliseconds patience{120'000};
};

/// Sends requests again where that may help: after broken connections, after 408, 429, 500, 502,
/// 503 and 504, and wherever the attempt itself throws TransientHttpError. A Retry-After of the
/// server is honoured, or, where it asks for more than there is patience, ends it. Only for
/// requests that may arrive twice.
class Retrier {
 public:
  using Sleep = std::function<void(std::chrono::milliseconds)>;
  using Report = std::function<void(std::string_view message)>;
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// @param sleep   How to wait.
  /// @param report  Told before each wait what failed, and how long it will be.
  /// @param now     What time it is.
  Retrier(HttpClient& client, RetryPolicy policy, Sleep sleep, Report report = {},
          Clock now = std::chrono::steady_clock::now)
      : client_(client),
        policy_(policy),
        sleep_(std::move(sleep)),
        report_(std::move(report)),
        now_(std::move(now)) {}

  /// The answer, whose status is none of the above.
  /// @param check     Looks at each answer; may throw TransientHttpError to have the request sent
  ///                  again.
  /// @param attempts  Fewer than the policy has, if not 0.
  /// @throws HttpError after the last attempt that the policy allows.
  HttpResponse send(const HttpRequest& request,
                    const std::function<void(const HttpResponse&)>& check = {}, int attempts = 0);

 private:
  HttpResponse attempt(const HttpRequest& request,
                       const std::function<void(const HttpResponse&)>& check);

  HttpClient& client_;
  RetryPolicy policy_;
  Sleep sleep_;
  Report report_;
  Clock now_;
};

/// Seconds that the answer's Retry-After header asks for: a number of them, or a date (RFC 9110,
/// 10.2.3).
std::optional<double> retry_after(const HttpResponse& response);

/// The beginning of what a server says, on one line and without control characters: fit to stand
/// in a message.
std::string excerpt(std::string_view text, std::size_t most = 300);

}  // namespace newsgraph
