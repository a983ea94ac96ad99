#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/coreference/decision.hpp"
#include "extract/coreference/ranking_network.hpp"
#include "extract/language/training/random.hpp"

namespace newsgraph {

/// The floating-point network that RankingNetwork is made of; learns by AdaGrad (Duchi, Hazan and
/// Singer 2011).
class NetworkLearner {
 public:
  static constexpr std::size_t kHidden = RankingNetwork::kHidden;
  static constexpr std::size_t kRow = RankingNetwork::kRow;

  struct Sums {
    float at[kRow] = {};
  };

  NetworkLearner(std::uint32_t row_bits, std::uint64_t seed);

  std::uint32_t row_of(std::uint64_t feature) const {
    return static_cast<std::uint32_t>(feature >> (64 - row_bits_));
  }
  void add(std::span<const std::uint32_t> rows, Sums& sums) const;
  float score(const Sums& sums, DecisionClass decision) const;

  /// Adds to `back` what a change of the score by `slope` means for the sums, and learns the
  /// output's part.
  void backward(const Sums& sums, DecisionClass decision, float slope, Sums& back);
  void learn(std::span<const std::uint32_t> rows, const Sums& back);
  void set_rate(float rate) { rate_ = rate; }

  /// Notes the current weights: quantised() averages over what was noted.
  void note_average();

  /// Section "network"; `unit` becomes the size of one nat in its scores.
  std::string quantised(double& unit) const;

 private:
  std::uint32_t row_bits_;
  float rate_ = 0.05F;
  std::vector<float> rows_, row_squares_;
  std::vector<float> output_, output_squares_;
  std::vector<float> row_totals_, output_totals_;
  int noted_ = 0;
};

}  // namespace newsgraph
