#pragma once

#include <vector>

#include "extract/proposition/clause.hpp"
#include "extract/proposition/open_ie/tuple_draft.hpp"

namespace newsgraph {

/// What a clause says beside subject and object: where, when, by whom, what for.
struct Adjunct {
  enum class Kind : std::uint8_t { kOblique, kAdverb, kClause };
  Kind kind = Kind::kOblique;
  TokenIndex head = kNoToken;
  Phrase preposition;               ///< of an oblique; empty for "last week"
  std::vector<TokenIndex> members;  ///< of an oblique: heads of its conjuncts, itself first
  Phrase phrase;                    ///< all of it as written, preposition and conjuncts included
};

/// The adjuncts of `clause`, obliques first, then adverbs behind the verb that are not in
/// `relation`, then clauses that stand as obliques do ("to visit Oslo", "by selling arms"); each in
/// order of the text.
std::vector<Adjunct> find_adjuncts(const Tree& tree, const Clause& clause,
                                   const RelationWords& relation);

/// The noun phrase of an argument of `clause`, which is left out where it modifies the noun.
Phrase argument_phrase(const Tree& tree, const Clause& clause, TokenIndex head, PhraseParts parts);

/// The heads of the objects of `clause`, conjuncts apart. The person told is one where there is no
/// other: "told Kern that ...".
std::vector<TokenIndex> objects_of(const Tree& tree, const Clause& clause);

/// The first oblique with a preposition behind the predicate, or nullptr: "in Oslo" of "met Kern in
/// Oslo", "the town he lived in".
const Adjunct* following_oblique(const Tree& tree, const Clause& clause,
                                 const std::vector<Adjunct>& adjuncts);

}  // namespace newsgraph
