#include "extract/values/time_expression.hpp"

#include <algorithm>
#include <utility>

#include "extract/values/time_grammar.hpp"

namespace newsgraph {
namespace {

/// A time expression over lexemes.
struct Match {
  std::size_t end = 0;
  TimeKind kind = TimeKind::kDate;
  DateBound bound = DateBound::kAt;
  Moment first;
  Moment last;
};

bool has_calendar_year(const Moment& moment) {
  return moment.year >= 0 || moment.base != Moment::Base::kNone;
}

/// "January to March 2019", "March 5, 2019 to April 3": what one moment leaves out the other says.
void share_fields(Moment& first, Moment& last) {
  if (first.month != 0 && !has_calendar_year(first) && last.year >= 0 && last.month != 0) {
    first.year = last.year;
    const bool over_new_year = first.month > last.month;
    if (over_new_year) --first.year;
  }
  if (last.month != 0 && !has_calendar_year(last) && first.year >= 0) {
    last.year = first.year;
    if (last.month < first.month) ++last.year;
  }
  if (first.part != 0 && last.part != 0 && !has_calendar_year(first)) first.year = last.year;
}

/// Whether both say the same parts of a date.
bool are_alike(const Moment& a, const Moment& b) {
  return (a.day != 0) == (b.day != 0) && (a.month != 0) == (b.month != 0) &&
         (a.weekday < 0) == (b.weekday < 0) && a.unit == b.unit &&
         a.unknown_digits == b.unknown_digits;
}

class TimeExpressionFinder {
 public:
  explicit TimeExpressionFinder(const Sentence& sentence)
      : sentence_(sentence), lexemes_(lexemes_of(sentence.tokens)), grammar_(lexemes_) {}

  std::vector<TimeExpression> run() const {
    std::vector<TimeExpression> found;
    for (std::size_t at = 0; at < lexemes_.size();) {
      if (const auto age = age_end(at)) {
        at = *age;
        continue;
      }
      const std::optional<Match> match = match_at(at);
      if (!match) {
        ++at;
        continue;
      }
      TimeExpression expression;
      expression.begin = lexemes_[at].token;
      expression.end = lexemes_[match->end - 1].token + 1;
      expression.kind = match->kind;
      expression.bound = match->bound;
      expression.first = match->first;
      expression.last = match->last;
      // A token in two expressions is the first one's.
      const bool apart = found.empty() || expression.begin >= found.back().end;
      if (apart && !is_name(expression)) found.push_back(expression);
      at = match->end;
    }
    return found;
  }

 private:
  std::optional<Match> match_at(std::size_t at) const {
    if (auto set = repeated(at)) return set;
    std::optional<Match> longest = interval(at);
    const auto consider = [&](std::optional<Match> other) {
      if (other && (!longest || other->end > longest->end)) longest = std::move(other);
    };
    consider(date(at));
    consider(time_of_day(at));
    consider(duration(at));
    return longest;
  }

  /// "every Monday", "each year", "on Mondays", "per day".
  std::optional<Match> repeated(std::size_t at) const {
    const auto set = [](std::size_t end) {
      Match match;
      match.end = end;
      match.kind = TimeKind::kSet;
      return match;
    };
    const auto is_period = [&](std::size_t i) {
      return unit_of(grammar_.text(i)) != TimeUnit::kNone || season_of(grammar_.text(i)) != 0 ||
             (grammar_.is_capital(i) &&
              (weekday_of(grammar_.text(i)) >= 0 || month_of(grammar_.text(i)) != 0));
    };
    if (grammar_.is_any(at, {"every", "each", "per"})) {
      std::size_t period = at + 1;
      if (grammar_.is_any(period, {"other", "single", "few"})) ++period;
      if (const auto count = grammar_.count(period)) period = count->end;
      if (is_period(period)) return set(period + 1);
    }
    std::string word(grammar_.text(at));
    if (grammar_.is_capital(at) && word.size() > 6 && word.back() == 's') {
      word.pop_back();
      if (weekday_of(word) >= 0) return set(at + 1);
    }
    const bool rate = at > 0 && grammar_.is_any(at - 1, {"times", "once", "twice"});
    if (rate && grammar_.is_any(at, {"a"}) && is_period(at + 1)) return set(at + 2);
    return std::nullopt;
  }

  bool is_to(std::size_t at) const {
    return grammar_.is_any(at, {"to", "until", "till", "through", "-"});
  }

  /// "3 to 5 May", "May 3-5, 2024", "from January to March", "2014-16", "between 2014 and 2016".
  std::optional<Match> interval(std::size_t at) const {
    const bool between = at > 0 && grammar_.is_any(at - 1, {"between"});
    const auto joins = [&](std::size_t i) {
      return is_to(i) || (between && grammar_.is_any(i, {"and"}));
    };
    Match match;
    match.bound = DateBound::kInterval;
    std::size_t end = 0;
    // The day alone before the connector: "3 to 5 May", "5 and 6 May".
    const int day = grammar_.day_number(at, end);
    if (day != 0 && (joins(end) || grammar_.is_any(end, {"and"}))) {
      const auto last = grammar_.moment(end + 1);
      if (last && last->meaning.month != 0 && last->meaning.day > day &&
          last->meaning.weekday < 0) {
        match.first = match.last = last->meaning;
        match.first.day = day;
        match.end = last->end;
        return match;
      }
    }
    const auto first = grammar_.moment(at);
    if (!first) return std::nullopt;
    match.first = first->meaning;
    const std::size_t connector = first->end;
    if (const auto bounded = bounded_by_both(at, connector)) {
      match.last = bounded->meaning;
      match.end = bounded->end;
      return match;
    }
    const bool and_day = grammar_.is_any(connector, {"and"}) && match.first.day > 0;
    if (!joins(connector) && !and_day) return std::nullopt;
    const std::size_t second =
        grammar_.is_any(connector + 1, {"the"}) ? connector + 2 : connector + 1;
    // The day alone behind it: "May 3-5, 2024", "May 3 and 4".
    const int last_day = grammar_.day_number(second, end);
    const auto last = grammar_.moment(connector + 1);
    if (match.first.day > 0 && match.first.month != 0 && last_day > match.first.day &&
        (!last || last->end <= end)) {
      match.last = match.first;
      match.last.day = last_day;
      match.end = end;
      // ", 2024" behind the days holds of both.
      const std::size_t year = grammar_.is_any(end, {","}) ? end + 1 : end;
      if (match.first.year < 0 && grammar_.year(year) != 0) {
        match.first.year = match.last.year = grammar_.year(year);
        match.end = year + 1;
      }
      return match;
    }
    if (!joins(connector)) return std::nullopt;
    // "2014-16"
    const int short_year = grammar_.number(second);
    const bool years_only = match.first.year >= 0 && match.first.month == 0 &&
                            match.first.part == 0 && match.first.unknown_digits == 0;
    if (years_only && !last && grammar_.is_any(connector, {"-"}) && short_year >= 0 &&
        lexemes_[second].text.size() == 2 && short_year > match.first.year % 100) {
      match.last = match.first;
      match.last.year = match.first.year / 100 * 100 + short_year;
      match.end = second + 1;
      return match;
    }
    // "2014 to the present", "2014-now"
    if (is_to(connector) && grammar_.is_any(second, {"present", "now", "date", "today"})) {
      match.bound = DateBound::kFrom;
      match.end = second + 1;
      return match;
    }
    if (!last) return std::nullopt;
    // A dash between unequal dates parts them: "February 6 - this year".
    const bool dash = grammar_.is_any(connector, {"-"});
    if (dash && !are_alike(match.first, last->meaning)) return std::nullopt;
    match.last = last->meaning;
    match.end = last->end;
    share_fields(match.first, match.last);
    return match;
  }

  /// The moment that ends "after 2019 but before 2022", behind the one that begins it.
  std::optional<MomentPhrase> bounded_by_both(std::size_t at, std::size_t behind) const {
    if (at == 0 || !grammar_.is_any(at - 1, {"after", "since"})) return std::nullopt;
    const std::size_t joint = grammar_.is_any(behind, {","}) ? behind + 1 : behind;
    const bool both = grammar_.is_any(joint, {"but", "and"}) &&
                      grammar_.is_any(joint + 1, {"before", "until", "till"});
    return both ? grammar_.moment(joint + 2) : std::nullopt;
  }

  /// One moment and what the words beside it make of it.
  std::optional<Match> date(std::size_t at) const {
    const auto phrase = grammar_.moment(at);
    if (!phrase) return std::nullopt;
    Match match;
    match.end = phrase->end;
    match.first = phrase->meaning;
    std::size_t before = at;
    if (before > 0 && grammar_.is_any(before - 1, {"the"})) --before;
    const auto preceded = [&](std::initializer_list<std::string_view> words) {
      return before > 0 && grammar_.is_any(before - 1, words);
    };
    const auto twice_preceded = [&](std::initializer_list<std::string_view> words) {
      return before > 1 && grammar_.is_any(before - 2, words);
    };
    if (preceded({"since", "after", "starting", "beginning"}) ||
        (preceded({"on", "in", "from"}) && twice_preceded({"starting", "beginning"}))) {
      match.bound = DateBound::kFrom;
    } else if (preceded({"from"}) || (preceded({"of"}) && twice_preceded({"as"}))) {
      match.bound = DateBound::kFromOrAt;
    } else if (preceded({"by", "before"}) ||
               (preceded({"to"}) && twice_preceded({"up", "prior"})) ||
               (before == at && preceded({"through"})) ||
               (preceded({"until", "till"}) && !twice_preceded({"not"}))) {
      match.bound = DateBound::kTo;
    }
    if (match.bound == DateBound::kFromOrAt && grammar_.is_any(match.end, {"onwards", "onward"})) {
      match.bound = DateBound::kFrom;
      ++match.end;
    }
    return match;
  }

  /// "3 p.m.", "15:30", "noon", "five o'clock".
  std::optional<Match> time_of_day(std::size_t at) const {
    Match match;
    match.kind = TimeKind::kTimeOfDay;
    if (grammar_.is_any(at, {"noon", "midnight", "midday"})) {
      match.end = at + 1;
      return match;
    }
    const auto hour = grammar_.count(at);
    if (!hour || grammar_.is_any(at, {"a", "an"})) return std::nullopt;
    std::size_t end = hour->end;
    const bool clock = grammar_.is_any(end, {":"}) && grammar_.is_glued(end) &&
                       grammar_.number(end + 1) >= 0 && grammar_.number(end + 1) < 60 &&
                       grammar_.is_glued(end + 1) && hour->meaning.first < 24;
    if (clock) end += 2;
    const bool half = grammar_.is_any(end, {"am", "pm", "o'clock", "gmt", "utc"});
    if (!clock && !half) return std::nullopt;
    match.end = half ? end + 1 : end;
    return match;
  }

  /// "a 24-year-old", "24 years old": the end of an age, which is no time expression.
  std::optional<std::size_t> age_end(std::size_t at) const {
    const auto count = grammar_.count(at);
    if (!count) return std::nullopt;
    const auto past_hyphen = [&](std::size_t i) { return grammar_.is_any(i, {"-"}) ? i + 1 : i; };
    const std::size_t unit = past_hyphen(count->end);
    if (unit_of(grammar_.text(unit)) == TimeUnit::kNone) return std::nullopt;
    const std::size_t old = past_hyphen(unit + 1);
    if (grammar_.is_any(old, {"old", "olds"})) return old + 1;
    return std::nullopt;
  }

  /// "two years", "several weeks", "a day", "years", "the 48-hour" truce.
  std::optional<Match> duration(std::size_t at) const {
    Match match;
    match.kind = TimeKind::kDuration;
    const auto count = grammar_.count(at);
    std::size_t unit_at = count ? count->end : at;
    if (count && grammar_.is_any(unit_at, {"-"})) ++unit_at;
    const std::string_view word = grammar_.text(unit_at);
    const TimeUnit unit = unit_of(word);
    if (unit == TimeUnit::kNone || unit == TimeUnit::kQuarter) return std::nullopt;
    // "a second" is mostly an ordinal; "year" alone and "the hours" are nouns like others.
    const bool article = grammar_.is_any(at, {"a", "an"});
    if (word == "second" || (!count && !word.ends_with('s'))) return std::nullopt;
    if (article && grammar_.is_any(unit_at + 1, {"-"})) return std::nullopt;
    match.end = unit_at + 1;
    return match;
  }

  /// Part of a longer name ("the Sunday Herald"), or itself the name of a person or place ("May").
  bool is_name(const TimeExpression& expression) const {
    for (const NamedMention& name : sentence_.names) {
      if (name.end <= expression.begin || name.begin >= expression.end) continue;
      const bool inside = name.begin <= expression.begin && expression.end <= name.end;
      const bool longer = name.end - name.begin > expression.end - expression.begin;
      if (inside && longer) return true;
      const bool lone_word = expression.end - expression.begin == 1;
      const bool referent = name.type == NameType::kPerson || name.type == NameType::kPlace ||
                            name.type == NameType::kOrganization;
      const bool weekday =
          weekday_of(lexemes_of({&sentence_.tokens[expression.begin], 1}).front().text) >= 0;
      if (inside && lone_word && referent && !weekday) return true;
    }
    return false;
  }

  const Sentence& sentence_;
  std::vector<Lexeme> lexemes_;
  TimeGrammar grammar_;
};

}  // namespace

std::vector<TimeExpression> find_time_expressions(const Sentence& sentence) {
  return TimeExpressionFinder(sentence).run();
}

}  // namespace newsgraph
