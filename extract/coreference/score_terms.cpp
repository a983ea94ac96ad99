#include "extract/coreference/score_terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/mention/lexicon.hpp"

namespace newsgraph {
namespace {

bool is_subject(const NounPhrase& phrase) {
  return phrase.place == Place::kSubject || phrase.place == Place::kPassiveSubject;
}

/// A given name that is hardly ever followed by such a pronoun, where neither title nor pronoun has
/// shown its gender: as much as the names of raw news tell.
std::int64_t name_conflict(const DecisionContext& context, const NounPhrase& anaphor,
                           std::uint32_t candidate) {
  const Chain& chain = context.chains.chain(candidate);
  if (anaphor.gender == Gender::kUnknown || chain.male + chain.female > 0) return 0;
  const int evidence = context.given_names.evidence(chain.given_name);
  return std::min(0, anaphor.gender == Gender::kMale ? -evidence : evidence);
}

/// "Roth said ... He added": both report.
std::int64_t speaks_on(const DecisionContext& context, std::uint32_t anaphor,
                       std::uint32_t candidate) {
  const bool person = class_of(context.phrases[anaphor]) == DecisionClass::kHeOrShe;
  return person && context.contexts[anaphor].reports && context.contexts[candidate].reports ? 2 : 0;
}

/// "Met Kern and his son": the first of two joined persons owns the second.
std::int64_t owns_conjunct(const Tree& tree, const NounPhrase& anaphor,
                           const NounPhrase& candidate) {
  if (class_of(anaphor) != DecisionClass::kHeOrShe || anaphor.place != Place::kPossessor) return 0;
  const TokenIndex owned = tree.head(anaphor.head.token);
  const bool joined =
      owned != kNoHead && tree.is(owned, "conj") && tree.head(owned) == candidate.head.token;
  return joined ? 4 : 0;
}

/// "If the storm grows, it will be named": the subject of the clause in front goes on.
std::int64_t goes_on(const Tree& tree, const NounPhrase& anaphor, const NounPhrase& candidate) {
  if (!is_subject(anaphor) || !is_subject(candidate) || candidate.predicate == kNoToken) return 0;
  const bool fronted = tree.is(candidate.predicate, "advcl") &&
                       tree.head(candidate.predicate) == anaphor.predicate &&
                       candidate.predicate < anaphor.head.token;
  return fronted ? 2 : 0;
}

/// "Scientists believe the first fliers glided before they flew": in what somebody says or thinks
/// of others, below its first clause, he is not the one who is spoken of.
std::int64_t only_thinks(const Tree& tree, const NounPhrase& anaphor, const NounPhrase& candidate) {
  if (anaphor.gender != Gender::kUnknown || !is_subject(candidate) ||
      candidate.predicate == kNoToken || anaphor.predicate == kNoToken) {
    return 0;
  }
  const std::string& verb = tree.token(candidate.predicate).lemma;
  if (!is_in_class(verb, WordClass::kSay) && !is_in_class(verb, WordClass::kThink)) return 0;
  // Up from the anaphor's clause: is it within the content, and not its main clause?
  TokenIndex clause = anaphor.predicate;
  for (int steps = 0; steps < 8 && clause != kNoHead; ++steps, clause = tree.head(clause)) {
    if (tree.head(clause) != candidate.predicate) continue;
    return tree.is(clause, "ccomp") && clause != anaphor.predicate ? -2 : 0;
  }
  return 0;
}

/// "The results showed that they had slowed down": a message is about something else.
std::int64_t tells_of_others(const Tree& tree, const NounPhrase& anaphor,
                             const NounPhrase& candidate) {
  static constexpr std::array<std::string_view, 5> kShow = {"show", "suggest", "indicate", "reveal",
                                                            "demonstrate"};
  if (candidate.predicate == kNoToken) return 0;
  const std::string& verb = tree.token(candidate.predicate).lemma;
  const bool message = candidate.kind == PhraseKind::kNominal &&
                       candidate.sense != Sense::kPerson && candidate.sense != Sense::kGroup &&
                       std::find(kShow.begin(), kShow.end(), verb) != kShow.end();
  if (!message || class_of(anaphor) != DecisionClass::kThey || !is_subject(candidate) ||
      !is_subject(anaphor)) {
    return 0;
  }
  TokenIndex clause = anaphor.predicate;
  for (int steps = 0; steps < 8 && clause != kNoToken && clause != kNoHead;
       ++steps, clause = tree.head(clause)) {
    if (tree.is(clause, "ccomp") && tree.head(clause) == candidate.predicate) return -4;
  }
  return 0;
}

/// "The agency said it would go on" is of the agency; "the agency reported that the storm had
/// grown. It will be named" is of something else, as most of what a body says.
std::int64_t reports_of_itself(const DecisionContext& context, std::uint32_t anaphor_index,
                               std::uint32_t candidate_index) {
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const NounPhrase& candidate = context.phrases[candidate_index];
  if (class_of(anaphor) != DecisionClass::kIt || anaphor.place == Place::kPossessor ||
      !context.contexts[candidate_index].reports || context.contexts[anaphor_index].reports) {
    return 0;
  }
  const bool same_sentence = anaphor.head.sentence == candidate.head.sentence;
  const bool of_itself =
      same_sentence && anaphor.predicate != kNoToken && candidate.predicate != kNoToken &&
      context.document.tree(anaphor.head.sentence).head(anaphor.predicate) == candidate.predicate;
  return of_itself ? 1 : -1;
}

/// Whether a body, or several people, can be meant by "it" or "they" as the one who speaks.
bool is_speaking_body(const NounPhrase& candidate, DecisionClass pronoun) {
  if (candidate.kind == PhraseKind::kPronoun || candidate.gender != Gender::kUnknown) return false;
  const bool body = candidate.sense == Sense::kOrganization || candidate.sense == Sense::kGroup;
  const bool plural = candidate.number == GrammaticalNumber::kPlural;
  if (pronoun == DecisionClass::kThey) {
    const bool people = candidate.sense == Sense::kPerson || candidate.sense == Sense::kUnknown;
    return body || candidate.kind == PhraseKind::kCoordination || (plural && people);
  }
  // "The Philippines" and "United Airlines" are one each.
  const bool name = candidate.kind == PhraseKind::kName;
  return (body && (name || !plural)) || (name && candidate.sense == Sense::kPlace);
}

/// "It will leave", "they have met", "it is ready": what one says of oneself. "They killed ten" may
/// be of whoever the sentence before is about.
bool is_told_of_oneself(const Tree& tree, TokenIndex predicate) {
  if (tree.child(predicate, "aux:pass") != kNoToken) return false;
  const std::string& tag = tree.token(predicate).xpos;
  if (tag == "VBZ" || tag == "VBP") return true;
  const auto& words = tree.children(predicate);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
    if (!tree.is(c, "aux") && !tree.is(c, "cop")) return false;
    const std::string& own = tree.token(c).xpos;
    return own == "MD" || own == "VBZ" || own == "VBP" || (tag == "VBG" && tree.is(c, "aux"));
  });
}

/// "Norland says it will leave", "the companies announced that they would merge": in 88 of 90 such
/// clauses, single sentences of raw news, the pronoun is who speaks. Not so "told the troops that
/// they".
std::int64_t declares_of_itself(const Tree& tree, const NounPhrase& anaphor,
                                const NounPhrase& candidate) {
  const DecisionClass pronoun = class_of(anaphor);
  if ((pronoun != DecisionClass::kIt && pronoun != DecisionClass::kThey) || !is_subject(anaphor) ||
      candidate.place != Place::kSubject || candidate.predicate == kNoToken ||
      anaphor.predicate == kNoToken || candidate.head.token > anaphor.head.token) {
    return 0;
  }
  const TokenIndex verb = candidate.predicate;
  const bool content = tree.is(anaphor.predicate, "ccomp") && tree.head(anaphor.predicate) == verb;
  const bool declares = is_in_class(tree.token(verb).lemma, WordClass::kDeclare);
  const bool told = tree.child(verb, {"obj", "iobj"}) != kNoToken;
  // "The army said it had taken the town" is of the army, "officials said they had" of anybody.
  const bool own = is_told_of_oneself(tree, anaphor.predicate) ||
                   (candidate.kind == PhraseKind::kName && pronoun == DecisionClass::kIt &&
                    tree.child(anaphor.predicate, "aux:pass") == kNoToken);
  return content && declares && !told && own && is_speaking_body(candidate, pronoun) ? 5 : 0;
}

/// "The accusation against Roth is that he left": what is told of somebody is about him.
std::int64_t is_told_of(const Tree& tree, const NounPhrase& anaphor, const NounPhrase& candidate) {
  if (class_of(anaphor) != DecisionClass::kHeOrShe || candidate.place != Place::kModifier ||
      candidate.governor == kNoToken || candidate.head.token > anaphor.head.token) {
    return 0;
  }
  const std::string preposition = tree.introducer(candidate.head.token, "case");
  if (preposition != "against" && preposition != "about") return 0;
  const TokenIndex told = tree.head(candidate.governor);
  if (!tree.is(candidate.governor, "nsubj") || told == kNoHead) return 0;
  // The content is the predicate itself or hangs on the copula, as trees go.
  TokenIndex clause = anaphor.predicate;
  for (int steps = 0; steps < 8 && clause != kNoToken && clause != kNoHead;
       ++steps, clause = tree.head(clause)) {
    const bool content =
        tree.is(clause, "ccomp") && tree.head(clause) == told && tree.token(told).lemma == "be";
    if (content || (clause == told && tree.child(told, "cop") != kNoToken)) return 4;
  }
  return 0;
}

/// "The Herald wrote of a source, whom they did not name": who reports is who kept silent.
std::int64_t body_reports(const DecisionContext& context, const NounPhrase& anaphor,
                          std::uint32_t candidate_index) {
  const NounPhrase& candidate = context.phrases[candidate_index];
  const bool body = candidate.kind == PhraseKind::kName && candidate.sense == Sense::kOrganization;
  return body && class_of(anaphor) == DecisionClass::kThey && is_subject(anaphor) &&
                 is_subject(candidate) && context.contexts[candidate_index].reports
             ? 2
             : 0;
}

}  // namespace

std::int64_t score_term(const DecisionContext& context, std::uint32_t anaphor_index,
                        std::uint32_t candidate_index) {
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const NounPhrase& candidate = context.phrases[candidate_index];
  if (anaphor.kind != PhraseKind::kPronoun) return 0;
  std::int64_t sum = name_conflict(context, anaphor, candidate_index) +
                     speaks_on(context, anaphor_index, candidate_index) +
                     reports_of_itself(context, anaphor_index, candidate_index);
  if (anaphor.head.sentence == candidate.head.sentence) {
    const Tree& tree = context.document.tree(anaphor.head.sentence);
    sum += owns_conjunct(tree, anaphor, candidate) + goes_on(tree, anaphor, candidate) +
           only_thinks(tree, anaphor, candidate) + is_told_of(tree, anaphor, candidate) +
           tells_of_others(tree, anaphor, candidate) +
           declares_of_itself(tree, anaphor, candidate) +
           body_reports(context, anaphor, candidate_index);
  }
  return sum;
}

Caution caution_of(const DecisionContext& context, std::uint32_t anaphor_index,
                   std::uint32_t candidate_index) {
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  if (anaphor.kind != PhraseKind::kPronoun || anaphor.reflexive) return {};
  // Whom a speaker calls "she" the words around the quotation need not have named: somebody of
  // unknown gender there is a guess.
  const Chain& chain = context.chains.chain(candidate_index);
  const bool guess = context.contexts[anaphor_index].speech != PhraseContext::kNone &&
                     context.contexts[candidate_index].speech == PhraseContext::kNone &&
                     chain.male + chain.female == 0 &&
                     context.given_names.evidence(chain.given_name) == 0;
  switch (class_of(anaphor)) {
    case DecisionClass::kHeOrShe:
      return {.sure = guess ? 4000 : 2000, .rival = 350};
    case DecisionClass::kThey:
      return {.sure = 1000, .rival = anaphor.place == Place::kPossessor ? 700 : 2000};
    default:
      return {};
  }
}

}  // namespace newsgraph
