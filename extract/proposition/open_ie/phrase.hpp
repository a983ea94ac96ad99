#pragma once

#include <vector>

#include "extract/mention/tree.hpp"

namespace newsgraph {

/// Tokens of one sentence, in the order in which they are written out.
using Phrase = std::vector<TokenIndex>;

/// What of a noun's subtree belongs to an argument.
struct PhraseParts {
  bool conjuncts = true;          ///< "Roth and Kern", or "Roth" alone
  bool clauses = true;            ///< "a man who came", "a letter written by Roth"
  TokenIndex without = kNoToken;  ///< a subtree left out: the clause of which it is an argument
};

/// The noun phrase headed by `head` as written, without the preposition before it and the marks
/// around it. Appositions and remarks between commas are statements of their own and left out; of
/// the head of a copular clause, so is what belongs to the clause.
///
///     "the mayor of Oslo , Ana Roth , who resigned"   the mayor of Oslo
Phrase noun_phrase(const Tree& tree, TokenIndex head, const PhraseParts& parts = {});

/// A whole clause or adjunct as written, with what introduces it ("that", "because") unless
/// `introducer` is false; "and" before it and the marks around it are left out.
///
/// @param without  A subtree left out, or kNoToken.
Phrase clause_phrase(const Tree& tree, TokenIndex head, bool introducer = true,
                     TokenIndex without = kNoToken);

}  // namespace newsgraph
