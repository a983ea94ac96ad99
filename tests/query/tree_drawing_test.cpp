#include "cli/tree_drawing.hpp"

#include <gtest/gtest.h>

#include "cli/terminal.hpp"

namespace newsgraph::cli {
namespace {

std::string drawn(const std::vector<std::int32_t>& heads, std::size_t widest = 32) {
  std::string text = "\n";
  for (const std::string& line : draw_tree(heads, widest)) text += line + "\n";
  return text;
}

TEST(TreeDrawing, JoinsEachHeadToItsDependents) {
  EXPECT_EQ(drawn({}), "\n");
  EXPECT_EQ(drawn({-1}), "\n─\n");
  // President Keller declined to visit Oslo
  EXPECT_EQ(drawn({1, 2, -1, 4, 2, 4}), R"(
   ╭─
 ╭─┴─
─┼───
 │ ╭─
 ╰─┼─
   ╰─
)");
}

TEST(TreeDrawing, MovesCrossingArcsToColumnsOfTheirOwn) {
  // "A hearing is scheduled on it": the last belongs to the second.
  EXPECT_EQ(drawn({1, 3, 3, -1, 5, 1}), R"(
   ╭───
 ╭─┼───
 ├─┼───
─┴─┼───
   │ ╭─
   ╰─┴─
)");
}

TEST(TreeDrawing, CutsWhatIsTooDeep) {
  EXPECT_EQ(drawn({-1, 0, 1, 2}, 4), R"(
─┬───
 ╰─┬─
   ╰─
    …
)");
  std::vector<std::int32_t> chain;
  for (std::int32_t i = 0; i < 5000; ++i) chain.push_back(i - 1);
  const std::vector<std::string> lines = draw_tree(chain);
  ASSERT_EQ(lines.size(), chain.size());
  for (const std::string& line : lines) EXPECT_EQ(display_width(line), 33U);
}

}  // namespace
}  // namespace newsgraph::cli
