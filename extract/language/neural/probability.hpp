#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace newsgraph {

/// The probability of choice `chosen` by the softmax of `scores`, which are in units of 1 /
/// kScoreUnits; the choice `left_out`, if there is such a one, does not count.
///
/// @param temperature  Scores are divided by it first: a network is surer of itself than it is
///                     right (Guo et al., 2017).
///
/// The same bits on every machine, unlike with the C library's exp().
float probability(std::span<const std::int32_t> scores, std::size_t chosen,
                  std::size_t left_out = static_cast<std::size_t>(-1), double temperature = 1);

}  // namespace newsgraph
