#include "export/exporter.hpp"

namespace newsgraph {

std::span<const Format> formats() { return {}; }

const Format* find_format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* guess_format(std::string_view path) {
  for (const Format& format : formats()) {
    if (path.ends_with(format.extension)) return &format;
  }
  return nullptr;
}

}  // namespace newsgraph
