#pragma once

#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Makes all single words of an article that were taken for the name of one person a place where
/// the article itself tells: "talks in Karvat" does, unless the article also has "Minister Karvat"
/// or "Ana Karvat". A recogniser that looks at one sentence at a time guesses names it has never
/// read.
void settle_place_names(std::vector<Sentence>& sentences);

}  // namespace newsgraph
