#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "extract/base/date.hpp"
#include "extract/values/amount.hpp"
#include "extract/values/time_expression.hpp"
#include "tests/values/sentence_of.hpp"

namespace newsgraph {
namespace {

/// The words of the grammars in any order, and some that break them.
std::string random_text(std::mt19937& random) {
  static constexpr std::string_view kWords[] = {"May",     "March",
                                                "Tuesday", "Christmas",
                                                "last",    "next",
                                                "the",     "this",
                                                "same",    "day",
                                                "week",    "years",
                                                "month",   "century",
                                                "decade",  "quarter",
                                                "ago",     "earlier",
                                                "later",   "before",
                                                "after",   "from",
                                                "to",      "between",
                                                "and",     "until",
                                                "since",   "in",
                                                "of",      "-",
                                                ",",       "/",
                                                ".",       "5",
                                                "31",      "2024",
                                                "1990s",   "'90s",
                                                "0",       "99999999999",
                                                "9999",    "two",
                                                "twenty",  "million",
                                                "half",    "a",
                                                "third",   "dozen",
                                                "$",       "\xE2\x82\xAC",
                                                "%",       "km",
                                                "crore",   "first",
                                                "end",     "early",
                                                "mid",     "Easter",
                                                "5000",    "years'",
                                                "\xFF",    "\xE2\x80\x93",
                                                "29",      "February",
                                                "hundred", "trillion",
                                                "minus",   "30",
                                                "32",      "Friday"};
  std::string text;
  const std::size_t count = 1 + random() % 16;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && random() % 4 != 0) text += ' ';
    text += kWords[random() % std::size(kWords)];
  }
  return text;
}

template <typename Stretch>
void expect_disjoint(const std::vector<Stretch>& stretches, std::size_t size) {
  std::uint32_t end = 0;
  for (const Stretch& stretch : stretches) {
    EXPECT_GE(stretch.begin, end);
    EXPECT_GT(stretch.end, stretch.begin);
    end = stretch.end;
  }
  EXPECT_LE(end, size);
}

TEST(Values, AreReadFromAnyWords) {
  std::mt19937 random(20240305);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    const Sentence sentence = test::sentence_of(text);
    SCOPED_TRACE(text);
    expect_disjoint(find_amounts(sentence), sentence.tokens.size());
    const std::vector<TimeExpression> times = find_time_expressions(sentence);
    expect_disjoint(times, sentence.tokens.size());
    for (const TimeExpression& time : times) {
      for (const char* published : {"2024-02-29", "0000", "9999-12-31", "", "2023-12"}) {
        for (const Tense tense : {Tense::kPast, Tense::kPresent, Tense::kFuture}) {
          const std::string date = resolve(time, {published, published, tense});
          EXPECT_TRUE(date.empty() || is_edtf(date)) << date;
        }
      }
    }
  }
}

}  // namespace
}  // namespace newsgraph
