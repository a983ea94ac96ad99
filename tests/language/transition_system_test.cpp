#include "extract/language/transition_system.hpp"

#include <gtest/gtest.h>

#include <random>

namespace newsgraph {
namespace {

TEST(TransitionSystem, BuildsTheTreeOfThePaper) {
  // 0 London <- 1 backs -> 2 Ann
  Configuration configuration;
  configuration.reset(3);
  for (const Transition step :
       {Transition{Transition::kShift, 0}, Transition{Transition::kLeft, 5},
        Transition{Transition::kShift, 0}, Transition{Transition::kShift, 0},
        Transition{Transition::kRight, 6}, Transition{Transition::kLeft, 7}}) {
    ASSERT_FALSE(configuration.finished());
    configuration.perform(step);
  }
  EXPECT_TRUE(configuration.finished());
  EXPECT_EQ(configuration.head(0), 1);
  EXPECT_EQ(configuration.head(1), configuration.root());
  EXPECT_EQ(configuration.head(2), 1);
  EXPECT_EQ(configuration.label(2), 6U);
}

TEST(TransitionSystem, NumbersAllTransitions) {
  for (std::size_t number = 0; number < 9; ++number) {
    EXPECT_EQ(Transition::from_number(number, 4).number(4), number);
  }
}

TEST(TransitionSystem, EndsInATreeWithOneRootWhateverIsChosen) {
  std::mt19937 random(7);
  for (std::size_t words = 1; words < 60; ++words) {
    Configuration configuration;
    configuration.reset(words);
    std::size_t steps = 0;
    while (!configuration.finished()) {
      std::vector<Transition> possible;
      if (configuration.can_shift()) possible.push_back({Transition::kShift, 0});
      if (configuration.can_left()) possible.push_back({Transition::kLeft, 1});
      if (configuration.can_right()) possible.push_back({Transition::kRight, 2});
      ASSERT_FALSE(possible.empty());
      configuration.perform(possible[random() % possible.size()]);
      ASSERT_LE(++steps, 2 * words);
    }
    int roots = 0;
    for (std::int32_t word = 0; word < static_cast<std::int32_t>(words); ++word) {
      if (configuration.head(word) == configuration.root()) ++roots;
      std::int32_t at = word;
      for (std::size_t depth = 0; at != configuration.root(); ++depth) {
        ASSERT_LE(depth, words) << "a cycle";
        at = configuration.head(at);
      }
    }
    EXPECT_EQ(roots, 1);
  }
}

}  // namespace
}  // namespace newsgraph
