#include "extract/mention/words.hpp"

namespace newsgraph {

std::string span_text(std::string_view text, Span span) {
  return fold_space(text.substr(span.begin, span.size()));
}

bool is_capitalized(std::string_view word) {
  if (word.empty()) return false;
  std::size_t position = 0;
  return is_upper(next_code_point(word, position));
}

}  // namespace newsgraph
