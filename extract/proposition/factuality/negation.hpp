#pragma once

#include "extract/mention/tree.hpp"
#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// Whether a negation stands with the predicate at `head`: its adverbs, its auxiliaries'
/// contractions, negative adjuncts ("at no point"), "no" of a predicate noun. What governs the
/// predicate, its subordinator and its arguments do not count.
bool is_negated(const Tree& tree, TokenIndex head);

/// Whether the noun phrase headed by `head` is ruled out by its own words: "no minister", "not Oslo
/// but Bergen", "neither Roth nor Kern", "nobody", "Bergen rather than Oslo".
bool is_excluded(const Tree& tree, TokenIndex head);

/// Whether there are hardly any of what the noun phrase at `head` denotes: "few ministers", "little
/// hope". The event counts as denied; a phrase that keeps its "few" says so itself.
bool is_scarce(const Tree& tree, TokenIndex head);

/// Whether the conjunct at `head` is what holds instead of a negated first one: "but Bergen" of
/// "did not visit Oslo but Bergen".
bool is_contrasted(const Tree& tree, TokenIndex head);

/// The polarity of a predicate with the argument at `head`, where the predicate alone has
/// `polarity`: negated if the phrase is ruled out, affirmed if it is what holds instead.
Polarity polarity_with(const Tree& tree, TokenIndex head, Polarity polarity);

}  // namespace newsgraph
