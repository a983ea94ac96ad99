#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/characters.hpp"
#include "extract/language/conllu.hpp"
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

bool is_utf8(std::string_view bytes) {
  for (std::size_t pos = 0; pos < bytes.size();) {
    const std::size_t begin = pos;
    if (next_code_point(bytes, pos) == U'\uFFFD' && pos - begin != 3) return false;
  }
  return true;
}

/// What is written of `sentence` must read as the same words, tree and features.
void expect_round_trip(const Sentence& sentence) {
  std::stringstream file;
  const std::vector<MultiwordToken> multiword = multiword_tokens(sentence);
  write_conllu(sentence, {"# text = " + text_of(sentence)}, multiword, file);
  ConlluReader reader(file, "written");
  ConlluSentence read;
  ASSERT_TRUE(reader.next(read));
  EXPECT_EQ(read.multiword, multiword);
  ASSERT_EQ(read.sentence.tokens.size(), sentence.tokens.size());
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& written = sentence.tokens[i];
    const Token& token = read.sentence.tokens[i];
    EXPECT_EQ(token.form, written.form);
    EXPECT_EQ(token.lemma, written.lemma);
    EXPECT_EQ(token.upos, written.upos);
    EXPECT_EQ(token.xpos, written.xpos);
    EXPECT_EQ(token.feats, written.feats);
    EXPECT_EQ(token.head, written.head);
    EXPECT_EQ(token.deprel, written.deprel);
  }
  EXPECT_FALSE(reader.next(read));
}

void expect_invariants(LanguageEngine::Model model, const std::string& text, Span block) {
  std::uint32_t at = block.begin;
  const bool readable = is_utf8(std::string_view(text).substr(block.begin, block.size()));
  for (const Sentence& sentence : engine(model).analyse(text, block)) {
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
    if (readable) expect_round_trip(sentence);
    std::uint32_t name_end = 0;
    for (const NamedMention& name : sentence.names) {
      EXPECT_GE(name.begin, name_end);
      EXPECT_LT(name.begin, name.end);
      EXPECT_LE(name.end, sentence.tokens.size());
      EXPECT_TRUE(name.score >= 0 && name.score <= 1);
      name_end = name.end;
    }
  }
  ASSERT_LE(at, block.end);
  EXPECT_TRUE(is_space(std::string_view(text).substr(at, block.end - at))) << "text left over";
}

void expect_invariants(LanguageEngine::Model model, const std::string& text) {
  expect_invariants(model, text, {0, static_cast<std::uint32_t>(text.size())});
}

/// Own-written news, to be damaged.
constexpr std::string_view kNews[] = {
    "KARVAT, Nov 11 (Post) — President Ann Lee, 54, didn't sign the $5.3bn deal on Friday, ",
    "\"It's over,\" said Gen. J.R. Koval of the U.S. Army. \"They won't pay.\" ",
    "The company (Norvik Inc.) lost 12.5% in Q3… shares fell 3-for-1!\n\n",
    "• First: talks; • second: elections on 3/4/2024 at 10:30 a.m.\n",
    "See https://example.org/a?b=1&c=2 or write to desk@example.org [12]. ",
    "WHO BACKS KELLER? MINISTERS SAY “NO COMMENT” ",
    "Don't—he'll've gone; the workers' union's 1990s-style rally, e.g., ended at 5 p.m. "};

/// Whatever may stand in a text or in a file that claims to be one.
void append_noise(std::string& text, std::mt19937& random) {
  constexpr char32_t kSpecial[] = {
      0x00AD, 0x200B,  0x200D,  0x200E,  0x200F,  0x202E,  0x2028, 0x2060, 0xFEFF,   0xFE0F, 0x20E3,
      0x0301, 0x1F469, 0x1F466, 0x1F3FD, 0x1F1FA, 0x1F1E6, 0xFFFD, 0xE000, 0x10FFFF, 0x0000, 0x0007,
      0x001B, 0x0085,  0x00A0,  0x3000,  0x05D0,  0x0627,  0x4E2D, 0x0E01, 0xFB01,   0x2026};
  constexpr std::string_view kIllFormed[] = {
      "\xED\xA0\x80", "\xFF", "\xC3", "\xF0\x9F", "\x80", "\xC0\xAF", "\xF5\x80\x80\x80"};
  switch (random() % 8) {
    case 0:
      text += kIllFormed[random() % std::size(kIllFormed)];
      break;
    case 1:
    case 2:
      append_utf8(text, kSpecial[random() % std::size(kSpecial)]);
      break;
    case 3: {
      const char32_t c = static_cast<char32_t>(random() % 0x110000);
      append_utf8(text, c >= 0xD800 && c < 0xE000 ? U' ' : c);
      break;
    }
    case 4:
      text += static_cast<char>(0x20 + random() % 0x5F);
      break;
    case 5:
      text.append(random() % 40, "-.('\"1aA,&"[random() % 10]);
      break;
    default:
      text += kNews[random() % std::size(kNews)].substr(random() % 40, random() % 60);
  }
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

TEST_P(LanguageInvariants, HoldForEndlessTokens) {
  for (const char* piece :
       {"a",  "A",       "1",    ".",  "é", "😀",  "\u200D", "\u00AD",  "a-", "1,", "a.",
        "'s", "http://", "x@y.", "(a", "-", "?!", "\xFF",   "👩‍", "U.", "$5", "n't"}) {
    std::string text = "He said ";
    for (int i = 0; i < 3000; ++i) text += piece;
    SCOPED_TRACE(piece);
    expect_invariants(GetParam(), text + " and left.");
  }
}

TEST_P(LanguageInvariants, HoldForRandomBytes) {
  std::mt19937 random(20240311);
  for (int round = 0; round < 100; ++round) {
    std::string text;
    for (std::size_t left = random() % 400; left > 0; --left) text += static_cast<char>(random());
    SCOPED_TRACE(testing::PrintToString(text));
    expect_invariants(GetParam(), text);
  }
}

TEST_P(LanguageInvariants, HoldForRandomCharactersAmongNews) {
  std::mt19937 random(20240312);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t left = random() % 60; left > 0; --left) append_noise(text, random);
    SCOPED_TRACE(testing::PrintToString(text));
    expect_invariants(GetParam(), text);
  }
}

TEST_P(LanguageInvariants, HoldForDamagedNews) {
  std::mt19937 random(20240313);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (std::size_t left = 1 + random() % 6; left > 0; --left) {
      text += kNews[random() % std::size(kNews)];
    }
    for (std::size_t left = random() % 10; left > 0; --left) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text.erase(at, 1 + random() % 4);
          break;
        case 1:
          text[at] = static_cast<char>(text[at] ^ 0x20);
          break;
        default:
          text.insert(at, text.substr(random() % text.size(), random() % 12));
      }
      if (text.empty()) text = " ";
    }
    SCOPED_TRACE(testing::PrintToString(text));
    // A block in the middle of a text, cut wherever.
    auto begin = static_cast<std::uint32_t>(random() % text.size());
    auto end = static_cast<std::uint32_t>(random() % (text.size() + 1));
    if (begin > end) std::swap(begin, end);
    expect_invariants(GetParam(), text, {begin, end});
    expect_invariants(GetParam(), text);
  }
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
