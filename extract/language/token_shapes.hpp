#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

#include "extract/language/characters.hpp"

/// What a stretch of characters is, judged by itself: the tokenizer keeps these whole.
namespace newsgraph {

/// A code point: where it starts in the text, and what it is.
struct TextChar {
  std::uint32_t begin = 0;
  char32_t c = 0;
  CharClass type = CharClass::kSpace;

  bool letter() const {
    return type == CharClass::kUpper || type == CharClass::kLower || type == CharClass::kLetter ||
           format();
  }
  bool digit() const { return type == CharClass::kDigit; }
  bool format() const { return type == CharClass::kFormat; }
  bool alnum() const { return letter() || digit(); }
};

/// Characters in a row, as bytes and one by one. Never empty.
struct Stretch {
  std::string_view word;
  std::span<const TextChar> chars;
};

template <std::size_t N>
bool contains(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

inline bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
inline bool is_hyphen(char32_t c) { return is_one_of(c, U"-‐‑"); }

/// "http://…", "www.…", "a@b.org", "@handle", "#topic", "example.com/page".
bool is_internet_name(const Stretch& stretch);

/// "report.pdf", "04-11_minutes.doc".
bool is_file_name(const Stretch& stretch);

/// ":)", ";-)", ":D", "<3", "(:", "^_^".
bool is_emoticon(const Stretch& stretch);

/// Length of the emoticon with a mouth of its own that ends a word: "great:)"; 0 if none.
std::size_t emoticon_at_end(const Stretch& stretch);

/// Lines and arrows, two characters or more: "=====", "*~*~*", "->", "|---+---|".
bool is_drawing(const Stretch& stretch);

/// Length of the symbol that starts `stretch` with all that is drawn into it: tones, flags of two
/// letters, pictures joined to it (Unicode Technical Standard 51).
std::size_t pictograph(const Stretch& stretch);

/// Whether `c` changes the picture before it.
bool is_variation_or_tone(char32_t c);

/// "555-0100", "713/555-0100", "2004-11-17", "77042-2016", "5-0100": digits in groups that a hyphen
/// does not part.
bool is_phone_or_date(const Stretch& stretch);

/// "11/28/2000", "9/11", "1/2"; but not "24/7", "2001/02".
bool is_fraction_or_date(const Stretch& stretch);

/// Whether commas stand where they group the digits of the number at the start: "1,200.50",
/// "5,00,000", not "13,14".
bool is_grouped_number(const Stretch& stretch);

}  // namespace newsgraph
