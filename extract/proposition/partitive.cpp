#include "extract/proposition/partitive.hpp"

#include <string>
#include <vector>

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"
#include "extract/mention/restriction.hpp"

namespace newsgraph {

std::optional<std::uint32_t> whole_of(Document& document, std::uint32_t mention) {
  if (document.mentions()[mention].form != MentionForm::kNominal) return std::nullopt;
  const TokenRef head = document.head_of(mention);
  const Tree& tree = document.tree(head.sentence);
  const TokenIndex pronoun = pronoun_of_whole(tree, head.token);
  if (pronoun == kNoToken) return std::nullopt;
  const std::string ending = " of " + tree.token(pronoun).form;
  if (!to_lower(document.mentions()[mention].text).ends_with(to_lower(ending))) return std::nullopt;
  const auto whole = document.own_mention_of({head.sentence, pronoun});
  if (!whole || document.mentions()[*whole].form != MentionForm::kPronoun) return std::nullopt;
  return whole;
}

bool is_reflexive(const Document& document, std::uint32_t pronoun) {
  const std::string& form = document.mentions()[pronoun].text;
  return form.ends_with("self") || form.ends_with("selves");
}

bool is_counted_thing(const Document& document, std::uint32_t mention) {
  const TokenRef head = document.head_of(mention);
  const Tree& tree = document.tree(head.sentence);
  const Token& noun = tree.token(head.token);
  return noun.upos == Upos::kNoun &&
         !is_one_of(noun.lemma,
                    {"percent", "half", "third", "quarter", "fifth", "tenth", "dozen"}) &&
         tree.child(head.token, "nummod") != kNoToken;
}

void drop_whole(Document& document, std::uint32_t mention) {
  const auto pronoun = whole_of(document, mention);
  if (!pronoun) return;
  std::string& label = document.mentions()[mention].text;
  const std::string ending = " of " + document.mentions()[*pronoun].text;
  label.resize(label.size() - ending.size());
}

void name_wholes(Document& document) {
  const auto count = static_cast<std::uint32_t>(document.mentions().size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto pronoun = whole_of(document, i);
    if (!pronoun) continue;
    const std::uint32_t whole = document.chain_of(*pronoun);
    if (document.chain_of(i) == whole) continue;
    const bool known = document.mentions()[whole].form != MentionForm::kPronoun;
    if (!known && is_reflexive(document, *pronoun)) continue;
    drop_whole(document, i);
    if (!known) continue;
    std::vector<Mention>& mentions = document.mentions();
    mentions[i].text += " of " + mentions[whole].text;
    mentions[i].identified |= mentions[whole].identified;
  }
}

}  // namespace newsgraph
