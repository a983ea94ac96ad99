#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph {

/// The highest-scored sequence of name labels in which every name that begins is brought to its end
/// and keeps its type (NameLabel::can_follow): Viterbi's algorithm, O(words * labels).
///
/// @param scores  [word * stride + label], `words` rows. Of equal sequences the one with the lower
///                last label is taken, and so on to the first.
void decode_names(std::span<const std::int32_t> scores, std::size_t stride, std::size_t words,
                  std::vector<std::uint32_t>& labels);

}  // namespace newsgraph
