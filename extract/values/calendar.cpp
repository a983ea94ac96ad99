#include "extract/values/calendar.hpp"

#include <array>
#include <chrono>

namespace newsgraph {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct UnitName {
  std::string_view name;
  TimeUnit unit;
};
constexpr UnitName kUnits[] = {{"second", TimeUnit::kMoment},  {"minute", TimeUnit::kMoment},
                               {"hour", TimeUnit::kMoment},    {"day", TimeUnit::kDay},
                               {"night", TimeUnit::kDay},      {"morning", TimeUnit::kDay},
                               {"afternoon", TimeUnit::kDay},  {"evening", TimeUnit::kDay},
                               {"week", TimeUnit::kWeek},      {"weekend", TimeUnit::kWeekend},
                               {"month", TimeUnit::kMonth},    {"quarter", TimeUnit::kQuarter},
                               {"year", TimeUnit::kYear},      {"decade", TimeUnit::kDecade},
                               {"century", TimeUnit::kCentury}};

constexpr Holiday kHolidays[] = {{"new year day", 1, 1},
                                 {"new year eve", 12, 31},
                                 {"epiphany", 1, 6},
                                 {"valentine day", 2, 14},
                                 {"saint patrick day", 3, 17},
                                 {"st patrick day", 3, 17},
                                 {"international women day", 3, 8},
                                 {"april fools day", 4, 1},
                                 {"may day", 5, 1},
                                 {"halloween", 10, 31},
                                 {"all saints day", 11, 1},
                                 {"armistice day", 11, 11},
                                 {"christmas", 12, 25},
                                 {"christmas day", 12, 25},
                                 {"christmas eve", 12, 24},
                                 {"boxing day", 12, 26},
                                 {"ash wednesday", 0, -46},
                                 {"palm sunday", 0, -7},
                                 {"maundy thursday", 0, -3},
                                 {"good friday", 0, -2},
                                 {"easter", 0, 0},
                                 {"easter sunday", 0, 0},
                                 {"easter monday", 0, 1},
                                 {"ascension day", 0, 39},
                                 {"whit monday", 0, 50}};

chrono::sys_days days_of(const CalendarDate& date) {
  return chrono::year_month_day(chrono::year(date.year),
                                chrono::month(static_cast<unsigned>(date.month)),
                                chrono::day(static_cast<unsigned>(date.day)));
}

CalendarDate date_of(chrono::sys_days days) {
  const chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8).
CalendarDate easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

std::string padded(int value, std::size_t digits) {
  std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int month_of(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

int weekday_of(std::string_view word) {
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const bool short_name = word.size() >= 3 && word.size() <= 5 && kWeekdays[i].starts_with(word);
    if (word == kWeekdays[i] || short_name) return static_cast<int>(i);
  }
  return -1;
}

int season_of(std::string_view word) {
  if (word == "spring" || word == "springtime") return 21;
  if (word == "summer" || word == "summertime") return 22;
  if (word == "autumn" || word == "fall") return 23;
  return word == "winter" || word == "wintertime" ? 24 : 0;
}

TimeUnit unit_of(std::string_view word) {
  if (word == "centuries") return TimeUnit::kCentury;
  for (const UnitName& unit : kUnits) {
    const bool plural = word.size() == unit.name.size() + 1 && word.back() == 's';
    if (word == unit.name || (plural && word.starts_with(unit.name))) return unit.unit;
  }
  return TimeUnit::kNone;
}

bool is_part_of_day(std::string_view word) {
  return word == "morning" || word == "afternoon" || word == "evening" || word == "night";
}

std::optional<Holiday> holiday_at(std::string_view words) {
  std::optional<Holiday> found;
  for (const Holiday& holiday : kHolidays) {
    const bool whole = words.size() == holiday.name.size() ||
                       (words.size() > holiday.name.size() && words[holiday.name.size()] == ' ');
    if (!whole || !words.starts_with(holiday.name)) continue;
    if (!found || holiday.name.size() > found->name.size()) found = holiday;
  }
  return found;
}

std::optional<CalendarDate> calendar_date_of(std::string_view edtf) {
  if (const std::size_t slash = edtf.find('/'); slash != edtf.npos) {
    const std::string_view end = edtf.substr(slash + 1);
    edtf = end == ".." ? edtf.substr(0, slash) : end;
  }
  CalendarDate date;
  const auto year = digits_at(edtf, 0, 4);
  if (!year) return std::nullopt;
  date.year = *year;
  date.month = digits_at(edtf, 5, 2).value_or(0);
  if (date.month > 12) date.month = 0;
  if (date.month != 0) date.day = digits_at(edtf, 8, 2).value_or(0);
  if (!exists(date)) return std::nullopt;
  return date;
}

int days_in_month(int year, int month) {
  const chrono::year_month_day_last last(
      chrono::year(year), chrono::month_day_last(chrono::month(static_cast<unsigned>(month))));
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool exists(const CalendarDate& date) {
  if (date.year < 0 || date.year > 9999 || date.month < 0 || date.month > 12) return false;
  if (date.day == 0) return true;
  return date.month != 0 && date.day > 0 && date.day <= days_in_month(date.year, date.month);
}

CalendarDate holiday_in(const Holiday& holiday, int year) {
  if (holiday.month != 0) return {year, holiday.month, holiday.day};
  return add_days(easter(year), holiday.day);
}

CalendarDate add_days(const CalendarDate& date, int days) {
  return date_of(days_of(date) + chrono::days(days));
}

int weekday_of(const CalendarDate& date) {
  return static_cast<int>(chrono::weekday(days_of(date)).iso_encoding()) - 1;
}

CalendarDate add_months(const CalendarDate& date, int months) {
  const int all = date.year * 12 + date.month - 1 + months;
  // Negative years are none of ours.
  return all < 0 ? CalendarDate{} : CalendarDate{all / 12, all % 12 + 1, 0};
}

std::string edtf_of(const CalendarDate& date) {
  std::string text = padded(date.year, 4);
  if (date.month != 0) text += '-' + padded(date.month, 2);
  if (date.month != 0 && date.day != 0) text += '-' + padded(date.day, 2);
  return text;
}

}  // namespace newsgraph
