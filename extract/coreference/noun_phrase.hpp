#pragma once

#include <cstdint>
#include <vector>

#include "extract/mention/document.hpp"

namespace newsgraph {

enum class PhraseKind : std::uint8_t { kName, kNominal, kPronoun, kCoordination };

/// Classes of pronouns that refer in different ways; possessives and reflexives with their own.
enum class PronounClass : std::uint8_t {
  kNone,
  kI,
  kWe,
  kYou,
  kHe,
  kShe,
  kIt,
  kThey,
  kThis,      ///< "this", "these" as a whole phrase
  kThat,      ///< "that", "those" as a whole phrase
  kRelative,  ///< "who", "which", "that" of a relative clause
  kOther,     ///< "someone", "what", "each other"
};

enum class Determiner : std::uint8_t {
  kNone,
  kThe,
  kA,
  kDemonstrative,
  kPronoun,    ///< "its leader"
  kPossessor,  ///< "the country's leader"
  kQuantifier,
};

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };
enum class GrammaticalNumber : std::uint8_t { kUnknown, kSingular, kPlural };

/// What a phrase denotes, from the type of its name or the class of its noun.
enum class Sense : std::uint8_t {
  kUnknown,
  kPerson,
  kOrganization,
  kPlace,
  kTime,
  kAmount,
  kEvent,
  kOtherName,
  kGroup,
  kCommunication,
  kState,
};

/// Syntactic place of a phrase in its clause.
enum class Place : std::uint8_t {
  kOther,
  kSubject,
  kPassiveSubject,
  kObject,
  kIndirectObject,
  kOblique,
  kAgent,
  kModifier,   ///< nmod
  kPossessor,  ///< nmod:poss
  kApposition,
  kCompound,
  kPredicate,  ///< "the candidate is Ana Roth"
  kRoot,
  kVocative,
};

/// A phrase that may refer: noun phrase or pronoun, with what its form and place tell of it.
struct NounPhrase {
  TokenRef head;
  TokenIndex begin = 0;  ///< tokens [begin, end) of the sentence: determiner, modifiers and clauses
  TokenIndex end = 0;    ///< that belong to it; no preposition, apposition or conjunct
  PhraseKind kind = PhraseKind::kNominal;
  PronounClass pronoun = PronounClass::kNone;
  bool reflexive = false;
  bool recognised = false;  ///< a name that the recogniser found
  bool nested = false;      ///< a name within such a name: "Oslo" in "University of Oslo"
  Determiner determiner = Determiner::kNone;
  Gender gender = Gender::kUnknown;  ///< by pronoun, title or noun; never by a given name
  GrammaticalNumber number = GrammaticalNumber::kUnknown;
  Sense sense = Sense::kUnknown;
  Place place = Place::kOther;
  TokenIndex governor = kNoToken;   ///< what the phrase depends on; its first conjunct's for others
  TokenIndex predicate = kNoToken;  ///< the nearest verb, or predicate, above the phrase
  std::uint8_t embedding = 0;       ///< subordinate clauses above it, at most 7
  std::uint32_t lemma = 0;          ///< hash of the head's lemma in lower case
  std::uint32_t given_name = 0;     ///< hash of the first word of a person's name
  std::vector<std::uint32_t> words;  ///< hashes of the words of the name, or head and modifiers, in
                                     ///< lower case, without determiner and clauses
  std::vector<std::uint32_t> description;  ///< of a noun: description_of()
  bool set_apart = false;                  ///< of a noun: is_set_apart()
  std::uint32_t text = 0;                  ///< hash of all of `words`
  std::uint32_t digits = 0;        ///< of a name: hash of its words with digits, or 0: "Flight 610"
  std::uint32_t initials = 0;      ///< of a name of several words: hash of its acronym, as a word
  TokenIndex modified = kNoToken;  ///< of a relative pronoun: the noun that its clause modifies
};

/// The phrases of `document` in order of their begin, outer ones first. O(tokens).
///
/// Spans follow GUM's guidelines: the whole phrase with its relative clause, but without
/// apposition; a coordination that something may refer to ("Keller and Roth") is a phrase beside
/// its conjuncts.
std::vector<NounPhrase> find_noun_phrases(const Document& document);

}  // namespace newsgraph
