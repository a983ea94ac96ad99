#include "extract/values/time_expression.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extract/base/date.hpp"
#include "tests/values/sentence_of.hpp"

/// Each row is a text and its time expressions, in brackets, with what they come to. The article
/// was published on Tuesday, 5 March 2024, and the text before spoke of 31 July 2019.
namespace newsgraph {
namespace {

struct Row {
  std::string_view text;
  std::string_view expected;
};

std::string dump(const Sentence& sentence, const std::string& text, const TimeAnchor& anchor) {
  std::string all;
  for (const TimeExpression& expression : find_time_expressions(sentence)) {
    const std::uint32_t begin = sentence.tokens[expression.begin].span.begin;
    const std::uint32_t end = sentence.tokens[expression.end - 1].span.end;
    if (!all.empty()) all += "; ";
    all += '[' + text.substr(begin, end - begin) + "] ";
    switch (expression.kind) {
      case TimeKind::kDate: {
        const std::string date = resolve(expression, anchor);
        EXPECT_TRUE(date.empty() || is_edtf(date)) << date;
        all += date.empty() ? "?" : date;
        break;
      }
      case TimeKind::kTimeOfDay:
        all += "time";
        break;
      case TimeKind::kDuration:
        all += "duration";
        break;
      case TimeKind::kSet:
        all += "set";
        break;
    }
  }
  return all;
}

template <std::size_t N>
void check(const Row (&rows)[N], const TimeAnchor& anchor) {
  for (const Row& row : rows) {
    EXPECT_EQ(dump(test::sentence_of(row.text), std::string(row.text), anchor), row.expected)
        << row.text;
  }
}

const TimeAnchor kPast = {"2024-03-05", "2019-07-31", Tense::kPast};
const TimeAnchor kFuture = {"2024-03-05", "2019-07-31", Tense::kFuture};

TEST(TimeExpression, ReadsCalendarDates) {
  check({{"on March 5, 2024", "[March 5, 2024] 2024-03-05"},
         {"on 5 March 2024", "[5 March 2024] 2024-03-05"},
         {"on the 5th of March 2023", "[5th of March 2023] 2023-03-05"},
         {"on the fifth of March, 2023", "[fifth of March, 2023] 2023-03-05"},
         {"on the twenty-first of May 2020", "[twenty-first of May 2020] 2020-05-21"},
         {"on March 3rd 2021", "[March 3rd 2021] 2021-03-03"},
         {"on Feb. 5, 2020", "[Feb. 5, 2020] 2020-02-05"},
         {"on 11 Mar 2020", "[11 Mar 2020] 2020-03-11"},
         {"on Sept. 30, 2019", "[Sept. 30, 2019] 2019-09-30"},
         {"on Tuesday, March 5, 2024", "[Tuesday, March 5, 2024] 2024-03-05"},
         {"on Monday 4 March 2024", "[Monday 4 March 2024] 2024-03-04"},
         {"on Mon, 4 March 2024", "[Mon, 4 March 2024] 2024-03-04"},
         {"on 2024-03-11", "[2024-03-11] 2024-03-11"},
         {"on 11/03/2024", "[11/03/2024] 2024-11-03"},
         {"on 23/03/2024", "[23/03/2024] 2024-03-23"},
         {"on 11.3.2024", "[11.3.2024] 2024-03-11"},
         {"in March 2022", "[March 2022] 2022-03"},
         {"in March of 2022", "[March of 2022] 2022-03"},
         {"in March, 2022", "[March, 2022] 2022-03"},
         {"in Jan 2022", "[Jan 2022] 2022-01"},
         {"in May 2022", "[May 2022] 2022-05"},
         {"in 2022", "[2022] 2022"},
         {"the 2022 election", "[2022] 2022"},
         {"in 1789", "[1789] 1789"},
         {"in 1066", "[1066] 1066"},
         {"said in 2002: it", "[2002] 2002"},
         {"Keller (born 1961)", "[1961] 1961"},
         {"on February 29, 2024", "[February 29, 2024] 2024-02-29"},
         {"February 30, 2024", "[February 30, 2024] ?"}},
        kPast);
}

TEST(TimeExpression, KnowsNoDateThatNoCalendarHas) {
  check({{"on 30 February", "[30 February] ?"},
         {"on 32 May", "[32 May] ?"},
         {"on 32 May 2023", "[32 May 2023] ?"},
         {"on May 32, 2023", "[May 32, 2023] ?"},
         {"on February 29, 2023", "[February 29, 2023] ?"},
         {"on 2023-02-30", "[2023-02-30] ?"},
         {"in May 45 people left", "[May] 2023-05"}},
        kPast);
}

TEST(TimeExpression, CountsWeekdaysInAPeriod) {
  check({{"on the last Friday of 2022", "[the last Friday of 2022] 2022-12-30"},
         {"on the first Monday of May 2021", "[the first Monday of May 2021] 2021-05-03"},
         {"on the 2nd Tuesday in May 2021", "[the 2nd Tuesday in May 2021] 2021-05-11"},
         {"on the last Sunday of last year", "[the last Sunday of last year] 2023-12-31"},
         {"on the first Friday of the month", "[the first Friday of the month] 2024-03-01"},
         {"on the fifth Monday of February 2021", "[the fifth Monday of February 2021] ?"},
         {"on the last Friday of the trial", "[the last Friday] ?"},
         {"on the first Monday after the vote", "[the first Monday] ?"},
         {"last Friday in Oslo", "[last Friday] 2024-03-01"}},
        kPast);
}

TEST(TimeExpression, TakesThisWeekdayForTheComingOneWhereNoVerbTells) {
  check({{"the vote this Friday", "[this Friday] 2024-03-08"},
         {"the vote this Tuesday", "[this Tuesday] 2024-03-05"},
         {"the vote on Friday", "[Friday] 2024-03-01"}},
        {"2024-03-07", "", Tense::kUnknown});
  check({{"the vote this Monday", "[this Monday] 2024-03-11"}},
        {"2024-03-10", "", Tense::kUnknown});
}

TEST(TimeExpression, EndsWhatIsOverToday) {
  check({{"in the last two weeks", "[the last two weeks] 2024-02-20/2024-03-05"},
         {"over the past week", "[the past week] 2024-02-27/2024-03-05"},
         {"over the next two weeks", "[the next two weeks] 2024-03-05/2024-03-19"}},
        kPast);
}

TEST(TimeExpression, JoinsAfterAndBefore) {
  check({{"after 2019 but before 2022", "[2019 but before 2022] 2019/2022"},
         {"after May 2019, and until June 2021", "[May 2019, and until June 2021] 2019-05/2021-06"},
         {"after 2019 but before the vote", "[2019] 2019/.."}},
        kPast);
}

TEST(TimeExpression, ReadsWhatIsNoDateAsNone) {
  check({{"They may leave and march on", ""},
         {"May said so", ""},
         {"2,022 people left", ""},
         {"2022 people left", ""},
         {"a 24-year-old man", ""},
         {"he is 24 years old", ""},
         {"a tough year for Norland", ""},
         {"the year was hard", ""},
         {"a second term", ""},
         {"the final day of talks", ""},
         {"it cost $2019", ""},
         {"a score of 2-1", ""},
         {"Room 2019-555", ""},
         {"in the fall of Oslo", ""},
         {"the second half of the match", ""},
         {"in the first quarter-final", ""},
         {"at the end of the day", ""},
         {"the spring broke", ""},
         {"a quarter of them left", ""},
         {"flight 1549 fell", ""},
         {"the sun rose", ""},
         {"wed in church", ""}},
        kPast);
}

TEST(TimeExpression, TakesTheYearFromThePublicationDate) {
  check({{"on February 5", "[February 5] 2024-02-05"},
         {"on Feb. 5", "[Feb. 5] 2024-02-05"},
         {"on 11 March", "[11 March] 2023-03-11"},
         {"on 5 March", "[5 March] 2024-03-05"},
         {"on November 11", "[November 11] 2023-11-11"},
         {"on the 24th of January", "[24th of January] 2024-01-24"},
         {"in March", "[March] 2024-03"},
         {"in April", "[April] 2023-04"},
         {"in January", "[January] 2024-01"},
         {"in May", "[May] 2023-05"},
         {"on Friday, January 6", "[Friday, January 6] 2023-01-06"},
         {"on February 29", "[February 29] 2024-02-29"},
         {"last March", "[last March] 2023-03"},
         {"in the third quarter", "[the third quarter] 2023-35"},
         {"in the first quarter", "[the first quarter] 2024-33"},
         {"on Christmas", "[Christmas] 2023-12-25"},
         {"on New Year's Day", "[New Year's Day] 2024-01-01"},
         {"on New Year's Eve", "[New Year's Eve] 2023-12-31"},
         {"on Christmas Eve 2020", "[Christmas Eve 2020] 2020-12-24"},
         {"on Good Friday", "[Good Friday] 2023-04-07"},
         {"on Easter Sunday 2024", "[Easter Sunday 2024] 2024-03-31"},
         {"last Easter", "[last Easter] 2023-04-09"}},
        kPast);
  check({{"on February 5", "[February 5] 2025-02-05"},
         {"on 11 March", "[11 March] 2024-03-11"},
         {"on 5 March", "[5 March] 2024-03-05"},
         {"in January", "[January] 2025-01"},
         {"in March", "[March] 2024-03"},
         {"in May", "[May] 2024-05"},
         {"in the third quarter", "[the third quarter] 2024-35"},
         {"next March", "[next March] 2025-03"},
         {"on Christmas", "[Christmas] 2024-12-25"},
         {"on Good Friday", "[Good Friday] 2024-03-29"}},
        kFuture);
  check({{"on February 5", "[February 5] XXXX-02-05"},
         {"in March", "[March] XXXX-03"},
         {"on February 29", "[February 29] XXXX-02-29"},
         {"on Christmas", "[Christmas] XXXX-12-25"},
         {"on Good Friday", "[Good Friday] ?"},
         {"from 3 to 5 May", "[3 to 5 May] ?"},
         {"since May", "[May] ?"},
         {"on Tuesday", "[Tuesday] ?"},
         {"last week", "[last week] ?"},
         {"in March last year", "[March last year] ?"},
         {"three days ago", "[three days ago] ?"},
         {"on May 3, 2020", "[May 3, 2020] 2020-05-03"}},
        {"", "", Tense::kPast});
  check({{"last year", "[last year] 2023"},
         {"last month", "[last month] ?"},
         {"on May 3", "[May 3] 2024-05-03"},
         {"on Tuesday", "[Tuesday] ?"}},
        {"2024", "", Tense::kPast});
}

TEST(TimeExpression, ReadsPartsOfYearsDecadesAndCenturies) {
  check({{"in the 1990s", "[the 1990s] 199X"},
         {"in the '90s", "[the '90s] 199X"},
         {"in the late 1990s", "[the late 1990s] 199X"},
         {"in the mid-1980s", "[the mid-1980s] 198X"},
         {"in the 2000s", "[the 2000s] 200X"},
         {"in the 1800s", "[the 1800s] 18XX"},
         {"in the 19th century", "[the 19th century] 18XX"},
         {"in the twentieth century", "[the twentieth century] 19XX"},
         {"this century", "[this century] 20XX"},
         {"in the third quarter of 2024", "[the third quarter of 2024] 2024-35"},
         {"in Q3 2024", "[Q3 2024] 2024-35"},
         {"in the first quarter of last year", "[the first quarter of last year] 2023-33"},
         {"in the first half of 2019", "[the first half of 2019] 2019-40"},
         {"in the second half of this year", "[the second half of this year] 2024-41"},
         {"in spring 2024", "[spring 2024] 2024-21"},
         {"in the summer of 2019", "[the summer of 2019] 2019-22"},
         {"in the fall of 2018", "[the fall of 2018] 2018-23"},
         {"last winter", "[last winter] 2023-24"},
         {"this summer", "[this summer] 2024-22"},
         {"next spring", "[next spring] 2025-21"},
         {"in autumn", "[autumn] 2023-23"},
         {"in the summer", "[the summer] 2023-22"}},
        kPast);
}

TEST(TimeExpression, TakesPartsOfAPeriodForThePeriod) {
  check({{"in early 2024", "[early 2024] 2024"},
         {"in mid-March", "[mid-March] 2024-03"},
         {"in late February", "[late February] 2024-02"},
         {"in mid-2019", "[mid-2019] 2019"},
         {"late on Thursday", "[late on Thursday] 2024-02-29"},
         {"early Monday morning", "[early Monday morning] 2024-03-04"},
         {"at the end of 2023", "[the end of 2023] 2023"},
         {"at the beginning of the year", "[the beginning of the year] 2024"},
         {"at the end of last month", "[the end of last month] 2024-02"},
         {"at the start of May 2020", "[the start of May 2020] 2020-05"},
         {"earlier this month", "[earlier this month] 2024-03"},
         {"later this year", "[later this year] 2024"},
         {"on the night of May 25", "[the night of May 25] 2023-05-25"},
         {"in the week of May 5", "[the week of May 5] 2023-05-05"},
         {"earlier in the month", "[earlier in the month] 2024-03"},
         {"early last week", "[early last week] 2024-02-26/2024-03-03"},
         {"earlier on Monday", "[earlier on Monday] 2024-03-04"},
         {"earlier today", "[earlier today] 2024-03-05"},
         {"in the first week of March 2023", "[the first week of March 2023] 2023-03"},
         {"in the first three months of 2023", "[the first three months of 2023] 2023"},
         {"in the last days of 2023", "[the last days of 2023] 2023"},
         {"on the first day of 2023", "[the first day of 2023] 2023-01-01"},
         {"on the last day of February", "[the last day of February] 2024-02-29"},
         {"on the last day of last year", "[the last day of last year] 2023-12-31"},
         {"on the first day of the month", "[the first day of the month] 2024-03-01"},
         {"on the third day of January", "[the third day of January] 2024-01-03"}},
        kPast);
}

TEST(TimeExpression, CountsTheRestOfAWeekThatEndsTodayFromTomorrow) {
  check({{"this week", "[this week] 2024-03-11/2024-03-17"},
         {"last week", "[last week] 2024-02-26/2024-03-03"}},
        {"2024-03-10", "", Tense::kFuture});
  check({{"this week", "[this week] 2024-03-04/2024-03-10"}}, {"2024-03-10", "", Tense::kPast});
}

TEST(TimeExpression, LetsAFutureIntervalHaveBegun) {
  check({{"from January 23 to March 29", "[January 23 to March 29] 2024-01-23/2024-03-29"}},
        kFuture);
}

TEST(TimeExpression, CountsFromThePublicationDate) {
  check({{"yesterday", "[yesterday] 2024-03-04"},
         {"today", "[today] 2024-03-05"},
         {"tonight", "[tonight] 2024-03-05"},
         {"tomorrow morning", "[tomorrow morning] 2024-03-06"},
         {"the day before yesterday", "[the day before yesterday] 2024-03-03"},
         {"the day after tomorrow", "[the day after tomorrow] 2024-03-07"},
         {"attacked overnight.", "[overnight] 2024-03-05"},
         {"an overnight success", ""},
         {"this morning", "[this morning] 2024-03-05"},
         {"last night", "[last night] 2024-03-04"},
         {"last week", "[last week] 2024-02-26/2024-03-03"},
         {"this week", "[this week] 2024-03-04/2024-03-10"},
         {"next week", "[next week] 2024-03-11/2024-03-17"},
         {"last weekend", "[last weekend] 2024-03-02/2024-03-03"},
         {"next weekend", "[next weekend] 2024-03-16/2024-03-17"},
         {"last month", "[last month] 2024-02"},
         {"next month", "[next month] 2024-04"},
         {"last quarter", "[last quarter] 2023-36"},
         {"this year", "[this year] 2024"},
         {"last year", "[last year] 2023"},
         {"the last decade", "[the last decade] 2014/2024"},
         {"three days ago", "[three days ago] 2024-03-02"},
         {"48 hours ago", "[48 hours ago] 2024-03-03"},
         {"an hour ago", "[an hour ago] 2024-03-05"},
         {"three weeks ago", "[three weeks ago] 2024-02-12/2024-02-18"},
         {"two months ago", "[two months ago] 2024-01"},
         {"about 20 years ago", "[about 20 years ago] 2004"},
         {"a decade ago", "[a decade ago] 201X"},
         {"years ago", "[years ago] ?"},
         {"several months ago", "[several months ago] ?"},
         {"two and a half years ago", "[two and a half years ago] 2022"},
         {"in May last year", "[May last year] 2023-05"},
         {"in May of last year", "[May of last year] 2023-05"},
         {"on May 3 last year", "[May 3 last year] 2023-05-03"},
         {"over the past three months", "[the past three months] 2023-12/2024-03"},
         {"in the last 10 years", "[the last 10 years] 2014/2024"},
         {"over the next three months", "[the next three months] 2024-03/2024-06"},
         {"over the next two days", "[the next two days] 2024-03-05/2024-03-07"},
         {"over the last year", "[the last year] 2023/2024"},
         {"in the coming weeks", "[the coming weeks] ?"},
         {"in recent years", "[years] duration"},
         {"three weeks from now", "[three weeks from now] 2024-03-25/2024-03-31"},
         {"in two weeks", "[two weeks] ?"}},
        kPast);
  check({{"in about two to four weeks", "[about two to four weeks] 2024-03-18/2024-04-07"},
         {"in three days", "[three days] 2024-03-08"},
         {"in two days' time", "[two days' time] 2024-03-07"},
         {"within a month", "[a month] 2024-03/2024-04"},
         {"in two years", "[two years] 2026"}},
        kFuture);
}

TEST(TimeExpression, ResolvesWeekdaysByTense) {
  check({{"on Monday", "[Monday] 2024-03-04"},
         {"on Tuesday", "[Tuesday] 2024-03-05"},
         {"on Wednesday", "[Wednesday] 2024-02-28"},
         {"last Tuesday", "[last Tuesday] 2024-02-27"},
         {"Tuesday last", "[Tuesday last] 2024-02-27"},
         {"last Friday", "[last Friday] 2024-03-01"},
         {"next Friday", "[next Friday] 2024-03-08"},
         {"on Tuesday last week", "[Tuesday last week] 2024-02-27"},
         {"on Friday of last week", "[Friday of last week] 2024-03-01"},
         {"on Friday next week", "[Friday next week] 2024-03-15"},
         {"on Sunday night", "[Sunday night] 2024-03-03"},
         {"Monday's attack", "[Monday] 2024-03-04"},
         {"the following Friday", "[the following Friday] 2019-08-02"},
         {"the previous Friday", "[the previous Friday] 2019-07-26"}},
        kPast);
  check({{"on Monday", "[Monday] 2024-03-11"},
         {"on Tuesday", "[Tuesday] 2024-03-05"},
         {"on Wednesday", "[Wednesday] 2024-03-06"},
         {"next Tuesday", "[next Tuesday] 2024-03-12"},
         {"this Thursday", "[this Thursday] 2024-03-07"},
         {"from Monday", "[Monday] 2024-03-11/.."}},
        kFuture);
}

TEST(TimeExpression, CountsFromTheDateInFocus) {
  check({{"the same year", "[the same year] 2019"},
         {"that year", "[that year] 2019"},
         {"the same day", "[the same day] 2019-07-31"},
         {"that day", "[that day] 2019-07-31"},
         {"that same day", "[that same day] 2019-07-31"},
         {"the next year", "[the next year] 2020"},
         {"within two years before.", "[two years before] 2017/2019"},
         {"the same month", "[the same month] 2019-07"},
         {"that evening", "[that evening] 2019-07-31"},
         {"the following day", "[the following day] 2019-08-01"},
         {"the next day", "[the next day] 2019-08-01"},
         {"the next morning", "[the next morning] 2019-08-01"},
         {"the previous day", "[the previous day] 2019-07-30"},
         {"the following week", "[the following week] 2019-08-05/2019-08-11"},
         {"the following month", "[the following month] 2019-08"},
         {"the following year", "[the following year] 2020"},
         {"two days later", "[two days later] 2019-08-02"},
         {"two days earlier", "[two days earlier] 2019-07-29"},
         {"a year earlier", "[a year earlier] 2018"},
         {"three months later", "[three months later] 2019-10"},
         {"24 hours later", "[24 hours later] 2019-08-01"},
         {"the day before.", "[the day before] 2019-07-30"},
         {"the day after.", "[the day after] 2019-08-01"},
         {"the day after the vote", ""},
         {"a day later", "[a day later] 2019-08-01"},
         {"years later", "[years later] ?"},
         {"on October 4 of the same year", "[October 4 of the same year] 2019-10-04"},
         {"in May the following year", "[May the following year] 2020-05"}},
        kPast);
  check({{"the following day", "[the following day] ?"},
         {"the following year", "[the following year] 2020"},
         {"in the next month", "[the next month] 2024-03/2024-04"},
         {"the next month", "[the next month] ?"}},
        {"2024-03-05", "2019", Tense::kPast});
  check({{"the following day", "[the following day] ?"}, {"that year", "[that year] ?"}},
        {"2024-03-05", "", Tense::kPast});
  check(
      {{"the following day", "[the following day] 2019-08-05"}, {"that year", "[that year] 2019"}},
      {"2024-03-05", "2019-07-29/2019-08-04", Tense::kPast});
}

TEST(TimeExpression, ReadsIntervals) {
  check(
      {{"from 3 to 5 May 2023", "[3 to 5 May 2023] 2023-05-03/2023-05-05"},
       {"from 3 to 5 May", "[3 to 5 May] 2023-05-03/2023-05-05"},
       {"3-5 May 2023", "[3-5 May 2023] 2023-05-03/2023-05-05"},
       {"3\u20135 May 2023", "[3\u20135 May 2023] 2023-05-03/2023-05-05"},
       {"May 3-5, 2023", "[May 3-5, 2023] 2023-05-03/2023-05-05"},
       {"May 3rd-5th", "[May 3rd-5th] 2023-05-03/2023-05-05"},
       {"on 5 and 6 May 2023", "[5 and 6 May 2023] 2023-05-05/2023-05-06"},
       {"on May 5 and 6", "[May 5 and 6] 2023-05-05/2023-05-06"},
       {"between May 5 and 9", "[May 5 and 9] 2023-05-05/2023-05-09"},
       {"between 2014 and 2016", "[2014 and 2016] 2014/2016"},
       {"from 2014 to 2016", "[2014 to 2016] 2014/2016"},
       {"in 2014-16", "[2014-16] 2014/2016"},
       {"in 2014\u201316", "[2014\u201316] 2014/2016"},
       {"in 2014-2016", "[2014-2016] 2014/2016"},
       {"(1999-2004)", "[1999-2004] 1999/2004"},
       {"from January to March 2019", "[January to March 2019] 2019-01/2019-03"},
       {"from November to March 2019", "[November to March 2019] 2018-11/2019-03"},
       {"between January and March", "[January and March] 2024-01/2024-03"},
       {"from May 2014 until June 2016", "[May 2014 until June 2016] 2014-05/2016-06"},
       {"between 5 May 2014 and 3 June 2015", "[5 May 2014 and 3 June 2015] 2014-05-05/2015-06-03"},
       {"from Monday to Wednesday", "[Monday to Wednesday] ?"},
       {"from Friday to Monday", "[Friday to Monday] 2024-03-01/2024-03-04"},
       {"from the 1990s to the 2000s", "[the 1990s to the 2000s] 199X/200X"},
       {"from 2014 to the present", "[2014 to the present] 2014/.."},
       {"2014-present", "[2014-present] 2014/.."},
       {"on May 3 - this year", "[May 3] 2023-05-03; [this year] 2024"},
       {"in 2014 and 2016", "[2014] 2014; [2016] 2016"},
       {"May 5 and June 6", "[May 5] 2023-05-05; [June 6] 2023-06-06"}},
      kPast);
}

TEST(TimeExpression, ReadsOpenIntervals) {
  check({{"since 2014", "[2014] 2014/.."},
         {"since May 2014", "[May 2014] 2014-05/.."},
         {"since Monday", "[Monday] 2024-03-04/.."},
         {"since last week", "[last week] 2024-02-26/.."},
         {"since the end of May 2020", "[the end of May 2020] 2020-05/.."},
         {"until June 2024", "[June 2024] ../2024-06"},
         {"until the end of 2023", "[the end of 2023] ../2023"},
         {"by the end of 2023", "[the end of 2023] ../2023"},
         {"by early 2024", "[early 2024] ../2024"},
         {"before 2020", "[2020] ../2020"},
         {"prior to 2020", "[2020] ../2020"},
         {"after 2015", "[2015] 2015/.."},
         {"as of March 1", "[March 1] 2024-03-01"},
         {"starting in 2019", "[2019] 2019/.."},
         {"from 2019 onwards", "[2019 onwards] 2019/.."},
         {"from 2019", "[2019] 2019"},
         {"not until Monday", "[Monday] 2024-03-04"}},
        kPast);
  check({{"until Friday", "[Friday] ../2024-03-08"},
         {"by Friday", "[Friday] ../2024-03-08"},
         {"as of Friday", "[Friday] 2024-03-08/.."}},
        kFuture);
}

TEST(TimeExpression, TellsDurationsSetsAndTimesOfDay) {
  check({{"for two years", "[two years] duration"},
         {"for a week", "[a week] duration"},
         {"for more than 20 years", "[more than 20 years] duration"},
         {"for decades", "[decades] duration"},
         {"a two-year plan", "[two-year] duration"},
         {"the 48-hour truce", "[48-hour] duration"},
         {"every Monday", "[every Monday] set"},
         {"each year", "[each year] set"},
         {"every two years", "[every two years] set"},
         {"on Mondays", "[Mondays] set"},
         {"twice a week", "[a week] set"},
         {"per day", "[per day] set"},
         {"at 3 p.m. on Monday", "[3 p.m.] time; [Monday] 2024-03-04"},
         {"at 3pm", "[3pm] time"},
         {"at 15:30", "[15:30] time"},
         {"at noon", "[noon] time"},
         {"at five o'clock", "[five o'clock] time"}},
        kPast);
}

TEST(TimeExpression, LeavesLongerNamesAlone) {
  const std::string text = "Keller reads the Sunday Herald on Sunday";
  Sentence sentence = test::sentence_of(text);
  sentence.names = {{.begin = 0, .end = 1, .type = NameType::kPerson},
                    {.begin = 3, .end = 5, .type = NameType::kOrganization}};
  EXPECT_EQ(dump(sentence, text, kPast), "[Sunday] 2024-03-03");
}

}  // namespace
}  // namespace newsgraph
