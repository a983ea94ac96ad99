#pragma once

#include <span>
#include <vector>

#include "export/picture/repulsion.hpp"

namespace newsgraph {

/// Moves the parts of a picture side by side: the first, largest one into the middle, the others
/// around it, as near to the middle as they fit (the polyomino packing of Freivalds, Doğrusöz and
/// Kikusts, "Disconnected graph layout and the polyomino packing approach", 2001, with parts
/// taken as solid, so that nothing lands inside another part or in a bay of it). Single points come
/// last, in a ring around everything else.
///
/// @param points  Of all parts, one part after the other.
/// @param radii   Of the discs around the points, gap included.
/// @param starts  Where each part begins, and the number of points; large parts first.
///
/// O(n + covered squares), of which there are a few for each point.
void pack(std::span<Point> points, std::span<const float> radii,
          std::span<const std::uint32_t> starts);

}  // namespace newsgraph
