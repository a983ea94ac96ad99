#include "extract/language/neural/probability.hpp"

#include <bit>

#include "extract/language/neural/kernels.hpp"

namespace newsgraph {
namespace {

/// 2^x for x in [-1000, 1000]: the power of the whole part times a series of seven terms for the
/// rest, within 2e-7.
double power_of_two(double x) {
  const auto whole = static_cast<std::int64_t>(x + 2000.5) - 2000;  // nearest
  const double rest = (x - static_cast<double>(whole)) * 0.6931471805599453;
  double series = 1.0;
  for (int n = 6; n >= 1; --n) series = 1.0 + series * rest / n;
  return series * std::bit_cast<double>(static_cast<std::uint64_t>(whole + 1023) << 52);
}

}  // namespace

float probability(std::span<const std::int32_t> scores, std::size_t chosen, std::size_t left_out,
                  double temperature) {
  const double powers =
      1.4426950408889634 / (kScoreUnits * temperature);  // of two in a unit of e's power
  constexpr std::int32_t kFarBelow = static_cast<std::int32_t>(-40 * kScoreUnits);
  double sum = 0;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const std::int32_t difference = scores[k] - scores[chosen];
    if (k == left_out || difference < kFarBelow) continue;
    if (difference > -kFarBelow) return 0;
    sum += power_of_two(difference * powers);
  }
  return static_cast<float>(1 / sum);
}

}  // namespace newsgraph
