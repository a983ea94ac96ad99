#pragma once

#include <string_view>

#include "extract/language/sentence.hpp"
#include "extract/language/tokenizer.hpp"

namespace newsgraph::test {

/// The tokens of `text`, and nothing but them.
inline Sentence sentence_of(std::string_view text) {
  Sentence sentence;
  for (const Span& span : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!sentence.tokens.empty()) {
      sentence.tokens.back().space_after = sentence.tokens.back().span.end != span.begin;
    }
    Token token;
    token.span = span;
    token.form = text.substr(span.begin, span.size());
    sentence.tokens.push_back(std::move(token));
  }
  return sentence;
}

}  // namespace newsgraph::test
