#pragma once

#include "extract/proposition/factuality/factuality.hpp"

namespace newsgraph {

/// What the words beside the predicate or event noun at `head` make of it: auxiliaries, negation,
/// adverbs, and of a main clause the condition that hangs on it. "may not visit" is negated and
/// possible, "will visit" planned, "cannot visit" negated and actual.
Factuality marks_of(const Tree& tree, TokenIndex head);

/// "has yet to sign", "is yet to sign", at "has" or "sign": has not signed.
bool has_yet_to(const Tree& tree, TokenIndex head);

/// Verbs whose "if" is "whether": "asked if Roth signed".
bool takes_question(const Token& verb);

/// Whether `head` is an infinitive with "to".
bool has_infinitive_mark(const Tree& tree, TokenIndex head);

/// Whether the clause at `head` stands in the subjunctive: "insisted that Roth resign".
bool is_subjunctive(const Tree& tree, TokenIndex head);

/// Whether the clause at `head` is a condition: "if Roth signs", "should Roth sign", "provided that
/// Roth signs".
bool is_condition(const Tree& tree, TokenIndex head);

/// Whether an adverb makes the noun phrase at `head` doubtful: "possibly Roth".
bool is_doubted(const Tree& tree, TokenIndex head);

/// What the words of the noun phrase at `head` say of it: "alleged spy", "possibly Roth" are
/// possible, "planned visit" and "future mayor" are planned.
Modality modality_of_phrase(const Tree& tree, TokenIndex head);

}  // namespace newsgraph
