#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "extract/coreference/chain_table.hpp"
#include "extract/coreference/noun_phrase.hpp"

/// Who is meant by "we" in direct speech.
namespace newsgraph {

/// Phrases by their heads.
using PhraseByHead = std::map<TokenRef, std::uint32_t>;

/// Whether a phrase denotes an organisation or a group, which says "we" of itself.
bool is_body(const NounPhrase& phrase);

/// Whether the "we" at `we` is of others than who speaks: "let us pray", "we humans".
bool is_of_others(const Tree& tree, TokenIndex we);

/// For whom somebody says "we": "a spokesman for Norland Energy", "White House press secretary Ana
/// Roth". The body's phrase by the chain of who speaks for it.
///
/// Of 25 sentences of news and raw text with the "we" of chairmen, directors and presidents half
/// meant everybody, their country or their party: theirs is not told.
std::map<std::uint32_t, std::uint32_t> bodies_spoken_for(const Document& document,
                                                         const std::vector<NounPhrase>& phrases,
                                                         const ChainTable& chains,
                                                         const PhraseByHead& by_head);

}  // namespace newsgraph
