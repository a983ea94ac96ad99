#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/article/markdown_inline.hpp"
#include "extract/article/text_article.hpp"
#include "extract/base/error.hpp"
#include "tests/article/block_dump.hpp"

namespace newsgraph {
namespace {

Article read(std::string_view markdown) { return read_markdown_article(markdown, "a.md", "a.md"); }

TEST(Markdown, ReadsFrontMatter) {
  const Article article = read(
      "---\ntitle: \"Keller: no visit\"\ndate: 2024-05-01\nauthor: Jane Roe\noutlet: Der Bote\n"
      "url: https://news.example/1\nid: n-1\nlang: en\ntags:\n  - a\n# note\n---\n"
      "Marta Keller declined to visit Berlin.\n");
  EXPECT_EQ(article.title, "Keller: no visit");
  EXPECT_EQ(article.published, "2024-05-01");
  EXPECT_EQ(article.author, "Jane Roe");
  EXPECT_EQ(article.outlet, "Der Bote");
  EXPECT_EQ(article.key, "n-1");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.text, "Marta Keller declined to visit Berlin.");
}

TEST(Markdown, SaysWhichDateOfFrontMatterIsNone) {
  try {
    read("---\ndate: soon\n---\nText.\n");
    FAIL();
  } catch (const ParseError& error) {
    EXPECT_STREQ(error.what(), "a.md: \"date\" is \"soon\"; expected ISO 8601, e.g. 2024-05-01");
  }
}

TEST(Markdown, GivesWhatAReaderSeesAndSpansIntoIt) {
  EXPECT_EQ(dump_blocks(read("# Keller *declines*\n\n"
                             "**Marta Keller** declined\nto visit [Berlin](https://b.example).\n\n"
                             "An icy spring\n-----\n\n"
                             "> She said: \"I will\n> not go.\"\n\n"
                             "* On Monday, Solheim `agreed`.\n* Danilenko was <b>silent</b>.\n\n"
                             "![Keller](k.jpg)\n\n"
                             "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
                             "```\ncode here.\n```\n\n<!-- a\ncomment -->\n\n***\n\n"
                             "## What next?\n\n"
                             "The talks[^1] go on in [Sandel][s] next week.\n\n"
                             "[s]: https://s.example\n[^1]: A footnote.\n")),
            "title Keller declines\n"
            "para Marta Keller declined|to visit Berlin.\n"
            "head An icy spring\n"
            "para She said: \"I will|not go.\"\n"
            "para On Monday, Solheim agreed.\n"
            "para Danilenko was silent.\n"
            "head What next?\n"
            "para The talks go on in Sandel next week.\n");
}

TEST(Markdown, StripsEmphasisOnlyInPairs) {
  struct Row {
    const char* markdown;
    const char* text;
  };
  const Row rows[] = {
      {"*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"},
      {"**a *b* c**", "a b c"},
      {"5 * 3 * 2", "5 * 3 * 2"},
      {"the Azov Brigade*, and", "the Azov Brigade*, and"},
      {"snake_case_name", "snake_case_name"},
      {"*open", "*open"},
      {"\\*kept\\* \\[so\\]", "*kept* [so]"},
      {"`*code*` and ``a ` b``", "*code* and a ` b"},
      {"[a [b] c](u) [sic] [x]", "a [b] c [sic] [x]"},
      {"[a](u \"t)\") ![i](u)b ![i][r]", "a\") b "},
      {"<https://a.example/b> <i>x</i> 1 < 2", "https://a.example/b x 1 < 2"},
      {"AT&amp;T &mdash; a&nbsp;b &copy", "AT&T — a b &copy"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(strip_inline_markdown(row.markdown, {}), row.text) << row.markdown;
  }
}

TEST(Markdown, TakesHostileInputInLinearTime) {
  for (const char* piece : {"*a ", "[", "![", "](", "`", "<", "_a*", "**", "&", "[^", "~~a"}) {
    std::string markdown = "Start.\n\n";
    for (int i = 0; i < 30'000; ++i) markdown += piece;
    EXPECT_FALSE(read(markdown).text.empty());
  }
}

}  // namespace
}  // namespace newsgraph
