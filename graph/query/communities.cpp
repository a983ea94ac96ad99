#include "graph/query/communities.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <numeric>

namespace newsgraph {
namespace {

/// One round: each node in a community of its own, then moves until none gains.
class LocalMoves {
 public:
  explicit LocalMoves(const WeightedGraph& graph)
      : graph_(graph), community_(graph.size()), strength_(graph.size()), shared_(graph.size()) {
    std::iota(community_.begin(), community_.end(), 0u);
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      strength_[node] = 2 * std::int64_t{graph.inside(node)};
      for (const WeightedGraph::Arc& arc : graph.arcs(node)) strength_[node] += arc.weight;
      total_ += strength_[node];
    }
    weight_ = strength_;
  }

  /// A node waits for its turn again once a neighbour has left for another community: Traag's fast
  /// local move. Every move raises modularity, so it ends; the limit is for pathological inputs.
  /// @return Whether any node moved.
  bool run() {
    std::deque<std::uint32_t> waiting(graph_.size());
    std::iota(waiting.begin(), waiting.end(), 0u);
    std::vector<bool> waits(graph_.size(), true);
    bool any = false;
    std::uint64_t turns = 0;
    const std::uint64_t limit = 100 * std::uint64_t{graph_.size()};
    while (!waiting.empty() && turns++ < limit) {
      const std::uint32_t node = waiting.front();
      waiting.pop_front();
      waits[node] = false;
      if (!move(node)) continue;
      any = true;
      for (const WeightedGraph::Arc& arc : graph_.arcs(node)) {
        if (waits[arc.node] || community_[arc.node] == community_[node]) continue;
        waits[arc.node] = true;
        waiting.push_back(arc.node);
      }
    }
    return any;
  }

  /// Communities numbered 0, 1, ... by their lowest node.
  Components result() const {
    constexpr std::uint32_t kNone = 0xffffffff;
    std::vector<std::uint32_t> number(graph_.size(), kNone);
    Components found{.of = std::vector<std::uint32_t>(graph_.size()), .count = 0};
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      std::uint32_t& n = number[community_[node]];
      if (n == kNone) n = found.count++;
      found.of[node] = n;
    }
    return found;
  }

 private:
  /// Moves `node` to the neighbouring community where modularity grows most: by
  /// (shared - strength * weight / total) * 2 / total, compared without the division.
  bool move(std::uint32_t node) {
    const std::uint32_t home = community_[node];
    touched_.clear();
    for (const WeightedGraph::Arc& arc : graph_.arcs(node)) {
      const std::uint32_t community = community_[arc.node];
      if (shared_[community] == 0) touched_.push_back(community);
      shared_[community] += arc.weight;
    }
    weight_[home] -= strength_[node];
    const auto gain = [&](std::uint32_t community) {
      return shared_[community] * total_ - strength_[node] * weight_[community];
    };
    std::uint32_t best = home;
    std::int64_t best_gain = gain(home);
    for (const std::uint32_t community : touched_) {
      const std::int64_t g = gain(community);
      if (g > best_gain || (g == best_gain && best != home && community < best)) {
        best = community;
        best_gain = g;
      }
    }
    weight_[best] += strength_[node];
    community_[node] = best;
    for (const std::uint32_t community : touched_) shared_[community] = 0;
    return best != home;
  }

  const WeightedGraph& graph_;
  std::vector<std::uint32_t> community_;
  std::vector<std::int64_t> strength_;  ///< of nodes: weight of all their edges
  std::vector<std::int64_t> weight_;    ///< of communities: strength of their nodes
  std::vector<std::int64_t> shared_;    ///< with the node that moves; 0 between moves
  std::vector<std::uint32_t> touched_;
  std::int64_t total_ = 0;
};

/// Splits communities that are not connected.
Components connected_parts(const WeightedGraph& graph, const std::vector<std::uint32_t>& of) {
  std::vector<WeightedGraph::Edge> within;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (const WeightedGraph::Arc& arc : graph.arcs(node)) {
      if (node < arc.node && of[node] == of[arc.node]) within.push_back({node, arc.node, 1});
    }
  }
  return connected_components(WeightedGraph(graph.size(), within));
}

}  // namespace

std::vector<std::uint32_t> communities(const WeightedGraph& graph) {
  std::vector<std::uint32_t> of(graph.size());
  std::iota(of.begin(), of.end(), 0u);
  WeightedGraph level;
  for (const WeightedGraph* current = &graph;;) {
    LocalMoves moves(*current);
    if (!moves.run()) break;
    const Components merged = moves.result();
    for (std::uint32_t& community : of) community = merged.of[community];
    level = current->contracted(merged.of, merged.count);
    current = &level;
  }
  const Components parts = connected_parts(graph, of);

  std::vector<std::uint32_t> sizes(parts.count);
  for (const std::uint32_t part : parts.of) ++sizes[part];
  std::vector<std::uint32_t> order(parts.count);  // parts are numbered by their lowest node
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  std::vector<std::uint32_t> number(parts.count);
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
  for (std::uint32_t node = 0; node < graph.size(); ++node) of[node] = number[parts.of[node]];
  return of;
}

}  // namespace newsgraph
