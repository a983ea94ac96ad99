#include "extract/language/neural/name_decoder.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "extract/language/names/name_labels.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kStride = 48;

bool is_legal(std::span<const std::uint32_t> labels) {
  std::uint32_t previous = NameLabel::kOutside;
  for (const std::uint32_t label : labels) {
    if (!NameLabel::can_follow(previous, label)) return false;
    previous = label;
  }
  return !NameLabel::is_open(previous);
}

std::int64_t total(std::span<const std::int32_t> scores, std::span<const std::uint32_t> labels) {
  std::int64_t sum = 0;
  for (std::size_t word = 0; word < labels.size(); ++word)
    sum += scores[word * kStride + labels[word]];
  return sum;
}

TEST(NameDecoder, FindsTheBestLegalSequence) {
  std::mt19937 random(21);
  for (std::size_t words = 1; words <= 3; ++words) {
    for (int round = 0; round < 10; ++round) {
      std::vector<std::int32_t> scores(words * kStride);
      for (auto& score : scores) score = static_cast<std::int32_t>(random() % 1000);
      std::vector<std::uint32_t> labels;
      decode_names(scores, kStride, words, labels);
      ASSERT_EQ(labels.size(), words);
      ASSERT_TRUE(is_legal(labels));
      std::int64_t best = -1;
      std::vector<std::uint32_t> tried(words, 0);
      for (;;) {
        if (is_legal(tried)) best = std::max(best, total(scores, tried));
        std::size_t word = 0;
        while (word < words && ++tried[word] == NameLabel::kCount) tried[word++] = 0;
        if (word == words) break;
      }
      EXPECT_EQ(total(scores, labels), best);
    }
  }
}

TEST(NameDecoder, LeavesNoNameOpenAndMixesNoTypes) {
  std::mt19937 random(22);
  std::vector<std::uint32_t> labels;
  for (const std::size_t words : {0, 1, 2, 50, 256}) {
    std::vector<std::int32_t> scores(words * kStride);
    for (auto& score : scores) score = static_cast<std::int32_t>(random() % 8192001) - 4096000;
    decode_names(scores, kStride, words, labels);
    EXPECT_EQ(labels.size(), words);
    EXPECT_TRUE(is_legal(labels));
  }
}

}  // namespace
}  // namespace newsgraph
