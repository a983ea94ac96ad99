#pragma once

#include <optional>
#include <string>

#include "extract/mention/document.hpp"

namespace newsgraph {

/// What a role is over or for: "Norland" in "the mayor of Norland", "Norland's mayor", "the Norland
/// mayor".
struct RoleComplement {
  TokenRef head;
  std::string preposition;  ///< between role and complement: "of", "to"
};

/// The complement of the role that the noun `role` heads, if it names one.
std::optional<RoleComplement> complement_of(const Document& document, TokenRef role);

/// Whether a role in the plural is told of one of those who hold it: "Roth and Kern, both
/// professors".
bool is_held_by_each(const Document& document, TokenRef role, TokenRef holder);

/// "former chief of staff": the role's own words, without its complement and without who holds it;
/// in the singular `by_each`.
std::string role_phrase(const Document& document, TokenRef role,
                        const std::optional<RoleComplement>& complement, bool by_each = false);

/// "previously the mayor of Oslo", "a former friend and adviser of Kern", "former Oslo mayor and
/// Norland senator Ana Roth": past by a word that stands outside the role's own phrase.
bool is_past_by_context(const Document& document, TokenRef role);

/// "Conductor Ana Roth", read as one phrase that the noun heads: its words end with the name.
bool is_title_of(const Document& document, TokenRef role, TokenRef holder);

/// A noun for whoever holds an office or does a job.
bool is_role_noun(const Token& token);

bool is_possessive_pronoun(const Token& token);

/// Whether a name stands in the phrase that `head` heads.
bool holds_name(const Document& document, TokenRef head);

}  // namespace newsgraph
