#include "graph/query/hop_bounds.hpp"

#include <algorithm>

namespace newsgraph {

PathTerrain::PathTerrain(const Topology& topology, const PathQuery& query)
    : topology_(topology),
      selected_(topology, query.selection),
      from_(query.from),
      to_(query.to),
      max_hops_(query.max_hops),
      any_direction_(query.direction == Direction::kAny) {
  if (query.via.empty()) return;
  via_.assign(static_cast<std::size_t>(EntityType::kOther) + 1, false);
  for (const EntityType type : query.via) via_[static_cast<std::size_t>(type)] = true;
}

HopBounds::HopBounds(const PathTerrain& terrain) {
  const std::uint32_t max_hops = terrain.max_hops();
  const std::size_t node_count = terrain.topology().nodes().size();
  best_.reserve(max_hops + 1);
  best_.emplace_back(node_count, kImpassable);
  best_[0][terrain.to()] = 0;

  Nodes backward{terrain.to()};
  std::vector<Nodes> forward{{terrain.from()}};  // by hops from the start
  std::vector<bool> seen(node_count, false);
  seen[terrain.from()] = true;
  const auto effort = [&](const Nodes& nodes) {
    std::uint64_t sum = 0;
    for (const std::uint32_t node : nodes) sum += terrain.degree(node);
    return sum;
  };

  std::uint64_t backward_effort = effort(backward);
  std::uint64_t forward_effort = effort(forward.back());
  while (best_.size() - 1 + forward.size() - 1 + 1 < max_hops) {
    // Collected nodes are seen twice: now, and when they pull.
    if (backward_effort <= 2 * forward_effort) {
      Nodes next;
      push(terrain, backward, next);
      backward = std::move(next);
      backward_effort = effort(backward);
    } else {
      Nodes next;
      for (const std::uint32_t node : forward.back()) {
        terrain.for_each_next(node, [&](const HalfEdge& edge) {
          if (seen[edge.node] || edge.node == terrain.to() ||
              terrain.entering_cost(edge.node) >= kImpassable) {
            return;
          }
          seen[edge.node] = true;
          next.push_back(edge.node);
        });
      }
      forward_effort = effort(next);
      forward.push_back(std::move(next));
    }
  }

  Nodes collected;
  for (const Nodes& ring : forward) collected.insert(collected.end(), ring.begin(), ring.end());
  for (std::uint32_t left = static_cast<std::uint32_t>(best_.size()); left <= max_hops; ++left) {
    // Only nodes within max_hops - left of the start can have so many hops left.
    std::size_t within = 0;
    for (std::size_t ring = 0; ring + left <= max_hops; ++ring) within += forward[ring].size();
    collected.resize(within);
    pull(terrain, collected, left);
  }
}

void HopBounds::push(const PathTerrain& terrain, const Nodes& changed, Nodes& next) {
  best_.push_back(best_.back());
  const std::vector<PathCost>& before = best_[best_.size() - 2];
  std::vector<PathCost>& best = best_.back();
  for (const std::uint32_t node : changed) {
    if (node == terrain.from()) continue;  // no path comes back to its start
    const PathCost onward = terrain.entering_cost(node) + before[node];
    terrain.for_each_previous(node, [&](const HalfEdge& edge) {
      const PathCost cost = edge.cost + onward;
      if (cost >= best[edge.node]) return;
      if (terrain.entering_cost(edge.node) >= kImpassable) return;
      if (best[edge.node] == before[edge.node]) next.push_back(edge.node);
      best[edge.node] = cost;
    });
  }
}

void HopBounds::pull(const PathTerrain& terrain, const Nodes& collected, std::uint32_t left) {
  best_.emplace_back(terrain.topology().nodes().size(), kImpassable);
  const std::vector<PathCost>& before = best_[left - 1];
  std::vector<PathCost>& best = best_[left];
  best[terrain.to()] = 0;
  for (const std::uint32_t node : collected) {
    PathCost least = before[node];
    terrain.for_each_next(node, [&](const HalfEdge& edge) {
      if (before[edge.node] >= kImpassable) return;
      least = std::min(least, edge.cost + terrain.entering_cost(edge.node) + before[edge.node]);
    });
    best[node] = least;
  }
}

}  // namespace newsgraph
