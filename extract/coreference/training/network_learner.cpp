#include "extract/coreference/training/network_learner.hpp"

#include <algorithm>
#include <cmath>

#include "extract/language/model_file.hpp"

namespace newsgraph {
namespace {

float uniform(Random& random, float size) {
  const auto x = static_cast<float>(random.below(1U << 20)) / static_cast<float>(1U << 19);
  return (x - 1) * size;
}

/// What to multiply `values` with, so that the largest is the largest 16-bit number.
double scale_of(const std::vector<float>& values) {
  double largest = 1e-6;
  for (const float value : values) largest = std::max(largest, std::fabs(double{value}));
  return 32767 / largest;
}

}  // namespace

NetworkLearner::NetworkLearner(std::uint32_t row_bits, std::uint64_t seed)
    : row_bits_(row_bits),
      rows_((std::size_t{1} << row_bits) * kRow),
      row_squares_(rows_.size(), 0.0F),
      output_(kDecisionClasses * kHidden),
      output_squares_(output_.size(), 0.0F),
      row_totals_(rows_.size(), 0.0F),
      output_totals_(output_.size(), 0.0F) {
  Random random(seed);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i] = i % kRow == kHidden ? 0.0F : uniform(random, 0.1F);
  }
  for (float& weight : output_) weight = uniform(random, 0.5F);
}

void NetworkLearner::add(std::span<const std::uint32_t> rows, Sums& sums) const {
  for (const std::uint32_t row : rows) {
    const float* from = &rows_[row * kRow];
    for (std::size_t k = 0; k < kRow; ++k) sums.at[k] += from[k];
  }
}

float NetworkLearner::score(const Sums& sums, DecisionClass decision) const {
  const float* output = &output_[static_cast<std::size_t>(decision) * kHidden];
  float total = sums.at[kHidden];
  for (std::size_t k = 0; k < kHidden; ++k) total += std::max(0.0F, sums.at[k]) * output[k];
  return total;
}

void NetworkLearner::backward(const Sums& sums, DecisionClass decision, float slope, Sums& back) {
  const std::size_t base = static_cast<std::size_t>(decision) * kHidden;
  for (std::size_t k = 0; k < kHidden; ++k) {
    if (sums.at[k] <= 0) continue;
    back.at[k] += slope * output_[base + k];
    const float gradient = slope * sums.at[k];
    float& squares = output_squares_[base + k];
    squares += gradient * gradient;
    output_[base + k] -= rate_ * gradient / (std::sqrt(squares) + 1e-6F);
  }
  back.at[kHidden] += slope;
}

void NetworkLearner::learn(std::span<const std::uint32_t> rows, const Sums& back) {
  for (const std::uint32_t row : rows) {
    float* weights = &rows_[row * kRow];
    float* squares = &row_squares_[row * kRow];
    for (std::size_t k = 0; k < kRow; ++k) {
      const float gradient = back.at[k];
      squares[k] += gradient * gradient;
      weights[k] -= rate_ * gradient / (std::sqrt(squares[k]) + 1e-6F);
    }
  }
}

void NetworkLearner::note_average() {
  for (std::size_t i = 0; i < rows_.size(); ++i) row_totals_[i] += rows_[i];
  for (std::size_t i = 0; i < output_.size(); ++i) output_totals_[i] += output_[i];
  ++noted_;
}

std::string NetworkLearner::quantised(double& unit) const {
  const float share = noted_ > 0 ? 1.0F / static_cast<float>(noted_) : 1.0F;
  std::vector<float> rows = noted_ > 0 ? row_totals_ : rows_;
  std::vector<float> output = noted_ > 0 ? output_totals_ : output_;
  for (float& weight : rows) weight *= share;
  for (float& weight : output) weight *= share;
  // Rows that no decision has touched say nothing.
  for (std::size_t row = 0; row < rows.size() / kRow; ++row) {
    if (row_squares_[row * kRow + kHidden] > 0) continue;
    std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(row * kRow), kRow, 0.0F);
  }
  std::vector<float> direct;
  std::vector<float> hidden;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    (i % kRow == kHidden ? direct : hidden).push_back(rows[i]);
  }
  const double row_scale = scale_of(hidden);
  const double direct_scale = scale_of(direct);
  const double output_scale = scale_of(output);
  unit = row_scale * output_scale;
  ByteWriter out;
  out.u32(row_bits_);
  out.u32(static_cast<std::uint32_t>(kDecisionClasses));
  out.u32(static_cast<std::uint32_t>(std::lround(unit / direct_scale)));
  for (const float weight : output) {
    out.u16(static_cast<std::uint16_t>(std::lround(double{weight} * output_scale)));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double scaled = double{rows[i]} * (i % kRow == kHidden ? direct_scale : row_scale);
    out.u16(static_cast<std::uint16_t>(std::lround(scaled)));
  }
  return out.take();
}

}  // namespace newsgraph
