// The phrases of TimeGrammar that count from the article's date or from the date in focus.

#include <algorithm>
#include <string>

#include "extract/values/number_words.hpp"
#include "extract/values/time_grammar.hpp"

namespace newsgraph {
namespace {

using Base = Moment::Base;
using Which = Moment::Which;

Moment counted(Base base, TimeUnit unit, int first, int last) {
  Moment moment;
  moment.base = base;
  moment.unit = unit;
  moment.shift = first;
  moment.until_shift = last;
  return moment;
}

/// "48 hours ago" is two days ago; "an hour ago" is the same day.
TimeUnit whole_days(TimeUnit unit, std::string_view word, int& first, int& last) {
  if (unit != TimeUnit::kMoment) return unit;
  const int in_a_day = word.starts_with("hour") ? 24 : word.starts_with("minute") ? 1440 : 86400;
  first /= in_a_day;
  last /= in_a_day;
  return TimeUnit::kDay;
}

}  // namespace

/// "three", "about 20", "a", "two to four", "two or three", "several".
std::optional<Phrase<TimeGrammar::Count>> TimeGrammar::count(std::size_t at) const {
  std::size_t i = at;
  if (is_any(i, {"more", "less", "fewer"}) && is_any(i + 1, {"than"})) {
    i += 2;
  } else if (is_any(i, {"at"}) && is_any(i + 1, {"least", "most"})) {
    i += 2;
  } else if (is_any(i, {"up"}) && is_any(i + 1, {"to"})) {
    i += 2;
  } else {
    i = skip(i, {"about", "around", "roughly", "some", "nearly", "almost", "approximately", "just",
                 "over", "under", "only", "barely", "exactly"});
  }
  const auto one = [&](std::size_t from, int& value) -> std::size_t {
    value = number(from);
    if (value >= 0) return from + 1;
    value = cardinal_of(text(from));
    if (value < 0) return from;
    const bool tens = value >= 20;
    const std::size_t next = skip(from + 1, {"-"});
    const int rest = tens ? cardinal_of(text(next)) : -1;
    if (rest < 1 || rest > 9) return from + 1;
    value += rest;
    return next + 1;
  };
  Phrase<Count> phrase;
  Count& count = phrase.meaning;
  if (is_any(i, {"a", "an"})) {
    if (is_any(i + 1, {"few", "handful", "number"})) {
      phrase.end = skip(i + 2, {"of"});
      return phrase;
    }
    if (is_any(i + 1, {"couple"})) {
      phrase.end = skip(i + 2, {"of"});
      count = {2, 2};
      return phrase;
    }
    if (is_any(i + 1, {"dozen"})) {
      phrase.end = i + 2;
      count = {12, 12};
      return phrase;
    }
    phrase.end = i + 1;
    count = {1, 1};
    return phrase;
  }
  if (is_any(i, {"several", "many", "few", "some", "dozens"})) {
    phrase.end = skip(i + 1, {"of"});
    return phrase;
  }
  std::size_t end = one(i, count.first);
  if (end == i) return std::nullopt;
  count.last = count.first;
  if (is_any(end, {"to", "or", "-"})) {
    int last = 0;
    const std::size_t range_end = one(end + 1, last);
    if (range_end != end + 1 && last > count.first) {
      count.last = last;
      end = range_end;
    }
  }
  // "two and a half years": the half is lost.
  if (is_any(end, {"and"}) && is_any(end + 1, {"a"}) && is_any(end + 2, {"half"})) end += 3;
  // No calendar counts further, and sums stay small.
  constexpr int kMost = 5000;
  if (count.last > kMost) return std::nullopt;
  phrase.end = end;
  return phrase;
}

std::size_t TimeGrammar::skip_part_of_day(std::size_t at) const {
  if (is_part_of_day(text(at))) return at + 1;
  const bool early = is_any(at, {"early", "late"}) && is_part_of_day(text(at + 1));
  return early ? at + 2 : at;
}

/// "Tuesday", "last Tuesday", "Tuesday last week", "the following Friday", "Monday evening".
std::optional<MomentPhrase> TimeGrammar::weekday(std::size_t at) const {
  MomentPhrase phrase;
  Moment& moment = phrase.meaning;
  const std::size_t selector = skip(at, {"the"});
  std::size_t i = selector + 1;
  if (is_any(selector, {"last", "past"})) {
    moment.which = Which::kLast;
  } else if (is_any(selector, {"next", "coming"})) {
    moment.which = Which::kNext;
  } else if (is_any(selector, {"this"})) {
    moment.which = Which::kThis;
  } else if (is_any(selector, {"following"})) {
    moment.base = Base::kFocus;
    moment.which = Which::kNext;
  } else if (is_any(selector, {"previous", "preceding"})) {
    moment.base = Base::kFocus;
    moment.which = Which::kLast;
  } else {
    i = at;
  }
  moment.weekday = is_capital(i) && text(i).size() >= 4 ? weekday_of(text(i)) : -1;
  if (moment.weekday < 0) return std::nullopt;
  phrase.end = skip_part_of_day(i + 1);
  const std::size_t behind = skip(phrase.end, {"of"});
  if (is_any(behind, {"last", "next", "this"}) && is_any(behind + 1, {"week"})) {
    moment.which = Which::kNearest;
    moment.base = Base::kPublication;
    moment.unit = TimeUnit::kWeek;
    moment.shift = is_any(behind, {"last"}) ? -1 : is_any(behind, {"next"}) ? 1 : 0;
    moment.until_shift = moment.shift;
    phrase.end = behind + 2;
  } else if (is_any(phrase.end, {"last", "next"}) && is_end(phrase.end + 1)) {
    moment.which = is_any(phrase.end, {"last"}) ? Which::kLast : Which::kNext;
    ++phrase.end;
  }
  return phrase;
}

/// "yesterday", "tonight", "the day after tomorrow", "overnight".
std::optional<MomentPhrase> TimeGrammar::named_day(std::size_t at) const {
  std::size_t i = skip(at, {"the"});
  int shift = 0;
  if (is_any(i, {"day"}) && is_any(i + 1, {"before", "after"}) &&
      is_any(i + 2, {"yesterday", "tomorrow"})) {
    shift = is_any(i + 1, {"before"}) ? -1 : 1;
    i += 2;
  } else if (i != at) {
    return std::nullopt;
  }
  if (is_any(i, {"overnight"})) {
    if (i != 0 && !is_end(i + 1)) return std::nullopt;
  } else if (is_any(i, {"yesterday"})) {
    shift -= 1;
  } else if (is_any(i, {"tomorrow"})) {
    shift += 1;
  } else if (!is_any(i, {"today", "tonight"})) {
    return std::nullopt;
  }
  return MomentPhrase{skip_part_of_day(i + 1),
                      counted(Base::kPublication, TimeUnit::kDay, shift, shift)};
}

/// "three weeks ago", "two months from now", "in about two to four weeks" behind its preposition.
std::optional<MomentPhrase> TimeGrammar::counted_from_now(std::size_t at) const {
  const auto number = count(at);
  const std::size_t unit_at = number ? number->end : at;
  TimeUnit unit = unit_of(text(unit_at));
  if (unit == TimeUnit::kNone) return std::nullopt;
  std::size_t end = unit_at + 1;
  int first = number ? number->meaning.first : 0;
  int last = number ? number->meaning.last : 0;
  unit = whole_days(unit, text(unit_at), first, last);
  // "weeks ago": when, is not said.
  const bool known = number && number->meaning.first > 0;
  const Base base = known ? Base::kPublication : Base::kNone;
  if (is_any(end, {"ago"})) return MomentPhrase{end + 1, counted(base, unit, -last, -first)};
  if (is_any(end, {"from"}) && is_any(end + 1, {"now", "today"})) {
    return MomentPhrase{end + 2, counted(base, unit, first, last)};
  }
  if (!known || at == 0 || !is_any(at - 1, {"in", "within"})) return std::nullopt;
  if (is_any(end, {"'", "\xE2\x80\x99"})) ++end;
  end = skip(end, {"time"});
  if (!is_end(end)) return std::nullopt;
  MomentPhrase phrase{end, counted(base, unit, first, last)};
  if (is_any(at - 1, {"within"})) phrase.meaning.shift = 0;
  phrase.meaning.only_ahead = true;
  return phrase;
}

/// "two days later", "a year earlier", "the day before".
std::optional<MomentPhrase> TimeGrammar::counted_from_focus(std::size_t at) const {
  if (is_any(at, {"the"}) && unit_of(text(at + 1)) >= TimeUnit::kDay &&
      is_any(at + 2, {"before", "after"}) &&
      (at + 3 >= lexemes_.size() || lexemes_[at + 3].kind == Lexeme::Kind::kMark)) {
    const int shift = is_any(at + 2, {"before"}) ? -1 : 1;
    return MomentPhrase{at + 3, counted(Base::kFocus, unit_of(text(at + 1)), shift, shift)};
  }
  const auto number = count(at);
  const std::size_t unit_at = number ? number->end : at;
  TimeUnit unit = unit_of(text(unit_at));
  if (unit == TimeUnit::kNone) return std::nullopt;
  int first = number ? number->meaning.first : 0;
  int last = number ? number->meaning.last : 0;
  unit = whole_days(unit, text(unit_at), first, last);
  const std::size_t end = unit_at + 1;
  const bool known = number && number->meaning.first > 0;
  const Base base = known ? Base::kFocus : Base::kNone;
  const bool closes = end + 1 >= lexemes_.size() || lexemes_[end + 1].kind == Lexeme::Kind::kMark;
  const bool within = at > 0 && is_any(at - 1, {"within"});
  const bool before = is_any(end, {"earlier", "previously"}) || (is_any(end, {"before"}) && closes);
  const bool after =
      is_any(end, {"later", "afterwards", "afterward"}) || (is_any(end, {"after"}) && closes);
  if (is_any(end + 1, {"than"}) || (!before && !after)) return std::nullopt;
  if (after) return MomentPhrase{end + 1, counted(base, unit, within ? 0 : first, last)};
  return MomentPhrase{end + 1, counted(base, unit, -last, within ? 0 : -first)};
}

/// "last week", "this morning", "the same year", "the following day", "the next three months".
std::optional<MomentPhrase> TimeGrammar::neighbouring_period(std::size_t at) const {
  std::size_t i = skip(at, {"the"});
  const bool article = i != at;
  int direction = 0;
  Base base = Base::kPublication;
  if (is_any(i, {"last", "past"})) {
    direction = -1;
  } else if (is_any(i, {"next", "coming"})) {
    direction = 1;
  } else if (is_any(i, {"following"})) {
    direction = 1;
    base = Base::kFocus;
  } else if (is_any(i, {"previous", "preceding"})) {
    direction = -1;
    base = Base::kFocus;
  } else if (is_any(i, {"that", "this"}) && is_any(i + 1, {"same"})) {
    base = Base::kFocus;
    ++i;
  } else if (is_any(i, {"same", "that"})) {
    base = Base::kFocus;
  } else if (!is_any(i, {"this", "current"})) {
    return std::nullopt;
  }
  const bool demonstrative = is_any(i, {"that"}) || (i > at && is_any(i - 1, {"that", "this"}));
  if (base == Base::kFocus && !article && !demonstrative) return std::nullopt;
  const auto number = direction != 0 ? count(i + 1) : std::nullopt;
  const std::size_t unit_at = number ? number->end : i + 1;
  const std::string_view word = text(unit_at);
  TimeUnit unit = unit_of(word);
  std::size_t end = unit_at + 1;
  if (unit == TimeUnit::kNone || unit == TimeUnit::kMoment) return std::nullopt;
  if (number) {
    const int years = unit == TimeUnit::kDecade ? 10 : unit == TimeUnit::kCentury ? 100 : 0;
    const int many = number->meaning.last * std::max(years, 1);
    if (years != 0) unit = TimeUnit::kYear;
    // "the past few years": since when, is not said.
    if (many == 0) return MomentPhrase{end, counted(Base::kNone, unit, 0, 0)};
    if (direction < 0) return MomentPhrase{end, counted(base, unit, -many, 0)};
    return MomentPhrase{end, counted(base, unit, 0, many)};
  }
  if (word.ends_with('s')) {
    return MomentPhrase{end, counted(Base::kNone, unit, 0, 0)};  // "the coming weeks"
  }
  const bool day_part = is_part_of_day(word);
  // "to this day", "the last day of the trial", "the current night".
  if (unit == TimeUnit::kDay && !day_part && base == Base::kPublication &&
      !(article && is_any(i, {"next"}))) {
    return std::nullopt;
  }
  if (article && is_any(end, {"of"})) return std::nullopt;
  // "the next week" is that of a story, "over the next week" begins now.
  const bool throughout =
      at > 0 && is_any(at - 1, {"over", "in", "within", "during", "for", "throughout"});
  if (is_any(i, {"next"}) && article && (unit == TimeUnit::kDay || !throughout)) {
    base = Base::kFocus;
  }
  // "the last year", "over the next week": the one that begins or ends now.
  const bool rolling = article && base == Base::kPublication && unit > TimeUnit::kDay &&
                       unit != TimeUnit::kWeekend && unit != TimeUnit::kCentury;
  if (rolling && unit == TimeUnit::kDecade && direction != 0) {
    unit = TimeUnit::kYear;
    direction *= 10;
  }
  MomentPhrase phrase{end, counted(base, unit, direction, direction)};
  if (rolling && direction < 0) phrase.meaning.until_shift = 0;
  if (rolling && direction > 0) phrase.meaning.shift = 0;
  // "last night" was yesterday's, "last month's" the month's.
  if (is_any(i, {"past"}) && !article) return std::nullopt;
  return phrase;
}

/// "early 2024", "mid-March", "late on Thursday", "the night of May 3", "the beginning of the
/// year", "the first weeks of 2024": the whole period, since EDTF has no halves of months.
std::optional<MomentPhrase> TimeGrammar::part_of_moment(std::size_t at) const {
  std::size_t i = skip(at, {"the"});
  std::size_t whole = i;
  if (is_any(i, {"early", "mid", "late", "earlier", "later", "end"})) {
    whole = skip(skip(i + 1, {"-"}), {"in", "on"});
    if (is_any(i, {"end"}) && !is_any(i + 1, {"-"})) whole = i;
    // "earlier in the month"
    const TimeUnit unit = is_any(whole, {"the"}) ? unit_of(text(whole + 1)) : TimeUnit::kNone;
    if (whole != i && unit > TimeUnit::kDay && !is_any(whole + 2, {"of"})) {
      return MomentPhrase{whole + 2, counted(Base::kPublication, unit, 0, 0)};
    }
  }
  if (whole == i) {
    i = skip(i, {"very"});
    std::size_t part = i;
    if (is_part_of_day(text(i)) || is_any(i, {"week", "weekend"})) {
      part = i + 1;  // "the night of May 25"
    } else if (is_any(i, {"beginning", "start", "end", "middle", "close", "turn", "rest",
                          "remainder", "course"})) {
      part = i + 1;
    } else {
      std::size_t end = 0;
      if (day_number(i, end) == 0 && is_any(i, {"last", "final", "opening", "early", "closing"})) {
        end = i + 1;
      } else if (day_number(i, end) == 0) {
        return std::nullopt;
      }
      if (const auto number = count(end)) end = number->end;
      const bool parts = is_any(
          end, {"week", "weekend", "weeks", "days", "months", "hours", "years", "half", "quarter"});
      if (!parts) return std::nullopt;
      part = end + 1;
    }
    if (!is_any(part, {"of"})) return std::nullopt;
    whole = part + 1;
    const TimeUnit unit = is_any(whole, {"the"}) ? unit_of(text(whole + 1)) : TimeUnit::kNone;
    if (unit > TimeUnit::kDay && !text(whole + 1).ends_with('s')) {
      return MomentPhrase{whole + 2, counted(Base::kPublication, unit, 0, 0)};
    }
  }
  return whole_moment(whole);
}

/// "the first day of 2024", "the last day of next month".
std::optional<MomentPhrase> TimeGrammar::day_in_period(std::size_t at) const {
  const std::size_t i = skip(at, {"the"});
  std::size_t end = 0;
  int day = day_number(i, end);
  if (is_any(i, {"last", "final"})) {
    day = Moment::kLastDay;
    end = i + 1;
  }
  if (day == 0 || !is_any(end, {"day"}) || !is_any(end + 1, {"of"})) return std::nullopt;
  const std::size_t period = end + 2;
  const TimeUnit unit = is_any(period, {"the"}) ? unit_of(text(period + 1)) : TimeUnit::kNone;
  std::optional<MomentPhrase> phrase = whole_moment(period);
  if (unit == TimeUnit::kMonth || unit == TimeUnit::kYear) {
    phrase = MomentPhrase{period + 2, counted(Base::kPublication, unit, 0, 0)};
  }
  if (!phrase) return std::nullopt;
  const Moment& whole = phrase->meaning;
  const bool month = whole.month != 0 || whole.unit == TimeUnit::kMonth;
  const bool year = whole.year >= 0 || whole.unit == TimeUnit::kYear;
  const bool divisible = whole.day == 0 && whole.part == 0 && whole.unknown_digits == 0 &&
                         !whole.holiday && whole.weekday < 0 && (month || (year && day <= 1));
  if (!divisible) return std::nullopt;
  phrase->meaning.day = day;
  return phrase;
}

/// "the first Monday of May 2021", "the last Friday in 2022". Where the words behind "of", "after"
/// or "before" are no period ("the first Monday of the trial") it is a day that nothing here knows.
std::optional<MomentPhrase> TimeGrammar::weekday_in_period(std::size_t at) const {
  const std::size_t i = skip(at, {"the"});
  std::size_t end = 0;
  int rank = day_number(i, end);
  const bool ordinal = rank != 0 && (number(i) < 0 || end == i + 2);
  const bool last = is_any(i, {"last", "final"});
  if (last) {
    rank = Moment::kLastDay;
    end = i + 1;
  }
  if ((!ordinal && !last) || !is_capital(end) || text(end).size() < 6) return std::nullopt;
  const int weekday = weekday_of(text(end));
  if (weekday < 0) return std::nullopt;
  const std::size_t behind = skip_part_of_day(end + 1);
  const bool counted_from =
      is_any(behind, {"of"}) || (is_any(behind, {"before", "after"}) && i != at);
  MomentPhrase unknown{behind, counted(Base::kNone, TimeUnit::kDay, 0, 0)};
  std::optional<MomentPhrase> phrase;
  if (is_any(behind, {"of", "in"})) {
    const std::size_t period = behind + 1;
    const TimeUnit unit = is_any(period, {"the"}) ? unit_of(text(period + 1)) : TimeUnit::kNone;
    phrase = whole_moment(period);
    if (!phrase && (unit == TimeUnit::kMonth || unit == TimeUnit::kYear) &&
        !text(period + 1).ends_with('s')) {
      phrase = MomentPhrase{period + 2, counted(Base::kPublication, unit, 0, 0)};
    }
  }
  if (!phrase) {
    // "last Friday" alone is the one before today.
    return counted_from || !last ? std::optional(unknown) : std::nullopt;
  }
  const Moment& whole = phrase->meaning;
  const bool period = whole.month != 0 || whole.unit == TimeUnit::kMonth || whole.year >= 0 ||
                      whole.unit == TimeUnit::kYear;
  if (!period || whole.day != 0 || whole.part != 0 || whole.holiday || whole.weekday >= 0) {
    return unknown;
  }
  phrase->meaning.weekday = weekday;
  phrase->meaning.rank = rank;
  return phrase;
}

}  // namespace newsgraph
