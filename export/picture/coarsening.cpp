#include "export/picture/coarsening.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace newsgraph {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;
/// Nodes of a group, leaves not counted.
constexpr std::uint8_t kMembers = 3;

class Grouping {
 public:
  explicit Grouping(const WeightedGraph& graph)
      : graph_(graph), groups_{.of = std::vector<std::uint32_t>(graph.size(), kNone), .count = 0} {}

  Components run() {
    // Those with few edges have the least choice.
    std::vector<std::uint32_t> order(graph_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return graph_.degree(a) < graph_.degree(b);
    });
    for (const std::uint32_t node : order) {
      if (groups_.of[node] == kNone && graph_.degree(node) > 1) join_strongest(node);
    }
    for (const std::uint32_t node : order) {
      if (groups_.of[node] == kNone && graph_.degree(node) > 1) join_left_over(node);
    }
    for (const std::uint32_t node : order) {
      if (graph_.degree(node) == 1) hang_on(node);
    }
    for (std::uint32_t& group : groups_.of) {
      if (group == kNone) group = groups_.count++;
    }
    return std::move(groups_);
  }

 private:
  void start_with(std::uint32_t node) {
    groups_.of[node] = groups_.count++;
    members_.push_back(1);
  }
  void join(std::uint32_t node, std::uint32_t other) {
    if (groups_.of[other] == kNone) start_with(other);
    groups_.of[node] = groups_.of[other];
    ++members_[groups_.of[node]];
  }

  /// Strongest by weight in relation to what else the neighbour has to hold.
  void join_strongest(std::uint32_t node) {
    std::uint32_t best = kNone;
    float best_tie = 0;
    for (const WeightedGraph::Arc& arc : graph_.arcs(node)) {
      const std::uint32_t group = groups_.of[arc.node];
      if (group != kNone && members_[group] >= kMembers) continue;
      const float tie =
          static_cast<float>(arc.weight) / static_cast<float>(graph_.degree(arc.node));
      if (tie > best_tie) {
        best = arc.node;
        best_tie = tie;
      }
    }
    if (best != kNone) join(node, best);
  }

  /// With another node that was left over around the same hub.
  void join_left_over(std::uint32_t node) {
    if (waiting_.empty()) waiting_.assign(graph_.size(), kNone);
    std::uint32_t hub = kNone;
    for (const WeightedGraph::Arc& arc : graph_.arcs(node)) {
      if (hub == kNone || graph_.degree(arc.node) < graph_.degree(hub)) hub = arc.node;
    }
    std::uint32_t& other = waiting_[hub];
    if (other == kNone) {
      other = node;
    } else {
      join(node, other);
      if (members_[groups_.of[node]] >= kMembers) other = kNone;
    }
  }

  void hang_on(std::uint32_t leaf) {
    const std::uint32_t other = graph_.arcs(leaf)[0].node;
    if (groups_.of[leaf] != kNone) return;
    if (groups_.of[other] == kNone) start_with(other);
    groups_.of[leaf] = groups_.of[other];
  }

  const WeightedGraph& graph_;
  Components groups_;
  std::vector<std::uint8_t> members_;   ///< of groups
  std::vector<std::uint32_t> waiting_;  ///< left over around a hub
};

}  // namespace

Components groups_for_layout(const WeightedGraph& graph) { return Grouping(graph).run(); }

}  // namespace newsgraph
