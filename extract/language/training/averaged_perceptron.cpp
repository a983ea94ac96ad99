#include "extract/language/training/averaged_perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace newsgraph {

AveragedPerceptron::AveragedPerceptron(std::size_t classes)
    : classes_(classes), keys_(std::size_t{1} << 20), row_of_(keys_.size()) {}

std::size_t AveragedPerceptron::find(std::uint64_t feature) const {
  const std::size_t mask = keys_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(feature >> 20) & mask;
  while (keys_[slot] != 0 && keys_[slot] != feature) slot = (slot + 1) & mask;
  return slot;
}

void AveragedPerceptron::score(std::span<const std::uint64_t> features, Scores& scores) const {
  std::memset(scores.data(), 0, classes_ * sizeof(scores[0]));
  const std::size_t mask = keys_.size() - 1;
  for (const std::uint64_t feature : features) {
    __builtin_prefetch(&keys_[static_cast<std::size_t>(feature >> 20) & mask]);
  }
  std::uint32_t found[160];
  std::size_t count = 0;
  for (const std::uint64_t feature : features) {
    const std::size_t slot = find(feature);
    if (keys_[slot] == 0) continue;
    found[count++] = row_of_[slot];
    __builtin_prefetch(&rows_[row_of_[slot]]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    __builtin_prefetch(&weights_[rows_[found[i]].begin]);
    __builtin_prefetch(&labels_[rows_[found[i]].begin]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Row& row = rows_[found[i]];
    for (std::size_t k = row.begin; k < row.begin + row.size; ++k) {
      scores[labels_[k]] += weights_[k].value;
    }
  }
}

void AveragedPerceptron::grow() {
  std::vector<std::uint64_t> keys(keys_.size() * 2);
  std::vector<std::uint32_t> row_of(keys.size());
  keys.swap(keys_);
  row_of.swap(row_of_);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const std::size_t slot = find(keys[i]);
    keys_[slot] = keys[i];
    row_of_[slot] = row_of[i];
  }
}

AveragedPerceptron::Row& AveragedPerceptron::find_or_add(std::uint64_t feature) {
  std::size_t slot = find(feature);
  if (keys_[slot] != 0) return rows_[row_of_[slot]];
  if (used_ * 2 > keys_.size()) {
    grow();
    slot = find(feature);
  }
  ++used_;
  keys_[slot] = feature;
  row_of_[slot] = static_cast<std::uint32_t>(rows_.size());
  rows_.emplace_back();
  rows_.back().feature = feature;
  return rows_.back();
}

void AveragedPerceptron::change(Row& row, std::size_t label, std::int32_t by) {
  std::size_t k = row.begin;
  while (k < static_cast<std::size_t>(row.begin) + row.size && labels_[k] != label) ++k;
  if (k == static_cast<std::size_t>(row.begin) + row.size) {
    if (row.size == row.capacity) {
      const auto begin = static_cast<std::uint32_t>(weights_.size());
      const std::uint16_t capacity =
          row.capacity == 0 ? 2 : static_cast<std::uint16_t>(row.capacity * 2);
      weights_.resize(weights_.size() + capacity);
      labels_.resize(labels_.size() + capacity);
      for (std::uint32_t i = 0; i < row.size; ++i) {
        weights_[begin + i] = weights_[row.begin + i];
        labels_[begin + i] = labels_[row.begin + i];
      }
      row.begin = begin;
      row.capacity = capacity;
    }
    k = row.begin + row.size++;
    labels_[k] = static_cast<std::uint8_t>(label);
    weights_[k] = {};
    weights_[k].stamp = time_;
  }
  Weight& weight = weights_[k];
  weight.total += static_cast<std::int64_t>(weight.value) * (time_ - weight.stamp);
  weight.stamp = time_;
  weight.value += by;
}

void AveragedPerceptron::update(std::span<const std::uint64_t> features, std::size_t right,
                                std::size_t wrong) {
  for (const std::uint64_t feature : features) {
    Row& row = find_or_add(feature);
    ++row.updates;
    change(row, right, 1);
    change(row, wrong, -1);
  }
}

double AveragedPerceptron::average(const Weight& weight) const {
  const std::int64_t total =
      weight.total + static_cast<std::int64_t>(weight.value) * (time_ - weight.stamp);
  return static_cast<double>(total) / static_cast<double>(time_);
}

std::string AveragedPerceptron::quantised(int threshold, std::uint32_t min_updates,
                                          std::size_t first_class) const {
  std::vector<double> sizes;
  for (const Row& row : rows_) {
    if (row.updates < min_updates) continue;
    for (std::size_t k = row.begin; k < static_cast<std::size_t>(row.begin) + row.size; ++k) {
      sizes.push_back(std::fabs(average(weights_[k])));
    }
  }
  double largest = 1;
  if (!sizes.empty()) {
    const auto cut = static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 10000);
    std::nth_element(sizes.begin(), sizes.begin() + cut, sizes.end());
    largest = std::max(sizes[static_cast<std::size_t>(cut)], 1e-9);
  }
  const double scale = 127 / largest;
  std::vector<WeightRow> rows;
  for (const Row& row : rows_) {
    if (row.updates < min_updates) continue;
    WeightRow result;
    result.feature = row.feature;
    for (std::size_t k = row.begin; k < static_cast<std::size_t>(row.begin) + row.size; ++k) {
      const long rounded = std::clamp(std::lround(average(weights_[k]) * scale), -127L, 127L);
      if (rounded == 0 || std::labs(rounded) < threshold || labels_[k] < first_class) continue;
      result.weights.emplace_back(labels_[k], static_cast<std::int8_t>(rounded));
    }
    if (!result.weights.empty()) rows.push_back(std::move(result));
  }
  return encode_sparse_weights(std::move(rows), classes_);
}

}  // namespace newsgraph
