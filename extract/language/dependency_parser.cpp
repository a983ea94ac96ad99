#include "extract/language/dependency_parser.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>

#include "extract/base/error.hpp"

namespace newsgraph {

ScoredTransition best_transition(const Configuration& configuration, const Scores& scores,
                                 std::size_t labels, std::uint32_t root_label,
                                 const ArcRules* rules) {
  constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;
  std::int32_t best[3] = {kImpossible, kImpossible, kImpossible};
  std::uint32_t label[3] = {0, 0, 0};
  if (configuration.can_shift()) best[Transition::kShift] = scores[0];
  const bool before_root = configuration.buffer(0) == configuration.root();
  const bool is_predicate =
      rules != nullptr && configuration.stack_size() > 0 &&
      rules->has_predicate_marks(configuration.dependents(configuration.stack(0)));
  const auto best_label = [&](Transition::Kind kind, std::size_t first) {
    for (std::uint32_t l = 0; l < labels; ++l) {
      if (l == root_label || scores[first + l] <= best[kind]) continue;
      if (is_predicate && !rules->is_clausal[l]) continue;
      best[kind] = scores[first + l];
      label[kind] = l;
    }
  };
  if (configuration.can_left()) {
    if (before_root) {
      best[Transition::kLeft] = scores[1 + root_label];
      label[Transition::kLeft] = root_label;
    } else {
      best_label(Transition::kLeft, 1);
    }
  }
  if (configuration.can_right()) best_label(Transition::kRight, 1 + labels);
  if (rules != nullptr && !before_root) {
    const auto forbid = [&](Transition::Kind arc, Transition::Kind otherwise, std::int32_t head) {
      const bool other_way =
          best[Transition::kShift] != kImpossible || best[otherwise] != kImpossible;
      if (best[arc] != kImpossible && other_way &&
          rules->is_punctuation[static_cast<std::size_t>(head)]) {
        best[arc] = kImpossible;
      }
    };
    forbid(Transition::kLeft, Transition::kRight, configuration.buffer(0));
    if (configuration.can_right()) {
      forbid(Transition::kRight, Transition::kLeft, configuration.stack(1));
    }
  }
  std::size_t kind = 0;
  for (std::size_t k = 1; k < 3; ++k) {
    if (best[k] > best[kind]) kind = k;
  }
  std::int32_t other = kImpossible;
  for (std::size_t k = 0; k < 3; ++k) {
    if (k != kind) other = std::max(other, best[k]);
  }
  const std::int32_t margin =
      other == kImpossible ? std::numeric_limits<std::int32_t>::max() : best[kind] - other;
  return {{static_cast<Transition::Kind>(kind), label[kind]}, margin};
}

namespace {

/// Relations that only predicates govern, and those by which a predicate may hang on its head.
constexpr std::string_view kPredicateMarks[] = {"nsubj",    "nsubj:pass", "cop", "aux",
                                                "aux:pass", "csubj",      "expl"};
constexpr std::string_view kClausal[] = {
    "acl",       "acl:relcl",  "advcl",       "advcl:relcl", "appos",      "ccomp",      "conj",
    "csubj",     "csubj:pass", "csubj:outer", "dep",         "discourse",  "list",       "orphan",
    "parataxis", "reparandum", "root",        "xcomp",       "dislocated", "nsubj:outer"};

}  // namespace

DependencyParser::DependencyParser(const ModelFile& file)
    : weights_(file.section("weights"), file.path()) {
  ByteReader reader(file.section("labels"), file.path());
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count; ++i) {
    labels_.push_back(reader.string());
    if (labels_.back() == "root") root_label_ = i;
  }
  if (labels_.empty() || labels_[root_label_] != "root" ||
      weights_.classes() != 1 + 2 * labels_.size()) {
    throw ParseError(file.path(), 0, "relations and weights do not fit");
  }
  rules_.is_clausal.assign(labels_.size(), false);
  for (std::size_t l = 0; l < labels_.size(); ++l) {
    const auto is_one_of = [&](const auto& names) {
      return std::find(std::begin(names), std::end(names), labels_[l]) != std::end(names);
    };
    // Sets of relations are kept as 64 bits; with more of them two would share one.
    if (labels_.size() <= 64 && is_one_of(kPredicateMarks)) {
      rules_.predicate_labels |= std::uint64_t{1} << l;
    }
    rules_.is_clausal[l] = is_one_of(kClausal);
  }
  calibration_ = MarginCalibration(file.section("calibration"), file.path());
}

void DependencyParser::parse(std::span<const WordFeatures> words, Sentence& sentence) const {
  thread_local std::vector<ParserWord> parser_input;
  thread_local Configuration configuration;
  parser_words(words, sentence, parser_input);
  configuration.reset(sentence.tokens.size());
  FeatureBuffer features;
  Scores scores;
  ArcRules rules = rules_;
  for (const Token& token : sentence.tokens) {
    rules.is_punctuation.push_back(token.upos == Upos::kPunct);
  }
  while (!configuration.finished()) {
    if (configuration.stack_size() == 0) {
      configuration.perform({Transition::kShift, 0});
      continue;
    }
    parser_features(configuration, parser_input, features);
    weights_.score(features.view(), scores);
    const auto [transition, margin] =
        best_transition(configuration, scores, labels_.size(), root_label_, &rules);
    if (transition.kind != Transition::kShift) {
      Token& child = sentence.tokens[static_cast<std::size_t>(configuration.stack(0))];
      child.head_score = calibration_.probability(margin);
    }
    configuration.perform(transition);
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const auto word = static_cast<std::int32_t>(i);
    const std::int32_t head = configuration.head(word);
    sentence.tokens[i].head = head == configuration.root() ? kNoHead : head;
    sentence.tokens[i].deprel = labels_[configuration.label(word)];
  }
}

void mark_agents(Sentence& sentence) {
  for (const Token& preposition : sentence.tokens) {
    if (preposition.deprel != "case" || preposition.form != "by") continue;
    Token& noun = sentence.tokens[static_cast<std::size_t>(preposition.head)];
    if (noun.deprel != "obl" ||
        (noun.upos != Upos::kNoun && noun.upos != Upos::kPropn && noun.upos != Upos::kPron)) {
      continue;
    }
    if (sentence.tokens[static_cast<std::size_t>(noun.head)].xpos == "VBN") {
      noun.deprel = "obl:agent";
    }
  }
}

}  // namespace newsgraph
