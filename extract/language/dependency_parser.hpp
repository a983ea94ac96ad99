#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/language/calibration.hpp"
#include "extract/language/feature_buffer.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/sparse_weights.hpp"
#include "extract/language/transition_system.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// What the parser sees of one word.
struct ParserWord {
  std::uint32_t form = 0;  ///< lower case
  std::uint32_t tag = 0;   ///< universal and Penn part of speech
  std::uint32_t upos = 0;
  std::uint32_t fine = 0;
  std::uint32_t coarse = 0;
  std::uint16_t verbs_before = 0;  ///< running counts, for what lies between two words
  std::uint16_t commas_before = 0;
  std::uint16_t conjunctions_before = 0;
};

/// The words of a tagged sentence and, behind them, the root.
void parser_words(std::span<const WordFeatures> words, const Sentence& sentence,
                  std::vector<ParserWord>& result);

/// Features of a configuration, after Zhang and Nivre (2011).
void parser_features(const Configuration& configuration, std::span<const ParserWord> words,
                     FeatureBuffer& features);

/// Arcs that Universal Dependencies rule out, whatever the model says: punctuation has no
/// dependents, and what has a subject, copula or auxiliary is a predicate, so that it is no object,
/// oblique or modifier of a noun.
struct ArcRules {
  std::vector<bool> is_punctuation;    ///< by word
  std::uint64_t predicate_labels = 0;  ///< one bit a label that only predicates govern
  std::vector<bool> is_clausal;        ///< by label: may hold between a predicate and its head

  bool has_predicate_marks(const Configuration::Dependents& dependents) const {
    return ((dependents.left_labels | dependents.right_labels) & predicate_labels) != 0;
  }
};

/// Greedy arc-hybrid dependency parser trained with a dynamic oracle (Goldberg and Nivre, 2013).
/// Plug point: another parser has to fill head, deprel and head_score.
///
/// O(words) transitions, each of constant time.
class DependencyParser {
 public:
  /// @throws ParseError if `file` is no parser.
  explicit DependencyParser(const ModelFile& file);

  /// Sets head, deprel and head_score of every token; upos and xpos are needed.
  void parse(std::span<const WordFeatures> words, Sentence& sentence) const;

 private:
  std::vector<std::string> labels_;
  std::uint32_t root_label_ = 0;
  ArcRules rules_;  ///< without words
  SparseWeights weights_;
  MarginCalibration calibration_;
};

/// The best transition that `configuration` allows, and its lead over the best of another kind.
/// `root_label` is the relation for arcs from the root, and only for these.
struct ScoredTransition {
  Transition transition;
  std::int32_t margin = 0;
};
/// @param rules  What is ruled out as long as anything else is possible; nullptr for nothing, as in
///               training, where the oracle knows better.
ScoredTransition best_transition(const Configuration& configuration, const Scores& scores,
                                 std::size_t labels, std::uint32_t root_label,
                                 const ArcRules* rules = nullptr);

/// "by" with a noun under a passive participle is its agent: sets obl:agent. One of the training
/// treebanks does not make this distinction, so that models are unsure; in the others the rule
/// holds for 94 in 100.
void mark_agents(Sentence& sentence);

}  // namespace newsgraph
