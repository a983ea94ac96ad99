#pragma once

#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Puts together what a recogniser that looks for capitals has left in pieces: the name of a
/// product with a number in it ("Norland 737 Max"), the ordinal of a body that tells it from those
/// before it ("the 116th Assembly"), and a word whose first letter an editor has put in brackets
/// ("[S]harks").
void join_name_pieces(std::vector<Sentence>& sentences);

}  // namespace newsgraph
