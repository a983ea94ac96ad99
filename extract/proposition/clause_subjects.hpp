#pragma once

#include <string_view>
#include <vector>

#include "extract/mention/document.hpp"

/// Who does what a clause says, and what else the words of a clause have as arguments.
namespace newsgraph {

/// The subject of the clause headed by `head`, inherited or controlled where it has none of its
/// own; empty if there is none in the sentence, or if several could be meant.
///
///     "Kern asked Roth to leave, saying that it was late."    leave  Roth      saying  Kern
std::vector<TokenRef> subjects_of(const Document& document, TokenRef head);

/// The dependents of `head` in `relation`, what the tree leaves implicit, conjuncts and named
/// examples among them.
std::vector<TokenRef> arguments(const Tree& tree, std::uint32_t sentence, TokenIndex head,
                                std::string_view relation);

/// The subject that stands with `head` itself, or kNoToken.
TokenIndex own_subject(const Tree& tree, TokenIndex head);

/// The noun of "with Kern following suit", "led to Kern leaving":
/// subject of the participle, though parsers take it for an adjunct of the verb above; kNoToken if
/// there is none.
TokenIndex absolute_subject(const Tree& tree, TokenIndex participle);

/// The finite part of the predicate at `head`: the first auxiliary or copula, or the verb itself.
const Token& finite_word(const Tree& tree, TokenIndex head);

/// A verb that is no auxiliary.
bool is_full_verb(const Token& token);

/// Whether `i` is an infinitive with "to".
bool is_infinitive(const Tree& tree, TokenIndex i);

/// Whether `i` stands in a name.
bool is_in_name(const Tree& tree, TokenIndex i);

}  // namespace newsgraph
