#pragma once

#include <vector>

#include "extract/proposition/clause.hpp"
#include "extract/proposition/open_ie/tuple_draft.hpp"

namespace newsgraph {

/// Adds the facts of one clause in the style of BenchIE (Gashteovski et al., 2022) and WiRe57
/// (Lechelle, Gotti and Langlais, 2019): two arguments, every word from the sentence, as few of
/// them as say it, all conjuncts apart. An oblique beside an object has the object in its relation,
/// since without it the fact would be another.
///
///     "On Friday Roth and Kern met the press in Oslo."
///         Roth | met | the press     Roth | met the press in | Oslo     Roth | met the press on |
///         Friday and the same of Kern
void add_binary_tuples(const Document& document, const Clause& clause,
                       std::vector<TupleDraft>& drafts);

}  // namespace newsgraph
