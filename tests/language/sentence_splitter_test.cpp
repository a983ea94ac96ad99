#include "extract/language/sentence_splitter.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/base/error.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/language/long_sentences.hpp"
#include "extract/language/tokenizer.hpp"

namespace newsgraph {
namespace {

const SentenceSplitter& splitter() {
  static const ModelFile file(find_models() / "sentences.model", "sentences");
  static const SentenceSplitter instance(file);
  return instance;
}

std::string dump(std::string_view text) {
  const std::vector<Span> tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string result;
  std::size_t begin = 0;
  for (const std::size_t end : splitter().split(text, tokens)) {
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
      {"Smith v. Hill was heard. Hill lost.", "Smith v. Hill was heard. || Hill lost."},
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
      {"“It was a try,’’ Roth told us. He left.", "“It was a try,’’ Roth told us. || He left."},
      {"“It is over.” He left.", "“It is over.” || He left."},
      {"“Why?” he asked. “Because.”", "“Why?” he asked. || “Because.”"},
      {"\"Stop.\" \"No.\"", "\"Stop.\" || \"No.\""},
      {"He left (at noon.) She stayed.", "He left (at noon.) || She stayed."},
      {"He left (at 5 p.m.). She stayed.", "He left (at 5 p.m.). || She stayed."},
  });
}

TEST(SentenceSplitter, GoesOnBehindStopsInsideASentence) {
  expect_rows({
      {"He paid 3.5 million in No. 10 on Jan. 5 at 10 a.m. on time.",
       "He paid 3.5 million in No. 10 on Jan. 5 at 10 a.m. on time."},
      {"Visit www.example.org/a.html?b=1 for more. It is free.",
       "Visit www.example.org/a.html?b=1 for more. || It is free."},
      {"The firm, Yahoo! said, won.", "The firm, Yahoo! said, won."},
      {"“I think... we can,” he said.", "“I think... we can,” he said."},
      {"Reps. Lee (D-Calif.) and Roe (R-Tex.) left. Others stayed.",
       "Reps. Lee (D-Calif.) and Roe (R-Tex.) left. || Others stayed."},
  });
}

TEST(SentenceSplitter, KeepsDatelinesAndHeadlinesWhole) {
  expect_rows({
      {"KYIV, Nov 11 — The minister resigned. His deputy stays.",
       "KYIV, Nov 11 — The minister resigned. || His deputy stays."},
      {"SACRAMENTO, Calif. (AP) — Voters went to the polls.",
       "SACRAMENTO, Calif. (AP) — Voters went to the polls."},
      {"President Signs Trade Bill In Oslo, Ends Long Dispute",
       "President Signs Trade Bill In Oslo, Ends Long Dispute"},
      {"The court in Atlanta, Georgia, heard Radio 4's Thought for the Day",
       "The court in Atlanta, Georgia, heard Radio 4's Thought for the Day"},
  });
}

TEST(SentenceSplitter, KeepsFootnotesWithTheirSentence) {
  expect_rows({{"The town fell in 1805. [6] The army left. [7] It rained.",
                "The town fell in 1805. [6] || The army left. [7] || It rained."}});
}

TEST(SentenceSplitter, SplitsTextWithoutCapitalsOrBlanks) {
  expect_rows({
      {"i went there. it was closed. why? nobody knows.",
       "i went there. || it was closed. || why? || nobody knows."},
      {"They wanted peace.The general did not.", "They wanted peace. || The general did not."},
  });
}

TEST(SentenceSplitter, StartsASentenceAtEachBullet) {
  expect_rows({{"Points: • peace in the north • land for all",
                "Points: || • peace in the north || • land for all"}});
}

TEST(SentenceSplitter, RefusesAnotherModel) {
  EXPECT_THROW(ModelFile(find_models() / "words.model", "sentences"), ParseError);
}

TEST(SentenceSplitter, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 50 == 49 ? "word, " : "word ";
  const std::vector<Span> tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
  const std::vector<std::size_t> ends = splitter().split(text, tokens);
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
