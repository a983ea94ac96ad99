#pragma once

#include <cstdint>
#include <vector>

#include "extract/coreference/chain_reader.hpp"
#include "extract/coreference/coreference_model.hpp"
#include "extract/coreference/decision.hpp"
#include "extract/mention/document.hpp"

namespace newsgraph {

/// Names by rule (name_chains.hpp); then each phrase in order of the text takes the antecedent that
/// the model ranks highest among the phrases before it, or none (chain_reader.hpp).
///
///     [Marta Keller]1 met [[her]1 successor]2, [Ana Roth]2. [She]1 praised [Roth]2.
Coreference find_coreference(Document& document, const std::vector<Speech>& speech,
                             const CoreferenceModel& model);

/// Sets Mention::chain by what find_coreference() is sure of. A pronoun or "the move" without a
/// sure antecedent keeps a chain of its own, so that no proposition is made of it.
void resolve_coreference(Document& document, const std::vector<Speech>& speech,
                         const CoreferenceModel& model);

}  // namespace newsgraph
