#include "extract/language/penn_tokens.hpp"

#include <array>
#include <string>
#include <utility>

namespace newsgraph {
namespace {

std::string printed_form(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEscapes = {{
      {"-LRB-", "("},
      {"-RRB-", ")"},
      {"-LSB-", "["},
      {"-RSB-", "]"},
      {"-LCB-", "{"},
      {"-RCB-", "}"},
      {"``", "\""},
      {"''", "\""},
  }};
  for (const auto& [escape, character] : kEscapes) {
    if (word == escape) return std::string(character);
  }
  // "1\/2" and "\*\*": the treebank escapes these two within words.
  std::string form;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool escape =
        word[i] == '\\' && i + 1 < word.size() && (word[i + 1] == '/' || word[i + 1] == '*');
    if (!escape) form += word[i];
  }
  return form;
}

}  // namespace

Sentence penn_sentence(std::string_view text, Span span) {
  constexpr std::string_view kSpace = " \t\r\n";
  Sentence sentence;
  sentence.span = span;
  sentence.paragraph_start = true;
  const std::string_view line = text.substr(0, span.end);
  std::size_t at = span.begin;
  while ((at = line.find_first_not_of(kSpace, at)) != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(kSpace, at), line.size());
    Token token;
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    token.form = printed_form(line.substr(at, end - at));
    sentence.tokens.push_back(std::move(token));
    at = end;
  }
  return sentence;
}

}  // namespace newsgraph
