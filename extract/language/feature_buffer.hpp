#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "extract/language/feature_hash.hpp"

namespace newsgraph {

/// The feature hashes of one decision, without allocation.
class FeatureBuffer {
 public:
  void clear() { size_ = 0; }

  /// Adds the feature of template `number` with `values`.
  template <typename... Values>
  void add(std::uint64_t number, Values... values) {
    features_[size_++] = feature_hash(number, values...);
  }

  /// Takes out each feature for which `unwanted` says so; for training with dropout.
  template <typename Predicate>
  void drop(Predicate unwanted) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if (!unwanted()) features_[kept++] = features_[i];
    }
    size_ = kept;
  }

  std::span<const std::uint64_t> view() const { return {features_.data(), size_}; }

 private:
  std::array<std::uint64_t, 160> features_;
  std::size_t size_ = 0;
};

}  // namespace newsgraph
