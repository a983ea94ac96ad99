#include "extract/base/date.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace newsgraph {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The number in `digits`; nullopt unless they are 1 to 9 digits.
std::optional<int> number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Days of `month` (1 to 12); a February of an unknown year (-1) may have 29.
int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && (year < 0 || is_leap(year))) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string iso(int year, int month, int day) {
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

/// A calendar date of which the right-hand parts, or the year, may be unknown.
struct PartialDate {
  int first_year = -1;  ///< -1: no year
  int last_year = -1;   ///< differs from first_year in "201X"
  int month = 0;        ///< 0: unknown
  int months = 1;       ///< more than one in seasons, quarters and halves
  int day = 0;          ///< 0: unknown

  DayRange range() const {
    if (first_year < 0) return {};
    const int end = month == 0 ? 12 : month + months - 1;  // winter ends in the next year
    const int end_year = end > 12 ? last_year + 1 : last_year;
    const int end_month = end > 12 ? end - 12 : end;
    const int last_day = day == 0 ? days_in(end_year, end_month) : day;
    return {iso(first_year, month == 0 ? 1 : month, day == 0 ? 1 : day),
            iso(end_year, end_month, last_day)};
  }
};

/// What divides a year in ISO 8601-2, 4.8: seasons (spring, which is taken for March to May, is
/// 21), quarters (33 to 36) and halves (40, 41).
bool read_part_of_year(std::string_view code, PartialDate& date) {
  const int value = code.size() == 2 ? number(code).value_or(0) : 0;
  if (value >= 21 && value <= 24) {
    date.month = 3 * (value - 20);
    date.months = 3;
  } else if (value >= 33 && value <= 36) {
    date.month = 3 * (value - 33) + 1;
    date.months = 3;
  } else if (value == 40 || value == 41) {
    date.month = 6 * (value - 40) + 1;
    date.months = 6;
  }
  return date.months > 1;
}

/// YYYY, YYY"X", YY"XX", "XXXX".
bool read_year(std::string_view text, PartialDate& date) {
  if (text.size() != 4) return false;
  const std::size_t known = text.find('X') == text.npos ? 4 : text.find('X');
  if (text.find_first_not_of('X', known) != text.npos) return false;
  if (known == 0) return true;
  const auto digits = number(text.substr(0, known));
  if (!digits || known == 1) return false;
  const int unknown = known == 4 ? 1 : known == 3 ? 10 : 100;
  date.first_year = *digits * unknown;
  date.last_year = date.first_year + unknown - 1;
  return true;
}

/// Two digits in [1, most], or "XX" for 0.
bool read_part(std::string_view text, int most, int& part) {
  if (text == "XX") return true;
  const auto value = text.size() == 2 ? number(text) : std::nullopt;
  if (!value || *value < 1 || *value > most) return false;
  part = *value;
  return true;
}

/// year [ "-" month [ "-" day ] ] | year "-" part of the year
std::optional<PartialDate> read_calendar(std::string_view text) {
  PartialDate date;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (!read_year(text.substr(0, 4), date)) return std::nullopt;
  if (text.size() >= 7 && text[4] != '-') return std::nullopt;
  const bool part_of_year = text.size() == 7 && date.first_year >= 0 &&
                            date.first_year == date.last_year &&
                            read_part_of_year(text.substr(5), date);
  if (part_of_year) return date;
  if (text.size() >= 7 && !read_part(text.substr(5, 2), 12, date.month)) return std::nullopt;
  if (text.size() == 10) {
    if (text[7] != '-') return std::nullopt;
    const int most = date.month == 0 ? 31 : days_in(date.first_year, date.month);
    if (!read_part(text.substr(8, 2), most, date.day)) return std::nullopt;
    if (date.month == 0 && date.day != 0) return std::nullopt;
  }
  const bool no_year = date.first_year < 0;
  if (no_year && date.month == 0) return std::nullopt;  // "XXXX" says nothing
  if (!no_year && date.first_year != date.last_year && text.size() > 4) return std::nullopt;
  return date;
}

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// hh ":" mm [ ":" ss [ "." fraction ] ], or hhmmss; a leap second counts as the one before.
std::optional<TimeOfDay> read_time(std::string_view text) {
  TimeOfDay time;
  if (text.size() == 6 && number(text)) {
    time = {*number(text.substr(0, 2)), *number(text.substr(2, 2)), *number(text.substr(4, 2))};
  } else {
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon == 0 || colon > 2) return std::nullopt;
    const auto hour = number(text.substr(0, colon));
    const auto minute = number(text.substr(colon + 1, 2));
    if (!hour || !minute || text.size() < colon + 3) return std::nullopt;
    time = {*hour, *minute, 0};
    std::string_view rest = text.substr(colon + 3);
    if (!rest.empty()) {
      const auto second =
          rest[0] == ':' && rest.size() >= 3 ? number(rest.substr(1, 2)) : std::nullopt;
      if (!second) return std::nullopt;
      time.second = *second;
      rest.remove_prefix(3);
      if (!rest.empty() && ((rest[0] != '.' && rest[0] != ',') || !number(rest.substr(1, 9)))) {
        return std::nullopt;
      }
    }
  }
  if (time.second == 60) time.second = 59;
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
  return time;
}

/// Minutes east of Greenwich: "Z", "+01:00", "-0500", "+01", and the names RFC 2822 knows.
std::optional<int> read_zone(std::string_view text) {
  struct Zone {
    std::string_view name;
    int minutes;
  };
  constexpr Zone kZones[] = {{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},
                             {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
                             {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}};
  std::string name;
  for (const char c : text) name += lower(c);
  for (const Zone& zone : kZones) {
    if (name == zone.name) return zone.minutes;
  }
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = number(text.substr(1, 2));
  std::string_view rest = text.substr(3);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const auto minutes = rest.empty() ? std::optional<int>(0) : number(rest);
  if (!hours || !minutes || *hours > 15 || *minutes > 59 || rest.size() > 2) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  return text[0] == '-' ? -offset : offset;
}

/// "2016-03-05T09:00:00Z" for a time of day `zone` minutes east of Greenwich.
std::string to_utc(int year, int month, int day, TimeOfDay time, int zone) {
  int minutes = time.hour * 60 + time.minute - zone;
  if (minutes < 0) {
    minutes += 24 * 60;
    if (--day < 1) {
      if (--month < 1) month = 12, --year;
      day = days_in(year, month);
    }
  } else if (minutes >= 24 * 60) {
    minutes -= 24 * 60;
    if (++day > days_in(year, month)) {
      day = 1;
      if (++month > 12) month = 1, ++year;
    }
  }
  return iso(year, month, day) + "T" + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2) +
         ":" + padded(time.second, 2) + "Z";
}

/// ISO 8601 with a time: "2016-03-05T10:00:00+01:00", "2016-03-05 10:00", "20160305T100000Z".
std::optional<std::string> read_iso(std::string_view text) {
  std::string day;
  if (text.size() >= 8 && number(text.substr(0, 8))) {
    day = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
          std::string(text.substr(6, 2));
    text.remove_prefix(8);
  } else {
    if (text.size() < 10) return std::nullopt;
    day = text.substr(0, 10);
    std::replace(day.begin(), day.end(), '/', '-');
    text.remove_prefix(10);
  }
  const auto date = read_calendar(day);
  if (!date || date->first_year < 0 || date->day == 0) return std::nullopt;
  if (text.empty()) return day;
  if (text[0] != 'T' && text[0] != 't' && text[0] != ' ') return std::nullopt;
  text.remove_prefix(1);
  std::size_t end = text.find_first_not_of("0123456789:.,");
  if (end == text.npos) end = text.size();
  const auto time = read_time(text.substr(0, end));
  if (!time) return std::nullopt;
  text.remove_prefix(end);
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty()) return day;
  const auto zone = read_zone(text);
  if (!zone) return std::nullopt;
  return to_utc(date->first_year, date->month, date->day, *time, *zone);
}

/// Position of the name that `word` is or abbreviates to at least three letters; 0 if none.
template <std::size_t N>
int name_index(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i].starts_with(word)) return static_cast<int>(i + 1);
  }
  return word == "sept" ? 9 : 0;
}

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_ordinal_ending(std::string_view text) {
  return text == "st" || text == "nd" || text == "rd" || text == "th";
}

/// "5.3.2016" and "31/12/2016"; "3/5/2016" only where one of both cannot be a month, because
/// Americans write the month first.
std::optional<std::string> read_numeric(std::string_view text) {
  const std::size_t one = text.find_first_of("./");
  if (one == text.npos) return std::nullopt;
  const char separator = text[one];
  const std::size_t two = text.find(separator, one + 1);
  if (two == text.npos || text.size() - two != 5) return std::nullopt;
  auto day = number(text.substr(0, one));
  auto month = number(text.substr(one + 1, two - one - 1));
  const auto year = number(text.substr(two + 1));
  if (!day || !month || !year || one > 2 || two - one > 3) return std::nullopt;
  if (separator == '/') {
    if (*day <= 12 && *month <= 12 && *day != *month) return std::nullopt;
    if (*month > 12) std::swap(day, month);
  }
  if (*month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month)) return std::nullopt;
  return iso(*year, *month, *day);
}

/// A date with the month's name, and perhaps weekday, time and zone, in any order. Each word must
/// have its meaning: "5 March 2016 in Berlin" is no date.
class WordedDate {
 public:
  std::optional<std::string> read(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t begin = text.find_first_not_of(" ,\t", at);
      if (begin == text.npos) break;
      at = std::min(text.find_first_of(" ,\t", begin), text.size());
      if (!take(text.substr(begin, at - begin))) return std::nullopt;
    }
    return result();
  }

 private:
  bool take(std::string_view word) {
    if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    std::string low;
    for (const char c : word) low += lower(c);
    if (low.empty() || low == "at" || low == "of" || low == "the" || low == "on") return true;
    if (time_) {
      if (low == "am" || low == "pm" || low == "a.m" || low == "p.m") return take_half(low[0]);
      if (const auto zone = read_zone(word)) return !zone_ && (zone_ = zone, true);
    }
    if (is_digit(low[0])) return take_number(low);
    if (const int month = name_index(kMonths, low)) return month_ == 0 && (month_ = month, true);
    return name_index(kWeekdays, low) != 0 || low == "thurs" || low == "tues";
  }

  bool take_number(std::string_view word) {
    if (word.find(':') != word.npos) {
      std::string_view clock = word;
      while (!clock.empty() && is_letter(clock.back())) clock.remove_suffix(1);
      const std::string_view half = word.substr(clock.size());
      if (time_ || !(time_ = read_time(clock))) return false;
      if (half.empty()) return true;
      if (half == "am" || half == "pm") return take_half(half[0]);
      return (zone_ = read_zone(half)).has_value();
    }
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    const auto value = number(word.substr(0, digits));
    const std::string_view ending = word.substr(digits);
    if (!value) return false;
    if (digits <= 2) {
      if (day_ != 0 || *value == 0 || !(ending.empty() || is_ordinal_ending(ending))) return false;
      day_ = *value;
      return true;
    }
    if (digits != 4 || !ending.empty() || year_ != 0 || *value == 0) return false;
    year_ = *value;
    return true;
  }

  bool take_half(char half) {
    if (time_->hour > 12) return true;  // "15:30 pm" is seen, and clear
    if (half == 'p' && time_->hour < 12) time_->hour += 12;
    if (half == 'a' && time_->hour == 12) time_->hour = 0;
    return true;
  }

  std::optional<std::string> result() const {
    if (month_ == 0 || year_ == 0) return std::nullopt;
    if (day_ == 0) return padded(year_, 4) + "-" + padded(month_, 2);
    if (day_ > days_in(year_, month_)) return std::nullopt;
    if (time_ && zone_) return to_utc(year_, month_, day_, *time_, *zone_);
    return iso(year_, month_, day_);
  }

  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
  std::optional<TimeOfDay> time_;
  std::optional<int> zone_;
};

constexpr std::string_view kOpen = "..";
/// What an open end of an interval may mean.
constexpr std::string_view kFirstDay = "0000-01-01";
constexpr std::string_view kLastDay = "9999-12-31";

/// "2016-03/2016-05": in order, and at least one of them known: "2014/..", "../2016-05".
std::optional<DayRange> read_interval(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const bool no_begin = text.substr(0, slash) == kOpen;
  const bool no_end = text.substr(slash + 1) == kOpen;
  const auto begin = read_calendar(text.substr(0, slash));
  const auto end = read_calendar(text.substr(slash + 1));
  if (no_begin == no_end && no_begin) return std::nullopt;
  if (!no_begin && (!begin || begin->first_year < 0)) return std::nullopt;
  if (!no_end && (!end || end->first_year < 0)) return std::nullopt;
  const DayRange range{no_begin ? std::string(kFirstDay) : begin->range().first,
                       no_end ? std::string(kLastDay) : end->range().last};
  if (range.first > range.last) return std::nullopt;
  return range;
}

/// "2016-03-05T10:00:00Z"
std::optional<PartialDate> read_instant(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[19] != 'Z') {
    return std::nullopt;
  }
  const auto date = read_calendar(text.substr(0, 10));
  if (!date || date->first_year < 0 || date->day == 0 || !read_time(text.substr(11, 8))) {
    return std::nullopt;
  }
  return date;
}

}  // namespace

bool is_edtf(std::string_view date) {
  return read_calendar(date) || read_instant(date) || read_interval(date);
}

std::optional<std::string> parse_date(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // no date is longer; metadata are hostile
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  if (text.size() > kLongest) return std::nullopt;
  if (is_edtf(text)) return std::string(text);
  if (auto date = read_iso(text)) return date;
  if (auto date = read_numeric(text)) return date;
  return WordedDate().read(text);
}

DayRange day_range(std::string_view date) {
  if (const auto calendar = read_calendar(date)) return calendar->range();
  if (const auto instant = read_instant(date)) return instant->range();
  return read_interval(date).value_or(DayRange{});
}

bool date_before(std::string_view a, std::string_view b) {
  const DayRange one = day_range(a);
  const DayRange two = day_range(b);
  return std::make_tuple(one.first.empty(), one.first, one.last, a) <
         std::make_tuple(two.first.empty(), two.first, two.last, b);
}

}  // namespace newsgraph
