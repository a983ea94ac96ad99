#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string fold_space(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A no-break space is C2 A0.
    const bool no_break = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (is_space(text[i]) || no_break) {
      if (no_break) ++i;
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else {
      folded += text[i];
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string span_text(std::string_view text, Span span) {
  return fold_space(text.substr(span.begin, span.size()));
}

bool is_capitalized(std::string_view word) {
  if (word.empty()) return false;
  const auto first = static_cast<unsigned char>(word[0]);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  if (word.size() < 2) return false;
  const auto second = static_cast<unsigned char>(word[1]);
  // Latin-1 and Cyrillic capitals; the even code points of Latin Extended-A.
  if (first == 0xC3) return second >= 0x80 && second <= 0x9E;
  if (first == 0xD0) return second <= 0xAF;
  if (first == 0xC4 || first == 0xC5) return second % 2 == 0;
  return false;
}

}  // namespace newsgraph
