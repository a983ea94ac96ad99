#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "export/picture/color.hpp"
#include "graph/model/knowledge_graph.hpp"

/// How a graph looks when it is opened: where nodes stand, how large they are and in which colour.
/// Computed once here, so that Gephi, Cytoscape, yEd and the page all open on the same picture.
///
///     const std::vector<PictureNode> picture = draw_picture(graph);
///     picture[vertex].x, picture[vertex].size, ...
namespace newsgraph {

/// A node in the picture.
struct PictureNode {
  double x = 0;  ///< in [-5000, 5000], y up; their mean over all nodes is 0
  double y = 0;
  double rank = 0;              ///< PageRank, nine decimals; sums to 1
  std::uint32_t community = 0;  ///< 0 is the largest
  double size = 4;  ///< radius, in [4, 100]: area grows with the rank; both ends are reached
  Color color;
};

/// Draws the graph: PageRank for sizes, communities by modularity, and a force-directed layout of
/// each connected part, the largest in the middle and the others around it. The fewer the nodes,
/// the smaller the picture, so that nodes and labels have the same room in all; what would be
/// larger than Gephi's plane is scaled down to it.
///
/// @return One node for each vertex, by number. Equal graphs give equal pictures on every machine:
///         no random numbers, no threads, and only operations that IEEE 754 defines exactly.
///         Coordinates and sizes have two decimals.
///
/// One second for 20,000 nodes and 60,000 relations, several for a million; less than 200 MB of
/// memory then.
std::vector<PictureNode> draw_picture(const KnowledgeGraph& graph,
                                      ColorBy color_by = ColorBy::kType);

/// Radii for ranks: in [4, 100], the lowest and highest rank have exactly these; 4 for all if
/// they are equal. Gephi multiplies positions by whatever maps sizes into 4..100, so sizes that
/// fill that range keep a layout as it is.
std::vector<double> node_sizes(std::span<const double> ranks);

}  // namespace newsgraph
