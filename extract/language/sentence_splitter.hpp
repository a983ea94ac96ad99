#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/base/span.hpp"

namespace newsgraph {

/// Sentences longer than this are cut, at a comma or semicolon where there is one in their last
/// quarter: it bounds the time of the parser and loses little, for such "sentences" are tables.
inline constexpr std::size_t kLongestSentence = 400;

/// Where the sentences of a tokenized block end: for each, the index behind its last token, in
/// order; the last one is tokens.size(). Never an empty sentence.
///
/// A sentence ends behind ".", "!", "?" or "…" with the quotes and brackets that close there, if
/// what follows can start one: not behind "Mr.", nor in “Why?” he asked. Behind "Inc." or "U.S."
/// it ends only before a word that mostly starts sentences. A bullet starts a sentence.
std::vector<std::size_t> split_sentences(std::string_view text, const std::vector<Span>& tokens);

}  // namespace newsgraph
