#pragma once

#include "extract/proposition/clause.hpp"
#include "extract/proposition/open_ie/tuple_draft.hpp"

namespace newsgraph {

/// Whether `i` is a noun, name, number or pronoun.
bool is_nominal(const Tree& tree, TokenIndex i);

/// Whether `subject` is grammatically plural: "ministers", "they", "Roth and Kern".
bool is_plural(const Tree& tree, TokenIndex subject);

/// The words of a clause's predicate as written, in order of the text: auxiliaries, negation,
/// adverbs within, particles, and what control verbs govern; without arguments and prepositions.
/// Conjuncts have the auxiliaries of the first: "was seen and heard".
///
///     "has not yet agreed to take up"   has not yet agreed to take up
///     "was closely connected with"      was closely connected
///     "is the mayor of"                 is
///
/// @param inserted  Whether a participle gets the "is" that it lacks: "a letter written by Roth".
RelationWords predicate_words(const Tree& tree, const Clause& clause, bool inserted);

/// "is", "are", "was" or "were" before the participle `at`: in the tense of the verb above it, in
/// the number of `subject`.
const char* form_of_be(const Tree& tree, TokenIndex at, TokenIndex subject);

/// "is" or "are", by the number of `subject`.
const char* present_of_be(const Tree& tree, TokenIndex subject);

/// The words of the preposition before the noun phrase headed by `head`: "in", "because of"; or
/// none.
Phrase case_words(const Tree& tree, TokenIndex head);

/// The words of the preposition that introduces `oblique`, wherever they stand: "in" of "the town
/// in which he lived", "the town he lived in".
Phrase preposition_words(const Tree& tree, const Clause& clause, const Oblique& oblique);

/// `relation` with `words` behind it.
RelationWords operator+(RelationWords relation, const Phrase& words);

}  // namespace newsgraph
