#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/mention/document.hpp"

namespace newsgraph {

/// A stretch of direct speech, with its speaker where known.
struct Speech {
  Span span;
  std::optional<TokenRef> speaker;
};

/// Sets Mention::chain within one article: variants of one name, acronyms introduced in brackets,
/// pronouns, and definite roles ("the minister").
///
/// Names first, over the whole article; then pronouns in order of the text, each to the best scored
/// antecedent of fitting kind, gender and number in the sentences before it (after Lappin and Leass
/// 1994, "An Algorithm for Pronominal Anaphora Resolution"). In direct speech "I" is the speaker
/// and "he" never is. Gender comes from titles, kinship and the pronouns resolved before, never
/// from given names. What fits nothing well keeps a chain of its own.
void resolve_coreference(Document& document, const std::vector<Speech>& speech);

}  // namespace newsgraph
