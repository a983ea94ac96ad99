#include "export/push/push.hpp"

#include "extract/base/hash.hpp"

namespace newsgraph {

bool read_id(std::string_view text, char letter, std::uint64_t& id) {
  return text.size() == 18 && text[0] == letter && text[1] == '_' && from_hex(text.substr(2), id);
}

}  // namespace newsgraph
