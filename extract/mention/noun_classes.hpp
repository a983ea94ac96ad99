#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

/// What a common noun's most frequent sense is, after WordNet's lexicographer files
/// (lexicon/noun_classes.txt); kUnknown for other classes and words.
enum class NounClass : unsigned char {
  kUnknown,
  kAct,
  kCommunication,
  kEvent,
  kGroup,
  kLocation,
  kPerson,
  kProcess,
  kState,
  kTime,
};

NounClass noun_class(std::string_view lemma);

/// Whether `lemma` may denote something that happens: "visit", "refusal", "talk", "war".
bool is_eventive_noun(std::string_view lemma);

/// The noun for what `verb` does, by form: "visit" for "visit", "negotiation" for "negotiate",
/// "refusal" for "refuse"; the verb's -ing form where no noun is known.
std::string event_noun_of(std::string_view verb);

/// The verb whose event_noun_of() is `noun`, or empty: "refuse" for "refusal".
std::string verb_of_event_noun(std::string_view noun);

}  // namespace newsgraph
