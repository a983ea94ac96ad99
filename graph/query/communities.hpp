#pragma once

#include <cstdint>
#include <vector>

#include "graph/query/weighted_graph.hpp"

namespace newsgraph {

/// Groups of nodes with more relations among one another than with the rest: the Louvain method
/// (Blondel et al., "Fast unfolding of communities in large networks", 2008), which moves nodes
/// between communities while modularity grows, then does the same with the communities. Each
/// community is connected, which the method alone does not promise (Traag et al., "From Louvain to
/// Leiden", 2019): one that falls into pieces becomes as many communities.
///
/// @return A community's number for each node: 0 is the largest; of equally large ones, the one
///         with the lowest node comes first. Equal on every machine: gains are whole numbers, and
///         nodes take their turns by number.
///
/// Near-linear time in practice, O(V + E) memory.
std::vector<std::uint32_t> communities(const WeightedGraph& graph);

}  // namespace newsgraph
