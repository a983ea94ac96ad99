#pragma once

#include <vector>

#include "extract/proposition/clause.hpp"
#include "extract/proposition/open_ie/tuple_draft.hpp"

namespace newsgraph {

/// Adds the tuples of one clause in the style of Open IE benchmarks such as CaRB (Bhardwaj,
/// Aggarwal and Mausam, 2019): as many arguments as the clause has, as written, the subject
/// unsplit, objects conjunct by conjunct; where there is no object, the first oblique's preposition
/// belongs to the relation.
///
///     "On Friday Roth and Kern met the press and the mayor in Oslo."
///         Roth and Kern | met | the press | in Oslo | On Friday
///         Roth and Kern | met | the mayor | in Oslo | On Friday
void add_nary_tuples(const Document& document, const Clause& clause,
                     std::vector<TupleDraft>& drafts);

}  // namespace newsgraph
