#pragma once

#include <cstdint>

#include "extract/coreference/decision.hpp"

namespace newsgraph {

/// Whether the grammar rules out that `anaphor` and `candidate` are one: gender, number, what a
/// pronoun can denote, a phrase within the other, two arguments of one verb without reflexive, the
/// speaker as "he".
bool is_ruled_out(const DecisionContext& context, std::uint32_t anaphor, std::uint32_t candidate);

/// Whether `candidate` is an argument of `predicate`, by the tree or through what the tree leaves
/// implicit: "Roth, [who] attacked her", "Roth rose and [Roth] attacked her".
bool is_argument(const DecisionContext& context, TokenIndex predicate, const NounPhrase& candidate);

/// Whether the name of a chain is one of a place or organisation.
bool is_body_or_place(const Chain& chain);

}  // namespace newsgraph
