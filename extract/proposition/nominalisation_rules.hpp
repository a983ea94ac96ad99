#pragma once

#include <cstdint>
#include <vector>

#include "extract/proposition/draft.hpp"

namespace newsgraph {

/// Propositions of the sentence's nominalised events: "Roth's refusal to travel to Oslo" is (Roth;
/// refused to travel to; Oslo), "the arrest of Brandt by the police" (police; arrested; Brandt).
void apply_nominalisation_rules(Document& document, std::uint32_t sentence,
                                std::vector<Draft>& drafts);

}  // namespace newsgraph
