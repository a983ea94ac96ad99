#pragma once

#include "graph/query/weighted_graph.hpp"

namespace newsgraph {

/// Groups of a few nodes each that belong close together in a picture, for a layout that first
/// places the groups: leaves with the node they hang on, others with the neighbour they are most
/// strongly tied to, and nodes that are left over around one hub with one another (as METIS does
/// for the sake of graphs with hubs, which matching alone does not make smaller).
///
/// @return A group for each node, and how many there are; fewer than nodes wherever there are
///         edges. O(V + E) time.
Components groups_for_layout(const WeightedGraph& graph);

}  // namespace newsgraph
