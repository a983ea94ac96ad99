#include "extract/http/retry.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>

namespace newsgraph {
namespace {

bool is_transient(int status) {
  return status == 408 || status == 429 || status == 500 || status == 502 || status == 503 ||
         status == 504;
}

std::string seconds_text(std::chrono::milliseconds time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(time.count()) / 1000);
  return text;
}

/// @param why  Other than that there were enough attempts.
[[noreturn]] void give_up(const HttpError& error, int tried, const std::string& why) {
  throw HttpError(error.url(), error.status(),
                  std::string(error.what()) + " (tried " + std::to_string(tried) +
                      (tried == 1 ? " time" : " times") + why + ")");
}

}  // namespace

std::string excerpt(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : text) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (is_control && (line.empty() || line.back() == ' ')) continue;
    if (line.size() >= most) {
      // Not within a character: the rest of this one goes too.
      const auto is_within = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
      };
      if (is_within(c)) {
        while (!line.empty() && is_within(line.back())) line.pop_back();
        if (!line.empty()) line.pop_back();
      }
      return line + "…";
    }
    line += is_control ? ' ' : c;
  }
  return line;
}

std::optional<double> retry_after(const HttpResponse& response) {
  const std::string_view header = response.header("retry-after");
  if (header.empty()) return std::nullopt;
  double seconds = 0;
  const char* const end = header.data() + header.size();
  const auto read = std::from_chars(header.data(), end, seconds, std::chars_format::fixed);
  if (read.ec == std::errc() && read.ptr == end && std::isfinite(seconds)) {
    return std::max(seconds, 0.0);
  }
  const time_t date = curl_getdate(std::string(header).c_str(), nullptr);
  if (date == -1) return std::nullopt;
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return std::max(std::difftime(date, now), 0.0);
}

HttpResponse Retrier::attempt(const HttpRequest& request,
                              const std::function<void(const HttpResponse&)>& check) {
  if (request.on_start) request.on_start();
  HttpResponse response = client_.send(request);
  if (check) check(response);
  if (is_transient(response.status)) {
    const std::string body = excerpt(response.body);
    throw TransientHttpError(request.url, response.status,
                             request.url + ": the server answers " +
                                 std::to_string(response.status) +
                                 (body.empty() ? "" : ": " + body),
                             retry_after(response));
  }
  return response;
}

HttpResponse Retrier::send(const HttpRequest& request,
                           const std::function<void(const HttpResponse&)>& check, int attempts) {
  if (attempts == 0) attempts = policy_.attempts;
  std::chrono::milliseconds delay = policy_.first_delay;
  std::optional<std::chrono::steady_clock::time_point> first_failure;
  for (int tried = 1;; ++tried) {
    try {
      return attempt(request, check);
    } catch (const TransientHttpError& error) {
      if (!first_failure) first_failure = now_();
      if (tried >= attempts) give_up(error, tried, "");
      const auto passed = std::chrono::ceil<std::chrono::milliseconds>(now_() - *first_failure);
      const std::chrono::milliseconds left = policy_.patience - passed;
      const std::string patience = std::to_string(policy_.patience.count() / 1000) + " s";
      std::chrono::milliseconds wait = delay;
      if (const std::optional<double> asked = error.retry_after()) {
        // Compared as it came: it may be more than any clock holds.
        if (*asked * 1000 > static_cast<double>(left.count())) {
          give_up(error, tried,
                  "; the server asks to wait longer than the " + patience +
                      " for which newsgraph tries again");
        }
        wait = std::chrono::milliseconds(static_cast<std::int64_t>(*asked * 1000));
      }
      if (wait > left) {
        give_up(error, tried, "; newsgraph tries again for " + patience + " at most");
      }
      if (report_) report_(std::string(error.what()) + "; trying again in " + seconds_text(wait));
      sleep_(wait);
      delay = std::min(delay * 2, policy_.longest_delay);
    }
  }
}

}  // namespace newsgraph
