#include <gtest/gtest.h>

#include <random>
#include <string>

#include "extract/language/characters.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/language/long_sentences.hpp"
#include "extract/language/sentence_splitter.hpp"

// What holds for every text, sense or nonsense, with both models.

namespace newsgraph {
namespace {

const LanguageEngine& engine(LanguageEngine::Model model) {
  static const LanguageEngine neural(find_models());
  static const LanguageEngine fast(find_models(), LanguageEngine::Model::kFast);
  return model == LanguageEngine::Model::kFast ? fast : neural;
}

bool is_space(std::string_view bytes) {
  for (std::size_t pos = 0; pos < bytes.size();) {
    const CharClass type = char_class(next_code_point(bytes, pos));
    if (type != CharClass::kSpace && type != CharClass::kFormat) return false;
  }
  return true;
}

void expect_tree(const Sentence& sentence) {
  const auto size = static_cast<std::int32_t>(sentence.tokens.size());
  int roots = 0;
  for (std::int32_t i = 0; i < size; ++i) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (token.head == kNoHead) {
      ++roots;
      EXPECT_EQ(token.deprel, "root");
      continue;
    }
    ASSERT_TRUE(token.head >= 0 && token.head < size && token.head != i);
    EXPECT_NE(token.deprel, "root");
    std::int32_t at = i;
    for (std::int32_t steps = 0; at != kNoHead; ++steps) {
      ASSERT_LE(steps, size) << "a cycle";
      at = sentence.tokens[static_cast<std::size_t>(at)].head;
    }
  }
  EXPECT_EQ(roots, 1);
}

void expect_invariants(LanguageEngine::Model model, const std::string& text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t at = 0;
  for (const Sentence& sentence : engine(model).analyse(text, {0, size})) {
    ASSERT_FALSE(sentence.tokens.empty());
    EXPECT_LE(sentence.tokens.size(), kLongestSentence);
    EXPECT_EQ(sentence.span.begin, sentence.tokens.front().span.begin);
    EXPECT_EQ(sentence.span.end, sentence.tokens.back().span.end);
    for (const Token& token : sentence.tokens) {
      ASSERT_GE(token.span.begin, at);
      ASSERT_GT(token.span.end, token.span.begin);
      EXPECT_TRUE(is_space(std::string_view(text).substr(at, token.span.begin - at)));
      EXPECT_EQ(token.form, text.substr(token.span.begin, token.span.size()));
      EXPECT_FALSE(token.lemma.empty());
      EXPECT_FALSE(token.xpos.empty());
      EXPECT_TRUE(token.head_score >= 0 && token.head_score <= 1);
      at = token.span.end;
    }
    expect_tree(sentence);
    std::uint32_t name_end = 0;
    for (const NamedMention& name : sentence.names) {
      EXPECT_GE(name.begin, name_end);
      EXPECT_LT(name.begin, name.end);
      EXPECT_LE(name.end, sentence.tokens.size());
      EXPECT_TRUE(name.score >= 0 && name.score <= 1);
      name_end = name.end;
    }
  }
  EXPECT_TRUE(is_space(std::string_view(text).substr(at))) << "text left over";
}

class LanguageInvariants : public testing::TestWithParam<LanguageEngine::Model> {};

INSTANTIATE_TEST_SUITE_P(Models, LanguageInvariants,
                         testing::Values(LanguageEngine::Model::kDefault,
                                         LanguageEngine::Model::kFast),
                         [](const auto& model) {
                           return model.param == LanguageEngine::Model::kFast ? "Fast" : "Default";
                         });

TEST_P(LanguageInvariants, HoldForHostileTexts) {
  for (const char* text : {"",
                           " \n\t ",
                           ".",
                           "...",
                           "\"",
                           "😀😀 He smiled 👩‍👩‍👧.",
                           "مرحبا بالعالم. He said سلام!",
                           "שלום (hello) עולם",
                           "\x01\x02 control \x7f characters\x1b[0m",
                           "a\u00ADb \u200Bzero\u200Dwidth",
                           "é́́́ combining",
                           "日本語の文章。次の文。",
                           "U.S.A.F.B.I.",
                           "-----",
                           "'''\"\"\"''",
                           "((((((((",
                           "\xC3\x28 ill-formed \xFF bytes \xE2\x82",
                           "@ # $ % ^ & * _ + = ~ ` | \\ < >",
                           "ALL CAPS HEADLINE ABOUT TALKS",
                           "no capital letters at all anywhere",
                           "1 2 3 4.5.6.7 8,9",
                           "http://",
                           "www.",
                           "a@",
                           "@",
                           "n't",
                           "'s",
                           "’s",
                           "cannot",
                           "x-",
                           "-x",
                           "--x--",
                           "x--y"}) {
    SCOPED_TRACE(text);
    expect_invariants(GetParam(), text);
  }
}

TEST_P(LanguageInvariants, HoldForASentenceOfFiveThousandWords) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "and ";
  expect_invariants(GetParam(), text);
  std::string brackets(5000, '(');
  expect_invariants(GetParam(), brackets);
}

TEST_P(LanguageInvariants, HoldForRandomMixtures) {
  const std::string pieces[] = {
      "President", " ",    " ",   " ",    "Ann",  "'s",   "-",  ".",    ". ",  ",", "\"",
      "“",         "”",    "(",   ")",    "said", "U.S.", "…",  "—",    "5",   "%", "$",
      "\n",        "\n\n", "the", "Inc.", "!",    "?",    "é",  "д",    "中",  "😀", "\t",
      "n't",       "@",    "/",   ":",    "’",    "Mr.",  "of", "Kyiv", "\xFF"};
  std::mt19937 random(20160305);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t length = random() % 120;
    for (std::size_t i = 0; i < length; ++i) {
      text += pieces[random() % std::size(pieces)];
    }
    SCOPED_TRACE(text);
    expect_invariants(GetParam(), text);
  }
}

TEST_P(LanguageInvariants, EqualTextGivesEqualSentences) {
  const std::string text = "The minister met Ann Lee in Oslo on 5 May. He didn't stay.";
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(engine(GetParam()).analyse(text, all), engine(GetParam()).analyse(text, all));
}

}  // namespace
}  // namespace newsgraph
