#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "extract/language/sentence.hpp"

/// Bounds for sentences that go on for thousands of words: lists and tables, for the most part.
namespace newsgraph {

/// Sentences longer than this are read in pieces, which bounds the time of the parser. Raw text is
/// cut into sentences no longer than this; pretokenized sentences are put together again.
inline constexpr std::size_t kLongestSentence = 400;

/// The ends of the pieces, at most kLongestSentence long, into which `size` tokens are cut: behind
/// a comma, semicolon or colon where there is one in a piece's last quarter.
/// @param may_cut  Whether token i is one of these.
std::vector<std::size_t> cut_long(std::size_t size,
                                  const std::function<bool(std::size_t)>& may_cut);

/// `sentence` in such pieces; its tokens are moved.
std::vector<Sentence> into_pieces(Sentence&& sentence);

/// One sentence of annotated pieces: the root of each later piece depends on that of the first as
/// "parataxis". A tree of trees; names stay within their pieces.
Sentence join_pieces(std::vector<Sentence>&& pieces);

}  // namespace newsgraph
