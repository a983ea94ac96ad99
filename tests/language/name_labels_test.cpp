#include "extract/language/names/name_labels.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

TEST(NameLabel, FollowsOnlyWhereANameGoesOn) {
  const auto label = [](NameType type, NameLabel::Place place) {
    return NameLabel::of(type, place);
  };
  const std::uint32_t begin = label(NameType::kPerson, NameLabel::kBegin);
  const std::uint32_t last = label(NameType::kPerson, NameLabel::kLast);
  const std::uint32_t other_last = label(NameType::kPlace, NameLabel::kLast);
  const std::uint32_t unit = label(NameType::kPlace, NameLabel::kUnit);
  EXPECT_TRUE(NameLabel::can_follow(NameLabel::kOutside, begin));
  EXPECT_TRUE(NameLabel::can_follow(begin, last));
  EXPECT_TRUE(NameLabel::can_follow(last, unit));
  EXPECT_FALSE(NameLabel::can_follow(NameLabel::kOutside, last));
  EXPECT_FALSE(NameLabel::can_follow(begin, other_last));
  EXPECT_FALSE(NameLabel::can_follow(begin, NameLabel::kOutside));
}

TEST(NameLabel, ReadsNamesOffLabels) {
  const std::vector<std::uint32_t> labels = {NameLabel::kOutside,
                                             NameLabel::of(NameType::kPerson, NameLabel::kBegin),
                                             NameLabel::of(NameType::kPerson, NameLabel::kLast),
                                             NameLabel::of(NameType::kPlace, NameLabel::kUnit)};
  const std::vector<NamedMention> expected = {{1, 3, NameType::kPerson, 0},
                                              {3, 4, NameType::kPlace, 0}};
  EXPECT_EQ(names_of(labels), expected);
}

}  // namespace
}  // namespace newsgraph
