#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/proposition/clause.hpp"
#include "extract/proposition/predicate.hpp"

namespace newsgraph {

/// What a rule found, before mentions are resolved: a proposition over tokens.
struct Draft {
  TokenRef clause;  ///< word that carries the proposition: attribution and
                    ///< date are those of its place in the sentence
  TokenRef subject;
  std::optional<TokenRef> object;      ///< head of the object's noun phrase
  std::optional<std::uint32_t> event;  ///< or the event mention that is the object
  std::optional<TokenRef> complement;  ///< or the predicate of the clause that is the object
  std::optional<TokenRef> from;  ///< where its words begin, if before it: "for [members] to arm"
  PredicateText predicate;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kActual;
  std::vector<Oblique> qualifiers;
  const char* rule = "";
  bool whole = false;  ///< the object is its words, conjuncts and all: "between Oslo and Bergen"
  bool describes = false;   ///< the object is what its noun phrase says, not whom it names:
                            ///< "artist Ana Roth" is an artist
  std::string description;  ///< where `describes`: its words, if not those of the noun phrase
};

/// Propositions of one clause: verbs with objects and obliques, control, passives, copulas,
/// existentials, clauses as objects.
void apply_clause_rules(Document& document, const Clause& clause, std::vector<Draft>& drafts);

/// Propositions of the sentence's noun phrases: titles and roles, appositions, relational nouns,
/// affiliations, nominalised events.
void apply_noun_rules(Document& document, std::uint32_t sentence, std::vector<Draft>& drafts);

/// "X is ROLE of Y" from the noun phrase headed by `role`, for any X: "is former adviser to" and
/// its complement where the phrase names one, else "is" and the phrase itself.
void add_role(Document& document, TokenRef holder, TokenRef role, const Draft& frame,
              std::vector<Draft>& drafts);

/// A relational noun with its possessor, read as a verb: "London's preferred candidate" held by
/// Roth is (London; backs; Roth). False if the noun is none or has no possessor.
bool add_relational(Document& document, TokenRef holder, TokenRef noun, const Draft& frame,
                    std::vector<Draft>& drafts);

}  // namespace newsgraph
