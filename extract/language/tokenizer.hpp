#pragma once

#include <string_view>
#include <vector>

#include "extract/base/span.hpp"

/// Words of running text in the convention of the English UD treebanks (EWT, GUM).
///
///     Mr. O'Neill's well-known U.S. firm doesn't pay $5m.
///     Mr.|O'Neill|'s|well|-|known|U.S.|firm|does|n't|pay|$|5|m|.
///
/// Rules, applied to each stretch between white space: whole URLs, e-mail addresses, handles and
/// emoticons; then punctuation taken off at both ends; then the inside, where hyphens, dashes and
/// slashes, clitics and units part words. Any bytes are accepted. What is neither white space nor a
/// control character belongs to exactly one token; characters without a glyph (soft hyphens, marks
/// of direction) do so inside a token and are left out around it.
namespace newsgraph {

/// The tokens of `block` of `text`, in order; spans point into `text`.
std::vector<Span> tokenize(std::string_view text, Span block);

/// Whether `next`, written right behind `word`, forms one orthographic word with it: "John|'s",
/// "do|n't", "can|not", "gon|na". CoNLL-U shows these as multiword tokens.
bool is_clitic(std::string_view word, std::string_view next);

/// Whether the stop of `word` belongs to it and a name or number mostly follows ("Mr.", "Gen.").
bool is_title_abbreviation(std::string_view word);

/// Whether `word` ends in a stop that is part of it: "Mr.", "U.S.", "J.", "etc.".
bool is_abbreviation(std::string_view word);

}  // namespace newsgraph
