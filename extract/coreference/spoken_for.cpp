#include "extract/coreference/spoken_for.hpp"

#include <algorithm>
#include <string>

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"

namespace newsgraph {
namespace {

bool speaks_for_others(const Tree& tree, TokenIndex noun) {
  const std::string lemma = to_lower(tree.token(noun).lemma);
  if (is_one_of(lemma, {"spokesman", "spokeswoman", "spokesperson"})) return true;
  return lemma == "secretary" && noun > 0 && to_lower(tree.token(noun - 1).form) == "press";
}

/// "Former spokesman", "once the spokesman".
bool is_past_office(const Tree& tree, TokenIndex noun) {
  const std::vector<TokenIndex>& words = tree.children(noun);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
    return is_one_of(to_lower(tree.token(c).lemma), {"former", "ex", "once", "then", "late"});
  });
}

/// Whether the dependent at `c` of a spokesman, or of his name, may be whom he speaks for; of two
/// nothing says for which.
bool is_spoken_for(const Tree& tree, TokenIndex c) {
  const bool of = tree.is(c, "nmod") && is_one_of(tree.introducer(c, "case"), {"for", "of", "at"});
  const bool own = tree.is(c, "compound") || tree.is(c, "nmod:poss");
  return (of || own) && tree.child(c, "conj") == kNoToken;
}

}  // namespace

bool is_body(const NounPhrase& phrase) {
  return phrase.sense == Sense::kOrganization || phrase.sense == Sense::kGroup;
}

bool is_of_others(const Tree& tree, TokenIndex we) {
  const bool let = we > 0 && tree.token(we - 1).lemma == "let";
  return let || tree.child(we, {"appos", "flat", "nmod", "nmod:desc", "conj"}) != kNoToken;
}

std::map<std::uint32_t, std::uint32_t> bodies_spoken_for(const Document& document,
                                                         const std::vector<NounPhrase>& phrases,
                                                         const ChainTable& chains,
                                                         const PhraseByHead& by_head) {
  std::map<std::uint32_t, std::uint32_t> bodies;
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    const Tree& tree = document.tree(s);
    for (TokenIndex t = 0; t < tree.size(); ++t) {
      if (!speaks_for_others(tree, t) || is_past_office(tree, t)) continue;
      TokenRef named = document.referent({s, t});
      // "White House spokeswoman Ana Roth": the title hangs on the name.
      if (tree.is(t, "nmod:desc") || tree.is(t, "compound")) named.token = tree.head(t);
      const auto person = by_head.find(named);
      if (person == by_head.end()) continue;
      for (const TokenIndex holder : {t, named.token}) {
        for (const TokenIndex c : tree.children(holder)) {
          const auto body = by_head.find({s, c});
          if (body == by_head.end() || !is_spoken_for(tree, c)) continue;
          if (!is_body(phrases[body->second])) continue;
          bodies.emplace(chains.chain_of(person->second), body->second);
        }
      }
    }
  }
  return bodies;
}

}  // namespace newsgraph
