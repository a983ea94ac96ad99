#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Code points of UTF-8 text and the few classes of them that the language engine distinguishes.
namespace newsgraph {

enum class CharClass : std::uint8_t {
  kSpace,  ///< white space and control characters
  kUpper,  ///< upper and title case letters
  kLower,
  kLetter,  ///< letters without case, marks
  kDigit,   ///< decimal digits and other numbers
  kPunct,
  kSymbol,
  kFormat,  ///< soft hyphens, joiners and other characters without a glyph
};

/// Class of `c`, from the Unicode general category.
CharClass char_class(char32_t c);

/// The code point that starts at byte `pos` of `text`; moves `pos` behind it. An ill-formed byte is
/// one U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& pos);

/// The code point that ends just before byte `pos` > 0; moves `pos` to its first byte.
char32_t previous_code_point(std::string_view text, std::size_t& pos);

/// Appends `c` as UTF-8.
void append_utf8(std::string& text, char32_t c);

/// `text` in lower case, one code point for one (no locale, no final sigma).
std::string to_lower(std::string_view text);

bool is_upper(char32_t c);

/// `text` with its first code point in upper case.
std::string capitalized(std::string_view text);

}  // namespace newsgraph
