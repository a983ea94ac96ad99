#include "extract/values/time_grammar.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 31> kOrdinals = {
    "first",        "second",         "third",         "fourth",        "fifth",
    "sixth",        "seventh",        "eighth",        "ninth",         "tenth",
    "eleventh",     "twelfth",        "thirteenth",    "fourteenth",    "fifteenth",
    "sixteenth",    "seventeenth",    "eighteenth",    "nineteenth",    "twentieth",
    "twenty-first", "twenty-second",  "twenty-third",  "twenty-fourth", "twenty-fifth",
    "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth",  "thirtieth",
    "thirty-first"};

bool is_ordinal_ending(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

/// Prepositions and adverbs behind which a month's or year's name means the time.
constexpr std::string_view kTemporal[] = {
    "in",     "since",      "until", "till",    "by",      "from",   "during", "of",
    "before", "after",      "to",    "and",     "through", "early",  "mid",    "late",
    "last",   "next",       "this",  "every",   "between", "around", "circa",  "about",
    "for",    "throughout", "later", "earlier", "(",       "-",      "/",      "as",
    "coming", "past",       "on",    "over",    "or",      "than",   "year"};

bool is_year_number(int value, const std::string& text) {
  return text.size() == 4 && value >= 1000 && value <= 2199;
}

}  // namespace

bool TimeGrammar::is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
  return at < lexemes_.size() && std::find(words.begin(), words.end(), text(at)) != words.end();
}

bool TimeGrammar::is_end(std::size_t at) const {
  if (at >= lexemes_.size()) return true;
  const Lexeme& next = lexemes_[at];
  return next.kind == Lexeme::Kind::kMark ||
         is_any(at, {"and", "but", "or", "in", "at", "on", "when", "by", "because", "while", "as"});
}

bool TimeGrammar::stands_for_time(std::size_t at) const {
  return at > 0 &&
         std::find(std::begin(kTemporal), std::end(kTemporal), text(at - 1)) != std::end(kTemporal);
}

/// "November", "Nov." beside a number, "May" where it cannot be a verb or a person.
int TimeGrammar::month(std::size_t at) const {
  if (!is_capital(at)) return 0;
  const int month = month_of(text(at));
  if (month == 0) return 0;
  const bool beside_number = (at > 0 && number(at - 1) >= 0) || number(at + 1) >= 0 ||
                             (at > 0 && is_ordinal_ending(text(at - 1)));
  const bool long_name = text(at).size() > 4 && !is_any(at, {"march", "august", "april"});
  return long_name || beside_number || stands_for_time(at) || is_any(at + 1, {"of"}) ? month : 0;
}

int TimeGrammar::day_number(std::size_t at, std::size_t& end) const {
  int day = number(at);
  end = at + 1;
  if (day >= 0) {
    if (is_glued(end) && is_ordinal_ending(text(end))) ++end;
    return day >= 1 && day <= 31 && lexemes_[at].text.size() <= 2 ? day : 0;
  }
  std::string word(text(at));
  if (is_any(at + 1, {"-"}) && is_any(at, {"twenty", "thirty"})) {
    word += '-' + std::string(text(at + 2));
    end = at + 3;
  }
  const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  return found == kOrdinals.end() ? 0 : static_cast<int>(found - kOrdinals.begin()) + 1;
}

/// "32" where a day would stand: two digits, more than any month has.
int TimeGrammar::impossible_day(std::size_t at) const {
  constexpr int kMostDays = 31;
  const int value = number(at);
  return value > kMostDays && lexemes_[at].text.size() == 2 ? value : 0;
}

int TimeGrammar::year(std::size_t at) const {
  const int value = number(at);
  if (value < 0 || !is_year_number(value, lexemes_[at].text)) return 0;
  // "2019-555" and "1914.2" count something; "$2019" and "2019%" are amounts.
  if (is_any(at + 1, {"%", "percent"}) ||
      (is_any(at + 1, {"/", ":"}) && is_glued(at + 1) && is_glued(at + 2) && number(at + 2) >= 0)) {
    return 0;
  }
  const bool longer_number = is_any(at + 1, {"-"}) && is_glued(at + 1) && number(at + 2) > 99 &&
                             lexemes_[at + 2].text.size() != 4;
  // "2024 Friday": a time of the day.
  if (longer_number || (is_capital(at + 1) && weekday_of(text(at + 1)) >= 0)) return 0;
  if (at > 0 && is_any(at - 1, {"$", "#", "\xE2\x82\xAC", "\xC2\xA3", ":"}) && is_glued(at)) {
    return 0;
  }
  return value;
}

/// "2024-03-11", "11/03/2024", "11.3.2024". With slashes the month comes first, as Americans write,
/// unless it can only be the day; with full stops the day does.
std::optional<MomentPhrase> TimeGrammar::numeric_date(std::size_t at) const {
  const std::string& text = at < lexemes_.size() ? lexemes_[at].text : std::string();
  MomentPhrase phrase;
  Moment& moment = phrase.meaning;
  phrase.end = at + 5;
  const bool separated = at + 4 < lexemes_.size() && number(at) > 0 && number(at + 2) > 0 &&
                         number(at + 4) > 0 && this->text(at + 1) == this->text(at + 3) &&
                         is_glued(at + 1) && is_glued(at + 2) && is_glued(at + 3) &&
                         is_glued(at + 4);
  if (separated && text.size() == 4 && is_any(at + 1, {"-", "/"})) {
    moment.year = number(at);
    moment.month = number(at + 2);
    moment.day = number(at + 4);
  } else if (separated && lexemes_[at + 4].text.size() == 4 && is_any(at + 1, {"/", "-"})) {
    moment.month = number(at);
    moment.day = number(at + 2);
    moment.year = number(at + 4);
    if (moment.month > 12) std::swap(moment.month, moment.day);
  } else if (std::count(text.begin(), text.end(), '.') == 2) {
    // One lexeme, since points join digits.
    const std::size_t one = text.find('.');
    const std::size_t two = text.find('.', one + 1);
    if (one > 2 || two - one > 3 || text.size() - two != 5) return std::nullopt;
    if (text.find(',') != text.npos) return std::nullopt;
    moment.day = std::stoi(text.substr(0, one));
    moment.month = std::stoi(text.substr(one + 1, two - one - 1));
    moment.year = std::stoi(text.substr(two + 1));
    phrase.end = at + 1;
  } else {
    return std::nullopt;
  }
  if (moment.day == 0 || moment.month == 0) return std::nullopt;
  return phrase;
}

/// ", 2024", " of 2024", " last year", " of the same year"; `at` itself if none of these follows.
std::size_t TimeGrammar::year_behind(std::size_t at, Moment& moment) const {
  const std::size_t comma = skip(at, {","});
  const std::size_t start = skip(comma, {"of", "in"});
  if (const int year = this->year(start); year != 0) {
    moment.year = year;
    return start + 1;
  }
  const bool of = is_any(at, {"of"});
  const std::size_t article = of ? skip(at + 1, {"the"}) : skip(at, {"the"});
  if (!is_any(article + 1, {"year"})) return at;
  moment.unit = TimeUnit::kYear;
  if (is_any(article, {"last", "this", "next"})) {
    moment.base = Moment::Base::kPublication;
    moment.shift = is_any(article, {"last"}) ? -1 : is_any(article, {"next"}) ? 1 : 0;
  } else if (is_any(article, {"same", "that", "following", "previous", "preceding"})) {
    moment.base = Moment::Base::kFocus;
    moment.shift = is_any(article, {"following"})               ? 1
                   : is_any(article, {"previous", "preceding"}) ? -1
                                                                : 0;
  } else {
    moment.unit = TimeUnit::kNone;
    return at;
  }
  moment.until_shift = moment.shift;
  return article + 2;
}

/// "March 5, 2024", "5th of March", "Tuesday, 11 March", "March 2024", "March last year". One that
/// no calendar has ("30 February", "32 May") is read as well, and resolves to nothing.
std::optional<MomentPhrase> TimeGrammar::calendar_date(std::size_t at) const {
  MomentPhrase phrase;
  Moment& moment = phrase.meaning;
  std::size_t i = at;
  if (is_capital(i) && weekday_of(text(i)) >= 0) {
    moment.weekday = weekday_of(text(i));
    i = skip(skip(i + 1, {","}), {"the"});
  } else if (is_any(i, {"last", "this", "next"})) {
    moment.which = is_any(i, {"last"})   ? Moment::Which::kLast
                   : is_any(i, {"this"}) ? Moment::Which::kThis
                                         : Moment::Which::kNext;
    ++i;
    if (month(i) == 0) return std::nullopt;
  }
  std::size_t end = 0;
  if (const int month = this->month(i); month != 0) {
    moment.month = month;
    const std::size_t number_at = skip(i + 1, {"the"});
    int day = day_number(number_at, end);
    // "March 32, 2023", but "in March 45 people died".
    const bool dated = is_any(number_at + 1, {","}) && year(number_at + 2) != 0;
    if (day == 0 && dated) day = impossible_day(number_at);
    // "March 15 people died": a count, which nothing here can tell from a day.
    if (day != 0) moment.day = day;
    phrase.end = day != 0 ? end : i + 1;
  } else if (const int day = std::max(day_number(i, end), impossible_day(i)); day != 0) {
    const std::size_t of = skip(end, {"of"});
    moment.month = this->month(of);
    // "first May": only "the first of May".
    const bool in_words = number(i) < 0 && of == end;
    if (moment.month == 0 || in_words) return std::nullopt;
    moment.day = day;
    phrase.end = of + 1;
  } else {
    return std::nullopt;
  }
  phrase.end = year_behind(phrase.end, moment);
  return phrase;
}

/// "Christmas", "New Year's Day 2019", "last Easter".
std::optional<MomentPhrase> TimeGrammar::holiday(std::size_t at) const {
  MomentPhrase phrase;
  std::size_t i = at;
  if (is_any(i, {"last", "this", "next"})) {
    phrase.meaning.which = is_any(i, {"last"})   ? Moment::Which::kLast
                           : is_any(i, {"this"}) ? Moment::Which::kThis
                                                 : Moment::Which::kNext;
    ++i;
  }
  if (!is_capital(i)) return std::nullopt;
  // The words from here without the endings of possessives, and where each ends.
  std::string words;
  std::array<std::size_t, 64> ends{};
  for (std::size_t next = i; next < lexemes_.size() && next < i + 7; ++next) {
    std::string word(text(next));
    const bool ending = (word == "s" && is_glued(next)) || word == "'" || word == "\xE2\x80\x99";
    if (ending) {
      if (!words.empty() && words.size() < ends.size()) ends[words.size()] = next + 1;
      continue;
    }
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (!words.empty()) words += ' ';
    words += word;
    if (words.size() >= ends.size()) break;
    ends[words.size()] = next + 1;
  }
  phrase.meaning.holiday = holiday_at(words);
  if (!phrase.meaning.holiday) return std::nullopt;
  phrase.end = year_behind(ends[phrase.meaning.holiday->name.size()], phrase.meaning);
  return phrase;
}

/// "the third quarter of 2024", "Q3 2024", "the first half of last year", "summer 2019", "last
/// spring".
std::optional<MomentPhrase> TimeGrammar::part_of_year(std::size_t at) const {
  MomentPhrase phrase;
  Moment& moment = phrase.meaning;
  std::size_t i = skip(at, {"the"});
  const bool article = i != at;
  if (is_any(i, {"last", "this", "next", "coming", "past"}) && season_of(text(i + 1)) != 0) {
    moment.part = season_of(text(i + 1));
    moment.which = is_any(i, {"last", "past"}) ? Moment::Which::kLast
                   : is_any(i, {"this"})       ? Moment::Which::kThis
                                               : Moment::Which::kNext;
    phrase.end = i + 2;
    return phrase;
  }
  if (const int season = season_of(text(i)); season != 0) {
    moment.part = season;
    phrase.end = year_behind(i + 1, moment);
    const bool placed = at > 0 && is_any(at - 1, {"in", "during", "since", "until", "by", "early",
                                                  "mid", "late", "-", "of"});
    const bool bare = phrase.end == i + 1;
    if (bare && (!placed || !is_end(i + 1))) return std::nullopt;
    const bool may_collapse = is_any(i, {"fall"}) && !article;
    if (bare && may_collapse) return std::nullopt;
    return phrase;
  }
  std::size_t end = 0;
  if (is_any(i, {"q"}) && is_glued(i + 1) && number(i + 1) >= 1 && number(i + 1) <= 4) {
    moment.part = kFirstQuarter + number(i + 1) - 1;
    phrase.end = year_behind(i + 2, moment);
    return phrase;
  }
  int rank = day_number(i, end);
  if (is_any(end, {"-"})) ++end;
  if (is_any(i, {"final", "last"})) rank = is_any(i + 1, {"half"}) ? 2 : 4;
  if (rank >= 1 && rank <= 4 && is_any(end, {"quarter"})) {
    moment.part = kFirstQuarter + rank - 1;
  } else if (rank >= 1 && rank <= 2 && is_any(end, {"half"})) {
    moment.part = kFirstHalf + rank - 1;
  } else {
    return std::nullopt;
  }
  std::size_t behind = end + 1;
  phrase.end = year_behind(behind, moment);
  if (phrase.end == behind && is_any(behind, {"of"}) && is_any(behind + 1, {"the"}) &&
      is_any(behind + 2, {"year"})) {
    moment.base = Moment::Base::kPublication;
    moment.unit = TimeUnit::kYear;
    phrase.end = behind + 3;
  }
  // "the last quarter", "the second half" of a game, of a century: only a year tells.
  if (phrase.end == behind && (moment.part >= kFirstHalf || is_any(i, {"last", "final"}) ||
                               is_any(behind, {"of", "-", "final", "finals"}))) {
    return std::nullopt;
  }
  return phrase;
}

/// "the 1990s", "'90s", "the 19th century", "2019".
std::optional<MomentPhrase> TimeGrammar::years(std::size_t at) const {
  MomentPhrase phrase;
  Moment& moment = phrase.meaning;
  std::size_t i = skip(at, {"the"});
  std::size_t end = 0;
  const int rank = day_number(i, end);
  if (is_any(end, {"-"})) ++end;
  if (rank >= 10 && is_any(end, {"century", "centuries"})) {
    moment.year = (rank - 1) * 100;
    moment.unknown_digits = 2;
    phrase.end = end + 1;
    return phrase;
  }
  i = skip(i, {"'", "\xE2\x80\x98", "\xE2\x80\x99"});
  const int value = number(i);
  const std::size_t digits = i < lexemes_.size() ? lexemes_[i].text.size() : 0;
  std::size_t ending = is_any(i + 1, {"'", "\xE2\x80\x99"}) && is_glued(i + 1) ? i + 2 : i + 1;
  const bool plural = is_glued(i + 1) && is_any(ending, {"s"}) && is_glued(ending);
  if (plural && value % 10 == 0 && digits == 4 && value >= 1000 && value <= 2190) {
    moment.year = value;
    moment.unknown_digits = value % 100 == 0 && value < 2000 ? 2 : 1;
    phrase.end = ending + 1;
    return phrase;
  }
  if (plural && value % 10 == 0 && digits == 2 && value >= 20 && i != at && ending == i + 1) {
    moment.year = 1900 + value;
    moment.unknown_digits = 1;
    phrase.end = ending + 1;
    return phrase;
  }
  if (const int year = this->year(at); year != 0) {
    // Years far from ours, and numbers in places where something may be counted.
    const bool common = year >= 1900 && year <= 2099;
    const bool counts = is_any(at + 1, {"people", "years", "days", "hours", "dollars", "euros"}) ||
                        unit_of(text(at + 1)) != TimeUnit::kNone;
    if (counts || (!common && !stands_for_time(at))) return std::nullopt;
    moment.year = year;
    phrase.end = at + 1;
    return phrase;
  }
  return std::nullopt;
}

std::optional<MomentPhrase> TimeGrammar::longest_of(std::span<const Reader> readers,
                                                    std::size_t at) const {
  std::optional<MomentPhrase> longest;
  for (const Reader reader : readers) {
    auto phrase = (this->*reader)(at);
    if (phrase && (!longest || phrase->end > longest->end)) longest = std::move(phrase);
  }
  return longest;
}

std::optional<MomentPhrase> TimeGrammar::whole_moment(std::size_t at) const {
  static constexpr Reader kReaders[] = {&TimeGrammar::numeric_date,
                                        &TimeGrammar::calendar_date,
                                        &TimeGrammar::weekday,
                                        &TimeGrammar::holiday,
                                        &TimeGrammar::part_of_year,
                                        &TimeGrammar::years,
                                        &TimeGrammar::named_day,
                                        &TimeGrammar::counted_from_now,
                                        &TimeGrammar::counted_from_focus,
                                        &TimeGrammar::neighbouring_period};
  return longest_of(kReaders, at);
}

std::optional<MomentPhrase> TimeGrammar::moment(std::size_t at) const {
  static constexpr Reader kReaders[] = {&TimeGrammar::weekday_in_period, &TimeGrammar::whole_moment,
                                        &TimeGrammar::day_in_period, &TimeGrammar::part_of_moment};
  return longest_of(kReaders, at);
}

}  // namespace newsgraph
