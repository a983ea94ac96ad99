#pragma once

#include <array>

#include "extract/proposition/draft.hpp"

namespace newsgraph {

/// What tells how sure a reading is. Each in [0, 1] or so, 0 where nothing speaks against it.
struct Grounds {
  double weakest_arc = 0;  ///< 1 - the parser's certainty of the least sure arc it stands on
  double arcs = 0;         ///< the same summed over subject, object and predicate
  double length = 0;       ///< of the sentence: 0 up to 15 words, 1 at 40, 2 at most
  double participle = 0;   ///< 1 for participles and infinitives without an auxiliary
  double pronoun = 0;      ///< 1 if subject or object is a pronoun
  double conjunct = 0;     ///< 1 if subject or object is coordinated with another word
  double subordinate = 0;  ///< 1 for clauses below another clause, reported ones apart
  double noun_phrase = 0;  ///< 1 for what is read off a noun phrase: titles, appositions, roles
  double nominalised = 0;  ///< 1 for what an event noun says
  double oblique = 0;      ///< 1 where the object stands behind a preposition
  double bare = 0;         ///< 1 without an object
  double clause = 0;       ///< 1 with a clause as object

  static constexpr std::size_t kCount = 12;
  static constexpr std::array<const char*, kCount> kNames = {
      "weakest_arc", "arcs",        "length",      "participle", "pronoun", "conjunct",
      "subordinate", "noun_phrase", "nominalised", "oblique",    "bare",    "clause"};
  std::array<double, kCount> values() const {
    return {weakest_arc, arcs,        length,      participle, pronoun, conjunct,
            subordinate, noun_phrase, nominalised, oblique,    bare,    clause};
  }

  friend bool operator==(const Grounds&, const Grounds&) = default;
};

Grounds grounds_of(Document& document, const Draft& draft);

/// Probability in [0, 1], to four decimals, that the text says so: a logistic regression on
/// `grounds`, fitted on readings judged by hand (tests/quality/fit_confidence.py).
double confidence_of(const Grounds& grounds);

/// The same for the link of an event to a name in its own phrase.
double participant_confidence();

}  // namespace newsgraph
