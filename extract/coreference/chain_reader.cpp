#include "extract/coreference/chain_reader.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/coreference/constraints.hpp"
#include "extract/coreference/phrase_context.hpp"
#include "extract/coreference/spoken_for.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kMostCandidates = 40;

/// How far a phrase looks back for any antecedent, beside those that share its words.
struct Window {
  std::uint32_t sentences = 0;
  std::size_t candidates = 0;
};

Window window_of(DecisionClass decision) {
  switch (decision) {
    case DecisionClass::kHeOrShe:
      return {4, 30};
    case DecisionClass::kIt:
    case DecisionClass::kThey:
      return {3, 30};
    case DecisionClass::kSpeaker:
      return {8, 6};
    case DecisionClass::kDemonstrative:
      return {1, 16};
    case DecisionClass::kName:
      return {1, 12};
    default:
      return {2, 16};
  }
}

class Reader {
 public:
  Reader(Document& document, const std::vector<NounPhrase>& phrases,
         const std::vector<Speech>& speech, const GivenNames& given_names, Decider& decider)
      : document_(document),
        phrases_(phrases),
        contexts_(contexts_of(document, phrases, speech)),
        chains_(phrases),
        context_{document, phrases_, contexts_, chains_, given_names, decider.genders_known()},
        decider_(decider) {
    count_names();
    name_coarguments();
  }

  std::vector<CoreferenceLink> run() {
    // A pronoun before its sentence's subject waits for it.
    std::vector<std::vector<std::uint32_t>> waiting(phrases_.size());
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
      if (const std::uint32_t subject = contexts_[i].subject; subject != i) {
        waiting[subject].push_back(i);
        continue;
      }
      read(i);
      for (const std::uint32_t pronoun : waiting[i]) read(pronoun);
    }
    join_later();
    return std::move(links_);
  }

  const ChainTable& chains() const { return chains_; }

 private:
  void read(std::uint32_t i) {
    if (!decide_by_rule(i)) decide(i);
    note(i);
    if (contexts_[i].reports) latest_speaker_ = i;
  }

  /// Names joined before, and what has to wait for the whole article.
  bool decide_by_rule(std::uint32_t i) {
    const NounPhrase& phrase = phrases_[i];
    if (phrase.pronoun == PronounClass::kRelative || phrase.pronoun == PronounClass::kOther) {
      return true;
    }
    if (contexts_[i].is_empty) return true;
    if (waits(i)) return true;
    if (!phrase.recognised && phrase.kind == PhraseKind::kName) return join_acronym(i);
    if (!phrase.recognised || phrase.kind == PhraseKind::kCoordination) return false;
    const auto mention = document_.own_mention_of(phrase.head);
    if (!mention) return false;
    const auto [known, is_new] = first_of_name_.emplace(document_.chain_of(*mention), i);
    if (is_new) return false;
    join(i, known->second, true);
    return true;
  }

  /// "The World Health Organization ... the WHO", which the recogniser has not found to be a name:
  /// the one name before it that has these initials.
  bool join_acronym(std::uint32_t i) {
    const NounPhrase& phrase = phrases_[i];
    const std::string& form = document_.tree(phrase.head.sentence).token(phrase.head.token).form;
    constexpr std::size_t kFewest = 3;  // two letters are the initials of much
    const bool capitals =
        std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals || form.size() < kFewest || phrase.words.size() != 1) return false;
    const auto found = by_word_.find(phrase.words.front());
    if (found == by_word_.end()) return false;
    std::optional<std::uint32_t> full;
    for (const std::uint32_t earlier : found->second) {
      if (phrases_[earlier].initials != phrase.words.front()) continue;
      if (full && chains_.chain_of(*full) != chains_.chain_of(earlier)) return false;
      full = earlier;
    }
    if (!full) return false;
    join(i, *full, true);
    return true;
  }

  /// How often each name stands in the article, before and after.
  void count_names() {
    std::map<std::uint32_t, std::uint8_t> totals;  // by mention's chain
    for (int pass = 0; pass < 2; ++pass) {
      for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
        if (!phrases_[i].recognised || phrases_[i].kind == PhraseKind::kCoordination) continue;
        const auto mention = document_.own_mention_of(phrases_[i].head);
        if (!mention) continue;
        std::uint8_t& total = totals[document_.chain_of(*mention)];
        if (pass == 0 && total < 15) ++total;
        contexts_[i].total = total;
      }
    }
  }

  /// "He thanked Roth": a name still to be read joins the chain of its first mention.
  void name_coarguments() {
    std::map<std::uint32_t, std::uint32_t> first;  // phrase, by mention's chain
    const auto first_of = [&](std::uint32_t i) {
      if (!phrases_[i].recognised || phrases_[i].kind == PhraseKind::kCoordination) return i;
      const auto mention = document_.own_mention_of(phrases_[i].head);
      return mention ? first.emplace(document_.chain_of(*mention), i).first->second : i;
    };
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) first_of(i);
    for (PhraseContext& context : contexts_) {
      for (std::uint32_t& coargument : context.coarguments) coargument = first_of(coargument);
    }
  }

  void join_later() {
    PhraseByHead by_head;
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
      if (phrases_[i].kind != PhraseKind::kCoordination) by_head.emplace(phrases_[i].head, i);
    }
    const std::map<std::uint32_t, std::uint32_t> bodies =
        bodies_spoken_for(document_, phrases_, chains_, by_head);
    std::map<std::uint32_t, std::uint32_t> first_we;  // by the speaker's chain
    std::set<std::int32_t> personal;                  // speeches with an "I" in them
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
      const bool own =
          phrases_[i].pronoun == PronounClass::kI && contexts_[i].speech != PhraseContext::kNone;
      if (own) personal.insert(contexts_[i].speech);
    }
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
      const NounPhrase& phrase = phrases_[i];
      if (phrase.pronoun == PronounClass::kRelative) {
        const auto noun = by_head.find({phrase.head.sentence, phrase.modified});
        if (noun != by_head.end()) join(i, noun->second, true);
        continue;
      }
      if (!waits(i)) continue;
      const auto speaker = static_cast<std::uint32_t>(contexts_[i].speaker);
      // "In a statement: 'I ...'" is nobody's "I".
      if (speaker == i || phrases_[speaker].sense == Sense::kCommunication) continue;
      if (phrase.pronoun == PronounClass::kI) {
        join(i, speaker, true);
        continue;
      }
      const std::uint32_t chain = chains_.chain_of(speaker);
      const auto body = bodies.find(chain);
      const bool place = phrases_[speaker].sense == Sense::kPlace;
      const bool several = phrases_[speaker].number == GrammaticalNumber::kPlural;
      if (place || several || is_body(phrases_[speaker])) {
        join(i, speaker, true);
      } else if (body != bodies.end() && !personal.contains(contexts_[i].speech)) {
        join(i, body->second, true);
      } else if (const auto [first, is_new] = first_we.emplace(chain, i); !is_new) {
        join(i, first->second, true);
      }
    }
  }

  void join(std::uint32_t i, std::uint32_t antecedent, bool sure) {
    chains_.join(i, antecedent);
    links_.push_back({i, antecedent, sure});
  }

  void decide(std::uint32_t i) {
    decision_.anaphor = i;
    decision_.decision_class = class_of(phrases_[i]);
    find_candidates(i);
    if (decision_.candidates.empty()) return;
    make_features(i);
    if (const auto chosen = decider_.choose(decision_, context_)) {
      join(i, decision_.candidates[chosen->candidate], chosen->sure);
    }
  }

  void find_candidates(std::uint32_t i) {
    std::vector<std::uint32_t>& candidates = decision_.candidates;
    candidates.clear();
    same_text_ = same_lemma_ = false;
    const NounPhrase& anaphor = phrases_[i];
    const Window window = window_of(decision_.decision_class);
    const std::uint32_t subject = contexts_[i].subject;
    if (subject != i && !is_ruled_out(context_, i, subject)) candidates.push_back(subject);
    for (std::uint32_t c = i; c-- > 0 && candidates.size() < window.candidates;) {
      if (anaphor.head.sentence - phrases_[c].head.sentence > window.sentences) break;
      if (!waits(c) && !is_ruled_out(context_, i, c)) candidates.push_back(c);
    }
    if (anaphor.kind == PhraseKind::kPronoun) return;
    // Phrases with a word in common, wherever they stand: the latest of each chain.
    for (const std::uint32_t word : keys_of(anaphor)) {
      const auto found = by_word_.find(word);
      if (found == by_word_.end()) continue;
      std::size_t looked = 0;
      std::vector<std::uint32_t> chains;
      for (auto it = found->second.rbegin(); it != found->second.rend() && looked < 24; ++it) {
        ++looked;
        same_text_ |= phrases_[*it].text == anaphor.text;
        same_lemma_ |= phrases_[*it].lemma == anaphor.lemma;
        const std::uint32_t chain = chains_.chain_of(*it);
        if (std::find(chains.begin(), chains.end(), chain) != chains.end()) continue;
        if (candidates.size() >= kMostCandidates || chains.size() >= 6) break;
        chains.push_back(chain);
        if (std::find(candidates.begin(), candidates.end(), *it) != candidates.end()) continue;
        if (!is_ruled_out(context_, i, *it)) candidates.push_back(*it);
      }
    }
  }

  /// Whether a phrase gets its chain only at the end: "I" and "we" in speech whose speaker is
  /// known; not "our", which is often everybody's ("our planet").
  bool waits(std::uint32_t i) const {
    const NounPhrase& phrase = phrases_[i];
    const bool we = phrase.pronoun == PronounClass::kWe && phrase.place != Place::kPossessor &&
                    !is_of_others(document_.tree(phrase.head.sentence), phrase.head.token);
    return (phrase.pronoun == PronounClass::kI || we) &&
           contexts_[i].speaker != PhraseContext::kNone;
  }

  static std::vector<std::uint32_t> keys_of(const NounPhrase& phrase) {
    std::vector<std::uint32_t> keys;
    if (phrase.kind == PhraseKind::kName) keys = phrase.words;
    if (std::find(keys.begin(), keys.end(), phrase.lemma) == keys.end()) {
      keys.push_back(phrase.lemma);
    }
    if (phrase.initials != 0) keys.push_back(phrase.initials);
    if (keys.size() > 8) keys.resize(8);
    return keys;
  }

  void note(std::uint32_t i) {
    if (phrases_[i].kind == PhraseKind::kPronoun) return;
    for (const std::uint32_t key : keys_of(phrases_[i])) by_word_[key].push_back(i);
  }

  Standing standing_of(std::size_t c) {
    const std::vector<std::uint32_t>& candidates = decision_.candidates;
    const NounPhrase& candidate = phrases_[candidates[c]];
    const std::uint32_t chain = chains_.chain_of(candidates[c]);
    Standing standing;
    standing.latest_speaker = latest_speaker_ && chains_.chain_of(*latest_speaker_) == chain;
    seen_.clear();
    for (std::size_t other = 0; other < candidates.size(); ++other) {
      const NounPhrase& rival = phrases_[candidates[other]];
      if (other == c || rival.sense != candidate.sense) continue;
      if (rival.head.sentence == candidate.head.sentence && candidates[other] < candidates[c] &&
          standing.before_in_sentence < 5) {
        ++standing.before_in_sentence;
      }
      const std::uint32_t its = chains_.chain_of(candidates[other]);
      if (its == chain || std::find(seen_.begin(), seen_.end(), its) != seen_.end()) continue;
      // Once a chain: at its nearest phrase, for pronouns look back from phrase to phrase.
      if (seen_.size() < 16) seen_.push_back(its);
      if (standing.rivals < 4) ++standing.rivals;
      const Chain& rivals = chains_.chain(candidates[other]);
      if (rivals.size > chains_.chain(candidates[c]).size && standing.larger < 5) {
        ++standing.larger;
      }
      if (candidates[other] > candidates[c] && standing.nearer < 7) ++standing.nearer;
    }
    return standing;
  }

  void make_features(std::uint32_t i) {
    decision_.shared.clear();
    decision_.none.clear();
    add_anaphor_features(context_, i, decision_.shared);
    add_new_features(context_, i, same_text_, same_lemma_, decision_.none);
    const std::vector<std::uint32_t>& candidates = decision_.candidates;
    if (decision_.features.size() < candidates.size()) {
      decision_.features.resize(candidates.size());
    }
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const Standing standing = standing_of(c);
      decision_.features[c].clear();
      add_candidate_features(context_, i, candidates[c], standing, decision_.features[c]);
    }
  }

  Document& document_;
  const std::vector<NounPhrase>& phrases_;
  std::vector<PhraseContext> contexts_;
  ChainTable chains_;
  DecisionContext context_;
  Decider& decider_;
  Decision decision_;
  std::optional<std::uint32_t> latest_speaker_;
  std::vector<CoreferenceLink> links_;
  bool same_text_ = false;
  bool same_lemma_ = false;
  std::vector<std::uint32_t> seen_;
  std::map<std::uint32_t, std::uint32_t> first_of_name_;  ///< mention's chain to phrase
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word_;  ///< never iterated
};

}  // namespace

Coreference read_chains(Document& document, const std::vector<Speech>& speech,
                        const GivenNames& given_names, Decider& decider) {
  Coreference result;
  result.phrases = find_noun_phrases(document);
  Reader reader(document, result.phrases, speech, given_names, decider);
  result.links = reader.run();
  result.chains = reader.chains().chains(2);
  return result;
}

}  // namespace newsgraph
