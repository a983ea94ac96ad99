#include "extract/mention/words.hpp"

#include <algorithm>

namespace newsgraph {

std::string span_text(std::string_view text, Span span) {
  return fold_space(text.substr(span.begin, span.size()));
}

std::size_t word_count(std::string_view text) {
  if (text.empty()) return 0;
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

void append_word(std::string& text, std::string_view word) {
  if (word.empty()) return;
  if (!text.empty()) text += ' ';
  text += word;
}

bool is_capitalized(std::string_view word) {
  if (word.empty()) return false;
  std::size_t position = 0;
  return is_upper(next_code_point(word, position));
}

}  // namespace newsgraph
