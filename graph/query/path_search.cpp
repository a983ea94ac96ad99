#include "graph/query/path_search.hpp"

#include <algorithm>
#include <queue>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <unordered_map>

#include "graph/query/hop_bounds.hpp"

namespace newsgraph {
namespace {

using Nodes = std::vector<std::uint32_t>;

constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};

/// A path by its nodes, with what each prefix costs.
struct Route {
  Nodes nodes;
  std::vector<std::uint64_t> costs;  ///< costs[i]: from the start to nodes[i]
  std::size_t deviation = 0;         ///< where it leaves the route it was made from

  std::uint64_t cost() const { return costs.back(); }
  bool operator<(const Route& other) const {
    if (cost() != other.cost()) return cost() < other.cost();
    if (nodes.size() != other.nodes.size()) return nodes.size() < other.nodes.size();
    return nodes < other.nodes;
  }
};

/// The best way from the end of `root` to the target that touches no node of `root` and does not
/// begin with one of some nodes: A* over (node, hops used).
class SpurSearch {
 public:
  SpurSearch(const PathTerrain& terrain, const HopBounds& bounds)
      : terrain_(terrain), bounds_(bounds), blocked_(terrain.topology().nodes().size(), false) {}

  /// @param root    First nodes and costs of a route; the search goes on at its last node.
  /// @param banned  Nodes that must not follow it at once.
  /// @param most    Routes that cost more are of no use.
  std::optional<Route> find(const Route& root, const std::set<std::uint32_t>& banned,
                            std::uint64_t most) {
    for (const std::uint32_t node : root.nodes) blocked_[node] = true;
    // The bounds are nearly exact, so the route costs little more than they promise. Limits close
    // to that keep the thousands of neighbours of a hub, all dearer, out of the queue.
    const std::uint64_t least = promised(root, banned);
    std::optional<Route> found;
    constexpr PathCost kSlacks[] = {kOneHop / 4, 2 * kOneHop, kImpassable};
    for (const PathCost slack : kSlacks) {
      if (least >= kNoLimit || least > most || found) break;
      const std::uint64_t limit = std::min(most, least + slack);
      found = search(root, banned, limit);
      if (limit == most) break;
    }
    for (const std::uint32_t node : root.nodes) blocked_[node] = false;
    return found;
  }

 private:
  static constexpr std::uint32_t kNoParent = 0xffffffff;

  /// What the bounds promise for the best way on; more than kImpassable if there is none.
  std::uint64_t promised(const Route& root, const std::set<std::uint32_t>& banned) const {
    const auto used = static_cast<std::uint32_t>(root.nodes.size());
    std::uint64_t least = kNoLimit;
    if (used > terrain_.max_hops()) return least;
    terrain_.for_each_next(root.nodes.back(), [&](const HalfEdge& edge) {
      const std::uint64_t ahead = bound(edge.node, used);
      if (ahead >= kImpassable || blocked_[edge.node] || banned.contains(edge.node)) return;
      least = std::min(least, root.cost() + edge.cost + terrain_.entering_cost(edge.node) + ahead);
    });
    return least;
  }

  std::optional<Route> search(const Route& root, const std::set<std::uint32_t>& banned,
                              std::uint64_t most) {
    labels_.clear();
    label_of_.clear();
    queue_ = {};
    const auto used = static_cast<std::uint32_t>(root.nodes.size() - 1);
    add(root.nodes.back(), used, root.cost(), kNoParent, most);
    while (!queue_.empty()) {
      const Entry entry = queue_.top();
      queue_.pop();
      Label& label = labels_[entry.label];
      if (label.done || entry.cost != label.cost + bound(label.node, label.hops)) continue;
      label.done = true;
      if (label.node == terrain_.to()) {
        return route(root, entry.label);
      }
      if (label.hops == terrain_.max_hops()) continue;
      const Label here = label;  // add() may move the labels
      terrain_.for_each_next(here.node, [&](const HalfEdge& edge) {
        if (blocked_[edge.node]) return;
        if (here.parent == kNoParent && banned.contains(edge.node)) return;
        const PathCost entering = terrain_.entering_cost(edge.node);
        if (entering >= kImpassable) return;
        add(edge.node, here.hops + 1, here.cost + edge.cost + entering, entry.label, most);
      });
    }
    return std::nullopt;
  }

  struct Label {
    std::uint32_t node = 0;
    std::uint32_t hops = 0;
    std::uint64_t cost = 0;
    std::uint32_t parent = kNoParent;
    bool done = false;
  };
  /// Among equal estimates fewer hops come first: then all equally good ways to a label have been
  /// seen before it is followed, and the one with the smallest nodes is its parent.
  struct Entry {
    std::uint64_t cost = 0;
    std::uint32_t hops = 0;
    std::uint32_t label = 0;
    bool operator<(const Entry& other) const {  // std::priority_queue has the greatest on top
      return std::tie(cost, hops, label) > std::tie(other.cost, other.hops, other.label);
    }
  };

  std::uint64_t bound(std::uint32_t node, std::uint32_t hops) const {
    return bounds_.at(node, terrain_.max_hops() - hops);
  }

  void add(std::uint32_t node, std::uint32_t hops, std::uint64_t cost, std::uint32_t parent,
           std::uint64_t most) {
    const std::uint64_t ahead = bound(node, hops);
    if (ahead >= kImpassable || cost + ahead > most) return;
    const std::uint64_t state = std::uint64_t{hops} << 32 | node;
    const auto [place, is_new] =
        label_of_.try_emplace(state, static_cast<std::uint32_t>(labels_.size()));
    if (is_new) {
      labels_.push_back({node, hops, cost, parent, false});
    } else {
      Label& label = labels_[place->second];
      if (cost > label.cost || label.done) return;
      if (cost == label.cost) {
        if (is_before(parent, label.parent)) label.parent = parent;
        return;
      }
      label.cost = cost;
      label.parent = parent;
    }
    queue_.push({cost + ahead, hops, place->second});
  }

  /// Whether the nodes that lead to label `a` come before those to `b`; equally many hops.
  bool is_before(std::uint32_t a, std::uint32_t b) const {
    bool before = false;
    while (a != b) {
      if (labels_[a].node != labels_[b].node) before = labels_[a].node < labels_[b].node;
      a = labels_[a].parent;
      b = labels_[b].parent;
    }
    return before;
  }

  Route route(const Route& root, std::uint32_t label) const {
    Route found = root;
    const std::size_t first = root.nodes.size();
    for (; labels_[label].parent != kNoParent; label = labels_[label].parent) {
      found.nodes.push_back(labels_[label].node);
      found.costs.push_back(labels_[label].cost);
    }
    std::reverse(found.nodes.begin() + static_cast<std::ptrdiff_t>(first), found.nodes.end());
    std::reverse(found.costs.begin() + static_cast<std::ptrdiff_t>(first), found.costs.end());
    found.deviation = first - 1;
    return found;
  }

  const PathTerrain& terrain_;
  const HopBounds& bounds_;
  std::vector<bool> blocked_;
  std::vector<Label> labels_;
  std::unordered_map<std::uint64_t, std::uint32_t> label_of_;
  std::priority_queue<Entry> queue_;
};

Route prefix(const Route& route, std::size_t nodes) {
  const auto size = static_cast<std::ptrdiff_t>(nodes);
  return {{route.nodes.begin(), route.nodes.begin() + size},
          {route.costs.begin(), route.costs.begin() + size},
          0};
}

bool starts_with(const Nodes& nodes, const Nodes& root) {
  return nodes.size() > root.size() && std::equal(root.begin(), root.end(), nodes.begin());
}

/// The routes of Yen's algorithm, best first.
std::vector<Route> best_routes(const PathTerrain& terrain, std::uint32_t k) {
  const HopBounds bounds(terrain);
  SpurSearch search(terrain, bounds);
  std::vector<Route> routes;
  std::set<Route> candidates;  // never more than are still wanted
  if (auto first = search.find({{terrain.from()}, {0}, 0}, {}, kNoLimit)) {
    candidates.insert(std::move(*first));
  }
  while (!candidates.empty()) {
    routes.push_back(std::move(candidates.extract(candidates.begin()).value()));
    const std::size_t wanted = k - routes.size();
    if (wanted == 0) break;
    const Route& last = routes.back();
    // Lawler: before its deviation, `last` shares the root with a route already branched there.
    for (std::size_t spur = last.deviation; spur + 1 < last.nodes.size(); ++spur) {
      const Route root = prefix(last, spur + 1);
      std::set<std::uint32_t> banned;
      for (const Route& route : routes) {
        if (starts_with(route.nodes, root.nodes)) banned.insert(route.nodes[spur + 1]);
      }
      const std::uint64_t most =
          candidates.size() < wanted ? kNoLimit : std::prev(candidates.end())->cost();
      if (auto found = search.find(root, banned, most)) candidates.insert(std::move(*found));
      if (candidates.size() > wanted) candidates.erase(std::prev(candidates.end()));
    }
  }
  return routes;
}

PathHop hop_between(const PathTerrain& terrain, std::uint32_t from, std::uint32_t to) {
  // Of two as cheap the one that points along the path comes first.
  std::vector<std::tuple<PathCost, bool, std::uint32_t>> found;
  const auto& relations = terrain.topology().relations();
  const auto collect = [&](std::uint32_t wanted) {
    return [&, wanted](const HalfEdge& edge) {
      if (edge.node != wanted) return;
      found.emplace_back(edge.cost, relations[edge.relation].subject != from, edge.relation);
    };
  };
  if (terrain.degree(from) <= terrain.degree(to)) {
    terrain.for_each_next(from, collect(to));
  } else {
    terrain.for_each_previous(to, collect(from));
  }
  std::sort(found.begin(), found.end());
  PathHop hop{from, to, {}};
  for (const auto& [cost, is_backward, relation] : found) hop.relations.push_back(relation);
  return hop;
}

void check(const Topology& topology, const PathQuery& query) {
  if (query.from >= topology.nodes().size() || query.to >= topology.nodes().size()) {
    throw std::invalid_argument("find_paths: no such node");
  }
  if (query.k < 1 || query.k > kMostPaths) {
    throw std::invalid_argument("find_paths: k must be in [1, " + std::to_string(kMostPaths) + "]");
  }
  if (query.max_hops < 1 || query.max_hops > kMostHops) {
    throw std::invalid_argument("find_paths: max_hops must be in [1, " + std::to_string(kMostHops) +
                                "]");
  }
}

}  // namespace

std::vector<Path> find_paths(const Topology& topology, const PathQuery& query) {
  check(topology, query);
  const PathTerrain terrain(topology, query);
  std::vector<Path> paths;
  if (query.from == query.to) return paths;
  for (Route& route : best_routes(terrain, query.k)) {
    Path path;
    path.cost = route.cost();
    path.confidence = 1;
    for (std::size_t i = 0; i + 1 < route.nodes.size(); ++i) {
      path.hops.push_back(hop_between(terrain, route.nodes[i], route.nodes[i + 1]));
      path.confidence *=
          static_cast<double>(topology.relations()[path.hops.back().relations.front()].confidence);
    }
    path.nodes = std::move(route.nodes);
    paths.push_back(std::move(path));
  }
  return paths;
}

std::optional<std::uint32_t> fewest_hops(const Topology& topology, const PathQuery& query) {
  check(topology, query);
  const PathTerrain terrain(topology, query);
  std::vector<bool> seen(topology.nodes().size(), false);
  Nodes ring{query.from};
  seen[query.from] = true;
  for (std::uint32_t hops = 0; hops <= kMostHops && !ring.empty(); ++hops) {
    if (std::find(ring.begin(), ring.end(), query.to) != ring.end()) return hops;
    Nodes next;
    for (const std::uint32_t node : ring) {
      terrain.for_each_next(node, [&](const HalfEdge& edge) {
        if (seen[edge.node] || terrain.entering_cost(edge.node) >= kImpassable) return;
        seen[edge.node] = true;
        next.push_back(edge.node);
      });
    }
    ring = std::move(next);
  }
  return std::nullopt;
}

}  // namespace newsgraph
