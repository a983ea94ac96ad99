#include "extract/mention/name_types.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/mention/name_pieces.hpp"
#include "tests/support/hand_parse.hpp"

namespace newsgraph {
namespace {

/// "Karvat/LOC, Ana Roth/PER".
std::string names(const std::vector<Sentence>& sentences) {
  std::string result;
  for (const Sentence& sentence : sentences) {
    for (const NamedMention& name : sentence.names) {
      if (!result.empty()) result += ", ";
      for (std::uint32_t i = name.begin; i < name.end; ++i) {
        result += (i == name.begin ? "" : " ") + sentence.tokens[i].form;
      }
      result += "/" + std::string(to_string(name.type));
    }
  }
  return result;
}

TEST(NameTypes, AreSettledByTheWholeArticle) {
  const auto articles = test::read_hand_parses(NEWSGRAPH_TEST_DIR "/name_types/articles.conllu");
  ASSERT_GE(articles.size(), 4U);
  for (const test::HandParse& article : articles) {
    std::vector<Sentence> sentences = article.sentences;
    find_surnames(sentences);
    settle_name_types(sentences);
    ASSERT_EQ(article.expected.size(), 1U) << article.file << ':' << article.line;
    EXPECT_EQ(names(sentences), article.expected[0]) << article.file << ':' << article.line;
  }
}

TEST(NamePieces, ArePutTogether) {
  const auto articles = test::read_hand_parses(NEWSGRAPH_TEST_DIR "/name_types/pieces.conllu");
  ASSERT_GE(articles.size(), 4U);
  for (const test::HandParse& article : articles) {
    std::vector<Sentence> sentences = article.sentences;
    join_name_pieces(sentences);
    const std::string expected = article.expected.empty() ? "" : article.expected[0];
    EXPECT_EQ(names(sentences), expected) << article.file << ':' << article.line;
  }
  std::vector<Sentence> last = articles.back().sentences;
  join_name_pieces(last);
  EXPECT_EQ("Sharks", last.front().tokens[3].form);
  EXPECT_EQ("shark", last.front().tokens[3].lemma);
}

}  // namespace
}  // namespace newsgraph
