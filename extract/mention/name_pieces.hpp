#pragma once

#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Sets right where names begin and end, which a recogniser that looks for capitals misses: a title
/// in front is none of it ("Bishop Emeritus Ana Roth"), nor is the beginning of one behind it
/// ("White Palace Press Secretary"). Puts together what it has left in pieces: the name of a
/// product with a number in it ("Norland 737 Max"), the ordinal of a body that tells it from those
/// before it ("the 116th Assembly"), and a word whose first letter an editor has put in brackets
/// ("[S]harks").
void join_name_pieces(std::vector<Sentence>& sentences);

}  // namespace newsgraph
