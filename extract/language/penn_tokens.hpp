#pragma once

#include <string_view>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// A sentence that is already cut into words, white space between them, as the Penn Treebank's are:
/// brackets are "-LRB-" and "-RRB-", quotes "``" and "''", slashes "\/".
///
/// A token's form is what a newspaper prints, which is what the models know; its span remains that
/// of the word as it stands in the text.
///
///     "`` Yes '' -LRB- he said -RRB-"   " Yes " ( he said )
///
/// @param span  Of the sentence in `text`.
Sentence penn_sentence(std::string_view text, Span span);

}  // namespace newsgraph
