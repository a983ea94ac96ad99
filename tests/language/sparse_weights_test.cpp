#include "extract/language/sparse_weights.hpp"

#include <gtest/gtest.h>

#include <map>

#include "extract/language/feature_hash.hpp"

namespace newsgraph {
namespace {

TEST(SparseWeights, ScoresTheSumOfKnownFeatures) {
  // Enough rows for buckets with several features, and every size of row.
  constexpr std::size_t kClasses = 256;
  std::vector<WeightRow> rows;
  std::map<std::uint64_t, std::map<std::size_t, int>> expected;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    WeightRow row;
    row.feature = feature_hash(1, i);
    const std::size_t size = i < 256 ? i + 1 : i % 7 + 1;
    for (std::size_t k = 0; k < size; ++k) {
      const auto label = static_cast<std::uint8_t>((k * 31 + i) % kClasses);
      const auto weight = static_cast<std::int8_t>(static_cast<int>((k + i) % 255) - 127);
      if (expected[row.feature].contains(label)) continue;
      expected[row.feature][label] = weight;
      row.weights.emplace_back(label, weight);
    }
    rows.push_back(row);
  }
  const std::string bytes = encode_sparse_weights(rows, kClasses);
  const SparseWeights weights(bytes, "test");
  Scores scores;
  for (std::uint64_t i = 0; i + 150 < 2000; i += 13) {
    std::vector<std::uint64_t> features;
    std::vector<int> sums(kClasses);
    for (std::uint64_t k = i; k < i + 150; ++k) {
      features.push_back(feature_hash(1, k));
      features.push_back(feature_hash(2, k));  // unknown
      for (const auto& [label, weight] : expected[feature_hash(1, k)]) sums[label] += weight;
    }
    weights.score(features, scores);
    for (std::size_t label = 0; label < kClasses; ++label) EXPECT_EQ(scores[label], sums[label]);
  }
}

TEST(SparseWeights, MayBeEmpty) {
  const std::string bytes = encode_sparse_weights({}, 3);
  Scores scores;
  SparseWeights(bytes, "test").score(std::vector<std::uint64_t>{1, 2, 3}, scores);
  EXPECT_EQ(scores[2], 0);
}

}  // namespace
}  // namespace newsgraph
