#include "extract/base/date.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace newsgraph {
namespace {

struct Row {
  std::string_view text;
  std::string_view date;  ///< empty: none
};

std::string read(std::string_view text) { return parse_date(text).value_or(""); }

TEST(Date, AcceptsItsFormsAndNoOthers) {
  for (const char* good : {"2016",
                           "2016-03",
                           "2016-03-05",
                           "2016-03-05T10:00:00Z",
                           "2016-03/2016-05",
                           "XXXX-02-05",
                           "XXXX-02-29",
                           "XXXX-11",
                           "2016-02-29",
                           "0000-01-01",
                           "201X",
                           "20XX",
                           "2016-XX",
                           "2016-03-XX",
                           "2016-12-31/2017-01-01",
                           "2014/..",
                           "../2016-03",
                           "2016-21",
                           "2016-24",
                           "2016-33",
                           "2016-41",
                           "2016-33/2016-34"}) {
    EXPECT_TRUE(is_edtf(good)) << good;
  }
  for (const char* bad : {"",
                          "16",
                          "2016-13",
                          "2016-00-01",
                          "2016-02-30",
                          "2015-02-29",
                          "2016-3-5",
                          "20160305",
                          "2016-03-05T10:00:00",
                          "2016-03-05T24:00:00Z",
                          "2016-05/2016-03",
                          "XXXX",
                          "XX16",
                          "2016-XX-05",
                          "XXXX-02-30",
                          "2016/",
                          "../..",
                          "2016-20",
                          "2016-37",
                          "XXXX-21",
                          "2016-21-05",
                          "/2016",
                          "2016-03-05 ",
                          "yesterday",
                          "2016-03-05Z"}) {
    EXPECT_FALSE(is_edtf(bad)) << bad;
  }
}

TEST(Date, ReadsTheFormsOfMetadata) {
  const Row rows[] = {
      {"2016-03-05", "2016-03-05"},
      {"  2016-03-05\n", "2016-03-05"},
      {"2016-03-05T10:00:00+01:00", "2016-03-05T09:00:00Z"},
      {"2016-03-05T10:00:00.123+0100", "2016-03-05T09:00:00Z"},
      {"2016-03-05T10:00Z", "2016-03-05T10:00:00Z"},
      {"2016-03-05 10:00:00", "2016-03-05"},
      {"2016-03-05T10:00", "2016-03-05"},
      {"20160305T100000Z", "2016-03-05T10:00:00Z"},
      {"20160305", "2016-03-05"},
      {"2016/03/05", "2016-03-05"},
      {"Tue, 05 Mar 2016 10:00:00 +0100", "2016-03-05T09:00:00Z"},
      {"05 Mar 2016 10:00:00 GMT", "2016-03-05T10:00:00Z"},
      {"Mon, 7 Mar 2016 10:00 EST", "2016-03-07T15:00:00Z"},
      {"March 5, 2016", "2016-03-05"},
      {"5 March 2016", "2016-03-05"},
      {"5th of March, 2016", "2016-03-05"},
      {"Mar. 5, 2016", "2016-03-05"},
      {"Sept. 5, 2016", "2016-09-05"},
      {"Friday, January 4, 2019", "2019-01-04"},
      {"JANUARY 4, 2019", "2019-01-04"},
      {"March 2016", "2016-03"},
      {"March 5, 2016 at 3:30 pm", "2016-03-05"},
      {"March 5, 2016 at 3:30 p.m. EST", "2016-03-05T20:30:00Z"},
      {"12:15am UTC, 5 March 2016", "2016-03-05T00:15:00Z"},
      {"31.12.2016", "2016-12-31"},
      {"5.3.2016", "2016-03-05"},
      {"31/12/2016", "2016-12-31"},
      {"12/31/2016", "2016-12-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.date) << row.text;
}

TEST(Date, MovesTheDayWhereTheZoneDoes) {
  EXPECT_EQ(read("2016-03-01T00:30:00+01:00"), "2016-02-29T23:30:00Z");
  EXPECT_EQ(read("2016-12-31T23:30:00-01:00"), "2017-01-01T00:30:00Z");
  EXPECT_EQ(read("2016-01-01T00:00:00+00:30"), "2015-12-31T23:30:00Z");
}

TEST(Date, RefusesWhatIsNoDateOrAmbiguous) {
  for (const char* text :
       {"", "yesterday", "5 March", "March 5", "3/5/2016", "31 February 2016",
        "5 March 2016 Berlin", "2016-03-05T25:00:00Z", "2016-03-05T10:00:00+99:00",
        "99999999999999999999", "May we 2016", "5 March 2016 2017", "5 6 March 2016",
        "2016-03-05garbage", "In 2016", "T", "10:00"}) {
    EXPECT_EQ(read(text), "") << text;
  }
  EXPECT_EQ(read(std::string(100000, '1')), "");
  EXPECT_EQ(read("March 5, 2016" + std::string(1000, ' ') + "x"), "");
}

TEST(Date, GivesOnlyEdtf) {
  for (const char* text : {"Tue, 05 Mar 2016 10:00:00 +0100", "5.3.2016", "March 2016", "20160305",
                           "2016-03-05 10:00", "201X"}) {
    EXPECT_TRUE(is_edtf(read(text))) << text;
  }
}

TEST(Date, CoversTheDaysItMayMean) {
  struct RangeRow {
    std::string_view date, first, last;
  };
  const RangeRow rows[] = {
      {"2016", "2016-01-01", "2016-12-31"},
      {"2016-02", "2016-02-01", "2016-02-29"},
      {"2015-02", "2015-02-01", "2015-02-28"},
      {"2016-03-05", "2016-03-05", "2016-03-05"},
      {"2016-03-05T23:59:59Z", "2016-03-05", "2016-03-05"},
      {"2016-03/2016-05-02", "2016-03-01", "2016-05-02"},
      {"201X", "2010-01-01", "2019-12-31"},
      {"2016-XX", "2016-01-01", "2016-12-31"},
      {"2014/..", "2014-01-01", "9999-12-31"},
      {"../2016-02", "0000-01-01", "2016-02-29"},
      {"2016-21", "2016-03-01", "2016-05-31"},
      {"2015-24", "2015-12-01", "2016-02-29"},
      {"2016-36", "2016-10-01", "2016-12-31"},
      {"2016-40", "2016-01-01", "2016-06-30"},
      {"XXXX-02-05", "", ""},
      {"", "", ""},
      {"nonsense", "", ""},
  };
  for (const RangeRow& row : rows) {
    EXPECT_EQ(day_range(row.date), (DayRange{std::string(row.first), std::string(row.last)}))
        << row.date;
  }
}

TEST(Date, SortsByDayAndUnknownLast) {
  std::vector<std::string> dates = {"",        "2016-03", "XXXX-02-05",           "2016-03-01",
                                    "2015-12", "2016",    "2016-03-05T10:00:00Z", "2016-03-05"};
  std::sort(dates.begin(), dates.end(), date_before);
  EXPECT_EQ(dates,
            (std::vector<std::string>{"2015-12", "2016", "2016-03-01", "2016-03", "2016-03-05",
                                      "2016-03-05T10:00:00Z", "", "XXXX-02-05"}));
  EXPECT_FALSE(date_before("2016", "2016"));
}

}  // namespace
}  // namespace newsgraph
