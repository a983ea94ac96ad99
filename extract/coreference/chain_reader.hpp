#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/coreference/decision.hpp"

namespace newsgraph {

/// An anaphor, what may be its antecedent, and the features of each choice.
struct Decision {
  std::uint32_t anaphor = 0;
  DecisionClass decision_class = DecisionClass::kIt;
  std::vector<std::uint32_t> candidates;  ///< earlier phrases, the nearest first for pronouns
  FeatureBuffer shared;                   ///< of every choice
  FeatureBuffer none;                     ///< of "no antecedent"
  std::vector<FeatureBuffer> features;    ///< of each candidate; may be longer than `candidates`
};

/// A position in Decision::candidates, and whether a graph may rely on it.
struct Choice {
  std::size_t candidate = 0;
  bool sure = true;
};

/// Who decides: the model, or the trainer.
class Decider {
 public:
  virtual ~Decider() = default;

  /// The antecedent, or none.
  virtual std::optional<Choice> choose(const Decision& decision,
                                       const DecisionContext& context) = 0;

  /// DecisionContext::genders_known of the next article.
  virtual bool genders_known() { return true; }
};

/// A phrase joined to the chain of an earlier one, or of the one that its clause modifies or whose
/// speech it stands in.
struct CoreferenceLink {
  std::uint32_t anaphor = 0;
  std::uint32_t antecedent = 0;
  bool sure = true;  ///< as decided; what a rule has joined is sure

  friend bool operator==(const CoreferenceLink&, const CoreferenceLink&) = default;
};

/// The noun phrases of an article and which of them are one.
struct Coreference {
  std::vector<NounPhrase> phrases;                 ///< in order of the text
  std::vector<std::vector<std::uint32_t>> chains;  ///< of two phrases or more, disjoint
  std::vector<CoreferenceLink> links;              ///< that made them; at most one for each anaphor
};

/// Finds the phrases of `document`, reads them in order and lets `decider` choose each one's
/// antecedent, so that a decision sees the chains that those before it made (mention ranking: Denis
/// and Baldridge 2008, with features of the chain as in Clark and Manning 2016).
///
/// Decided by rule: "it" that surely stands for nothing, names that chain_names() has joined,
/// relative pronouns (their clause's noun), and in direct speech whose speaker is known "I" (the
/// speaker) and "we" (the body or the people that speak or are spoken for). Each phrase has a
/// bounded number of candidates, so time is linear.
///
/// @param document  With its names chained (chain_names()).
Coreference read_chains(Document& document, const std::vector<Speech>& speech,
                        const GivenNames& given_names, Decider& decider);

}  // namespace newsgraph
