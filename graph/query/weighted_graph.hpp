#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// Who is related to whom, and how strongly: an undirected graph without parallel edges, as
/// ranking, communities and layout need it. Edges of a node with itself are apart, in `inside`.
///
///     A --met (2 articles)--> B, B --called (1 article)--> A
///
/// is one edge of weight 3, which stands as an arc in the rows of both its ends.
class WeightedGraph {
 public:
  struct Edge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t weight = 0;
  };
  struct Arc {
    std::uint32_t node = 0;  ///< at the other end
    std::uint32_t weight = 0;
  };

  WeightedGraph() = default;
  /// Of nodes 0 to size - 1; weights of parallel edges add up. O(size + E log degree).
  WeightedGraph(std::uint32_t size, const std::vector<Edge>& edges);

  std::uint32_t size() const { return static_cast<std::uint32_t>(inside_.size()); }
  /// Its neighbours, by number.
  std::span<const Arc> arcs(std::uint32_t node) const {
    return {arcs_.data() + starts_[node], arcs_.data() + starts_[node + 1]};
  }
  std::uint32_t degree(std::uint32_t node) const { return starts_[node + 1] - starts_[node]; }
  /// Twice the number of edges between different nodes.
  std::size_t arc_count() const { return arcs_.size(); }
  /// Weight of its edges with itself.
  std::uint32_t inside(std::uint32_t node) const { return inside_[node]; }

  /// The graph whose node g stands for all nodes with group[node] = g, for g in [0, groups).
  WeightedGraph contracted(std::span<const std::uint32_t> group, std::uint32_t groups) const;

 private:
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> inside_;
};

/// Nodes are the vertices of `graph`; a relation weighs the articles that support it.
WeightedGraph weighted_graph(const RelationGraph& graph);

/// A number for each node, equal for nodes that a path connects: 0, 1, ... by lowest node.
/// @return The numbers, and how many there are.
struct Components {
  std::vector<std::uint32_t> of;
  std::uint32_t count = 0;
};
Components connected_components(const WeightedGraph& graph);

}  // namespace newsgraph
