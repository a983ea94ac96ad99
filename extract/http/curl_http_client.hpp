#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "extract/http/http_client.hpp"

namespace newsgraph {

/// HttpClient over libcurl. Keeps its connection open from one request to the next. Certificates
/// are always verified; no protocol but http and https is spoken; answers are bounded.
class CurlHttpClient final : public HttpClient {
 public:
  struct Options {
    long connect_timeout = 10;               ///< seconds
    long timeout = 120;                      ///< seconds for a whole request
    std::size_t largest_body = 64ull << 20;  ///< bytes; more is an error (not with on_body)
    std::string ca_file = {};                ///< certificates to trust instead of the system's
    std::string user_agent = "newsgraph";
  };

  explicit CurlHttpClient(Options options);
  ~CurlHttpClient() override;

  HttpResponse send(const HttpRequest& request) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
