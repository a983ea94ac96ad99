#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/http/http_client.hpp"

namespace newsgraph::testing {

/// Answers requests by a function instead of a network, and remembers them.
class FakeHttpClient final : public HttpClient {
 public:
  using Answer = std::function<HttpResponse(const HttpRequest&)>;

  explicit FakeHttpClient(Answer answer) : answer_(std::move(answer)) {}

  HttpResponse send(const HttpRequest& request) override {
    requests.push_back(request);
    HttpResponse response = answer_(request);
    if (request.on_body && response.is_success()) {
      // In two pieces, since nobody may rely on whole ones.
      const std::string body = std::exchange(response.body, {});
      const std::size_t half = body.size() / 2;
      request.on_body(std::string_view(body).substr(0, half));
      request.on_body(std::string_view(body).substr(half));
    }
    return response;
  }

  std::vector<HttpRequest> requests;

 private:
  Answer answer_;
};

}  // namespace newsgraph::testing
