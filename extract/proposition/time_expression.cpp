#include "extract/proposition/time_expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

/// Month 1..12 of "november", "nov", "nov."; 0 if none. "may" and "march" only as names.
int month_of(const Token& token) {
  std::string word = to_lower(token.form);
  if (!word.empty() && word.back() == '.') word.pop_back();
  if (word.size() < 3 || !is_capitalized(token.form)) return 0;
  if ((word == "may" || word == "march") && token.upos != Upos::kPropn) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == word || (word.size() <= 4 && kMonths[i].starts_with(word))) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

int weekday_of(const Token& token) {
  const std::string word = to_lower(token.form);
  if (!is_capitalized(token.form)) return -1;
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (kWeekdays[i] == word) return static_cast<int>(i);
  }
  return -1;
}

std::optional<int> number_of(std::string_view form) {
  if (form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd") ||
      form.ends_with("th")) {
    form.remove_suffix(2);
  }
  int value = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
  if (error != std::errc() || end != form.data() + form.size()) return std::nullopt;
  return value;
}

std::string padded(int value, int digits) {
  std::string text = std::to_string(value);
  while (static_cast<int>(text.size()) < digits) text.insert(text.begin(), '0');
  return text;
}

std::string iso(chrono::year_month_day day) {
  return padded(static_cast<int>(day.year()), 4) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(day.month())), 2) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(day.day())), 2);
}

/// The whole day in `date`, if it has one.
std::optional<chrono::sys_days> day_in(const std::string& date) {
  if (date.size() < 10 || date[0] == 'X' || date.find('/') != std::string::npos)
    return std::nullopt;
  const auto year = number_of(std::string_view(date).substr(0, 4));
  const auto month = number_of(std::string_view(date).substr(5, 2));
  const auto day = number_of(std::string_view(date).substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const chrono::year_month_day ymd{chrono::year(*year),
                                   chrono::month(static_cast<unsigned>(*month)),
                                   chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return chrono::sys_days(ymd);
}

std::optional<int> year_in(const std::string& date) {
  if (date.size() < 4) return std::nullopt;
  return number_of(std::string_view(date).substr(0, 4));
}

struct Parts {
  int month = 0;
  std::optional<int> day;
  std::optional<int> year;
  int weekday = -1;
  std::string unit;  // "day", "week", "month", "year" of a relative expression
  int shift = 0;     // last -1, this 0, next 1
  bool relative = false;
  bool same = false;  // "the same year", "that day"
};

Parts parts_of(const Tree& tree, const std::vector<TokenIndex>& tokens) {
  Parts parts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tree.token(tokens[i]);
    const std::string word = to_lower(token.form);
    if (const int month = month_of(token); month != 0 && parts.month == 0) {
      parts.month = month;
    } else if (const int weekday = weekday_of(token); weekday >= 0) {
      parts.weekday = weekday;
    } else if (const auto number = number_of(word)) {
      const bool near_month = (i > 0 && month_of(tree.token(tokens[i - 1])) != 0) ||
                              (i + 1 < tokens.size() && month_of(tree.token(tokens[i + 1])) != 0);
      if (near_month && *number >= 1 && *number <= 31) {
        parts.day = number;
      } else if (*number >= 1000 && *number <= 2199 && token.form.size() == 4) {
        parts.year = number;
      }
    } else if (word == "yesterday" || word == "today" || word == "tomorrow" || word == "tonight") {
      parts.relative = true;
      parts.unit = "day";
      parts.shift = word == "yesterday" ? -1 : word == "tomorrow" ? 1 : 0;
    } else if (word == "last" || word == "next" || word == "this") {
      parts.relative = true;
      parts.shift = word == "last" ? -1 : word == "next" ? 1 : 0;
    } else if (word == "same" || word == "that") {
      parts.same = true;
    } else if (word == "week" || word == "month" || word == "year" || word == "day") {
      parts.unit = word;
    }
  }
  return parts;
}

/// Month and day without a year: the nearest such day to the article, news being mostly of what
/// has just been.
std::string with_likely_year(const Parts& parts, const TimeContext& context) {
  const std::string month = padded(parts.month, 2);
  const std::string rest = parts.day ? '-' + month + '-' + padded(*parts.day, 2) : '-' + month;
  if (parts.same) {
    if (const auto year = year_in(context.focus)) return padded(*year, 4) + rest;
  }
  const auto published = day_in(context.published);
  if (!published) return parts.day ? "XXXX" + rest : "";
  const chrono::year_month_day at(*published);
  const chrono::month_day_last last{chrono::month(static_cast<unsigned>(parts.month))};
  const int year = static_cast<int>(at.year());
  const chrono::year_month_day same_year =
      parts.day ? chrono::year_month_day(chrono::year(year),
                                         chrono::month(static_cast<unsigned>(parts.month)),
                                         chrono::day(static_cast<unsigned>(*parts.day)))
                : chrono::year_month_day(chrono::year(year) / last);
  // February 29 was in the last leap year, which only the text could tell.
  if (!same_year.ok()) return "XXXX" + rest;
  // Half a year ahead is as far as an announced date without its year lies.
  const bool far_ahead = chrono::sys_days(same_year) > *published + chrono::days(183);
  return padded(far_ahead ? year - 1 : year, 4) + rest;
}

std::string relative_date(const Parts& parts, const TimeContext& context) {
  const auto published = day_in(context.published);
  if (parts.weekday >= 0) {
    if (!published) return "";
    const int today = static_cast<int>(chrono::weekday(*published).c_encoding());
    int back = (today - parts.weekday + 7) % 7;
    if (parts.relative && parts.shift == -1 && back == 0) back = 7;
    if (parts.relative && parts.shift == 1) back = back == 0 ? -7 : back - 7;
    return iso(*published - chrono::days(back));
  }
  if (parts.same && !parts.unit.empty()) {
    if (parts.unit == "year" && year_in(context.focus)) return context.focus.substr(0, 4);
    if (parts.unit == "day") return context.focus;
    return "";
  }
  if (!parts.relative || parts.unit.empty() || !published) return "";
  const chrono::year_month_day at(*published);
  if (parts.unit == "day") return iso(*published + chrono::days(parts.shift));
  if (parts.unit == "year") return padded(static_cast<int>(at.year()) + parts.shift, 4);
  if (parts.unit == "month") {
    const auto moved = chrono::year_month(at.year(), at.month()) + chrono::months(parts.shift);
    return padded(static_cast<int>(moved.year()), 4) + '-' +
           padded(static_cast<int>(static_cast<unsigned>(moved.month())), 2);
  }
  // A week runs from Monday to Sunday (ISO 8601).
  const auto from_monday = (chrono::weekday(*published).c_encoding() + 6) % 7;
  const auto monday = *published - chrono::days(from_monday) + chrono::days(7 * parts.shift);
  return iso(monday) + '/' + iso(monday + chrono::days(6));
}

bool is_calendar_word(const Token& token) {
  if (month_of(token) != 0 || weekday_of(token) >= 0) return true;
  const std::string word = to_lower(token.form);
  const auto number = number_of(word);
  return (number && *number >= 1900 && *number <= 2199 && token.form.size() == 4) ||
         word == "yesterday" || word == "today" || word == "tomorrow" || word == "tonight";
}

}  // namespace

std::string date_of(const Document& document, TokenRef head, const TimeContext& context) {
  const Tree& tree = document.tree(head.sentence);
  const std::vector<TokenIndex> tokens = tree.subtree(head.token);
  const Parts parts = parts_of(tree, tokens);
  if (parts.month != 0) {
    if (parts.day && *parts.day > 0) {
      const bool exists = chrono::year_month_day(chrono::year(parts.year.value_or(2000)),
                                                 chrono::month(static_cast<unsigned>(parts.month)),
                                                 chrono::day(static_cast<unsigned>(*parts.day)))
                              .ok();
      if (!exists) return "";
    }
    if (!parts.year) return with_likely_year(parts, context);
    std::string date = padded(*parts.year, 4) + '-' + padded(parts.month, 2);
    if (parts.day) date += '-' + padded(*parts.day, 2);
    return date;
  }
  if (parts.year) return padded(*parts.year, 4);
  return relative_date(parts, context);
}

bool is_time_phrase(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const Token& token = tree.token(head.token);
  if (document.name_at(head) && month_of(token) == 0 && weekday_of(token) < 0) return false;
  if (is_calendar_word(token)) return true;
  // "November 11" may be headed by its number.
  if (token.upos == Upos::kNum) {
    for (const TokenIndex c : tree.children(head.token)) {
      if (month_of(tree.token(c)) != 0) return true;
    }
  }
  if (tree.token(head.token).deprel == "obl:unmarked" ||
      tree.token(head.token).deprel == "obl:tmod") {
    return true;
  }
  return token.upos == Upos::kNoun && noun_class(token.lemma) == NounClass::kTime;
}

std::string date_of_clause(const Document& document, TokenRef head, const TimeContext& context) {
  const Tree& tree = document.tree(head.sentence);
  for (const TokenIndex c : tree.children(head.token)) {
    const bool adjunct = tree.is(c, "obl") || tree.is(c, "nmod:unmarked") ||
                         (tree.is(c, "advmod") && is_calendar_word(tree.token(c)));
    if (!adjunct || !is_time_phrase(document, {head.sentence, c})) continue;
    const std::string date = date_of(document, {head.sentence, c}, context);
    if (!date.empty()) return date;
  }
  return "";
}

}  // namespace newsgraph
