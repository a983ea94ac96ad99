#pragma once

#include "extract/proposition/open_ie/tuple_draft.hpp"

namespace newsgraph {

/// How likely the sentence says what the tuple says, in [0, 1], four decimals: from the parser's
/// certainty in the arcs it rests on, the rule, the number and length of its arguments.
double confidence_of(const Tree& tree, const TupleDraft& draft);

}  // namespace newsgraph
