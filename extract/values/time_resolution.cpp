#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "extract/base/date.hpp"
#include "extract/values/time_expression.hpp"

namespace newsgraph {
namespace {

using Base = Moment::Base;
using Which = Moment::Which;

/// How far ahead of the article a date without its year is expected, where no verb tells.
constexpr int kDaysAhead = 183;

/// First and last date of a moment as EDTF: equal where it is one.
struct Period {
  std::string first;
  std::string last;
};

Period one(std::string date) { return {date, date}; }

std::string coded(int year, int code) { return edtf_of({year, 0, 0}) + '-' + std::to_string(code); }

std::string decade_of(int year) { return edtf_of({year, 0, 0}).substr(0, 3) + 'X'; }
std::string century_of(int year) { return edtf_of({year, 0, 0}).substr(0, 2) + "XX"; }

bool is_after(const CalendarDate& a, const CalendarDate& b) {
  return std::tie(a.year, a.month, a.day) > std::tie(b.year, b.month, b.day);
}

class Resolver {
 public:
  explicit Resolver(const TimeAnchor& anchor)
      : published_(calendar_date_of(anchor.published)),
        focus_(calendar_date_of(anchor.focus)),
        tense_(anchor.tense == Tense::kUnknown ? Tense::kPast : anchor.tense),
        is_told_(anchor.tense != Tense::kUnknown) {}

  std::optional<Period> period_of(const Moment& moment) const {
    if (moment.only_ahead && tense_ != Tense::kFuture) return std::nullopt;
    if (moment.rank != 0) return ranked_weekday(moment);
    if (moment.unit != TimeUnit::kNone) {
      if (moment.base == Base::kNone) return std::nullopt;
      return counted(moment);
    }
    if (moment.holiday) return holiday(moment, moment.year);
    if (moment.month != 0) return calendar(moment);
    if (moment.weekday >= 0) return weekday(moment);
    if (moment.part != 0) return part_of_year(moment, moment.year);
    if (moment.year < 0) return std::nullopt;
    if (moment.day != 0) return in_year(moment, moment.year);
    if (moment.unknown_digits == 1) return one(decade_of(moment.year));
    if (moment.unknown_digits == 2) return one(century_of(moment.year));
    return one(edtf_of({moment.year, 0, 0}));
  }

 private:
  const std::optional<CalendarDate>& base_of(const Moment& moment) const {
    return moment.base == Base::kFocus ? focus_ : published_;
  }

  /// "last week", "three days ago", "the next two months"; "May last year", "Monday last week".
  std::optional<Period> counted(const Moment& moment) const {
    const auto& base = base_of(moment);
    if (!base) return std::nullopt;
    switch (moment.unit) {
      case TimeUnit::kYear:
        return in_year(moment, base->year);
      case TimeUnit::kMonth:
        if (base->month == 0) return std::nullopt;
        return in_month(moment, *base);
      case TimeUnit::kQuarter: {
        if (base->month == 0) return std::nullopt;
        const auto quarter = [&](int shift) {
          const CalendarDate month = add_months({base->year, base->month, 0}, 3 * shift);
          return coded(month.year, kFirstQuarter + (month.month - 1) / 3);
        };
        return Period{quarter(moment.shift), quarter(moment.until_shift)};
      }
      case TimeUnit::kDecade:
        return Period{decade_of(base->year + 10 * moment.shift),
                      decade_of(base->year + 10 * moment.until_shift)};
      case TimeUnit::kCentury:
        return Period{century_of(base->year + 100 * moment.shift),
                      century_of(base->year + 100 * moment.until_shift)};
      default:
        break;
    }
    if (base->day == 0) return std::nullopt;
    if (moment.unit == TimeUnit::kDay) {
      return Period{edtf_of(add_days(*base, moment.shift)),
                    edtf_of(add_days(*base, moment.until_shift))};
    }
    // A week runs from Monday to Sunday (ISO 8601); on a Sunday, the rest of "this week" is to
    // come.
    constexpr int kSunday = 6;
    const bool ends_today = moment.shift == 0 && weekday_of(*base) == kSunday &&
                            moment.unit == TimeUnit::kWeek && tense_ == Tense::kFuture;
    const CalendarDate monday = add_days(*base, ends_today ? 1 : -weekday_of(*base));
    if (moment.unit == TimeUnit::kWeekend) return weekend(moment, monday, *base);
    if (moment.weekday >= 0)
      return one(edtf_of(add_days(monday, 7 * moment.shift + moment.weekday)));
    // "the last two weeks" end today, "the next two weeks" begin today.
    const bool counted_from_today =
        moment.shift != moment.until_shift && (moment.shift == 0 || moment.until_shift == 0);
    if (counted_from_today) {
      return Period{edtf_of(add_days(*base, 7 * moment.shift)),
                    edtf_of(add_days(*base, 7 * moment.until_shift))};
    }
    return Period{edtf_of(add_days(monday, 7 * moment.shift)),
                  edtf_of(add_days(monday, 7 * moment.until_shift + 6))};
  }

  /// "last weekend" is the one before today, also on a Sunday; "this weekend" the week's own, or,
  /// told in the past on a Monday, the one just over.
  Period weekend(const Moment& moment, const CalendarDate& monday, const CalendarDate& day) const {
    int shift = moment.shift;
    const bool before_saturday = weekday_of(day) < 5;
    if (shift == 0 && tense_ == Tense::kPast && before_saturday) shift = -1;
    const CalendarDate saturday = add_days(monday, 7 * shift + 5);
    return {edtf_of(saturday), edtf_of(add_days(saturday, 1))};
  }

  std::optional<Period> in_year(const Moment& moment, int base) const {
    const int year = base + moment.shift;
    if (moment.holiday) return holiday(moment, year);
    if (moment.part != 0) return one(coded(year, moment.part));
    CalendarDate date{year, moment.month, moment.day};
    if (moment.month == 0 && moment.day != 0) {
      date = moment.day == Moment::kLastDay ? CalendarDate{year, 12, 31} : CalendarDate{year, 1, 1};
    }
    if (moment.month != 0) return in_month_of(date, moment.day);
    if (date.day != 0) return one(edtf_of(date));
    return Period{edtf_of({year, 0, 0}), edtf_of({base + moment.until_shift, 0, 0})};
  }

  std::optional<Period> in_month(const Moment& moment, const CalendarDate& base) const {
    const CalendarDate first = add_months({base.year, base.month, 0}, moment.shift);
    const CalendarDate last = add_months({base.year, base.month, 0}, moment.until_shift);
    if (moment.day != 0) return in_month_of(first, moment.day);
    return Period{edtf_of(first), edtf_of(last)};
  }

  /// Day `day` (perhaps the last one) of the month of `month`.
  static std::optional<Period> in_month_of(CalendarDate month, int day) {
    month.day = 0;
    if (!exists(month)) return std::nullopt;
    month.day = day == Moment::kLastDay ? days_in_month(month.year, month.month) : day;
    if (!exists(month)) return std::nullopt;
    return one(edtf_of(month));
  }

  std::optional<Period> holiday(const Moment& moment, int year) const {
    const auto dated = [&](int in) { return one(edtf_of(holiday_in(*moment.holiday, in))); };
    if (year >= 0) return dated(year);
    if (!published_) {
      if (moment.holiday->month == 0) return std::nullopt;
      return one("XXXX" + edtf_of(holiday_in(*moment.holiday, 2000)).substr(4));
    }
    return dated(
        likely_year(moment.which, [&](int in) { return holiday_in(*moment.holiday, in); }));
  }

  /// Of the years around the article the one in which `date_in` gives the nearest date that
  /// agrees with the words ("last Easter") and the tense.
  template <typename DateIn>
  int likely_year(Which which, DateIn date_in) const {
    const int year = published_->year;
    CalendarDate date = date_in(year);
    CalendarDate now = *published_;
    // Compared no more finely than both are known.
    if (now.month == 0) date.month = 0;
    if (now.month == 0 || date.day == 0 || now.day == 0) date.day = now.day = 0;
    if (which == Which::kThis || now.month == 0) return year;
    if (which == Which::kLast) return is_after(now, date) ? year : year - 1;
    if (which == Which::kNext) return is_after(date, now) ? year : year + 1;
    if (tense_ == Tense::kFuture) return is_after(now, date) ? year + 1 : year;
    if (tense_ == Tense::kPast) return is_after(date, now) ? year - 1 : year;
    const bool far_ahead = date.day != 0 ? is_after(date, add_days(now, kDaysAhead))
                                         : date.month > now.month + kDaysAhead / 30;
    return far_ahead ? year - 1 : year;
  }

  std::optional<Period> calendar(const Moment& moment) const {
    CalendarDate date{moment.year, moment.month, moment.day};
    if (date.year < 0) {
      if (!published_) {
        const CalendarDate leap{2000, moment.month, std::max(moment.day, 0)};
        if (!exists(leap)) return std::nullopt;
        return one("XXXX" + edtf_of(leap).substr(4));
      }
      date.year = likely_year(moment.which, [&](int year) {
        return CalendarDate{year, moment.month, std::max(moment.day, 0)};
      });
      date.year = agreeing_year(date, moment.weekday);
    }
    if (moment.day == Moment::kLastDay) return in_month_of(date, moment.day);
    if (!exists(date)) {
      // February 29 was in the last leap year, which only the text could tell.
      if (moment.year < 0 && exists({2000, date.month, date.day}))
        return one("XXXX" + edtf_of({2000, date.month, date.day}).substr(4));
      return std::nullopt;
    }
    return one(edtf_of(date));
  }

  /// "Tuesday, March 5": a year nearby in which the weekday agrees, if the likely one's does not.
  static int agreeing_year(const CalendarDate& date, int weekday) {
    if (weekday < 0 || date.day == 0) return date.year;
    for (const int year : {date.year, date.year + 1, date.year - 1}) {
      const CalendarDate other{year, date.month, date.day};
      if (exists(other) && weekday_of(other) == weekday) return year;
    }
    return date.year;
  }

  /// "the first Monday of May 2021", "the last Friday of last year".
  std::optional<Period> ranked_weekday(const Moment& moment) const {
    Moment whole = moment;
    whole.weekday = -1;
    whole.rank = 0;
    const auto period = period_of(whole);
    if (!period) return std::nullopt;
    const std::string last_day = day_range(period->last).last;
    const auto first = calendar_date_of(day_range(period->first).first);
    const auto last = calendar_date_of(last_day);
    if (!first || !last || first->day == 0 || last->day == 0) return std::nullopt;
    if (moment.rank == Moment::kLastDay) {
      return one(edtf_of(add_days(*last, -((weekday_of(*last) - moment.weekday + 7) % 7))));
    }
    const int ahead = (moment.weekday - weekday_of(*first) + 7) % 7;
    const std::string day = edtf_of(add_days(*first, ahead + 7 * (moment.rank - 1)));
    // "the fifth Monday of February"
    return day > last_day ? std::nullopt : std::optional(one(day));
  }

  std::optional<Period> weekday(const Moment& moment) const {
    const auto& base = base_of(moment);
    if (!base || base->day == 0) return std::nullopt;
    const int ahead = (moment.weekday - weekday_of(*base) + 7) % 7;
    const int behind = (7 - ahead) % 7;
    int shift = 0;
    if (moment.which == Which::kLast) {
      shift = behind == 0 ? -7 : -behind;
    } else if (moment.which == Which::kNext) {
      shift = ahead == 0 ? 7 : ahead;
    } else if (moment.which == Which::kThis && !is_told_) {
      // "the vote this Friday": the one of this week, unless half a week has passed since.
      constexpr int kHalfWeek = 3;
      shift = moment.weekday - weekday_of(*base);
      if (shift < -kHalfWeek) shift = ahead;
    } else if (tense_ != Tense::kPast) {
      shift = ahead;
    } else {
      shift = -behind;
    }
    return one(edtf_of(add_days(*base, shift)));
  }

  std::optional<Period> part_of_year(const Moment& moment, int year) const {
    if (year >= 0) return one(coded(year, moment.part));
    if (!published_ || published_->month == 0) return std::nullopt;
    // Its first month tells where it lies.
    const int month = moment.part >= kFirstHalf      ? (moment.part - kFirstHalf) * 6 + 1
                      : moment.part >= kFirstQuarter ? (moment.part - kFirstQuarter) * 3 + 1
                                                     : (moment.part - 20) * 3;
    return one(coded(likely_year(moment.which,
                                 [&](int in) {
                                   return CalendarDate{in, month, 0};
                                 }),
                     moment.part));
  }

  std::optional<CalendarDate> published_;
  std::optional<CalendarDate> focus_;
  Tense tense_;
  bool is_told_;  ///< the tense, by a verb
};

std::string interval(const std::string& first, const std::string& last) {
  if (first == last) return first;
  if (first.starts_with("XXXX") || last.starts_with("XXXX")) return "";
  return first + '/' + last;
}

}  // namespace

std::string resolve(const TimeExpression& expression, const TimeAnchor& anchor) {
  if (expression.kind != TimeKind::kDate) return "";
  TimeAnchor seen = anchor;
  // "As of Sunday all are well": Sunday is over.
  const bool so_far = expression.bound == DateBound::kFromOrAt && anchor.tense == Tense::kPresent;
  if (so_far) seen.tense = Tense::kPast;
  const Resolver resolver(seen);
  const auto first = resolver.period_of(expression.first);
  if (!first) return "";
  const bool ahead = anchor.tense == Tense::kFuture;
  const bool from =
      expression.bound == DateBound::kFrom || (expression.bound == DateBound::kFromOrAt && ahead);
  // "since May", "prior to May": of no known year, it was not in May.
  const bool bounded = from || expression.bound == DateBound::kTo;
  if (bounded && first->first.starts_with("XXXX")) return "";
  std::string date;
  if (expression.bound == DateBound::kInterval) {
    const auto last = resolver.period_of(expression.last);
    if (!last) return "";
    date = interval(first->first, last->last);
    // "is to run from January to March" in February: it has begun.
    if (ahead && !is_edtf(date)) {
      seen.tense = Tense::kPresent;
      const auto begun = Resolver(seen).period_of(expression.first);
      if (begun) date = interval(begun->first, last->last);
    }
  } else if (from && !first->first.starts_with("XXXX")) {
    date = first->first + "/..";
  } else if (expression.bound == DateBound::kTo && !first->last.starts_with("XXXX")) {
    date = "../" + first->last;
  } else {
    date = interval(first->first, first->last);
  }
  return is_edtf(date) ? date : "";
}

}  // namespace newsgraph
