#pragma once

#include <cstdint>
#include <vector>

#include "graph/query/path_search.hpp"
#include "graph/query/relation_selection.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {

/// The part of the topology that one query walks on: selected relations, allowed nodes, direction.
class PathTerrain {
 public:
  PathTerrain(const Topology& topology, const PathQuery& query);

  std::uint32_t from() const { return from_; }
  std::uint32_t to() const { return to_; }
  std::uint32_t max_hops() const { return max_hops_; }
  const Topology& topology() const { return topology_; }

  /// What it costs that a path comes to `node`: nothing at either end, else to cross it.
  PathCost entering_cost(std::uint32_t node) const {
    if (node == to_ || node == from_) return 0;
    if (!via_.empty() && !via_[static_cast<std::size_t>(topology_.nodes()[node].type)]) {
      return kImpassable;
    }
    return topology_.crossing_cost(node);
  }

  /// Calls visit(half_edge) for each selected way on from `node`.
  template <typename Visit>
  void for_each_next(std::uint32_t node, Visit visit) const {
    visit_row(topology_.out(node), visit);
    if (any_direction_) visit_row(topology_.in(node), visit);
  }

  /// The same against the path's direction.
  template <typename Visit>
  void for_each_previous(std::uint32_t node, Visit visit) const {
    visit_row(topology_.in(node), visit);
    if (any_direction_) visit_row(topology_.out(node), visit);
  }

  std::uint32_t degree(std::uint32_t node) const { return topology_.degree(node); }

 private:
  template <typename Visit>
  void visit_row(std::span<const HalfEdge> row, Visit& visit) const {
    for (const HalfEdge& edge : row) {
      if (selected_(edge.relation)) visit(edge);
    }
  }

  const Topology& topology_;
  RelationTest selected_;
  std::uint32_t from_;
  std::uint32_t to_;
  std::uint32_t max_hops_;
  bool any_direction_;
  std::vector<bool> via_;  ///< by EntityType; empty: all
};

/// For every node that can lie on a path: what it costs at least to get from there to the end with
/// so many hops left. Exact but for the rule that no node is visited twice.
///
/// Let H be the most hops allowed. From the end, costs are pushed backward b hops; from the start,
/// nodes are collected a = H - b - 1 hops forward, each step taken on the side where fewer
/// half-edges have to be seen. Costs for more than b hops left are then pulled only by the nodes
/// collected: a walk of H hops with more than b left is still within a of the start.
class HopBounds {
 public:
  explicit HopBounds(const PathTerrain& terrain);

  /// For a node `used` hops from the start with `left` = H - used or fewer hops left; kImpassable
  /// if there is no way.
  PathCost at(std::uint32_t node, std::uint32_t left) const { return best_[left][node]; }

 private:
  using Nodes = std::vector<std::uint32_t>;
  void push(const PathTerrain& terrain, const Nodes& changed, Nodes& next);
  void pull(const PathTerrain& terrain, const Nodes& collected, std::uint32_t left);

  std::vector<std::vector<PathCost>> best_;  ///< by hops left, then node
};

}  // namespace newsgraph
