#include "extract/coreference/phrase_description.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/mention/noun_classes.hpp"

namespace newsgraph {
namespace {

/// "The appeals court ruling", "the Court of Session"; "the team from Oslo", for a body is of where
/// it comes from. "The same bridge" is no other bridge.
bool is_telling(const Tree& tree, TokenIndex head, TokenIndex modifier) {
  if (is_one_of(tree.token(modifier).lemma, {"same", "said", "whole", "entire"})) return false;
  if (tree.is(modifier, "compound") || tree.is(modifier, "amod") || tree.is(modifier, "flat")) {
    return true;
  }
  if (!tree.is(modifier, "nmod")) return false;
  const std::string preposition = tree.introducer(modifier, "case");
  return preposition == "of" || (preposition == "from" &&
                                 noun_class(to_lower(tree.token(head).lemma)) == NounClass::kGroup);
}

}  // namespace

std::vector<std::uint32_t> description_of(const Tree& tree, TokenIndex head) {
  constexpr std::size_t kMostWords = 16;
  const auto hash_of = [&](TokenIndex token) {
    return static_cast<std::uint32_t>(hash_bytes(to_lower(tree.token(token).lemma)));
  };
  std::vector<std::uint32_t> words = {hash_of(head)};
  std::vector<TokenIndex> open = {head};
  for (std::size_t next = 0; next < open.size() && words.size() < kMostWords; ++next) {
    for (const TokenIndex c : tree.children(open[next])) {
      if (!is_telling(tree, open[next], c)) continue;
      if (words.size() >= kMostWords) break;
      words.push_back(hash_of(c));
      open.push_back(c);
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool is_set_apart(const Tree& tree, TokenIndex head) {
  for (const TokenIndex c : tree.children(head)) {
    if (c > head || !(tree.is(c, "amod") || tree.is(c, "compound"))) continue;
    const std::string lemma = to_lower(tree.token(c).lemma);
    const bool ordinal = is_one_of(lemma, {"first", "second", "third", "fourth", "fifth", "last",
                                           "next", "final", "other", "previous", "latter"});
    // "short-term", "women-only": several words, of which the last one is the modifier.
    const bool limit =
        is_one_of(lemma, {"term", "only"}) || lemma.ends_with("-term") || lemma.ends_with("-only");
    // "A shorter bridge than the old one" is not yet "the bridge".
    const bool compared = tree.token(c).xpos == "JJR";
    if (ordinal || limit || compared) return true;
  }
  return false;
}

}  // namespace newsgraph
