#include "extract/language/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace newsgraph {
namespace {

CharClass class_by_category(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::kDigit;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::kPunct;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return CharClass::kSpace;
    case U_FORMAT_CHAR:
      return CharClass::kFormat;
    default:
      return CharClass::kSymbol;
  }
}

const std::array<CharClass, 128>& ascii_classes() {
  static const std::array<CharClass, 128> classes = [] {
    std::array<CharClass, 128> table{};
    for (char32_t c = 0; c < 128; ++c) table[c] = class_by_category(c);
    return table;
  }();
  return classes;
}

}  // namespace

CharClass char_class(char32_t c) { return c < 128 ? ascii_classes()[c] : class_by_category(c); }

char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto first = static_cast<unsigned char>(text[pos]);
  if (first < 0x80) {
    ++pos;
    return first;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int64_t>(pos);
  const auto end = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT(bytes, at, end, c);
  pos = static_cast<std::size_t>(at);
  return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& pos) {
  const auto last = static_cast<unsigned char>(text[pos - 1]);
  if (last < 0x80) {
    --pos;
    return last;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // utf8_prevCharSafeBody() counts in 32 bits; four bytes are all it may look at.
  const std::size_t window = pos < 4 ? pos : 4;
  auto at = static_cast<std::int32_t>(window);
  UChar32 c = 0;
  U8_PREV(bytes + (pos - window), 0, at, c);
  pos -= window - static_cast<std::size_t>(at);
  return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

void append_utf8(std::string& text, char32_t c) {
  std::array<std::uint8_t, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  for (std::int32_t i = 0; i < length; ++i) {
    text += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
  }
}

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c < 128) {
      lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else {
      append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return lower;
}

bool is_upper(char32_t c) { return char_class(c) == CharClass::kUpper; }

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  std::size_t pos = 0;
  const char32_t first = next_code_point(text, pos);
  std::string result;
  append_utf8(result, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
  result += text.substr(pos);
  return result;
}

}  // namespace newsgraph
