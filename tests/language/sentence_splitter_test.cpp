#include "extract/language/sentence_splitter.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/language/tokenizer.hpp"

namespace newsgraph {
namespace {

std::string dump(std::string_view text) {
  const std::vector<Span> tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string result;
  std::size_t begin = 0;
  for (const std::size_t end : split_sentences(text, tokens)) {
    if (!result.empty()) result += " || ";
    result += text.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin);
    begin = end;
  }
  return result;
}

struct Row {
  std::string_view text;
  std::string_view sentences;
};

void expect_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.sentences) << row.text;
}

TEST(SentenceSplitter, EndsSentencesBehindStops) {
  expect_rows({
      {"He left. She stayed.", "He left. || She stayed."},
      {"Why? Nobody knew! It rained", "Why? || Nobody knew! || It rained"},
      {"It went on… Then it stopped.", "It went on… || Then it stopped."},
      {"no stop at all", "no stop at all"},
  });
}

TEST(SentenceSplitter, KeepsInitialsWithTheirSurname) {
  expect_rows({
      {"J. R. Smith won. Mr. Hill lost.", "J. R. Smith won. || Mr. Hill lost."},
      {"Gen. Alan B. Carter spoke.", "Gen. Alan B. Carter spoke."},
      {"Dr. Ng met Prof. Lee vs. Capt. Roe.", "Dr. Ng met Prof. Lee vs. Capt. Roe."},
  });
}

TEST(SentenceSplitter, EndsAtAbbreviationsOnlyBeforeAStart) {
  expect_rows({
      {"The U.S. Army left the U.S. The rest stayed.",
       "The U.S. Army left the U.S. || The rest stayed."},
      {"Acme Inc. Chairman Dale quit.", "Acme Inc. Chairman Dale quit."},
      {"It closed at 5 p.m. He was late.", "It closed at 5 p.m. || He was late."},
  });
}

TEST(SentenceSplitter, KeepsClosingQuotesAndBrackets) {
  expect_rows({
      {"“It is over.” He left.", "“It is over.” || He left."},
      {"“Why?” he asked. “Because.”", "“Why?” he asked. || “Because.”"},
      {"\"Stop.\" \"No.\"", "\"Stop.\" || \"No.\""},
      {"He left (at noon.) She stayed.", "He left (at noon.) || She stayed."},
      {"He left (at 5 p.m.). She stayed.", "He left (at 5 p.m.). || She stayed."},
  });
}

TEST(SentenceSplitter, StartsASentenceAtEachBullet) {
  expect_rows({{"Points: • peace • land", "Points: || • peace || • land"}});
}

TEST(SentenceSplitter, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 50 == 49 ? "word, " : "word ";
  const std::vector<Span> tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
  const std::vector<std::size_t> ends = split_sentences(text, tokens);
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    EXPECT_LE(end - begin, kLongestSentence);
    if (end != tokens.size()) {
      EXPECT_EQ(text[tokens[end - 1].begin], ',') << "cut at a comma";
    }
    begin = end;
  }
  EXPECT_EQ(begin, tokens.size());
}

}  // namespace
}  // namespace newsgraph
