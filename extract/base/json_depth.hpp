#pragma once

#include <cstddef>
#include <string_view>

namespace newsgraph {

/// Whether the arrays and objects of `json` nest at most `limit` deep. Well-formed or not: to be
/// asked before a parser spends memory for each of a million open brackets. O(n).
bool json_nests_within(std::string_view json, std::size_t limit);

}  // namespace newsgraph
