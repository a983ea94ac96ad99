#pragma once

#include <vector>

#include "extract/mention/tree.hpp"

namespace newsgraph {

/// What stands behind a noun and tells which one, or what kind, is meant.
enum class Restriction : unsigned char {
  kNone,
  kComplement,  ///< "plans to leave", "evidence that Roth lied", "the risk of losing"
  kPhrase,      ///< "increases in measles cases", "limits on adoption"
  kRelative,    ///< "the only one who knows"; not so "a man who knows", which is a claim
};

/// What the dependent at `c` is to the noun that it hangs on.
Restriction restriction_of(const Tree& tree, TokenIndex c);

/// "conditions that harm corals": a noun for things of any kind, of which nothing else tells which
/// are meant.
bool is_bare_kind(const Tree& tree, TokenIndex noun);

/// "acts that harm Norland"; not what a comma sets off: "Norland, which is at war".
bool is_restrictive_relative(const Tree& tree, TokenIndex c);

/// "the first woman", "the only man", "the largest storm": of those that what follows tells, so
/// that no word of it may be left out.
bool is_singled_out(const Tree& tree, TokenIndex noun);

/// "since 1955" of "the first launch since 1955", which is not the first of all.
bool is_rank_since(const Tree& tree, TokenIndex c);

/// Whether the participle at `c`, without a subject of its own, describes the noun before it:
/// "signed" of "a treaty signed in Oslo".
bool is_reduced_relative(const Tree& tree, TokenIndex c);

/// "them" of "many of them", "it" of "two videos of it", "whom" of "one of whom"; kNoToken if none.
TokenIndex pronoun_of_whole(const Tree& tree, TokenIndex noun);

/// Whether the noun at `noun` tells, with those joined to it, what something consists of: "made up
/// of Roth and Kern". It is not one of them.
bool is_what_makes_up(const Tree& tree, TokenIndex noun);

/// Whether the participle at `c` says what the noun before it is about: "had trouble landing". It
/// claims nothing: they may not have landed.
bool is_trouble(const Tree& tree, TokenIndex c);

/// "based" of "discrimination based on race": which kind is meant. A firm based in Oslo is there.
bool is_grounded(const Tree& tree, TokenIndex c);

/// "paid" of "the largest fine ever paid in Norland": among which it is the largest.
bool is_ranking(const Tree& tree, TokenIndex c);

/// "charged" of "individuals charged with serious crimes": short words that tell which kind is
/// meant of what has no other description and is nobody in particular.
bool is_kind_description(const Tree& tree, TokenIndex c);

/// "asked" of "papers not asked for elsewhere": which kind is meant.
bool is_denied_description(const Tree& tree, TokenIndex c);

/// The words of the clause at `predicate` that it cannot do without: the predicate and what it
/// governs, without adjuncts behind its first argument and without what is joined to it.
///
///     "plans to leave the union by May, if ..."    to leave the union
std::vector<TokenIndex> clause_core(const Tree& tree, TokenIndex predicate);

/// The tokens before the first comma or colon, behind which something else begins.
std::vector<TokenIndex> until_comma(const Tree& tree, std::vector<TokenIndex> tokens);

}  // namespace newsgraph
