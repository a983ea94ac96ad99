#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/mention/document.hpp"

namespace newsgraph {

/// When what each predicate of a document tells was, will be, or was said. A date under a verb of
/// saying is the statement's, one under its complement the event's; where the parser hung it on
/// the wrong one of both, the order of the words decides.
///
///     "Keller said on Tuesday that Brandt resigned on Monday."     said      Tuesday
///     "Brandt resigned, Keller said on Tuesday."                   resigned  Monday, none
///
/// A clause without a date has none: never the article's. Days that somebody quoted counts from
/// ("this morning") are not known.
class ClauseDates {
 public:
  /// Resolves the time expressions of the document in order, in linear time.
  explicit ClauseDates(const Document& document);

  /// EDTF; empty if unknown. `predicate` is the word that carries the proposition: a verb, which
  /// shares the dates of what it governs ("agreed to meet on Monday"), or a noun for an event.
  std::string event_date(TokenRef predicate) const;

  /// The date of what the word that says so tells.
  std::string statement_date(TokenRef cue) const;

  /// What the time expression around `token` comes to.
  std::string date_of(TokenRef token) const;

 private:
  void read_sentence(std::uint32_t sentence, TimeAnchor& anchor);
  void share_in_coordination(std::uint32_t sentence);
  std::string date_at(TokenRef predicate) const;
  bool is_quoted(TokenRef token) const;

  const Document& document_;
  std::vector<Span> quoted_;  ///< in order
  struct Dated {
    std::string date;
    TokenIndex at = kNoToken;  ///< where the text says so
  };
  std::map<TokenRef, Dated> dates_;           // by predicate
  std::map<TokenRef, std::string> resolved_;  // by first token of the expression
};

/// Whether the phrase at `head` only says when, or how long: it is no participant. "the following
/// day", "for two years", "at the time"; not "Monday's attack", "sentenced to two years".
bool is_time_phrase(const Document& document, TokenRef head);

/// Whether the phrase at `head` gives a date: "the following day" is never an object.
bool is_date_phrase(const Document& document, TokenRef head);

}  // namespace newsgraph
