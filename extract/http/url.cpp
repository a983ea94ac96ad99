#include "extract/http/url.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>

namespace newsgraph {
namespace {

struct CleanUp {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  const CURLUcode code = curl_url_get(url, which, &text, 0);
  const std::unique_ptr<char, CleanUp> owner(text);
  return code == CURLUE_OK ? std::string(text) : std::string();
}

}  // namespace

bool Url::is_loopback() const {
  return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

std::optional<Url> parse_url(const std::string& text) {
  const std::unique_ptr<CURLU, CleanUp> parsed(curl_url());
  if (!parsed) throw std::bad_alloc();
  const unsigned flags = CURLU_NON_SUPPORT_SCHEME;
  if (curl_url_set(parsed.get(), CURLUPART_URL, text.c_str(), flags) != CURLUE_OK) {
    return std::nullopt;
  }
  Url url{.scheme = part(parsed.get(), CURLUPART_SCHEME),
          .has_credentials = !part(parsed.get(), CURLUPART_USER).empty() ||
                             !part(parsed.get(), CURLUPART_PASSWORD).empty(),
          .host = part(parsed.get(), CURLUPART_HOST),
          .port = part(parsed.get(), CURLUPART_PORT),
          .path = part(parsed.get(), CURLUPART_PATH),
          .query = part(parsed.get(), CURLUPART_QUERY)};
  if (url.host.empty()) return std::nullopt;
  return url;
}

}  // namespace newsgraph
