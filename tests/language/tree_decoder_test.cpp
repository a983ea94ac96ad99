#include "extract/language/neural/tree_decoder.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

namespace newsgraph {
namespace {

bool is_tree(std::span<const std::uint32_t> heads) {
  std::size_t roots = 0;
  for (std::size_t word = 1; word < heads.size(); ++word) {
    roots += heads[word] == 0 ? 1 : 0;
    std::size_t node = word;
    for (std::size_t steps = 0; node != 0; ++steps) {
      if (steps > heads.size() || heads[node] >= heads.size()) return false;
      node = heads[node];
    }
  }
  return roots == 1;
}

std::int64_t total(std::span<const std::int32_t> scores, std::span<const std::uint32_t> heads) {
  std::int64_t sum = 0;
  for (std::size_t word = 1; word < heads.size(); ++word) {
    sum += scores[word * heads.size() + heads[word]];
  }
  return sum;
}

/// The highest total of all trees, by trying them all.
std::int64_t best_total(std::span<const std::int32_t> scores, std::size_t words) {
  std::int64_t best = std::numeric_limits<std::int64_t>::min();
  std::vector<std::uint32_t> heads(words + 1, 0);
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t word = 1;
    while (word <= words && ++heads[word] > words) heads[word++] = 0;
    if (word > words) return best;
  }
}

std::vector<std::int32_t> random_scores(std::mt19937& random, std::size_t words, int most) {
  std::vector<std::int32_t> scores((words + 1) * (words + 1));
  for (auto& score : scores) {
    score = static_cast<std::int32_t>(random() % (2U * static_cast<unsigned>(most) + 1)) - most;
  }
  return scores;
}

TEST(TreeDecoder, FindsTheBestOfAllTrees) {
  std::mt19937 random(11);
  TreeDecoder decoder;
  for (std::size_t words = 1; words <= 6; ++words) {
    for (const int most : {1, 5, 100, 4096000}) {  // small scores: many ties
      for (int round = 0; round < (words < 6 ? 60 : 6); ++round) {
        const std::vector<std::int32_t> scores = random_scores(random, words, most);
        const auto heads = decoder.decode(scores, words);
        ASSERT_EQ(heads.size(), words + 1);
        ASSERT_TRUE(is_tree(heads));
        EXPECT_EQ(total(scores, heads), best_total(scores, words)) << words << " words";
      }
    }
  }
}

TEST(TreeDecoder, OpensCyclesWithinCycles) {
  // Words 1 and 2 hold each other, both and 3, all of them and 4; the way out is from 2 to the
  // root.
  const std::int32_t scores[] = {0, 0,  0,  0,  0,   //
                                 1, 0,  90, 50, 40,  //
                                 5, 91, 0,  49, 40,  //
                                 1, 60, 70, 0,  66,  //
                                 1, 60, 60, 69, 0};
  TreeDecoder decoder;
  const auto heads = decoder.decode(scores, 4);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_EQ(total(scores, heads), best_total(scores, 4));
}

TEST(TreeDecoder, GivesTheRootOneChildEvenIfAllWouldHangOnIt) {
  std::vector<std::int32_t> scores(11 * 11, 0);
  for (std::size_t word = 1; word <= 10; ++word) scores[word * 11] = 4096000;
  TreeDecoder decoder;
  EXPECT_TRUE(is_tree(decoder.decode(scores, 10)));
}

TEST(TreeDecoder, MakesTreesOfLongSentencesAndForgetsTheOneBefore) {
  std::mt19937 random(12);
  TreeDecoder decoder;
  for (const std::size_t words : {256, 3, 100, 1, 200}) {
    const std::vector<std::int32_t> scores = random_scores(random, words, 1000);
    const auto heads = decoder.decode(scores, words);
    EXPECT_TRUE(is_tree(heads));
    TreeDecoder fresh;
    const auto again = fresh.decode(scores, words);
    EXPECT_TRUE(std::equal(heads.begin(), heads.end(), again.begin(), again.end()));
  }
}

}  // namespace
}  // namespace newsgraph
