#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph {

/// Number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`,
/// no part edited twice (optimal string alignment, the restricted distance of Damerau 1964).
///
/// Counts bytes: meant for folded names, which are mostly ASCII.
/// @return The distance, or `limit + 1` if it is greater than `limit`.
/// O(limit * min(length)) time; no allocation for names of up to 63 bytes.
std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit);

/// 64 buckets of letter pairs, a bit set for each that occurs: two names within `n` edits differ in
/// at most 6n bits, which rules out most of a million names with one instruction each.
std::uint64_t bigram_signature(std::string_view folded);

/// The same without the pair of the beginning: what a name has too that `part` stands within.
std::uint64_t inner_signature(std::string_view part);

/// Whether names with these signatures may be within `limit` edits. Never wrong when it says no.
bool may_be_within(std::uint64_t a, std::uint64_t b, std::uint32_t limit);

/// Whether a word within `limit` edits of `part` may stand in the name `whole`; never wrong when it
/// says no.
bool may_be_part(std::uint64_t part, std::uint64_t whole, std::uint32_t limit);

}  // namespace newsgraph
