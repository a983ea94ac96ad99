#pragma once

#include <string>
#include <string_view>

#include "extract/proposition/clause.hpp"

namespace newsgraph {

/// Auxiliaries of the first link. Written: all but negation and do-support; readable: without the
/// perfect, so that "had been betting" reads "was betting".
struct Auxiliaries {
  std::string written;
  std::string readable;
  bool past = false;  ///< read as the simple past: "did not visit" negated, "has known" affirmed
};
Auxiliaries auxiliaries_of(const Document& document, const Clause& clause);

/// Where the auxiliaries of `clause` hang: "was charged and arrested" has one for both.
TokenIndex bearer_of_auxiliaries(const Tree& tree, const Clause& clause);

/// The auxiliary or, if `copula`, the copula `token` of a verb tagged `verb_tag`, without
/// contractions.
std::string full_form(const Token& token, std::string_view verb_tag, bool copula);

/// The copula of the predicate noun or adjective at `head`: "is", "was", "are", "has been"; "was"
/// for "had been", and "is" where there is none.
std::string copula_form(const Tree& tree, TokenIndex head);

/// `form` of an auxiliary as it is said of each subject alone: "Roth and Kern were freed" is "was
/// freed" of both.
std::string agreeing(const Document& document, const Clause& clause, std::string form);

}  // namespace newsgraph
