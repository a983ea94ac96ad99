#include "extract/article/text_layout.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph {
namespace {

/// Blocks, each in brackets with '|' for the line ends in it; "*" before items, a space after gaps.
std::string dump(const std::string& text) {
  std::string dump;
  for (const LayoutBlock& block : layout_blocks(text)) {
    if (block.gap_before && !dump.empty()) dump += ' ';
    std::string inside = text.substr(block.span.begin, block.span.size());
    for (char& c : inside) c = c == '\n' ? '|' : c;
    dump += (block.bullet ? "*[" : "[") + inside + "]";
  }
  return dump;
}

TEST(TextLayout, TakesEachLineForABlock) {
  EXPECT_EQ(dump("One.\nTwo.\n\nThree.\n\n\n"), "[One.][Two.] [Three.]");
  EXPECT_EQ(dump("  One. \t\n\u00A0Two.\u00A0"), "[One.][Two.]");
  EXPECT_EQ(dump(""), "");
  EXPECT_EQ(dump(" \n\t\n"), "");
  EXPECT_EQ(dump("One."), "[One.]");
}

TEST(TextLayout, TakesBulletsOff) {
  EXPECT_EQ(dump("- One.\n• Two.\n12. Three.\n3) Four.\n"), "*[One.]*[Two.]*[Three.]*[Four.]");
  EXPECT_EQ(dump("-5 degrees\n2024 was warm.\n3.5 million\n*note\n-\n"),
            "[-5 degrees][2024 was warm.][3.5 million][*note][-]");
}

TEST(TextLayout, JoinsLinesBrokenAtAWidth) {
  EXPECT_EQ(dump("Marta Keller, the prime minister of Norland, declined on Monday to visit\n"
                 "Berlin. It was the second time that she did so; a spokesman gave no\n"
                 "reason, but said that talks would go on in Sandel.\n"
                 "\n"
                 "The opposition under Ingrid Solheim called the decision a mistake that\n"
                 "would cost the country dearly.\n"),
            "[Marta Keller, the prime minister of Norland, declined on Monday to visit|"
            "Berlin. It was the second time that she did so; a spokesman gave no|"
            "reason, but said that talks would go on in Sandel.] "
            "[The opposition under Ingrid Solheim called the decision a mistake that|"
            "would cost the country dearly.]");
}

TEST(TextLayout, CutsBrokenLinesAtIndentsAndShortLines) {
  EXPECT_EQ(dump("   Marta Keller, the prime minister of Norland, declined on Monday to\n"
                 "visit Berlin. It was the second time that she did so; a spokesman gave\n"
                 "no reason.\n"
                 "   The opposition under Ingrid Solheim called the decision a mistake that\n"
                 "would cost the country dearly.\n"),
            "[Marta Keller, the prime minister of Norland, declined on Monday to|"
            "visit Berlin. It was the second time that she did so; a spokesman gave|"
            "no reason.]"
            "[The opposition under Ingrid Solheim called the decision a mistake that|"
            "would cost the country dearly.]");
}

TEST(TextLayout, LeavesHeadlinesInAColumnApart) {
  EXPECT_EQ(dump("Harbour of Sandel Closed After Storm in Norland\n"
                 "Solheim Opens New School in Dravik on Monday\n"
                 "Ten Plants That Need No Light at All in Winter\n"
                 "How to Clean Your Kitchen in Ten Minutes Flat\n"),
            "[Harbour of Sandel Closed After Storm in Norland]"
            "[Solheim Opens New School in Dravik on Monday]"
            "[Ten Plants That Need No Light at All in Winter]"
            "[How to Clean Your Kitchen in Ten Minutes Flat]");
}

TEST(TextLayout, JoinsALineThatStopsWithinItsSentence) {
  const std::string long_line(150, 'x');
  EXPECT_EQ(
      dump(long_line + ".\nMarta Keller, the prime minister of Norland, has\ndeclined.\nNews\n"),
      "[" + long_line + ".][Marta Keller, the prime minister of Norland, has|declined.][News]");
}

}  // namespace
}  // namespace newsgraph
