#include "extract/coreference/decision.hpp"

#include <algorithm>
#include <bit>

#include "extract/coreference/constraints.hpp"

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
