#pragma once

#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/open_ie/tuple_draft.hpp"

namespace newsgraph {

/// Adds the tuples that the noun phrases of a sentence imply without a verb of their own, the
/// relation "is" or "has" put in.
///
///     "Marta Keller , the mayor of Oslo , resigned ."   Marta Keller | is | the mayor of Oslo
void add_noun_tuples(const Document& document, std::uint32_t sentence,
                     std::vector<TupleDraft>& drafts);

}  // namespace newsgraph
