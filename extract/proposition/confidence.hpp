#pragma once

#include "extract/proposition/draft.hpp"

namespace newsgraph {

/// Probability in [0, 1], to four decimals, that the text says what `draft` says: a prior for its
/// rule, lowered by the parser's doubts about the arcs it rests on and by the sentence's length.
double confidence_of(const Document& document, const Draft& draft);

/// The same for the link of an event to a name in its own phrase.
double participant_confidence();

}  // namespace newsgraph
