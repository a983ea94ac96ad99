#include "extract/language/tokenizer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph {
namespace {

std::string dump(std::string_view text) {
  std::string result;
  for (const Span& token : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!result.empty()) result += '|';
    result += text.substr(token.begin, token.size());
  }
  return result;
}

struct Row {
  std::string_view text;
  std::string_view tokens;
};

void expect_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.tokens) << row.text;
}

TEST(Tokenizer, PartsClitics) {
  expect_rows({
      {"John's dog didn't bark.", "John|'s|dog|did|n't|bark|."},
      {"They’ve said it won’t.", "They|’ve|said|it|wo|n’t|."},
      {"the workers' cannot", "the|workers|'|can|not"},
      {"I'd've gone, we'll see", "I'd|'ve|gone|,|we|'ll|see"},
      {"DON'T gonna", "DO|N'T|gon|na"},
      {"dont, cant and Im sure its a wont", "do|nt|,|ca|nt|and|I|m|sure|it|s|a|wo|nt"},
      {"its cause, as was his wont, Im Sang-soo", "its|cause|,|as|was|his|wont|,|Im|Sang|-|soo"},
      {"O'Neill's d'Or", "O'Neill|'s|d'Or"},
      {"the 1960's and the '90s", "the|1960's|and|the|'90s"},
  });
}

TEST(Tokenizer, PartsHyphenatedCompounds) {
  expect_rows({
      {"state-owned pre-war non-profit", "state|-|owned|pre-war|non-profit"},
      {"a well-known ex-minister", "a|well|-|known|ex-minister"},
      {"Smith-Jones talks", "Smith|-|Jones|talks"},
      {"call 555-0100 on 2004-11-17", "call|555-0100|on|2004-11-17"},
      {"three-year-old", "three|-|year|-|old"},
      {"a Kafka-esque neo-liberal", "a|Kafka-esque|neo-liberal"},
      {"call 713/555-0100, zip 77042-2016", "call|713/555-0100|,|zip|77042-2016"},
  });
}

TEST(Tokenizer, KeepsStopsOfAbbreviations) {
  expect_rows({
      {"Mr. J. R. Smith of the U.S. Army", "Mr.|J.|R.|Smith|of|the|U.S.|Army"},
      {"at 5 p.m. on Nov. 3", "at|5|p.m.|on|Nov.|3"},
      {"Acme Corp., Ltd.", "Acme|Corp.|,|Ltd."},
      {"It ended.", "It|ended|."},
      {"No. 5 won. No.", "No.|5|won|.|No|."},
      {"Fig. 3, p. 14, c. 1818, vitamin c.", "Fig.|3|,|p.|14|,|c.|1818|,|vitamin|c|."},
      {"modern art. He sat. I.", "modern|art|.|He|sat|.|I|."},
      {"Art. 5, Sat. 3 Nov.", "Art.|5|,|Sat.|3|Nov."},
      {"Reno, Nev. (D-Calif.), ill.", "Reno|,|Nev.|(|D|-|Calif.|)|,|ill|."},
      {"Acme Inc.. pens, etc. Then etc. more", "Acme|Inc.|.|pens|,|etc|.|Then|etc.|more"},
      {"Nov.28 Dr.Lee J.K.Rowling M.Phil.", "Nov.|28|Dr.|Lee|J.K.|Rowling|M.Phil|."},
  });
}

TEST(Tokenizer, TakesPunctuationOff) {
  expect_rows({
      {"(He said: \"Yes.\")", "(|He|said|:|\"|Yes|.|\"|)"},
      {"“No!” she said…", "“|No|!|”|she|said|…"},
      {"talks—at last—began", "talks|—|at|last|—|began"},
      {"wait... what?! -- no", "wait|...|what|?!|--|no"},
      {"KYIV, Nov 11 — Talks", "KYIV|,|Nov|11|—|Talks"},
      {"«Oui», ‘si’", "«|Oui|»|,|‘|si|’"},
      {"• first; [sic]", "•|first|;|[|sic|]"},
      {"so.? No!. On…. Off??.", "so|.?|No|!.|On|….|Off|??."},
      {"<< a >> -> ===== $$$ +++", "<<|a|>>|->|=====|$$$|+++"},
      {"peace.The 3.That", "peace|.|The|3|.|That"},
  });
}

TEST(Tokenizer, KnowsNumbersAndUnits) {
  expect_rows({
      {"$5m, 1,200.50 and 50%", "$|5|m|,|1,200.50|and|50|%"},
      {"at 10:30am, 5km", "at|10:30|am|,|5|km"},
      {"the 3rd in the 1990s", "the|3rd|in|the|1990s"},
      {"US$20, £3", "US$|20|,|£|3"},
      {"1/2 of 11/28/2000", "1/2|of|11/28/2000"},
      {"in 1990–1995", "in|1990|–|1995"},
      {"and/or 3+4", "and|/|or|3|+|4"},
      {"24/7 in 2001/02", "24|/|7|in|2001|/|02"},
      {"notes 13,14 of 5,00,000", "notes|13|,|14|of|5,00,000"},
      {"at 20°C, 5'11", "at|20|°|C|,|5|'|11"},
      {"5G, 50g, 10p.m., -5", "5G|,|50|g|,|10|p.m.|,|-|5"},
  });
}

TEST(Tokenizer, KeepsInternetNames) {
  expect_rows({
      {"see https://example.org/a?b=1, ok", "see|https://example.org/a?b=1|,|ok"},
      {"(www.example.com)", "(|www.example.com|)"},
      {"mail a.b@example.org.", "mail|a.b@example.org|."},
      {"@reporter #news :)", "@reporter|#news|:)"},
      {"at example.com.", "at|example.com|."},
      {"a<http://example.org/b>", "a|<|http://example.org/b|>"},
      {"see report-2.pdf, w/o .doc", "see|report-2.pdf|,|w/o|.doc"},
      {"great:) (: ^_^ Yahoo!", "great|:)|(:|^_^|Yahoo!"},
  });
}

TEST(Tokenizer, KeepsJoinedCharactersTogether) {
  expect_rows({
      {"ok👩‍👩‍👧🇺🇦👍🏽😀😀",
       "ok|👩‍👩‍👧|🇺🇦|👍🏽|😀|😀"},
      {"basic\u00ADally", "basic\u00ADally"},
      {"\u200EKyiv\u200F, \u200B \uFEFF(now)", "Kyiv|,|(|now|)"},
  });
}

TEST(Tokenizer, CutsEndlessStretches) {
  const std::string endless(100000, 'a');
  EXPECT_EQ(tokenize(endless, {0, 100000}).size(), 200U);
  const std::string brackets(100000, '(');
  EXPECT_EQ(tokenize(brackets, {0, 100000}).size(), 100000U);
}

TEST(Tokenizer, KeepsToItsBlock) {
  const std::vector<Span> expected = {{4, 7}, {8, 10}};
  EXPECT_EQ(tokenize("one two three", {4, 10}), expected);
}

TEST(Clitic, BelongsToTheWordBefore) {
  EXPECT_TRUE(is_clitic("John", "'s"));
  EXPECT_TRUE(is_clitic("do", "n’t"));
  EXPECT_TRUE(is_clitic("can", "not"));
  EXPECT_TRUE(is_clitic("do", "nt"));
  EXPECT_FALSE(is_clitic("a", "lot"));
  EXPECT_FALSE(is_clitic("do", "not"));
  EXPECT_FALSE(is_clitic("John", "s"));
}

}  // namespace
}  // namespace newsgraph
