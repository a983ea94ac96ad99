#pragma once

#include "extract/proposition/clause.hpp"

namespace newsgraph {

/// Follows the chain of open complements whose subject is the clause's own, from its head down:
/// "declined to visit", "is ready to agree", "remains confident", "voted against confirming".
void follow_chain(const Tree& tree, Clause& clause);

/// Whether the gerund at `i` says what the predicate above it is about: "voted against confirming
/// Roth", "is interested in running", "took over guarding the camp". It claims nothing of its own.
bool is_governed_gerund(const Tree& tree, TokenIndex i);

/// The clause that the predicate at `verb` is about, where a preposition introduces its subject.
std::optional<IntroducedClause> introduced_clause(const Tree& tree, TokenIndex verb);

/// What governs `verb` from before a conjunction, outermost first: "agreed" for "submit" of "agreed
/// to wear it and submit to it". Nothing where another than the subject is told to.
std::vector<TokenIndex> governors_of(const Tree& tree, TokenIndex verb);

/// "submit" of "to wear it and submit to it": an infinitive by what it is joined to.
bool is_joined_infinitive(const Tree& tree, TokenIndex verb);

/// "using" of "forbids lying and using force".
bool is_joined_gerund(const Tree& tree, TokenIndex verb);

/// The auxiliary of a passive: "be" of "to be read and signed", for either verb; kNoToken if none.
TokenIndex passive_auxiliary(const Tree& tree, TokenIndex verb);

/// "to" for "getting" of "committed to leading Norland and getting it out": the preposition that a
/// gerund shares with the governed one it is joined to, or nothing.
std::string joined_gerund_marker(const Tree& tree, TokenIndex verb);

/// "thin" of "too thin to breathe", "ran" of "ran too slowly to win": what the infinitive says does
/// not happen.
bool is_beyond(const Tree& tree, TokenIndex word);

/// "could have made efforts", "may issue a statement": whether it comes about is open. Not so
/// "will".
bool has_open_modal(const Tree& tree, TokenIndex verb);

/// "agreed a deal to sell the port", "announced plans to cut taxes": what the infinitive at `verb`
/// says, the subject above is to do. Not so "rejected a plan to leave", "has permission to leave".
bool is_undertaken(const Tree& tree, TokenIndex verb);

/// "66 to 27" of "voted 66 to 27 to leave": how a vote went is not what was voted.
bool is_tally(const Tree& tree, TokenIndex i);

}  // namespace newsgraph
