#include "extract/coreference/constraints.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

bool is_speaker_pronoun(const NounPhrase& phrase) {
  return phrase.pronoun == PronounClass::kI || phrase.pronoun == PronounClass::kWe ||
         phrase.pronoun == PronounClass::kYou;
}

/// "The appeals court ruling" and "the district court ruling", "the Supreme Court" and "the Court
/// of Session": each says what the other does not.
bool are_told_apart(const NounPhrase& a, const NounPhrase& b) {
  const bool names = a.kind == PhraseKind::kName && b.kind == PhraseKind::kName;
  if (!names && a.lemma != b.lemma) return false;
  if (names && (a.sense == Sense::kPerson || b.sense == Sense::kPerson)) return false;
  if (a.description.size() < 2 || b.description.size() < 2) return false;
  const auto includes = [](const NounPhrase& all, const NounPhrase& part) {
    return std::includes(all.description.begin(), all.description.end(), part.description.begin(),
                         part.description.end());
  };
  return !includes(a, b) && !includes(b, a);
}

/// "She" and "Mr Roth", "the average woman" and "the average man".
bool is_of_other_gender(const DecisionContext& context, const NounPhrase& anaphor,
                        const Chain& chain) {
  if (!context.genders_known || anaphor.gender == Gender::kUnknown) return false;
  return anaphor.gender == Gender::kMale ? chain.female > chain.male : chain.male > chain.female;
}

bool is_told_apart(const DecisionContext& context, const NounPhrase& anaphor,
                   std::uint32_t candidate) {
  // Of names a title tells less than the pronouns that went astray would take away.
  if (anaphor.kind == PhraseKind::kNominal &&
      is_of_other_gender(context, anaphor, context.chains.chain(candidate))) {
    return true;
  }
  return are_told_apart(anaphor, context.phrases[candidate]) ||
         are_told_apart(anaphor, context.phrases[context.chains.chain(candidate).described]);
}

/// "Roth criticised him", "the head of his office": what the shape of one sentence rules out.
bool is_bound_elsewhere(const DecisionContext& context, const NounPhrase& anaphor,
                        const NounPhrase& candidate) {
  const bool pronoun = anaphor.kind == PhraseKind::kPronoun;
  // "the head of his office" is not in his office; but "the man who lost his keys" has keys.
  const bool in_clause = candidate.begin <= anaphor.predicate &&
                         anaphor.predicate < candidate.end &&
                         anaphor.predicate != candidate.head.token;
  const bool within = candidate.begin <= anaphor.begin && anaphor.end <= candidate.end;
  if (within && (!in_clause || !pronoun)) return true;
  if (!pronoun || anaphor.reflexive) return false;
  // "Roth criticised him": two arguments of one verb differ, unless reflexive.
  const bool arguments = anaphor.place != Place::kPossessor && anaphor.governor != kNoToken &&
                         anaphor.governor == candidate.governor &&
                         candidate.place != Place::kPossessor;
  if (arguments) return true;
  const bool core = anaphor.place == Place::kObject || anaphor.place == Place::kIndirectObject ||
                    anaphor.place == Place::kSubject;
  return core && candidate.kind != PhraseKind::kCoordination &&
         is_argument(context, anaphor.governor, candidate);
}

/// "Roth called his death a crisis": who speaks of a death has not died it.
bool survives(const DecisionContext& context, const NounPhrase& anaphor,
              const NounPhrase& candidate) {
  static constexpr std::array<std::string_view, 8> kDeaths = {
      "death", "murder", "killing", "suicide", "assassination", "funeral", "burial", "body"};
  static constexpr std::array<std::string_view, 9> kAfter = {"call",    "describe",    "condemn",
                                                             "mourn",   "investigate", "announce",
                                                             "confirm", "avenge",      "lament"};
  if (anaphor.place != Place::kPossessor || candidate.place != Place::kSubject) return false;
  const Tree& tree = context.document.tree(anaphor.head.sentence);
  const TokenIndex death = tree.head(anaphor.head.token);
  const TokenIndex verb = tree.head(candidate.head.token);
  return death != kNoHead && verb != kNoHead && is_one_of(tree.token(death).lemma, kDeaths) &&
         is_one_of(tree.token(verb).lemma, kAfter) && tree.is_below(death, verb);
}

/// "Roth has his full support": nobody has his own.
bool is_supported_by(const DecisionContext& context, const NounPhrase& anaphor,
                     const NounPhrase& candidate) {
  static constexpr std::array<std::string_view, 9> kSupport = {
      "support",    "backing", "confidence", "blessing",   "trust",
      "permission", "consent", "approval",   "endorsement"};
  if (anaphor.place != Place::kPossessor || candidate.place != Place::kSubject) return false;
  const Tree& tree = context.document.tree(anaphor.head.sentence);
  const TokenIndex support = tree.head(anaphor.head.token);
  const TokenIndex verb = tree.head(candidate.head.token);
  return support != kNoHead && verb != kNoHead && is_one_of(tree.token(support).lemma, kSupport) &&
         tree.token(verb).lemma == "have" && tree.is(support, "obj") && tree.head(support) == verb;
}

/// Who speaks says "I" of himself: "he" and "it" within his words are others. "Its" may be a
/// reporter's, who has fitted the words into his own sentence.
bool is_own_speaker(const DecisionContext& context, std::uint32_t anaphor,
                    std::uint32_t candidate) {
  const std::int32_t speaker = context.contexts[anaphor].speaker;
  return speaker != PhraseContext::kNone &&
         context.chains.chain_of(static_cast<std::uint32_t>(speaker)) ==
             context.chains.chain_of(candidate);
}

/// "The panel", "the games", which no "he" and no "she" stands for.
bool denotes_no_person(const NounPhrase& candidate) {
  switch (candidate.sense) {
    case Sense::kTime:
    case Sense::kAmount:
      return true;
    case Sense::kEvent:
    case Sense::kGroup:
    case Sense::kCommunication:
    case Sense::kState:
      return candidate.kind == PhraseKind::kNominal && candidate.gender == Gender::kUnknown;
    default:
      return false;
  }
}

bool is_no_person(const DecisionContext& context, std::uint32_t anaphor_index,
                  std::uint32_t candidate_index) {
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const NounPhrase& candidate = context.phrases[candidate_index];
  const Chain& chain = context.chains.chain(candidate_index);
  if (is_speaker_pronoun(candidate) || candidate.pronoun == PronounClass::kIt ||
      candidate.pronoun == PronounClass::kThey || candidate.pronoun == PronounClass::kThis ||
      candidate.pronoun == PronounClass::kThat) {
    return true;
  }
  if (candidate.number == GrammaticalNumber::kPlural || denotes_no_person(candidate)) return true;
  // Bodies, places and events ("Hurricane Ana") are no persons. Surnames are taken for such
  // ("Daichi"), so that one word that acts or owns stays, though the graph does not rely on it.
  const bool may_be_surname =
      context.phrases[chain.name].words.size() == 1 &&
      (candidate.place == Place::kSubject || candidate.place == Place::kPossessor);
  const bool thing = is_body_or_place(chain) || (chain.names > 0 && chain.sense == Sense::kEvent);
  if (thing && chain.male + chain.female == 0 && !may_be_surname) return true;
  return is_of_other_gender(context, anaphor, chain) ||
         is_own_speaker(context, anaphor_index, candidate_index);
}

bool is_no_thing(const DecisionContext& context, std::uint32_t anaphor, std::uint32_t index) {
  const NounPhrase& candidate = context.phrases[index];
  const Chain& chain = context.chains.chain(index);
  // "The Philippines" is one, and so is United Airlines where it says something of itself.
  const bool one =
      chain.names > 0 && (chain.sense == Sense::kPlace ||
                          (chain.sense == Sense::kOrganization && context.contexts[index].reports &&
                           context.phrases[anaphor].head.sentence == candidate.head.sentence));
  const bool plural = candidate.number == GrammaticalNumber::kPlural && !one;
  if (is_speaker_pronoun(candidate) || plural || candidate.sense == Sense::kAmount ||
      candidate.sense == Sense::kTime || candidate.gender != Gender::kUnknown ||
      chain.male + chain.female > 0) {
    return true;
  }
  return context.phrases[anaphor].place != Place::kPossessor &&
         is_own_speaker(context, anaphor, index);
}

/// "A culture … they": of common nouns in the singular only those of persons and groups are many.
bool is_one_thing(const NounPhrase& candidate) {
  if (candidate.kind != PhraseKind::kNominal || candidate.number != GrammaticalNumber::kSingular) {
    return false;
  }
  switch (candidate.sense) {
    case Sense::kEvent:
    case Sense::kCommunication:
    case Sense::kState:
    case Sense::kTime:
      return true;
    default:
      return false;
  }
}

bool are_not_many(const DecisionContext& context, std::uint32_t anaphor, std::uint32_t index) {
  const NounPhrase& candidate = context.phrases[index];
  // "The results … they said": results say nothing.
  if (context.contexts[anaphor].reports && candidate.kind == PhraseKind::kNominal &&
      (candidate.sense == Sense::kUnknown || candidate.sense == Sense::kEvent ||
       candidate.sense == Sense::kCommunication || candidate.sense == Sense::kState)) {
    return true;
  }
  if (is_speaker_pronoun(candidate) || candidate.pronoun == PronounClass::kIt ||
      candidate.gender != Gender::kUnknown || is_one_thing(candidate)) {
    return true;
  }
  return context.phrases[anaphor].place != Place::kPossessor &&
         is_own_speaker(context, anaphor, index);
}

/// "The House" and "the House Committee": a body is not short for one of its own. With its article,
/// for "Norland" may well be the Norland Company.
bool is_part_of_body(const DecisionContext& context, const NounPhrase& whole,
                     const NounPhrase& part) {
  const bool body = part.kind == PhraseKind::kName || part.kind == PhraseKind::kNominal;
  if (whole.kind != PhraseKind::kName || !body || whole.determiner != Determiner::kThe ||
      whole.words.size() != 1 || part.words.size() < 2 ||
      part.words.front() != whole.words.front() || part.lemma == whole.lemma) {
    return false;
  }
  const Token& head = context.document.tree(part.head.sentence).token(part.head.token);
  return noun_class(to_lower(head.lemma)) == NounClass::kGroup;
}

/// Names that each say what the other does not; "Ana Roth" and "Pia Roth".
bool are_other_names(const DecisionContext& context, const NounPhrase& anaphor,
                     std::uint32_t candidate) {
  if (is_told_apart(context, anaphor, candidate)) return true;
  const NounPhrase& other = context.phrases[candidate];
  if (is_part_of_body(context, anaphor, other) || is_part_of_body(context, other, anaphor)) {
    return true;
  }
  // "Norland Air" and "Norland Air Flight 610".
  if (other.kind == PhraseKind::kName && other.digits != anaphor.digits) return true;
  const Chain& chain = context.chains.chain(candidate);
  if (chain.names == 0 || anaphor.sense != Sense::kPerson) return false;
  const NounPhrase& name = context.phrases[chain.name];
  if (name.sense != Sense::kPerson || name.words.size() < 2 || anaphor.words.size() < 2) {
    return false;
  }
  return name.words.front() != anaphor.words.front() && !overlap_of(name, anaphor).within;
}

}  // namespace

bool is_argument(const DecisionContext& context, TokenIndex predicate,
                 const NounPhrase& candidate) {
  if (predicate == kNoToken) return false;
  const Tree& tree = context.document.tree(candidate.head.sentence);
  for (const EnhancedDependent& dependent : tree.enhanced_children(predicate)) {
    if (dependent.token == candidate.head.token &&
        (is_relation(dependent.relation, "nsubj") || is_relation(dependent.relation, "obj") ||
         is_relation(dependent.relation, "iobj"))) {
      return true;
    }
  }
  return false;
}

bool is_body_or_place(const Chain& chain) {
  return chain.names > 0 && (chain.sense == Sense::kPlace || chain.sense == Sense::kOrganization);
}

bool is_ruled_out(const DecisionContext& context, std::uint32_t anaphor_index,
                  std::uint32_t candidate_index) {
  // "Keller came. ... Keller thanked her": whoever thanks is another, wherever she is named.
  const std::uint32_t chosen = context.chains.chain_of(candidate_index);
  for (const std::uint32_t coargument : context.contexts[anaphor_index].coarguments) {
    if (context.chains.chain_of(coargument) == chosen) return true;
  }
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const NounPhrase& candidate = context.phrases[candidate_index];
  const bool same_sentence = anaphor.head.sentence == candidate.head.sentence;
  if (candidate.pronoun == PronounClass::kRelative || candidate.pronoun == PronounClass::kOther) {
    return true;
  }
  if (same_sentence &&
      (is_bound_elsewhere(context, anaphor, candidate) || survives(context, anaphor, candidate) ||
       is_supported_by(context, anaphor, candidate))) {
    return true;
  }
  if (anaphor.reflexive && !same_sentence) return true;
  switch (class_of(anaphor)) {
    case DecisionClass::kHeOrShe:
      return is_no_person(context, anaphor_index, candidate_index);
    case DecisionClass::kIt:
      return is_no_thing(context, anaphor_index, candidate_index);
    case DecisionClass::kThey:
      return are_not_many(context, anaphor_index, candidate_index);
    case DecisionClass::kSpeaker:
      return candidate.pronoun != anaphor.pronoun && candidate.pronoun != PronounClass::kI &&
             candidate.pronoun != PronounClass::kYou;
    case DecisionClass::kDefinite:
    case DecisionClass::kPossessed:
      return is_speaker_pronoun(candidate) || is_told_apart(context, anaphor, candidate_index);
    case DecisionClass::kName:
      return is_speaker_pronoun(candidate) || candidate.pronoun == PronounClass::kThis ||
             are_other_names(context, anaphor, candidate_index);
    default:
      return is_speaker_pronoun(candidate) ||
             (anaphor.kind == PhraseKind::kNominal &&
              is_of_other_gender(context, anaphor, context.chains.chain(candidate_index)));
  }
}

}  // namespace newsgraph
