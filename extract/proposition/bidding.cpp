#include "extract/proposition/bidding.hpp"

#include <string>

#include "extract/mention/lexicon.hpp"
#include "extract/proposition/factuality/signature.hpp"
#include "extract/proposition/open_complement.hpp"

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
  while (tree.is(infinitive, "conj")) infinitive = tree.head(infinitive);
  if (addressee_of(tree, infinitive) != kNoToken) return true;
  if (!tree.is(infinitive, "xcomp") || !is_infinitive(tree, infinitive)) return false;
  const TokenIndex above = tree.head(infinitive);
  const Token& bidding = tree.token(above);
  const TokenIndex object = tree.child(above, {"obj", "iobj"});
  if (bidding.upos != Upos::kVerb || object == kNoToken || object > infinitive) return false;
  return !signature_of(bidding.lemma, Frame::kObject) &&
         !is_in_class(bidding.lemma, WordClass::kThink);
}

}  // namespace newsgraph
