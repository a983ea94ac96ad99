#pragma once

#include <array>

#include "extract/proposition/draft.hpp"
#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// What tells how sure a reading is. Each in [0, 1] or so, 0 where nothing speaks against it or, of
/// the last three, for it.
struct Grounds {
  double weakest_arc = 0;   ///< 1 - the parser's certainty of the least sure arc it stands on
  double doubt = 0;         ///< the mean of 1 - certainty over all arcs of the sentence
  double object_doubt = 0;  ///< 1 - the certainty of the least sure arc in the object's phrase
  double length = 0;        ///< of the sentence: 0 up to 15 words, 1 at 40, 2 at most
  double depth = 0;         ///< of what governs the subject: 1 for four words above it
  double distance = 0;      ///< from the predicate to its object: 1 for twelve words
  double relative = 0;      ///< 1 if the subject stands in a relative clause,
  double reduced = 0;       ///< 1 if with a participle or infinitive behind a noun,
  double embedded = 0;      ///< 1 if in a subject clause or an open complement
  double attributed = 0;    ///< 1 for what somebody says
  double unreal = 0;        ///< 1 for what is not actual, though no modal verb says so
  double negated = 0;       ///< 1 if it says that something is not so
  double asked = 0;         ///< 1 in sentences with a question mark
  double bracketed = 0;     ///< 1 in sentences with brackets
  double bare = 0;          ///< 1 without an object
  double pronoun = 0;       ///< 1 if subject or object is a pronoun
  double pointing = 0;      ///< 1 if subject or object has "this" or "these" before it
  double unnamed = 0;       ///< 1 if the subject is a noun phrase without a name
  double opening = 0;       ///< 1 in the first of an article's sentences
  double noun_phrase = 0;   ///< 1 for what is read off a noun phrase: titles, appositions, roles
  double nominalised = 0;   ///< 1 for what an event noun says

  static constexpr std::size_t kCount = 21;
  static constexpr std::array<const char*, kCount> kNames = {
      "weakest_arc", "doubt",       "object_doubt", "length",     "depth",    "distance",
      "relative",    "reduced",     "embedded",     "attributed", "unreal",   "negated",
      "asked",       "bracketed",   "bare",         "pronoun",    "pointing", "unnamed",
      "opening",     "noun_phrase", "nominalised"};
  std::array<double, kCount> values() const {
    return {weakest_arc, doubt,    object_doubt, length,  depth,   distance,    relative,
            reduced,     embedded, attributed,   unreal,  negated, asked,       bracketed,
            bare,        pronoun,  pointing,     unnamed, opening, noun_phrase, nominalised};
  }

  friend bool operator==(const Grounds&, const Grounds&) = default;
};

/// @param proposition  What `draft` became; its confidence is not read.
Grounds grounds_of(Document& document, const Draft& draft, const Proposition& proposition);

/// Probability in [0, 1], to four decimals, that the text says so: a logistic regression on
/// `grounds`, fitted on readings judged by hand (tests/quality/fit_confidence.py).
double confidence_of(const Grounds& grounds);

/// The same for the link of an event to a name in its own phrase.
double participant_confidence();

}  // namespace newsgraph
