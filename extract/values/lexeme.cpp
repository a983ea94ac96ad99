#include "extract/values/lexeme.hpp"

#include <string_view>

#include "extract/language/characters.hpp"

namespace newsgraph {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters, and all that is not ASCII.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view kDashes[] = {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
                                        "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
constexpr std::string_view kMarks[] = {
    "\xE2\x82\xAC", "\xC2\xA3",     "\xC2\xA5",     "\xE2\x80\x98", "\xE2\x80\x99",
    "\xE2\x82\xB9", "\xE2\x82\xBD", "\xE2\x82\xB4", "\xE2\x82\xA9", "\xE2\x82\xBA",
    "\xE2\x82\xA6", "\xC2\xBD",     "\xC2\xBC",     "\xC2\xBE",     "\xC2\xB0"};

/// Bytes of the dash, currency sign, quotation mark or fraction that `rest` begins with; 0 if none.
std::size_t mark_length(std::string_view rest) {
  for (const std::string_view dash : kDashes) {
    if (rest.starts_with(dash)) return dash.size();
  }
  for (const std::string_view mark : kMarks) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Digits with a decimal point and thousands in groups: "1,250.5".
std::size_t number_length(std::string_view rest) {
  std::size_t end = 0;
  while (end < rest.size()) {
    const bool joins =
        (rest[end] == '.' || rest[end] == ',') && end + 1 < rest.size() && is_digit(rest[end + 1]);
    if (!is_digit(rest[end]) && !joins) break;
    ++end;
  }
  return end;
}

/// Letters, with what stands between two of them in one word: "o'clock", "p.m."
std::size_t word_length(std::string_view rest) {
  std::size_t end = 0;
  while (end < rest.size()) {
    const bool inner = (rest[end] == '.' || rest[end] == '\'') && end + 1 < rest.size() &&
                       is_letter(rest[end + 1]) && mark_length(rest.substr(end + 1)) == 0;
    if (!inner && (!is_letter(rest[end]) || mark_length(rest.substr(end)) != 0)) break;
    ++end;
  }
  return end;
}

/// Addresses of the Web and of persons say nothing by their parts.
bool is_address(std::string_view token) {
  return token.find("://") != token.npos || token.find_first_of("@_") != token.npos ||
         token.starts_with("www.");
}

Lexeme number(std::string_view text) {
  Lexeme lexeme;
  lexeme.kind = Lexeme::Kind::kNumber;
  lexeme.text = text;
  if (text.size() <= 9 && text.find_first_of(".,") == text.npos) {
    lexeme.value = 0;
    for (const char c : text) lexeme.value = lexeme.value * 10 + (c - '0');
  }
  return lexeme;
}

Lexeme word(std::string_view text) {
  Lexeme lexeme;
  lexeme.kind = Lexeme::Kind::kWord;
  lexeme.text = to_lower(std::string(text));
  lexeme.capital = lexeme.text.substr(0, 1) != text.substr(0, 1);
  std::erase(lexeme.text, '.');
  return lexeme;
}

}  // namespace

std::vector<Lexeme> lexemes_of(std::span<const Token> tokens) {
  std::vector<Lexeme> lexemes;
  lexemes.reserve(tokens.size());
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    std::string_view rest = tokens[t].form;
    bool glued = t > 0 && !tokens[t - 1].space_after;
    if (is_address(rest)) {
      lexemes.push_back({.text = std::string(rest), .glued = glued, .token = t});
      continue;
    }
    while (!rest.empty()) {
      std::size_t length = mark_length(rest);
      Lexeme lexeme;
      if (length != 0) {
        lexeme.text = rest.substr(0, length);
        for (const std::string_view dash : kDashes) {
          if (lexeme.text == dash) lexeme.text = '-';
        }
      } else if (is_digit(rest[0])) {
        length = number_length(rest);
        lexeme = number(rest.substr(0, length));
      } else if (is_letter(rest[0])) {
        length = word_length(rest);
        lexeme = word(rest.substr(0, length));
      } else {
        length = 1;
        lexeme.text = rest[0];
      }
      // The full stop of an abbreviation belongs to it: "Feb."
      const bool abbreviation = lexeme.kind == Lexeme::Kind::kWord && rest.substr(length) == ".";
      if (abbreviation) ++length;
      lexeme.glued = glued;
      lexeme.token = t;
      lexemes.push_back(std::move(lexeme));
      glued = true;
      rest.remove_prefix(length);
    }
  }
  return lexemes;
}

}  // namespace newsgraph
