#pragma once

#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/attribution/attribution.hpp"
#include "extract/proposition/proposition.hpp"
#include "extract/proposition/trace.hpp"

namespace newsgraph {

/// All that the rules of this folder find in `document`, whose coreference is resolved: fills
/// sentences, mentions (the names, and what propositions refer to), propositions and counts of an
/// Extraction; its header is left to the caller.
/// @param trace  Told what was left out and why; nullptr if nobody asks.
Extraction find_propositions(Document& document, const std::vector<Quotation>& quotations,
                             Trace* trace = nullptr);

}  // namespace newsgraph
