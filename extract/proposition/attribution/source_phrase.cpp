#include "extract/proposition/attribution/source_phrase.hpp"

#include <utility>

#include "extract/mention/lexicon.hpp"

namespace newsgraph {

AttributedSource make_source(const Document& document, TokenRef head, TokenRef cue,
                             std::string words) {
  AttributedSource source;
  source.head = head;
  source.cue = std::move(words);
  source.cue_token = cue;
  source.span = hull(document.tree(head.sentence).token(head.token).span,
                     document.tree(cue.sentence).token(cue.token).span);
  return source;
}

AttributedSource headless(const Document& document, TokenRef cue, std::string words) {
  AttributedSource source;
  source.cue = std::move(words);
  source.cue_token = cue;
  source.span = document.tree(cue.sentence).token(cue.token).span;
  return source;
}

bool is_message(std::string_view noun) {
  return is_in_class(noun, WordClass::kSayNoun) || is_in_class(noun, WordClass::kOpinion) ||
         is_one_of(noun, {"tweet", "post", "letter", "memo", "email", "message", "testimony",
                          "remark", "comment", "speech", "article", "study"});
}

TokenIndex holder_of(const Document& document, TokenRef noun) {
  const Tree& tree = document.tree(noun.sentence);
  const TokenIndex possessor = tree.child(noun.token, "nmod:poss");
  if (possessor != kNoToken && document.time_at({noun.sentence, possessor}) == nullptr) {
    return possessor;
  }
  const bool opinion = is_in_class(tree.token(noun.token).lemma, WordClass::kOpinion);
  for (const TokenIndex c : tree.children(noun.token)) {
    if (!tree.is(c, "nmod") || !is_voice(document, {noun.sentence, c})) continue;
    const std::string preposition = tree.introducer(c, "case");
    if (is_one_of(preposition, {"by", "from"}) || (opinion && preposition == "of")) return c;
  }
  return kNoToken;
}

TokenRef last_person(const Document& document, TokenRef phrase, TokenIndex skipped) {
  const Tree& tree = document.tree(phrase.sentence);
  TokenIndex last = kNoToken;
  for (const TokenIndex t : tree.subtree(phrase.token)) {
    if (tree.token(t).upos == Upos::kPunct || t == skipped) continue;
    last = t;
  }
  if (last == kNoToken || last <= phrase.token) return phrase;
  const auto name = document.name_at({phrase.sentence, last});
  if (!name) return phrase;
  const NamedMention& mention = tree.sentence().names[*name];
  if (mention.type != NameType::kPerson) return phrase;
  // The head of the name, and how it is joined.
  TokenIndex head = static_cast<TokenIndex>(mention.begin);
  while (tree.head(head) != kNoHead &&
         document.name_at({phrase.sentence, tree.head(head)}) == name) {
    head = tree.head(head);
  }
  const bool beside = tree.is(head, "appos") || tree.is(head, "flat") || tree.is(head, "list");
  return beside ? TokenRef{phrase.sentence, head} : phrase;
}

TokenRef named_speaker(const Document& document, TokenRef subject, TokenRef verb) {
  const Tree& tree = document.tree(subject.sentence);
  if (tree.token(subject.token).upos != Upos::kNoun) return subject;
  if (document.name_at(document.referent(subject))) return subject;
  return last_person(document, subject, verb.token);
}

}  // namespace newsgraph
