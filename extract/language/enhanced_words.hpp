#pragma once

#include <string>

#include "extract/language/sentence.hpp"

/// The words that the rules of the enhanced graph ask for (enhanced_graph.hpp).
namespace newsgraph {

/// Appends to a relation's name the preposition, subordinator or conjunction `token`, parted by "_"
/// from what is there: its lemma ("and" for "&", "including" as written) without all that UD's
/// validator does not allow there, which is lower-case letters and letters without case. Nothing
/// for words that are too long to introduce anything.
void append_introducer(const Token& token, std::string& name);

/// A word that may refer to the noun before its clause: "who", "that", "where".
bool may_be_relative(const Token& token);

/// Nouns that a clause without pronoun says when, how or why of: "the day he left".
bool is_circumstance(const Token& noun);

/// Verbs whose object a time may be all the same: "the years he spent".
bool takes_time(const Token& verb);

/// Verbs whose missing object controls what follows: "the man he forced to resign".
bool needs_object(const Token& verb);

/// "This is hard to say": the subject is the infinitive's object, if anything of it.
bool is_tough(const Token& adjective);

/// "Roth promised Kern to come": the subject controls.
bool is_subject_control(const Token& verb);

/// "called on Kern to resign": what the preposition introduces controls.
bool is_oblique_control(const Token& verb, const Token& preposition);

}  // namespace newsgraph
