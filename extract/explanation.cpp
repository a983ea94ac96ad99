#include "extract/explanation.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"

namespace newsgraph {
namespace {

/// Pronouns that no rule asked about are mentions too.
void add_pronouns(Document& document) {
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    const Tree& tree = document.tree(s);
    for (TokenIndex i = 0; i < tree.size(); ++i) {
      const Token& token = tree.token(i);
      const bool personal = token.xpos == "PRP" || token.xpos == "PRP$";
      if (token.upos == Upos::kPron && personal) document.own_mention_of({s, i});
    }
  }
}

/// "the minister": a description that points to someone known.
bool is_definite_role(const Document& document, std::uint32_t index) {
  const Mention& mention = document.mentions()[index];
  if (mention.form != MentionForm::kNominal) return false;
  const TokenRef head = document.head_of(index);
  const Tree& tree = document.tree(head.sentence);
  const TokenIndex determiner = tree.child(head.token, "det");
  if (determiner == kNoToken || tree.token(determiner).lemma != "the") return false;
  const Token& noun = tree.token(head.token);
  const bool role =
      is_in_class(noun.lemma, WordClass::kRole) || noun_class(noun.lemma) == NounClass::kPerson;
  return role && noun.xpos == "NN" && tree.child(head.token, {"nmod", "acl", "amod"}) == kNoToken;
}

std::vector<ExplainedMention> explained_mentions(const Document& document,
                                                 const Extraction& extraction) {
  const std::vector<Mention>& all = document.mentions();
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < all.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(all[a].span, a) < std::tie(all[b].span, b);
  });
  std::vector<std::uint32_t> number(all.size(), 0);
  for (std::uint32_t n = 0; n < order.size(); ++n) number[order[n]] = n;
  std::set<std::pair<Span, std::string>> kept;
  for (const Mention& mention : extraction.mentions) kept.emplace(mention.span, mention.text);

  std::vector<ExplainedMention> mentions;
  for (const std::uint32_t i : order) {
    ExplainedMention explained;
    explained.mention = all[i];
    const std::uint32_t chain = document.chain_of(i);
    explained.mention.chain = number[chain];
    for (std::uint32_t& participant : explained.mention.participants) {
      participant = number[participant];
    }
    const bool is_pronoun = all[chain].form == MentionForm::kPronoun;
    explained.is_unresolved = is_pronoun || (chain == i && is_definite_role(document, i));
    explained.is_kept = kept.contains({all[i].span, all[i].text});
    mentions.push_back(std::move(explained));
  }
  return mentions;
}

}  // namespace

std::vector<SentenceParts> parts_of_sentences(const Explanation& explanation) {
  std::vector<SentenceParts> parts(explanation.sentences.size());
  for (std::uint32_t i = 0; i < explanation.mentions.size(); ++i) {
    parts[explanation.mentions[i].mention.sentence].mentions.push_back(i);
  }
  for (std::uint32_t i = 0; i < explanation.extraction.propositions.size(); ++i) {
    parts[explanation.extraction.propositions[i].sentence].propositions.push_back(i);
  }
  for (std::uint32_t i = 0; i < explanation.rejections.size(); ++i) {
    parts[explanation.rejections[i].sentence].rejections.push_back(i);
  }
  return parts;
}

Explanation explanation_of(Document& document, std::vector<Sentence> parsed, Extraction extraction,
                           const Trace& trace) {
  add_pronouns(document);
  Explanation explanation;
  explanation.mentions = explained_mentions(document, extraction);
  explanation.rejections = trace.rejections(document);
  explanation.grounds = trace.grounds();
  explanation.sentences = document.sentences();
  explanation.parsed = std::move(parsed);
  explanation.extraction = std::move(extraction);
  return explanation;
}

}  // namespace newsgraph
