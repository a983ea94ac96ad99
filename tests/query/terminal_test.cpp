#include "cli/terminal.hpp"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

namespace newsgraph::cli {
namespace {

TEST(Printable, NeutralisesWhatATerminalWouldActUpon) {
  struct Row {
    std::string text;
    std::string safe;
  };
  const Row rows[] = {
      {"plain – “text” 東京 é", "plain – “text” 東京 é"},
      {"\x1b[31mred\x1b[0m", "\uFFFD[31mred\uFFFD[0m"},
      {"\x1b]0;title\x07", "\uFFFD]0;title\uFFFD"},
      {"back\bspace\x7f", "back\uFFFDspace\uFFFD"},
      {"csi \xC2\x9B"
       "31m",
       "csi \uFFFD31m"},  // C1: one-character escape sequence
      {"line\nbreak\ttab\rreturn\xE2\x80\xA8sep", "line break tab return sep"},
      {std::string("nul\0byte", 8), "nul\uFFFDbyte"},
      {"rtl \u202Eoverride \u2066isolate", "rtl \uFFFDoverride \uFFFDisolate"},
      {"bad \xFF\xC3( utf8 \xE2\x82", "bad \uFFFD\uFFFD( utf8 \uFFFD"},
      {"tag \U000E0041", "tag \uFFFD"},
      {"joined \u200Demoji", "joined \u200Demoji"},
  };
  for (const Row& row : rows) EXPECT_EQ(printable(row.text), row.safe);
}

TEST(Printable, LeavesNoControlCharacterOfAnyBytes) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    const std::string safe = printable(bytes);
    for (std::size_t i = 0; i < safe.size(); ++i) {
      const auto byte = static_cast<unsigned char>(safe[i]);
      ASSERT_TRUE(byte >= 0x20 && byte != 0x7F);
      if (byte == 0xC2 && i + 1 < safe.size()) {
        ASSERT_GE(static_cast<unsigned char>(safe[i + 1]), 0xA0);
      }
    }
    ASSERT_EQ(printable(safe), safe);
  }
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("東京"), 4U);
  EXPECT_EQ(display_width("Ａ"), 2U);
  EXPECT_EQ(display_width("–→·“”"), 5U);
  EXPECT_EQ(display_width("\U0001F600"), 2U);
  EXPECT_EQ(display_width("가"), 2U);
  EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);  // the same kind of syllable from its letters
  EXPECT_EQ(display_width("a\u200Db"), 2U);
}

TEST(StyledText, IsCutToColumnsNotBytes) {
  EXPECT_EQ(StyledText("abcdef").cut(6).plain(), "abcdef");
  EXPECT_EQ(StyledText("abcdefg").cut(6).plain(), "abcde…");
  EXPECT_EQ(StyledText("東京都庁").cut(6).plain(), "東京…");
  EXPECT_EQ(StyledText("abc").add("def", Style::kBold).cut(5).plain(), "abcd…");
  EXPECT_EQ(StyledText("abc").cut(0).plain(), "");
}

std::string wrapped(const StyledText& text, std::size_t width, std::size_t indent = 0,
                    std::size_t hanging = 0) {
  std::ostringstream out;
  Terminal(out, width, false).wrapped(text, indent, hanging);
  return out.str();
}

TEST(Terminal, WrapsAtSpaces) {
  EXPECT_EQ(wrapped("the quick brown fox jumps", 15), "the quick brown\nfox jumps\n");
  EXPECT_EQ(wrapped("the quick brown fox jumps", 17, 2, 4), "  the quick brown\n    fox jumps\n");
  EXPECT_EQ(wrapped("", 20), "\n");
  EXPECT_EQ(wrapped("  spaces   fold ", 20), "spaces fold\n");
}

TEST(Terminal, BreaksWhatHasNoSpaces) {
  EXPECT_EQ(wrapped("aaaaaaaaaaaaaaaaaaaaaaaaa", 11), "aaaaaaaaaaa\naaaaaaaaaaa\naaa\n");
  EXPECT_EQ(wrapped("東京都庁東京都庁", 11), "東京都庁東\n京都庁\n");
}

TEST(Terminal, NeverWritesALineWiderThanItself) {
  std::mt19937 random(5);
  const char* const parts[] = {"a",       "word", " ",          " ",         "東",
                               "e\u0301", "–",    "longerword", "\U0001F600"};
  for (int round = 0; round < 500; ++round) {
    StyledText text;
    for (std::size_t i = random() % 60; i > 0; --i) {
      text.add(parts[random() % std::size(parts)],
               random() % 2 == 0 ? Style::kPlain : Style::kBold);
    }
    const std::size_t width = 14 + random() % 40;
    std::istringstream lines(wrapped(text, width, random() % 4, random() % 4));
    for (std::string line; std::getline(lines, line);)
      ASSERT_LE(display_width(line), width) << line;
  }
}

TEST(Terminal, ColoursOnlyWhenAsked) {
  const StyledText text = StyledText("a ").add("b", Style::kBold);
  std::ostringstream plain;
  Terminal(plain, 80, false).line(text);
  EXPECT_EQ(plain.str(), "a b\n");
  std::ostringstream coloured;
  Terminal(coloured, 80, true).line(text);
  EXPECT_EQ(coloured.str(), "a \x1b[1mb\x1b[0m\n");
}

std::string table(bool cuts, std::size_t width) {
  using enum Table::Align;
  Table rows({kLeft, kRight, kFixed});
  rows.row({"name", "n", "id"});
  rows.row({"東京タワー", "1,000", "e_1"});
  rows.row({"a rather long name", "7", "e_22"});
  std::ostringstream out;
  Terminal terminal(out, width, false, cuts);
  rows.print(terminal);
  return out.str();
}

TEST(Table, AlignsByColumns) {
  EXPECT_EQ(table(true, 80),
            "name                    n  id\n"
            "東京タワー          1,000  e_1\n"
            "a rather long name      7  e_22\n");
}

TEST(Table, IsCutOnATerminalOnlyAndNeverInNumbersAndIds) {
  EXPECT_EQ(table(true, 25),
            "name              n  id\n"
            "東京タワー    1,000  e_1\n"
            "a rather lo…      7  e_22\n");
  EXPECT_EQ(table(false, 25), table(true, 80));
}

TEST(Numbers, AreGroupedAndCounted) {
  EXPECT_EQ(grouped_digits(0), "0");
  EXPECT_EQ(grouped_digits(999), "999");
  EXPECT_EQ(grouped_digits(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "hop", "hops"), "1 hop");
  EXPECT_EQ(counted(1000, "hop", "hops"), "1,000 hops");
}

}  // namespace
}  // namespace newsgraph::cli
