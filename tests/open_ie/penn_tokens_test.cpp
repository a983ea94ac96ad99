#include "extract/language/penn_tokens.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph {
namespace {

std::string forms(const std::string& text) {
  const Sentence sentence = penn_sentence(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string joined;
  for (const Token& token : sentence.tokens) {
    joined += (joined.empty() ? "" : " ") + token.form;
  }
  return joined;
}

TEST(PennTokens, AreReadAsANewspaperPrintsThem) {
  EXPECT_EQ("\" Yes \" ( he said )", forms("`` Yes '' -LRB- he said -RRB-"));
  EXPECT_EQ("[ {", forms("-LSB- -LCB-"));
  EXPECT_EQ("1/2 and/or a*", forms(R"(1\/2 and\/or a\*)"));
}

TEST(PennTokens, KeepWhatIsNoEscape) {
  EXPECT_EQ(R"(well-known C:\new \)", forms(R"(well-known C:\new \)"));
  EXPECT_EQ("", forms("  \t "));
}

TEST(PennTokens, SpanTheWordAsItStandsInTheText) {
  const std::string text = "Roth  -LRB- 47";
  const Sentence sentence = penn_sentence(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(3U, sentence.tokens.size());
  EXPECT_EQ((Span{6, 11}), sentence.tokens[1].span);
  EXPECT_EQ("(", sentence.tokens[1].form);
}

TEST(PennTokens, StayWithinTheirSentence) {
  const std::string text = "One .\nTwo .\n";
  EXPECT_EQ(2U, penn_sentence(text, {6, 11}).tokens.size());
}

}  // namespace
}  // namespace newsgraph
