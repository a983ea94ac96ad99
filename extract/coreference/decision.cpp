#include "extract/coreference/decision.hpp"

#include <algorithm>
#include <bit>

namespace newsgraph {
namespace {

std::uint64_t bucket(std::uint64_t n) { return n < 4 ? n : 2 + std::bit_width(n); }

bool is_subject(const NounPhrase& phrase) {
  return phrase.place == Place::kSubject || phrase.place == Place::kPassiveSubject;
}

/// Kind, form and meaning in one number.
std::uint64_t form_of(const NounPhrase& phrase) {
  const auto kind = static_cast<std::uint64_t>(phrase.kind);
  const auto detail = phrase.kind == PhraseKind::kPronoun
                          ? static_cast<std::uint64_t>(phrase.pronoun) * 2 + phrase.reflexive
                          : static_cast<std::uint64_t>(phrase.determiner);
  return kind * 64 + detail;
}

std::uint64_t kind_of(const NounPhrase& phrase) {
  return static_cast<std::uint64_t>(phrase.kind) * 16 + static_cast<std::uint64_t>(phrase.sense);
}

/// How the words of two phrases overlap.
struct Overlap {
  std::size_t common = 0;
  bool first = false;   ///< equal first words
  bool last = false;    ///< equal last words
  bool within = false;  ///< all words of the shorter one are in the longer one
};

Overlap overlap_of(const NounPhrase& a, const NounPhrase& b) {
  Overlap overlap;
  for (const std::uint32_t word : a.words) {
    overlap.common += std::find(b.words.begin(), b.words.end(), word) != b.words.end() ? 1 : 0;
  }
  if (a.words.empty() || b.words.empty()) return overlap;
  overlap.first = a.words.front() == b.words.front();
  overlap.last = a.words.back() == b.words.back();
  overlap.within = overlap.common >= std::min(a.words.size(), b.words.size());
  return overlap;
}

enum Agreement : std::uint64_t { kUnknown, kAgrees, kConflicts, kMixed };

Agreement agreement(bool wanted_a, bool wanted_b, unsigned seen_a, unsigned seen_b) {
  if ((!wanted_a && !wanted_b) || (seen_a == 0 && seen_b == 0)) return kUnknown;
  if (seen_a > 0 && seen_b > 0) return kMixed;
  return (wanted_a && seen_a > 0) || (wanted_b && seen_b > 0) ? kAgrees : kConflicts;
}

Agreement gender_agreement(const NounPhrase& anaphor, const Chain& chain) {
  return agreement(anaphor.gender == Gender::kMale, anaphor.gender == Gender::kFemale, chain.male,
                   chain.female);
}

Agreement number_agreement(const NounPhrase& anaphor, const Chain& chain) {
  return agreement(anaphor.number == GrammaticalNumber::kSingular,
                   anaphor.number == GrammaticalNumber::kPlural, chain.singular, chain.plural);
}

/// Where a candidate stands in its own sentence as seen from the anaphor's clause.
std::uint64_t clause_relation(const DecisionContext& context, const NounPhrase& anaphor,
                              const NounPhrase& candidate) {
  if (anaphor.head.sentence != candidate.head.sentence) return 0;
  if (anaphor.predicate == candidate.predicate) return 1;
  if (anaphor.predicate == kNoToken || candidate.predicate == kNoToken) return 2;
  const Tree& tree = context.document.tree(anaphor.head.sentence);
  // Is one clause within the other? Few steps, for deep trees tell no more.
  TokenIndex up = anaphor.predicate;
  for (std::uint64_t steps = 0; steps < 6 && up != kNoHead; ++steps, up = tree.head(up)) {
    if (up == candidate.predicate) return 3 + (tree.is(anaphor.predicate, "conj") ? 1 : 0);
  }
  up = candidate.predicate;
  for (std::uint64_t steps = 0; steps < 6 && up != kNoHead; ++steps, up = tree.head(up)) {
    if (up == anaphor.predicate) return 5;
  }
  return 6;
}

/// Whether `candidate` is an argument of `predicate`, by the tree or through what the tree leaves
/// implicit: "Roth, [who] attacked her", "Roth rose and [Roth] attacked her".
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

class Adder {
 public:
  Adder(FeatureBuffer& features, DecisionClass decision)
      : features_(features), decision_(static_cast<std::uint64_t>(decision)) {}

  template <typename... Values>
  void operator()(std::uint64_t number, Values... values) const {
    features_.add(number, decision_, static_cast<std::uint64_t>(values)...);
  }

 private:
  FeatureBuffer& features_;
  std::uint64_t decision_;
};

}  // namespace

bool is_body_or_place(const Chain& chain) {
  return chain.names > 0 && (chain.sense == Sense::kPlace || chain.sense == Sense::kOrganization);
}

bool is_ruled_out(const DecisionContext& context, std::uint32_t anaphor_index,
                  std::uint32_t candidate_index) {
  // "Keller came. ... Keller thanked her": whoever thanks is another, wherever she is named.
  const PhraseContext& around = context.contexts[anaphor_index];
  const std::uint32_t chosen = context.chains.chain_of(candidate_index);
  for (const std::uint32_t coargument : around.coarguments) {
    if (context.chains.chain_of(coargument) == chosen) return true;
  }
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const NounPhrase& candidate = context.phrases[candidate_index];
  const Chain& chain = context.chains.chain(candidate_index);
  const bool same_sentence = anaphor.head.sentence == candidate.head.sentence;
  if (candidate.pronoun == PronounClass::kRelative || candidate.pronoun == PronounClass::kOther) {
    return true;
  }
  if (same_sentence) {
    // "the head of his office" is not in his office; but "the man who lost his keys" has keys.
    const bool in_clause = candidate.begin <= anaphor.predicate &&
                           anaphor.predicate < candidate.end &&
                           anaphor.predicate != candidate.head.token;
    const bool within = candidate.begin <= anaphor.begin && anaphor.end <= candidate.end;
    if (within && (!in_clause || anaphor.kind != PhraseKind::kPronoun)) return true;
    // "Roth criticised him": two arguments of one verb differ, unless reflexive.
    const bool argument = anaphor.place != Place::kPossessor && anaphor.governor != kNoToken &&
                          anaphor.governor == candidate.governor &&
                          candidate.place != Place::kPossessor;
    if (argument && !anaphor.reflexive && anaphor.kind == PhraseKind::kPronoun) return true;
    const bool core = anaphor.place == Place::kObject || anaphor.place == Place::kIndirectObject ||
                      anaphor.place == Place::kSubject;
    if (core && !anaphor.reflexive && anaphor.kind == PhraseKind::kPronoun &&
        candidate.kind != PhraseKind::kCoordination &&
        is_argument(context, anaphor.governor, candidate)) {
      return true;
    }
  }
  const auto decision = class_of(anaphor);
  if (anaphor.reflexive && !same_sentence) return true;
  const bool speaker_pronoun = candidate.pronoun == PronounClass::kI ||
                               candidate.pronoun == PronounClass::kWe ||
                               candidate.pronoun == PronounClass::kYou;
  switch (decision) {
    case DecisionClass::kHeOrShe: {
      if (speaker_pronoun || candidate.pronoun == PronounClass::kIt ||
          candidate.pronoun == PronounClass::kThey || candidate.pronoun == PronounClass::kThis ||
          candidate.pronoun == PronounClass::kThat) {
        return true;
      }
      if (candidate.number == GrammaticalNumber::kPlural || candidate.sense == Sense::kTime ||
          candidate.sense == Sense::kAmount) {
        return true;
      }
      // Bodies and places are no persons. Surnames are taken for such ("Daichi"), so that one word
      // that acts or owns stays, though the graph does not rely on it.
      const bool may_be_surname =
          context.phrases[chain.name].words.size() == 1 &&
          (candidate.place == Place::kSubject || candidate.place == Place::kPossessor);
      if (is_body_or_place(chain) && chain.male + chain.female == 0 && !may_be_surname) return true;
      const bool male = anaphor.gender == Gender::kMale;
      const bool other = male ? chain.female > chain.male : chain.male > chain.female;
      if (other && context.genders_known) return true;
      // Who speaks says "I" of himself.
      const bool speaker = around.speaker != PhraseContext::kNone &&
                           context.chains.chain_of(static_cast<std::uint32_t>(around.speaker)) ==
                               context.chains.chain_of(candidate_index);
      return speaker;
    }
    case DecisionClass::kIt:
      return speaker_pronoun || candidate.number == GrammaticalNumber::kPlural ||
             candidate.sense == Sense::kAmount || candidate.sense == Sense::kTime ||
             candidate.gender != Gender::kUnknown || chain.male + chain.female > 0;
    case DecisionClass::kThey:
      // "The results … they said": results say nothing.
      if (around.reports && candidate.kind == PhraseKind::kNominal &&
          (candidate.sense == Sense::kUnknown || candidate.sense == Sense::kEvent ||
           candidate.sense == Sense::kCommunication || candidate.sense == Sense::kState)) {
        return true;
      }
      return speaker_pronoun || candidate.pronoun == PronounClass::kIt ||
             candidate.gender != Gender::kUnknown;
    case DecisionClass::kSpeaker:
      return candidate.pronoun != anaphor.pronoun && candidate.pronoun != PronounClass::kI &&
             candidate.pronoun != PronounClass::kYou;
    case DecisionClass::kDemonstrative:
      return speaker_pronoun;
    case DecisionClass::kDefinite:
      return speaker_pronoun || are_told_apart(anaphor, candidate) ||
             are_told_apart(anaphor, context.phrases[chain.described]);
    case DecisionClass::kName: {
      if (speaker_pronoun || candidate.pronoun == PronounClass::kThis) return true;
      if (are_told_apart(anaphor, candidate) ||
          are_told_apart(anaphor, context.phrases[chain.described])) {
        return true;
      }
      // "Ana Roth" and "Pia Roth".
      if (chain.names == 0 || anaphor.sense != Sense::kPerson) return false;
      const NounPhrase& name = context.phrases[chain.name];
      if (name.sense != Sense::kPerson || name.words.size() < 2 || anaphor.words.size() < 2) {
        return false;
      }
      return name.words.front() != anaphor.words.front() && !overlap_of(name, anaphor).within;
    }
    default:
      return speaker_pronoun;
  }
}

void add_anaphor_features(const DecisionContext& context, std::uint32_t index,
                          FeatureBuffer& features) {
  const NounPhrase& anaphor = context.phrases[index];
  const PhraseContext& around = context.contexts[index];
  const Adder add(features, class_of(anaphor));
  add(0, 0);
  add(1, form_of(anaphor));
  add(2, anaphor.place);
  add(3, anaphor.sense);
  add(4, around.speech != PhraseContext::kNone, around.speaker != PhraseContext::kNone);
  add(5, std::min<std::size_t>(anaphor.words.size(), 4));
  add(7, std::min<unsigned>(around.rank, 4));
  add(8, anaphor.embedding > 0, around.reports);
}

void add_new_features(const DecisionContext& context, std::uint32_t index, bool same_text,
                      bool same_lemma, FeatureBuffer& features) {
  const NounPhrase& anaphor = context.phrases[index];
  const PhraseContext& around = context.contexts[index];
  const Adder add(features, class_of(anaphor));
  add(20, 0);
  add(21, same_text, same_lemma);
  add(22, form_of(anaphor), anaphor.sense);
  add(23, anaphor.place, anaphor.number);
  add(26, bucket(anaphor.head.sentence));
  add(27, around.empty_it, anaphor.place);
  add(28, std::min<TokenIndex>(anaphor.end - anaphor.begin, 8));
  add(29, anaphor.end > anaphor.head.token + 1, form_of(anaphor));
  add(30, std::min<unsigned>(around.rank, 6));
  add(31, anaphor.recognised, anaphor.words.size() > 1, same_text);
}

void add_candidate_features(const DecisionContext& context, std::uint32_t anaphor_index,
                            std::uint32_t index, const Standing& standing,
                            FeatureBuffer& features) {
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const NounPhrase& candidate = context.phrases[index];
  const PhraseContext& here = context.contexts[anaphor_index];
  const PhraseContext& there = context.contexts[index];
  const Chain& chain = context.chains.chain(index);
  const Adder add(features, class_of(anaphor));
  const std::uint64_t sentences = bucket(anaphor.head.sentence - candidate.head.sentence);
  const bool same_sentence = anaphor.head.sentence == candidate.head.sentence;
  const bool behind = index > anaphor_index;
  const std::uint64_t relation = behind ? 7 : clause_relation(context, anaphor, candidate);
  const std::uint64_t kind = kind_of(candidate);

  // The candidate.
  add(40, kind);
  add(41, form_of(candidate));
  add(42, candidate.place, sentences);
  add(43, std::min<unsigned>(there.rank, 4), sentences);
  add(44, std::min<unsigned>(candidate.embedding, 2), candidate.place);
  add(45, candidate.number, candidate.gender);
  add(46, there.bracketed, candidate.recognised);

  // Where the two stand.
  add(50, sentences);
  add(51, behind ? 15 : bucket(anaphor_index - index));
  add(52, relation, candidate.place);
  add(53, anaphor.place, candidate.place);
  add(54, anaphor.place, candidate.place, sentences);
  add(55, relation, anaphor.place);
  add(56, here.paragraph == there.paragraph, sentences);
  add(57, here.speech == there.speech, here.speech != PhraseContext::kNone,
      there.speech != PhraseContext::kNone);
  add(58, here.reports, there.reports, sentences);
  add(68, here.reports, standing.latest_speaker, sentences);
  add(59, here.governor == there.governor, is_subject(anaphor), is_subject(candidate));
  add(60, standing.nearer);
  add(61, standing.before_in_sentence, sentences);
  add(62, standing.nearer, candidate.place);
  add(63, standing.larger, sentences);
  add(64, bucket(there.total), standing.larger);
  add(66, same_sentence && is_argument(context, anaphor.predicate, candidate), candidate.place,
      anaphor.place);
  add(67, standing.rivals, kind);
  if (behind) add(65, anaphor.place, candidate.sense);

  // Agreement, over the whole chain.
  const Agreement gender = context.genders_known ? gender_agreement(anaphor, chain) : kUnknown;
  const Agreement number = number_agreement(anaphor, chain);
  add(70, gender, kind);
  add(71, number, kind);
  const int evidence = context.given_names.evidence(chain.given_name);
  if (evidence != 0 && anaphor.gender != Gender::kUnknown) {
    add(72, anaphor.gender == Gender::kMale ? -evidence + 3 : evidence + 3);
  } else {
    add(72, 9, anaphor.pronoun == PronounClass::kIt && evidence != 0);
  }
  add(73, anaphor.sense, chain.sense);
  add(74, chain.person > 0, chain.thing > 0, chain.names > 0);

  // The chain.
  add(80, bucket(chain.size));
  add(81, bucket(chain.subjects), sentences);
  add(82, chain.last == index, bucket(anaphor.head.sentence - chain.last_sentence));
  const NounPhrase& last = context.phrases[chain.last];
  add(83, form_of(last), last.place);
  add(85, last.place == anaphor.place, bucket(anaphor.head.sentence - chain.last_sentence),
      last.kind);
  add(84, chain.pronouns > 0, chain.names > 0, chain.size > 1);

  // Words.
  if (anaphor.kind == PhraseKind::kPronoun) return;
  const Overlap overlap = overlap_of(anaphor, candidate);
  const bool same_head = anaphor.lemma == candidate.lemma;
  const bool same_text = anaphor.text == candidate.text;
  const std::uint64_t match = (same_text ? 8U : 0U) + (same_head ? 4U : 0U) +
                              (overlap.within ? 2U : 0U) + (overlap.common > 0 ? 1U : 0U);
  add(100, match);
  add(101, match, form_of(anaphor), static_cast<std::uint64_t>(candidate.kind));
  add(102, match, sentences);
  add(103, overlap.first, overlap.last, overlap.within, anaphor.words.size() > 1,
      candidate.words.size() > 1);
  const std::size_t extra = anaphor.words.size() - std::min(anaphor.words.size(), overlap.common);
  const std::size_t lost =
      candidate.words.size() - std::min(candidate.words.size(), overlap.common);
  add(104, match, std::min<std::size_t>(extra, 3), std::min<std::size_t>(lost, 3));
  add(105, match, anaphor.sense, candidate.sense);
  add(106, match, anaphor.number == candidate.number);
  add(107, match, candidate.determiner, anaphor.determiner);
  if (chain.names > 0 && chain.name != index) {
    const Overlap named = overlap_of(anaphor, context.phrases[chain.name]);
    add(111, named.within, named.last, named.common > 0);
  }
  // Apposition and predication.
  std::uint64_t link = 0;
  if (same_sentence && anaphor.governor == candidate.head.token) {
    link = 1 + static_cast<std::uint64_t>(anaphor.place);
  } else if (same_sentence && candidate.governor == anaphor.head.token) {
    link = 32 + static_cast<std::uint64_t>(candidate.place);
  }
  add(112, link, kind);
  add(113, link, anaphor.sense == candidate.sense, form_of(anaphor));
}

}  // namespace newsgraph
