#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention/document.hpp"

namespace newsgraph {

class Trace;

/// A prepositional argument or adjunct of a clause.
struct Oblique {
  TokenRef head;
  std::string preposition;  ///< lower case, "close to"; empty for bare ones: "last week"
};

/// A clause whose subject a preposition of the clause above introduces: "for members to arm" of
/// "called for members to arm", "to corridors becoming unusable" of "led to corridors becoming
/// ...".
struct IntroducedClause {
  TokenIndex subject = kNoToken;
  TokenIndex predicate = kNoToken;
  std::string preposition;
};

/// One clause: who does what, taken from the tree with everything that English leaves implicit
/// filled in (shared and controlled subjects, relative pronouns, passives).
///
///     "Roth, who had declined to visit Oslo, was praised by the press."
///         verbs declined visit   subjects Roth    objects Oslo
///         verbs praised          subjects Roth    agent press      passive
struct Clause {
  std::uint32_t sentence = 0;
  /// The predicate, outermost first: control and raising verbs with what they govern ("declined",
  /// "visit"; "ready", "agree"). Of a copula, its nominal or adjective.
  std::vector<TokenIndex> chain;
  /// Verbs that govern the chain from before a conjunction, outermost first: "agreed" of "agreed to
  /// wear it and submit to it".
  std::vector<TokenIndex> governors;
  bool copular = false;
  bool passive = false;
  bool existential = false;          ///< "there is"
  bool unfulfilled = false;          ///< "has yet to sign": negated "signed"
  std::vector<TokenRef> subjects;    ///< heads, conjuncts apart
  std::vector<TokenRef> objects;     ///< direct objects, conjuncts apart
  std::vector<TokenRef> recipients;  ///< indirect objects: "told Reuters that ..."
  std::vector<Oblique> obliques;     ///< conjuncts apart
  std::vector<TokenRef> agents;      ///< of a passive: "by X"
  TokenIndex nominal = kNoToken;  ///< "president" of "remains president", "wants to be president"
  TokenIndex complement = kNoToken;  ///< head of a finite clause as object
  TokenIndex infinitive = kNoToken;  ///< of an object-control verb: "invited Roth to come"
  TokenIndex made = kNoToken;        ///< "issue" of "made gun control a key issue"
  std::optional<IntroducedClause> introduced;  ///< as what the predicate is about
  Polarity polarity = Polarity::kAffirmed;     ///< as printed; what arguments deny is theirs
  Modality modality = Modality::kActual;

  TokenIndex head() const { return chain.front(); }
  TokenIndex last() const { return chain.back(); }
};

/// Whether `verb` is one of giving and denying, whose first of two objects receives the second.
bool takes_recipient(std::string_view verb);

/// The clauses of a sentence, in order of their predicates.
std::vector<Clause> find_clauses(const Document& document, std::uint32_t sentence,
                                 Trace* trace = nullptr);

}  // namespace newsgraph
