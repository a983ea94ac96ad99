#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The calendar's names, and its arithmetic (Gregorian, ISO 8601 weeks).
namespace newsgraph {

enum class TimeUnit : unsigned char {
  kNone,
  kMoment,  ///< second, minute, hour: nothing of these is kept
  kDay,
  kWeek,
  kWeekend,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
};

/// 1 to 12 of "november" and "nov"; 0 if none.
int month_of(std::string_view word);

/// 0 (Monday) to 6 of "tuesday", "tue", "tues"; -1 if none.
int weekday_of(std::string_view word);

/// The codes of ISO 8601-2 for what divides a year: spring 21 to winter 24; 0 if none.
int season_of(std::string_view word);
inline constexpr int kFirstQuarter = 33;  ///< to 36
inline constexpr int kFirstHalf = 40;     ///< and 41

/// Of "week" and "weeks", also "weekend"; kDay for "night" and "morning", which tell the day.
TimeUnit unit_of(std::string_view word);
bool is_part_of_day(std::string_view word);

/// A holiday with the same date everywhere, or one that Easter (Western) sets.
struct Holiday {
  std::string_view name;  ///< lower case, without "'s", one blank between words
  int month = 0;          ///< 0: counted from Easter Sunday
  int day = 0;            ///< or days after Easter Sunday
};
/// The holiday with the longest name that `words` begins with.
std::optional<Holiday> holiday_at(std::string_view words);

/// A calendar date whose right-hand parts may be unknown (0).
struct CalendarDate {
  int year = -1;
  int month = 0;
  int day = 0;
  friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

/// What "2016-03-05T10:00:00Z", "2016-03-05", "2016-03" and "2016" say; of "2016-21" the year; of
/// an interval its end. Nothing if the year is unknown.
std::optional<CalendarDate> calendar_date_of(std::string_view edtf);

bool exists(const CalendarDate& date);
int days_in_month(int year, int month);
CalendarDate holiday_in(const Holiday& holiday, int year);

/// For whole days.
CalendarDate add_days(const CalendarDate& date, int days);
int weekday_of(const CalendarDate& date);
/// For dates with a month; the day is dropped.
CalendarDate add_months(const CalendarDate& date, int months);

/// "2016-03-05", "2016-03", "2016".
std::string edtf_of(const CalendarDate& date);

}  // namespace newsgraph
