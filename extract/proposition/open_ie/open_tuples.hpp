#pragma once

#include <cstdint>
#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/open_ie/open_tuple.hpp"

/// Open Information Extraction (Banko et al., 2007): what a sentence says, in its own words, for
/// readers other than the graph. Two styles over the clauses that the propositions come from
/// (clause.hpp).
namespace newsgraph {

enum class TupleStyle : std::uint8_t {
  kNary,    ///< as many arguments as a clause has (nary_tuples.hpp)
  kBinary,  ///< two arguments and no word that is not in the sentence (binary_tuples.hpp)
};

/// The tuples of a sentence, in order of their predicates; none twice.
std::vector<OpenTuple> find_open_tuples(const Document& document, std::uint32_t sentence,
                                        TupleStyle style);

}  // namespace newsgraph
