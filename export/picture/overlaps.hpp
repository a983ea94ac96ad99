#pragma once

#include <span>

#include "export/picture/repulsion.hpp"

namespace newsgraph {

/// Pushes discs apart until they no longer overlap, or nearly so where there is hardly room; light
/// ones give way to heavy ones, and the picture keeps its shape.
///
/// O(n) a round for sizes as they are in pictures, few large among many small; at most forty
/// rounds.
void remove_overlaps(std::span<Point> points, std::span<const float> radii);

}  // namespace newsgraph
