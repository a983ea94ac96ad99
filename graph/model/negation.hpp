#pragma once

#include <cstddef>
#include <string_view>

namespace newsgraph {

/// Where English puts "not" into a predicate: behind its auxiliary ("is not defeated"), else 0, in
/// front of it ("not visited").
std::size_t place_of_not(std::string_view predicate);

}  // namespace newsgraph
