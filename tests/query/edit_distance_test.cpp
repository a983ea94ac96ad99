#include "graph/query/edit_distance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace newsgraph {
namespace {

struct Row {
  const char* a;
  const char* b;
  std::uint32_t distance;
};

TEST(EditDistance, CountsInsertionsDeletionsSubstitutionsAndSwaps) {
  const Row rows[] = {
      {"keller", "keller", 0},  {"keler", "keller", 1},  {"keller", "kelller", 1},
      {"keller", "koller", 1},  {"kelelr", "keller", 1}, {"", "abc", 3},
      {"kitten", "sitting", 3}, {"ca", "abc", 3},  // restricted: no edit inside a swapped pair
      {"ab", "ba", 1},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(edit_distance(row.a, row.b, 5), row.distance) << row.a << " " << row.b;
    EXPECT_EQ(edit_distance(row.b, row.a, 5), row.distance) << row.b << " " << row.a;
  }
}

TEST(EditDistance, StopsBeyondTheLimit) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
  EXPECT_EQ(edit_distance("a", "abcdefgh", 2), 3U);
  EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 0), 1U);
}

TEST(EditDistance, TakesNamesLongerThanItsFixedRows) {
  const std::string name(300, 'a');
  EXPECT_EQ(edit_distance("x" + name + "z", "y" + name, 3), 2U);
}

/// The textbook's full table.
std::uint32_t reference(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<std::uint32_t>(i);
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithTheFullTableAndTheSignatureNeverRulesOutWrongly) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string text(random() % 9, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::uint32_t expected = reference(a, b);
    for (std::uint32_t limit = 0; limit < 5; ++limit) {
      ASSERT_EQ(edit_distance(a, b, limit), std::min(expected, limit + 1)) << a << " " << b;
      if (expected <= limit) {
        ASSERT_TRUE(may_be_within(bigram_signature(a), bigram_signature(b), limit))
            << a << " " << b;
      }
    }
  }
}

}  // namespace
}  // namespace newsgraph
