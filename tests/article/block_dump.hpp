#pragma once

#include <string>

#include "extract/article/article.hpp"

namespace newsgraph {

/// One block a line: "title", "date", "head", "para" or "furn", and its text with '|' for line
/// ends.
inline std::string dump_blocks(const Article& article) {
  static const char* const kNames[] = {"title", "date", "head", "para", "furn"};
  std::string dump;
  for (const Block& block : article.blocks) {
    std::string text = article.text.substr(block.span.begin, block.span.size());
    for (char& c : text) c = c == '\n' ? '|' : c;
    dump += std::string(kNames[static_cast<int>(block.kind)]) + " " + text + "\n";
  }
  return dump;
}

}  // namespace newsgraph
