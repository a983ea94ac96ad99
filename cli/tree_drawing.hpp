#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph::cli {

/// A dependency tree in box characters, one line a token in the order of the sentence, all equally
/// wide (after the text-mode trees of Udapi: Popel, Žabokrtský and Vojtek 2017, "Udapi: Universal
/// API for Universal Dependencies"). The bar at a word joins it to its dependents:
///
///      ╭─ President
///    ╭─┴─ Keller
///   ─┼─── declined
///    │ ╭─ to
///    ╰─┼─ visit
///      ╰─ Oslo
///
/// @param heads  Of each token: the position of its head, negative for the root.
/// @param widest  Columns to draw in; what is deeper shows "…" in place of its arc.
///
/// O(tokens * widest) time and memory for projective trees; crossing arcs move to columns of their
/// own.
std::vector<std::string> draw_tree(const std::vector<std::int32_t>& heads, std::size_t widest = 32);

}  // namespace newsgraph::cli
