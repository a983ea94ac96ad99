#include "extract/proposition/kept_mentions.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

/// Possessor and noun together; longer labels tell too much.
constexpr std::size_t kLabelWords = 6;

}  // namespace

void name_possessors(Document& document) {
  std::vector<Mention>& mentions = document.mentions();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].form != MentionForm::kNominal || mentions[i].kind == NodeKind::kValue) continue;
    const TokenRef head = document.head_of(i);
    const Tree& tree = document.tree(head.sentence);
    const TokenIndex possessor = tree.child(head.token, "nmod:poss");
    if (possessor == kNoToken || tree.token(possessor).upos != Upos::kPron) continue;
    const auto pronoun = document.own_mention_of({head.sentence, possessor});
    if (!pronoun) continue;
    const std::uint32_t owner = document.chain_of(*pronoun);
    if (mentions[owner].form != MentionForm::kName || document.chain_of(i) == owner) continue;
    if (word_count(mentions[i].text) + word_count(mentions[owner].text) > kLabelWords) continue;
    const bool plural = mentions[owner].text.ends_with('s');
    const std::string label = mentions[owner].text + (plural ? "' " : "'s ") + mentions[i].text;
    mentions[i].text = label;
    mentions[i].identified = true;
    if (mentions[i].kind == NodeKind::kConcept && is_eventive_noun(mentions[i].head)) {
      mentions[i].kind = NodeKind::kEvent;
      mentions[i].type = EntityType::kEvent;
    }
    if (mentions[i].kind == NodeKind::kEvent) mentions[i].participants.push_back(owner);
  }
}

void keep_used_mentions(const Document& document, Extraction& result) {
  const std::vector<Mention>& all = document.mentions();
  std::vector<bool> used(all.size(), false);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    used[i] = all[i].form == MentionForm::kName;
  }
  const auto use = [&](const Argument& argument) {
    if (!argument.is_mention()) return;
    used[argument.index] = true;
    used[document.chain_of(argument.index)] = true;
    for (const std::uint32_t p : all[argument.index].participants) used[p] = true;
  };
  for (const Proposition& proposition : result.propositions) {
    use(proposition.subject);
    use(proposition.object);
    for (const Qualifier& qualifier : proposition.qualifiers) use(qualifier.value);
    for (const Attribution& attribution : proposition.attribution) {
      if (attribution.mention) {
        used[*attribution.mention] = true;
        used[document.chain_of(*attribution.mention)] = true;
      }
    }
  }
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (used[i]) used[document.chain_of(i)] = true;
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (used[i]) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(all[a].span, a) < std::tie(all[b].span, b);
  });
  std::vector<std::uint32_t> number(all.size(), 0);
  for (std::uint32_t n = 0; n < order.size(); ++n) number[order[n]] = n;
  // The first mention of a chain that is no pronoun stands for it: "In his speech, Keller ...".
  std::map<std::uint32_t, std::uint32_t> first_of_chain;
  for (const bool pronouns : {false, true}) {
    for (const std::uint32_t i : order) {
      if ((all[i].form == MentionForm::kPronoun) != pronouns) continue;
      first_of_chain.emplace(document.chain_of(i), number[i]);
    }
  }
  for (const std::uint32_t i : order) {
    Mention mention = all[i];
    mention.chain = first_of_chain[document.chain_of(i)];
    for (std::uint32_t& participant : mention.participants) participant = number[participant];
    result.mentions.push_back(std::move(mention));
  }
  const auto renumber = [&](Argument& argument) {
    if (argument.is_mention()) argument.index = number[argument.index];
  };
  for (Proposition& proposition : result.propositions) {
    renumber(proposition.subject);
    renumber(proposition.object);
    for (Qualifier& qualifier : proposition.qualifiers) renumber(qualifier.value);
    for (Attribution& attribution : proposition.attribution) {
      if (attribution.mention) attribution.mention = number[*attribution.mention];
    }
  }
}

}  // namespace newsgraph
