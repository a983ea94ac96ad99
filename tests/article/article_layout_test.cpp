#include "extract/article/article_layout.hpp"

#include <gtest/gtest.h>

#include "extract/article/text_article.hpp"
#include "tests/article/block_dump.hpp"

namespace newsgraph {
namespace {

struct Row {
  const char* text;
  const char* blocks;
};

Article read(std::string_view text) { return read_text_article(text, "a.txt", "a.txt"); }

void expect_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(dump_blocks(read(row.text)), row.blocks) << "in:\n" << row.text;
  }
}

TEST(ArticleLayout, TakesTheFirstLineForTitleOnlyIfItLooksLikeOne) {
  expect_rows({
      {"Keller will not come to Berlin\n\nMarta Keller declined to visit Berlin on Monday.\n",
       "title Keller will not come to Berlin\n"
       "para Marta Keller declined to visit Berlin on Monday.\n"},
      {"Will Keller come to Berlin?\nMarta Keller declined to visit Berlin on Monday.\n",
       "title Will Keller come to Berlin?\n"
       "para Marta Keller declined to visit Berlin on Monday.\n"},
      // A full stop makes a sentence of it.
      {"Marta Keller declined to visit Berlin.\n\nShe said so on Monday.\n",
       "para Marta Keller declined to visit Berlin.\npara She said so on Monday.\n"},
      // Nothing follows: it is all there is.
      {"Marta Keller declined to visit Berlin", "para Marta Keller declined to visit Berlin\n"},
      {"Keller declined.", "para Keller declined.\n"},
      {"Keller won", "para Keller won\n"},
      // A menu is none; the title stands further down.
      {"World Norland Society Opinion Science Sport\nJane Roe\n\nKeller in Berlin or Solheim at "
       "home?\n\nWorld » Norland\n\nSources in the government report that a visit was planned.\n",
       "furn World Norland Society Opinion Science Sport\nfurn Jane Roe\n"
       "title Keller in Berlin or Solheim at home?\nfurn World » Norland\n"
       "para Sources in the government report that a visit was planned.\n"},
      {"The Norland Times\nKeller declines to visit Berlin\nMarta Keller declined to visit Berlin "
       "on Monday.\n",
       "furn The Norland Times\ntitle Keller declines to visit Berlin\n"
       "para Marta Keller declined to visit Berlin on Monday.\n"},
      {"- Marta Keller declined to visit Berlin on Monday\n- Solheim will go to Berlin instead\n",
       "para Marta Keller declined to visit Berlin on Monday\n"
       "para Solheim will go to Berlin instead\n"},
  });
}

TEST(ArticleLayout, ReadsDatesAndBylinesNearTheTop) {
  struct MetadataRow {
    const char *top, *title, *author, *published, *modified;
  };
  const MetadataRow rows[] = {
      {"Talks fail again\n2024-03-05\n", "Talks fail again", "", "2024-03-05", ""},
      {"Talks fail again\n\nTuesday, March 5, 2024\n\n", "Talks fail again", "", "2024-03-05", ""},
      {"Talks fail again\nBy Jane Roe\nPublished: 5 March 2024, 10:30\n", "Talks fail again",
       "Jane Roe", "2024-03-05", ""},
      {"Talks fail again\nBY JANE ROE | MARCH 5, 2024 | 3 min read\n", "Talks fail again",
       "JANE ROE", "2024-03-05", ""},
      {"Talks fail again\nJane Roe\nUpdated March 6, 2024\nPosted on March 5, 2024\n",
       "Talks fail again", "", "2024-03-05", "2024-03-06"},
      {"5 March 2024\nTalks fail again\n", "Talks fail again", "", "2024-03-05", ""},
      {"Author: Jane van der Roe and John Doe, Der Bote\nTalks fail again\n", "Talks fail again",
       "Jane van der Roe and John Doe, Der Bote", "", ""},
      // No year, no date of publication; and nothing is lost.
      {"Talks fail again\n5 March\n", "Talks fail again", "", "", ""},
      {"", "", "", "", ""},
  };
  for (const MetadataRow& row : rows) {
    const Article article =
        read(std::string(row.top) + "Marta Keller declined to visit Berlin on Monday.\n");
    EXPECT_EQ(article.title, row.title) << row.top;
    EXPECT_EQ(article.author, row.author) << row.top;
    EXPECT_EQ(article.published, row.published) << row.top;
    EXPECT_EQ(article.modified, row.modified) << row.top;
    EXPECT_NE(dump_blocks(article).find("para Marta Keller declined"), std::string::npos);
  }
}

TEST(ArticleLayout, CutsTheDatelineOffTheFirstParagraph) {
  const Article article = read(
      "Keller declines visit to Berlin\n\nHALMAR, March 5, 2024 (NNA) - Marta Keller declined to "
      "visit Berlin.\n\nShe gave no reason.\n");
  EXPECT_EQ(dump_blocks(article),
            "title Keller declines visit to Berlin\ndate HALMAR, March 5, 2024 (NNA) -\n"
            "para Marta Keller declined to visit Berlin.\npara She gave no reason.\n");
  EXPECT_EQ(article.published, "2024-03-05");
}

TEST(ArticleLayout, KeepsQuotesQuestionsAndShortSentencesInTheBody) {
  expect_rows(
      {{"Marta Keller declined to visit Berlin for the second time on Monday.\n\n"
        "“If you want no meeting, invite me to Berlin,” she said.\n\n"
        "But will it work?\n\n"
        "“No.”\n\n"
        "She agreed.\n\n"
        "Three points matter to her, according to people in her office:\n\n"
        "- On February 5, Solheim said that Norland was open to talks.\n"
        "- News\n\n"
        "The talks are to go on next week in Sandel, officials said.\n",
        "para Marta Keller declined to visit Berlin for the second time on Monday.\n"
        "para “If you want no meeting, invite me to Berlin,” she said.\n"
        "para But will it work?\n"
        "para “No.”\n"
        "para She agreed.\n"
        "para Three points matter to her, according to people in her office:\n"
        "para On February 5, Solheim said that Norland was open to talks.\n"
        "furn News\n"
        "para The talks are to go on next week in Sandel, officials said.\n"}});
}

TEST(ArticleLayout, TellsHeadingsAndCaptionsFromParagraphs) {
  expect_rows(
      {{"Marta Keller declined to visit Berlin for the second time on Monday.\n\n"
        "An Icy Spring\n\n"
        "Relations between both countries have been cool since the winter.\n\n"
        "Marta Keller and Ingrid Solheim\n"
        "Photo: Government of Norland, https://example.org/licenses/by/4.0/\n"
        "Marta Keller and Ingrid Solheim\n\n"
        "Portrait of Prime Minister Marta Keller looking serious in her office.\n"
        "Protesters at the march.\nImage: Jane Roe.\n"
        "The march was held in Halmar on Friday. Image: John Doe.\n\n"
        "The government is to decide next week, a spokesman said.\n",
        "para Marta Keller declined to visit Berlin for the second time on Monday.\n"
        "head An Icy Spring\n"
        "para Relations between both countries have been cool since the winter.\n"
        "furn Marta Keller and Ingrid Solheim\n"
        "furn Photo: Government of Norland, https://example.org/licenses/by/4.0/\n"
        "furn Marta Keller and Ingrid Solheim\n"
        "furn Portrait of Prime Minister Marta Keller looking serious in her office.\n"
        "furn Protesters at the march.\nfurn Image: Jane Roe.\n"
        "para The march was held in Halmar on Friday.\nfurn Image: John Doe.\n"
        "para The government is to decide next week, a spokesman said.\n"}});
}

TEST(ArticleLayout, LeavesWhatThePageWrapsAroundTheArticleAside) {
  const char* const top = "Home News Sport Weather\nHome > World > Norland\nShare\nTweet\n0\n";
  const char* const body =
      "Keller declines visit to Berlin\n\n"
      "Marta Keller declined to visit Berlin for the second time on Monday, officials said.\n\n"
      "She said that Norland would not take part in talks about the harbour at Sandel.\n\n"
      "“I have nothing to add,” Keller told reporters.\n\n";
  const char* const tail =
      "*designated as a charity in Norland\n"
      "(Reporting by Jane Roe; editing by John Doe)\n"
      "Subscribe to our newsletter!\nNews All >\nNow reading\n"
      "Harbour of Sandel Closed After Storm\nWorld\nHarbour of Sandel Closed After Storm\n"
      "Popular\nA storm closed the harbour of Sandel and drove a ferry against the pier at night\n"
      "Ten Plants That Need No Light at All\nSolheim Opens New School in Dravik\n"
      "How to Clean Your Kitchen in Ten Minutes\nNorland Wins Cup Against Sudavia\n"
      "Tags\nPost a Comment\n0 Comments\nFollow us on Facebook and Twitter\n"
      "Copyright © 1999-2025, The Norland Times.\n"
      "The opinions of authors are their own and need not be those of the editors.\n";
  const std::string expected_body =
      "title Keller declines visit to Berlin\n"
      "para Marta Keller declined to visit Berlin for the second time on Monday, officials said.\n"
      "para She said that Norland would not take part in talks about the harbour at Sandel.\n"
      "para “I have nothing to add,” Keller told reporters.\n";
  const std::string dump = dump_blocks(read(std::string(top) + body + tail));
  EXPECT_NE(dump.find(expected_body), std::string::npos) << dump;
  std::size_t paragraphs = 0;
  for (std::size_t at = dump.find("para "); at != dump.npos; at = dump.find("para ", at + 1)) {
    ++paragraphs;
  }
  EXPECT_EQ(paragraphs, 3U) << dump;
}

TEST(ArticleLayout, LosesNothingWhereNothingLooksLikeAnArticle) {
  expect_rows({
      {"Keller declines visit\nSolheim goes to Berlin\n",
       "title Keller declines visit\npara Solheim goes to Berlin\n"},
      {"marta keller declined to visit berlin\nshe gave no reason\n",
       "title marta keller declined to visit berlin\npara she gave no reason\n"},
  });
}

TEST(ArticleLayout, CoversItsTextInOrderWhateverItIs) {
  // Not a crash, and the contract of Article::blocks, for texts that no one writes.
  const char* const pieces[] = {"Keller",
                                " ",
                                "\n",
                                "\n\n",
                                ". ",
                                "- ",
                                "—",
                                "»",
                                "\u00A0",
                                "Photo: ",
                                "(",
                                "By ",
                                "https://x.y",
                                "5 March 2024",
                                "KYIV, Nov 11 (NNA) - ",
                                "the",
                                "“",
                                "\t",
                                "é",
                                "漢字",
                                "1. ",
                                "*"};
  std::uint64_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += pieces[(state >> 33) % std::size(pieces)];
    }
    Article article;
    article.text = text;
    lay_out(article);
    std::uint32_t end = 0;
    for (const Block& block : article.blocks) {
      ASSERT_LE(end, block.span.begin) << text;
      ASSERT_LT(block.span.begin, block.span.end) << text;
      ASSERT_LE(block.span.end, text.size()) << text;
      ASSERT_EQ(std::string(" \n\t").find(text[block.span.begin]), std::string::npos) << text;
      ASSERT_EQ(std::string(" \n\t").find(text[block.span.end - 1]), std::string::npos) << text;
      end = block.span.end;
    }
  }
}

}  // namespace
}  // namespace newsgraph
