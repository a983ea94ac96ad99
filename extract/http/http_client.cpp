#include "extract/http/http_client.hpp"

namespace newsgraph {

std::string_view HttpResponse::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace newsgraph
