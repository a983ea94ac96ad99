#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph {

/// One extraction of Open Information Extraction: words of a sentence that state a relation.
///
///     "Roth met Kern in Oslo."   relation "met", arguments "Roth", "Kern", "in Oslo"
struct OpenTuple {
  std::uint32_t sentence = 0;          ///< index into Extraction::sentences
  std::string relation;                ///< as written
  std::vector<std::string> arguments;  ///< as written, the subject first; one at least
  double confidence = 0;  ///< probability that the sentence says so, in [0, 1], four decimals
  std::string rule;       ///< the rule that made it: "object", "apposition"

  friend bool operator==(const OpenTuple&, const OpenTuple&) = default;
};

}  // namespace newsgraph
