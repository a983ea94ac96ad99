#include "extract/coreference/coreference.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "extract/coreference/constraints.hpp"
#include "extract/coreference/name_chains.hpp"
#include "extract/coreference/score_terms.hpp"

namespace newsgraph {
namespace {

/// The name of one place or event; bodies are spoken of as many, too.
bool is_single_name(const NounPhrase& candidate, const Chain& chain) {
  return candidate.number != GrammaticalNumber::kPlural && chain.names > 0 &&
         (chain.sense == Sense::kPlace || chain.sense == Sense::kEvent);
}

/// Whether a link of the two is one that a graph must not rely on, however likely it is.
bool is_doubtful(const DecisionContext& context, std::uint32_t anaphor_index,
                 std::uint32_t candidate_index) {
  const NounPhrase& anaphor = context.phrases[anaphor_index];
  const Chain& chain = context.chains.chain(candidate_index);
  switch (class_of(anaphor)) {
    case DecisionClass::kHeOrShe:
      // "He" for what is said to be a place: the name's type or the link is wrong.
      return is_body_or_place(chain);
    case DecisionClass::kIt:
      return context.contexts[anaphor_index].perhaps_empty;
    case DecisionClass::kThey:
      // "Norland and their allies" there is; "they" are other people.
      return anaphor.place != Place::kPossessor &&
             is_single_name(context.phrases[candidate_index], chain);
    case DecisionClass::kDefinite:
      // "This director" may be anybody; "this report" is the report.
      if (anaphor.determiner == Determiner::kDemonstrative &&
          anaphor.lemma != context.phrases[candidate_index].lemma) {
        return true;
      }
      // "The short-term goal is … . The goal is …": the one that was set apart, or the other?
      return !anaphor.set_apart && (context.phrases[candidate_index].set_apart ||
                                    context.phrases[chain.described].set_apart);
    default:
      return false;
  }
}

/// Chooses by the network.
class NetworkDecider : public Decider {
 public:
  explicit NetworkDecider(const CoreferenceModel& model) : model_(model) {}

  std::optional<Choice> choose(const Decision& decision, const DecisionContext& context) override {
    const auto decision_class = static_cast<std::size_t>(decision.decision_class);
    const RankingNetwork& network = model_.network();
    RankingNetwork::Sums shared{};
    network.add(decision.shared.view(), shared);
    RankingNetwork::Sums none = shared;
    network.add(decision.none.view(), none);
    const std::int64_t none_score = network.score(none, decision_class);
    const CoreferenceModel::Margins& margins = model_.margins(decision.decision_class);
    std::optional<std::size_t> best;
    std::int64_t best_score = none_score + margins.likely;
    scores_.clear();
    for (std::size_t c = 0; c < decision.candidates.size(); ++c) {
      RankingNetwork::Sums sums = shared;
      network.add(decision.features[c].view(), sums);
      scores_.push_back(network.score(sums, decision_class) +
                        score_term(context, decision.anaphor, decision.candidates[c]) *
                            model_.unit());
      if (scores_[c] <= best_score) continue;
      best = c;
      best_score = scores_[c];
    }
    if (!best) return std::nullopt;
    return Choice{*best, is_sure(decision, context, *best, none_score)};
  }

 private:
  /// Whether a graph may rely on the choice of `best`: by what it is, and by how far it is ahead.
  bool is_sure(const Decision& decision, const DecisionContext& context, std::size_t best,
               std::int64_t none_score) const {
    if (is_doubtful(context, decision.anaphor, decision.candidates[best])) return false;
    const NounPhrase& anaphor = context.phrases[decision.anaphor];
    const CoreferenceModel::Margins& margins = model_.margins(decision.decision_class);
    const Caution caution = caution_of(context, decision.anaphor, decision.candidates[best]);
    // "It" may stand for nothing or for what a clause says, "its" hardly ever.
    const bool owns = anaphor.kind == PhraseKind::kPronoun && anaphor.place == Place::kPossessor;
    const std::int64_t rival = margins.rival + caution.rival * model_.unit() / 1000;
    std::int64_t sure = caution.sure * model_.unit() / 1000;
    if (!owns) sure = std::max(sure + margins.sure, rival);
    if (scores_[best] - none_score <= sure) return false;
    const auto chain_of = [&](std::size_t c) {
      return context.chains.chain_of(decision.candidates[c]);
    };
    for (std::size_t c = 0; c < scores_.size(); ++c) {
      if (chain_of(c) != chain_of(best) && scores_[best] - scores_[c] <= rival) return false;
    }
    return true;
  }

  const CoreferenceModel& model_;
  std::vector<std::int64_t> scores_;
};

/// "Brandt is the mayor", "Brandt remains mayor", "Brandt, the mayor": what is said of a phrase,
/// not another mention of it. The one of the two that says it, if the link is such.
std::optional<std::uint32_t> predicate_of(const Document& document, const Coreference& found,
                                          const CoreferenceLink& link) {
  const NounPhrase& anaphor = found.phrases[link.anaphor];
  const NounPhrase& antecedent = found.phrases[link.antecedent];
  if (anaphor.head.sentence != antecedent.head.sentence) return std::nullopt;
  const Tree& tree = document.tree(anaphor.head.sentence);
  const auto says_of = [&](const NounPhrase& a, const NounPhrase& b) {
    if (tree.is(b.head.token, "xcomp") && a.governor == b.governor) return true;
    return a.governor == b.head.token &&
           (a.place == Place::kApposition ||
            (b.place == Place::kPredicate &&
             (a.place == Place::kSubject || a.place == Place::kPassiveSubject)));
  };
  if (!says_of(anaphor, antecedent) && !says_of(antecedent, anaphor)) return std::nullopt;
  return antecedent.kind == PhraseKind::kNominal && anaphor.kind != PhraseKind::kNominal
             ? link.antecedent
             : link.anaphor;
}

/// Joins the mentions of a document through the phrases that stand for them.
class MentionJoiner {
 public:
  MentionJoiner(Document& document, const Coreference& found)
      : document_(document),
        found_(found),
        parent_(found.phrases.size()),
        name_(found.phrases.size()),
        is_predicate_(found.phrases.size(), false) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::uint32_t i = 0; i < found.phrases.size(); ++i) {
      const NounPhrase& phrase = found.phrases[i];
      if (!phrase.recognised || phrase.kind != PhraseKind::kName) continue;
      if (const auto mention = document.own_mention_of(phrase.head)) {
        name_[i] = document.chain_of(*mention);
      }
    }
  }

  void run() {
    std::vector<bool> linked(parent_.size(), false);
    for (const CoreferenceLink& link : found_.links) {
      if (!link.sure || !join(link)) continue;
      linked[link.anaphor] = linked[link.antecedent] = true;
      if (const auto predicate = predicate_of(document_, found_, link))
        is_predicate_[*predicate] = true;
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      if (!linked[i] || is_predicate_[i]) continue;
      if (const auto mention = mention_of(found_.phrases[i])) groups[root(i)].push_back(*mention);
    }
    for (const auto& [root, mentions] : groups) put_together(mentions);
  }

 private:
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  bool join(const CoreferenceLink& link) {
    // "Five bodies — the Herald, ... and Reuters": a count stands for all its names.
    const NounPhrase& anaphor = found_.phrases[link.anaphor];
    const NounPhrase& antecedent = found_.phrases[link.antecedent];
    if (anaphor.kind != PhraseKind::kPronoun && antecedent.kind != PhraseKind::kPronoun &&
        (is_counted(anaphor) || is_counted(antecedent))) {
      return false;
    }
    const std::uint32_t a = root(link.anaphor);
    const std::uint32_t b = root(link.antecedent);
    if (a == b) return true;
    // Two different names are one only if one was chosen for the other.
    const bool names = anaphor.kind == PhraseKind::kName && antecedent.kind == PhraseKind::kName;
    if (name_[a] && name_[b] && *name_[a] != *name_[b] && !names) return false;
    const auto [low, high] = std::minmax(a, b);
    parent_[high] = low;
    if (!name_[low]) name_[low] = name_[high];
    return true;
  }

  /// The mention of a phrase that may be joined: no coordination, no part of a name, no amount or
  /// date.
  std::optional<std::uint32_t> mention_of(const NounPhrase& phrase) {
    if (phrase.kind == PhraseKind::kCoordination || phrase.nested) return std::nullopt;
    const auto mention = document_.own_mention_of(phrase.head);
    if (!mention || (is_counted(phrase) && !is_counted_group(phrase))) return std::nullopt;
    return mention;
  }

  bool is_counted(const NounPhrase& phrase) {
    const auto mention = document_.own_mention_of(phrase.head);
    return mention && document_.mentions()[*mention].kind == NodeKind::kValue;
  }

  /// "Three prisoners", who are spoken of as "they"; "three miles" are only that many.
  bool is_counted_group(const NounPhrase& phrase) const {
    const bool noun = phrase.kind == PhraseKind::kNominal && phrase.sense != Sense::kAmount &&
                      phrase.sense != Sense::kTime;
    return noun && phrase.number == GrammaticalNumber::kPlural &&
           document_.amount_at(phrase.head) == nullptr;
  }

  /// One chain for all; a name speaks for it, else what comes first.
  void put_together(const std::vector<std::uint32_t>& members) {
    std::vector<Mention>& mentions = document_.mentions();
    const auto rank = [&](std::uint32_t i) {
      const MentionForm form = mentions[i].form;
      const int order = form == MentionForm::kName ? 0 : form == MentionForm::kNominal ? 1 : 2;
      return std::tuple(order, mentions[i].span, i);
    };
    std::vector<std::uint32_t> chains;
    for (const std::uint32_t member : members) chains.push_back(document_.chain_of(member));
    const std::uint32_t first =
        *std::min_element(chains.begin(), chains.end(),
                          [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    for (const std::uint32_t chain : chains) mentions[chain].chain = first;
  }

  Document& document_;
  const Coreference& found_;
  std::vector<std::uint32_t> parent_;               ///< of phrases: union-find
  std::vector<std::optional<std::uint32_t>> name_;  ///< of a root: the chain of its names
  std::vector<bool> is_predicate_;
};

}  // namespace

Coreference find_coreference(Document& document, const std::vector<Speech>& speech,
                             const CoreferenceModel& model) {
  chain_names(document);
  NetworkDecider decider(model);
  return read_chains(document, speech, model.given_names(), decider);
}

void resolve_coreference(Document& document, const std::vector<Speech>& speech,
                         const CoreferenceModel& model) {
  const Coreference found = find_coreference(document, speech, model);
  MentionJoiner(document, found).run();
}

}  // namespace newsgraph
