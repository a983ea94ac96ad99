#pragma once

#include <cstdint>

#include "extract/coreference/decision.hpp"

namespace newsgraph {

/// Nats that rules add to the network's score of a candidate. They stand for what news is full of
/// and the annotated texts, mostly fiction and encyclopaedia, hold too little of for the network to
/// learn how much it tells.
std::int64_t score_term(const DecisionContext& context, std::uint32_t anaphor,
                        std::uint32_t candidate);

/// Thousandths of a nat that a graph asks of an antecedent beside the model's own margins, which
/// annotated texts have set. Read in news: of the links that this leaves out a third to a half were
/// wrong.
struct Caution {
  std::int64_t sure = 0;   ///< over "no antecedent"
  std::int64_t rival = 0;  ///< over the best antecedent of another chain
};

Caution caution_of(const DecisionContext& context, std::uint32_t anaphor, std::uint32_t candidate);

}  // namespace newsgraph
