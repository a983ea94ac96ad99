#pragma once

#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Sets right where names begin and end, which a recogniser that looks for capitals misses. Of a
/// title in front nothing is in the name ("Bishop Emeritus Ana Roth"), nor of one behind it ("White
/// Palace Press Secretary"); a direction is ("Southern Norland"), and so is a number behind a
/// hyphen ("G-7"). Puts together what was left in pieces: a product with a number in it ("Norland
/// 737 Max"), the ordinal of a body that tells it from those before it ("the 116th Assembly"), a
/// case in court ("Roth v. Norland"), and a word whose first letter an editor has put in brackets
/// ("[S]harks").
void join_name_pieces(std::vector<Sentence>& sentences);

}  // namespace newsgraph
