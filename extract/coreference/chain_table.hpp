#pragma once

#include <cstdint>
#include <vector>

#include "extract/coreference/noun_phrase.hpp"

namespace newsgraph {

/// What is known of one chain while the phrases are read in order.
struct Chain {
  std::uint32_t first = 0;  ///< phrases
  std::uint32_t last = 0;
  std::uint32_t size = 0;
  std::uint16_t male = 0;  ///< phrases that show it
  std::uint16_t female = 0;
  std::uint16_t singular = 0;
  std::uint16_t plural = 0;
  std::uint16_t person = 0;
  std::uint16_t thing = 0;
  std::uint16_t pronouns = 0;
  std::uint16_t names = 0;
  Sense sense = Sense::kUnknown;    ///< of its first name, else its first noun
  std::uint32_t name = 0;           ///< the phrase of its longest name, where names > 0
  std::uint32_t described = 0;      ///< the phrase of it with the longest description
  std::uint32_t given_name = 0;     ///< hash of the first word of a full name in it, or 0
  std::uint32_t last_sentence = 0;  ///< of `last`
  std::uint32_t subjects = 0;       ///< phrases that are subjects
};

/// Chains over the phrases of one article. Each phrase is in one chain, alone at first.
class ChainTable {
 public:
  explicit ChainTable(const std::vector<NounPhrase>& phrases);

  std::uint32_t chain_of(std::uint32_t phrase) const { return chain_of_[phrase]; }
  const Chain& chain(std::uint32_t phrase) const { return chains_[chain_of_[phrase]]; }

  /// Puts `phrase`, which must be alone, into the chain of `antecedent`; its own if equal.
  void join(std::uint32_t phrase, std::uint32_t antecedent);

  /// The phrases of each chain of at least `smallest`, chains in order of their first phrase.
  std::vector<std::vector<std::uint32_t>> chains(std::size_t smallest) const;

 private:
  void note(std::uint32_t phrase, Chain& chain) const;

  const std::vector<NounPhrase>& phrases_;
  std::vector<std::uint32_t> chain_of_;
  std::vector<Chain> chains_;
};

}  // namespace newsgraph
