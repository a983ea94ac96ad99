#pragma once

#include <cstdint>
#include <vector>

#include "extract/mention/tree.hpp"

namespace newsgraph {

/// The content words that tell which one of its kind the phrase headed by `head` is, its head's
/// lemma among them: "the appeals court ruling", "the Court of Session", "the team from Oslo". As
/// hashes of lemmas in lower case, rising, at most 16.
std::vector<std::uint32_t> description_of(const Tree& tree, TokenIndex head);

/// Whether the phrase is set apart from others of its kind by its place in a row or by its limits:
/// "the first spray", "the short-term goal", "the women-only record". What is called "the goal"
/// after that may be another one.
bool is_set_apart(const Tree& tree, TokenIndex head);

}  // namespace newsgraph
