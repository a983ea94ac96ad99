#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "extract/values/lexeme.hpp"
#include "extract/values/time_expression.hpp"

namespace newsgraph {

/// A phrase of the grammar: the lexeme behind its last one, and what it means.
template <typename Meaning>
struct Phrase {
  std::size_t end = 0;
  Meaning meaning;
};
using MomentPhrase = Phrase<Moment>;

/// The words that name one moment: the noun phrases among time expressions. Each function reads
/// the longest phrase of its kind that begins at a lexeme, in bounded time.
class TimeGrammar {
 public:
  explicit TimeGrammar(std::span<const Lexeme> lexemes) : lexemes_(lexemes) {}

  /// Any moment.
  std::optional<MomentPhrase> moment(std::size_t at) const;

  /// "three", "a", "several" (0: not said how many), "two to four": first and last number.
  struct Count {
    int first = 0;
    int last = 0;
  };
  std::optional<Phrase<Count>> count(std::size_t at) const;

  std::string_view text(std::size_t at) const {
    return at < lexemes_.size() ? std::string_view(lexemes_[at].text) : std::string_view();
  }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const;
  bool is_glued(std::size_t at) const { return at < lexemes_.size() && lexemes_[at].glued; }
  bool is_capital(std::size_t at) const { return at < lexemes_.size() && lexemes_[at].capital; }
  /// The number at `at`; -1 if none, or if it has a point or separators.
  int number(std::size_t at) const { return at < lexemes_.size() ? lexemes_[at].value : -1; }
  std::size_t size() const { return lexemes_.size(); }
  /// Whether the phrase ends before `at`: nothing follows that it could be "after" or "before".
  bool is_end(std::size_t at) const;
  /// A year in four digits, in a place for one.
  int year(std::size_t at) const;
  /// 1 to 31 of "5", "5th", "fifth"; `end` behind it.
  int day_number(std::size_t at, std::size_t& end) const;

 private:
  using Reader = std::optional<MomentPhrase> (TimeGrammar::*)(std::size_t) const;
  /// Of what the readers find at a lexeme the longest; of equals the first.
  std::optional<MomentPhrase> longest_of(std::span<const Reader> readers, std::size_t at) const;
  /// One that is no part of another: without "early", "the end of", "the first day of".
  std::optional<MomentPhrase> whole_moment(std::size_t at) const;
  std::optional<MomentPhrase> numeric_date(std::size_t at) const;
  std::optional<MomentPhrase> calendar_date(std::size_t at) const;
  std::optional<MomentPhrase> weekday(std::size_t at) const;
  std::optional<MomentPhrase> holiday(std::size_t at) const;
  std::optional<MomentPhrase> part_of_year(std::size_t at) const;
  std::optional<MomentPhrase> years(std::size_t at) const;
  std::optional<MomentPhrase> named_day(std::size_t at) const;
  std::optional<MomentPhrase> counted_from_now(std::size_t at) const;
  std::optional<MomentPhrase> counted_from_focus(std::size_t at) const;
  std::optional<MomentPhrase> neighbouring_period(std::size_t at) const;
  std::optional<MomentPhrase> part_of_moment(std::size_t at) const;
  std::optional<MomentPhrase> day_in_period(std::size_t at) const;
  std::optional<MomentPhrase> weekday_in_period(std::size_t at) const;
  /// "2019", "of last year", "this year", "of the same year" behind a date without its year.
  std::size_t year_behind(std::size_t at, Moment& moment) const;
  std::size_t skip_part_of_day(std::size_t at) const;
  std::size_t skip(std::size_t at, std::initializer_list<std::string_view> words) const {
    return is_any(at, words) ? at + 1 : at;
  }
  int month(std::size_t at) const;
  int impossible_day(std::size_t at) const;
  bool stands_for_time(std::size_t at) const;

  std::span<const Lexeme> lexemes_;
};

}  // namespace newsgraph
