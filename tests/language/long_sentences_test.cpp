#include "extract/language/long_sentences.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/language/language_engine.hpp"

namespace newsgraph {
namespace {

/// `size` words, each 50th a comma.
Sentence words(std::size_t size) {
  Sentence sentence;
  for (std::size_t i = 0; i < size; ++i) {
    Token& token = sentence.tokens.emplace_back();
    token.form = i % 50 == 49 ? "," : "word" + std::to_string(i);
    token.span = {static_cast<std::uint32_t>(10 * i), static_cast<std::uint32_t>(10 * i + 9)};
  }
  sentence.span = {0, static_cast<std::uint32_t>(10 * size)};
  return sentence;
}

TEST(LongSentences, AreCutBehindCommas) {
  EXPECT_EQ(cut_long(kLongestSentence, [](std::size_t) { return true; }),
            (std::vector<std::size_t>{kLongestSentence}));
  EXPECT_EQ(cut_long(1000, [](std::size_t i) { return i == 349; }),
            (std::vector<std::size_t>{350, 750, 1000}));
}

TEST(LongSentences, AreOneTreeAgain) {
  const LanguageEngine engine(find_models());
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{401}, std::size_t{5000}}) {
    Sentence sentence = words(size);
    engine.annotate(sentence);
    ASSERT_EQ(sentence.tokens.size(), size);
    EXPECT_EQ(sentence.span, words(size).span);
    std::size_t roots = 0;
    for (std::size_t i = 0; i < size; ++i) {
      EXPECT_EQ(sentence.tokens[i].form, words(size).tokens[i].form);
      roots += sentence.tokens[i].head == kNoHead ? 1 : 0;
    }
    EXPECT_EQ(roots, size == 0 ? 0U : 1U);
  }
}

TEST(LongSentences, KeepTheirNamesInPlace) {
  std::vector<Sentence> pieces(2);
  for (Sentence& piece : pieces) {
    piece.tokens.resize(3);
    piece.tokens[0].head = 1;
    piece.tokens[2].head = 1;
    piece.names.push_back({1, 3, NameType::kPerson, 1});
  }
  const Sentence joined = join_pieces(std::move(pieces));
  EXPECT_EQ(joined.tokens[4].head, 1);
  EXPECT_EQ(joined.tokens[4].deprel, "parataxis");
  EXPECT_EQ(joined.tokens[5].head, 4);
  EXPECT_EQ(joined.names, (std::vector<NamedMention>{{1, 3, NameType::kPerson, 1},
                                                     {4, 6, NameType::kPerson, 1}}));
}

}  // namespace
}  // namespace newsgraph
