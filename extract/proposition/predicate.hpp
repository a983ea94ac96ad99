#pragma once

#include <string>

#include "extract/proposition/clause.hpp"

namespace newsgraph {

/// A predicate in its three forms (architecture: "Predicate").
struct PredicateText {
  std::string written;    ///< "had been betting on"
  std::string canonical;  ///< "bet on"
  std::string readable;   ///< "was betting on"
  Span span;              ///< of its words in the article
};

/// The predicate of `clause`, followed by `preposition` where the object is an oblique.
PredicateText predicate_of(const Document& document, const Clause& clause,
                           const std::string& preposition);

/// The first `links` words of the clause's chain only: "declined" of "declined to visit".
PredicateText predicate_of(const Document& document, const Clause& clause, std::size_t links,
                           const std::string& preposition);

/// The active predicate of a passive clause with an agent: "led" of "was led by".
PredicateText active_predicate_of(const Document& document, const Clause& clause);

/// `predicate` with a noun it governs drawn in: "hold" + "talks" + "with" = "hold talks with".
PredicateText with_object(PredicateText predicate, const std::string& noun,
                          const std::string& noun_lemma, const std::string& preposition,
                          Span noun_span);

/// "45 years" of "45 years old", "two metres" of "two metres tall": how much. Not "17 percent" of
/// "17 percent lighter", which is as true without.
bool is_measure_of(const Tree& tree, TokenIndex noun, TokenIndex adjective);

/// The adjective at `head` with its degree and measure: "less likely", "45 years old", "large
/// enough".
std::string adjective_phrase(const Tree& tree, TokenIndex head);

}  // namespace newsgraph
