#pragma once

#include <vector>

#include "export/picture/repulsion.hpp"
#include "graph/query/weighted_graph.hpp"

namespace newsgraph {

/// Places the nodes of a connected graph so that what is closely related stands together and
/// communities stand apart: the minimum of the edge-repulsion LinLog energy (Noack, "Energy models
/// for graph clustering", 2007; "Modularity clustering is force-directed layout", 2009), found
/// level by level on ever finer graphs (Walshaw, "A multilevel algorithm for force-directed graph
/// drawing", 2003; Hu, "Efficient, high-quality force-directed graph drawing", 2005).
///
/// Edges pull with a force of their weight, however long they are; nodes push one another away like
/// charges of their degree, so that hubs get room; a light pull towards the centre keeps long
/// chains from flying off.
///
/// @return A place for each node; the centre of mass is near 0. In units of its own: the caller
///         scales. Equal on every machine.
///
/// O(V log V + E) time with factors that shrink for large graphs, which nobody looks at node by
/// node: 0.1 s for a thousand nodes, a few seconds for a million edges. O(V + E) memory.
std::vector<Point> force_layout(const WeightedGraph& graph);

}  // namespace newsgraph
