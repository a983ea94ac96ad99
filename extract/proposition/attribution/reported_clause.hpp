#pragma once

#include "extract/mention/document.hpp"

/// Where a clause stands among the words that report: what is said, and what is beside it.
namespace newsgraph {

bool has_own_subject(const Tree& tree, TokenIndex clause);

/// Whether the clause is what its governor, if that is a word of saying or thinking, says: what the
/// parser hangs on it other than as a complement ("Norland, Roth said, is ready"), a charge, what
/// is expected of somebody, what a participle passes on.
bool is_content_beside(const Tree& tree, TokenIndex clause);

/// "accused Roth of wasting money", "credited Roth with saving the port": what the charge is.
bool is_charge(const Tree& tree, TokenIndex clause);

/// "is said to be ready": what others say of the subject (lexicon class hearsay).
bool is_said_of_subject(const Tree& tree, TokenIndex verb);

/// "Smith has a theory: the ship was stolen."
bool is_content_of_object(const Tree& tree, TokenIndex clause);

/// Whether what is reported goes on in the clause, which the parser joins to the verb of saying or
/// hangs on its object: "Roth said that Norland is ready, but talks would fail", "described a plan
/// that would cost millions".
bool goes_on_reporting(const Document& document, TokenRef clause);

/// Whether the clause is no part of what is reported above it: a contrast, the writer's aside, what
/// others report.
bool stands_beside_report(const Tree& tree, TokenIndex clause);

/// The same of a clause outside the quotation marks that its governor stands in: "Roth said 'We
/// lost,' and the city mourns".
bool stands_beside_quotation(const Tree& tree, TokenIndex clause);

/// "The sources report that Keller awaits Roth's invitation to Oslo", "... his decision that blocks
/// the talks": that Roth has invited, and that the decision blocks them, is taken for granted by
/// whoever uses the possessive (Karttunen 1973, "Presuppositions of Compound Sentences"), so that
/// it is the writer's too where the words are.
bool is_presupposed(const Tree& tree, TokenIndex head);

}  // namespace newsgraph
