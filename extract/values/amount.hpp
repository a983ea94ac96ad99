#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

/// Numbers, sums of money and measured quantities in a sentence, as typed literals.
///
///     "about 200 million euros"   money      ~EUR 200000000
///     "$9.8 billion"              money      USD 9800000000
///     "10-15 km"                  quantity   10..15 km
///     "at least two dozen"        number     >=24
///
/// A literal is [bound] [currency " "] number [".." number] [" " unit]. Bounds are "~" (about,
/// nearly), ">" (more than), ">=" (at least), "<" (less than), "<=" (up to). Numbers are decimal,
/// with a point; fractions that are none are rounded to four digits.
namespace newsgraph {

enum class AmountKind : std::uint8_t { kNumber, kMoney, kQuantity };

struct Amount {
  std::uint32_t begin = 0;  ///< tokens [begin, end), the words of the bound among them
  std::uint32_t end = 0;
  AmountKind kind = AmountKind::kNumber;
  std::string value;
};

/// The amounts of `sentence`, in order, disjoint; linear in the number of tokens.
std::vector<Amount> find_amounts(const Sentence& sentence);

}  // namespace newsgraph
