#include "extract/language/abbreviations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace newsgraph {
namespace {

template <std::size_t N>
bool is_sorted(const std::string_view (&table)[N]) {
  return std::is_sorted(std::begin(table), std::end(table));
}

TEST(Abbreviations, TablesAreSorted) {
  EXPECT_TRUE(is_sorted(kTitleAbbreviations));
  EXPECT_TRUE(is_sorted(kOtherAbbreviations));
  EXPECT_TRUE(is_sorted(kCapitalAbbreviations));
  EXPECT_TRUE(is_sorted(kStateAbbreviations));
  EXPECT_TRUE(is_sorted(kNumberAbbreviations));
  EXPECT_TRUE(is_sorted(kJoinedPrefixes));
  EXPECT_TRUE(is_sorted(kJoinedSuffixes));
  EXPECT_TRUE(is_sorted(kUnits));
  EXPECT_TRUE(is_sorted(kSlashWords));
  EXPECT_TRUE(is_sorted(kExclaimedNames));
  EXPECT_TRUE(is_sorted(kTopLevelDomains));
  EXPECT_TRUE(is_sorted(kBehindItIs));
  EXPECT_TRUE(std::is_sorted(std::begin(kFusedWords), std::end(kFusedWords),
                             [](const auto& a, const auto& b) { return a.word < b.word; }));
  EXPECT_TRUE(is_sorted(kFileEndings));
}

}  // namespace
}  // namespace newsgraph
