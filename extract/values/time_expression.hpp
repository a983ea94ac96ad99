#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"
#include "extract/values/calendar.hpp"

/// Time expressions: found in a sentence without looking at its tree, and resolved against when
/// the article was published and what date it spoke of last. The kinds, and what counts as the
/// extent of one, follow TIMEX3 (Pustejovsky et al., TimeML, 2003); the values are EDTF
/// (ISO 8601-2).
///
///     "Keller, who left in May last year, returned two days later"   published 2024-03-05
///         May last year     2023-05
///         two days later    needs a day in focus; unknown
namespace newsgraph {

/// One point or period of the calendar as the words give it: some fields, and perhaps a period
/// that is counted from a known date and that the fields lie in ("the last day of next month").
struct Moment {
  enum class Base : std::uint8_t { kNone, kPublication, kFocus };
  /// Which one of several with the same name: "last Tuesday", "next spring".
  enum class Which : std::uint8_t { kNearest, kLast, kThis, kNext };
  static constexpr int kLastDay = -1;

  int year = -1;
  int unknown_digits = 0;  ///< of the year: 1 for a decade, 2 for a century
  int month = 0;
  int day = 0;
  int part = 0;      ///< season, quarter, half: code of ISO 8601-2
  int weekday = -1;  ///< 0 is Monday
  int rank = 0;      ///< of the weekday in the period: "the first Monday of May"; kLastDay
  std::optional<Holiday> holiday;
  Base base = Base::kNone;
  TimeUnit unit = TimeUnit::kNone;  ///< of the period counted from the base
  int shift = 0;
  int until_shift = 0;  ///< "two to four weeks": the last one of several; else equals `shift`
  Which which = Which::kNearest;
  bool only_ahead = false;  ///< "in two weeks": a duration unless the clause is about the future
};

enum class TimeKind : std::uint8_t {
  kDate,
  kTimeOfDay,  ///< "at 3 p.m."
  kDuration,   ///< "two years"
  kSet,        ///< "every Monday"
};

/// What the words around a date make of it.
enum class DateBound : std::uint8_t {
  kAt,
  kInterval,  ///< "from 3 to 5 May": two moments
  kFrom,      ///< "since 2014"
  kFromOrAt,  ///< "from Monday", "as of Monday": open where the clause is about the future
  kTo,        ///< "until June"
};

struct TimeExpression {
  std::uint32_t begin = 0;  ///< tokens [begin, end), without the preposition
  std::uint32_t end = 0;
  TimeKind kind = TimeKind::kDate;
  DateBound bound = DateBound::kAt;
  Moment first;
  Moment last;  ///< of an interval
};

/// The time expressions of `sentence`, in order, disjoint. Those inside a longer name ("the Sunday
/// Herald") are none. Linear in the number of tokens.
std::vector<TimeExpression> find_time_expressions(const Sentence& sentence);

/// What the clause around an expression is about. What is told in the present is on the next
/// weekday of its name ("The trial opens on Monday"), and in the nearest year.
/// Where no verb tells (`kUnknown`), a report is on the past, but "this Friday" may be to come.
enum class Tense : std::uint8_t { kPast, kPresent, kFuture, kUnknown };

/// What relative expressions are relative to. EDTF; empty where unknown.
struct TimeAnchor {
  std::string published;  ///< of the article
  std::string focus;      ///< the last date that the text gave: for "the same year", "that day"
  Tense tense = Tense::kPast;
};

/// The date that `expression` gives, as EDTF: "2024-03-05", "2024", "199X", "2024-21" (spring),
/// "2024-35" (third quarter), "2024-03-03/2024-03-05", "2014/..", "../2024-06". Parts of a period
/// ("early 2024", "the end of May") give the period. Empty where it gives none, or where what it is
/// relative to is unknown; a month and day without any way to tell the year give "XXXX-02-05".
std::string resolve(const TimeExpression& expression, const TimeAnchor& anchor);

}  // namespace newsgraph
