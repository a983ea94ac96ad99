#include "extract/proposition/bidding.hpp"

#include <string>

#include "extract/mention/lexicon.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/factuality/signature.hpp"

namespace newsgraph {

TokenIndex addressee_of(const Tree& tree, TokenIndex infinitive) {
  const TokenIndex above = tree.head(infinitive);
  if (above == kNoHead || above > infinitive || tree.token(above).lemma != "call" ||
      !is_infinitive(tree, infinitive)) {
    return kNoToken;
  }
  if (!tree.is(infinitive, "advcl") && !tree.is(infinitive, "xcomp")) return kNoToken;
  for (const TokenIndex c : tree.children(above)) {
    const bool between = above < c && c < infinitive;
    const std::string preposition = tree.introducer(c, "case");
    if (between && tree.is(c, "obl") && (preposition == "on" || preposition == "upon")) return c;
  }
  return kNoToken;
}

bool is_bidden(const Tree& tree, TokenIndex verb) {
  TokenIndex infinitive = verb;
  while (tree.is(infinitive, "conj") && tree.head(infinitive) != kNoHead) {
    infinitive = tree.head(infinitive);
  }
  if (addressee_of(tree, infinitive) != kNoToken) return true;
  const TokenIndex above = tree.head(infinitive);
  if (above == kNoHead || above > infinitive) return false;
  const Token& bidding = tree.token(above);
  const bool wish = is_in_class(bidding.lemma, WordClass::kWish);
  // "called for Roth to sign", where the parser gives the infinitive a subject of its own.
  const bool clause = tree.is(infinitive, "ccomp") || tree.is(infinitive, "advcl");
  if (clause && wish && is_infinitive(tree, infinitive)) {
    return own_subject(tree, infinitive) != kNoToken;
  }
  const TokenIndex object = tree.child(above, {"obj", "iobj"});
  if (!tree.is(infinitive, "xcomp") || object == kNoToken || object > infinitive) return false;
  // "wants Oslo shut out of the talks"
  if (wish) return true;
  if (bidding.upos != Upos::kVerb || !is_infinitive(tree, infinitive)) return false;
  return !signature_of(bidding.lemma, Frame::kObject) &&
         !is_in_class(bidding.lemma, WordClass::kThink);
}

}  // namespace newsgraph
