#include "graph/query/weighted_graph.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>

namespace newsgraph {

WeightedGraph::WeightedGraph(std::uint32_t size, const std::vector<Edge>& edges)
    : starts_(size + 1), inside_(size) {
  for (const Edge& edge : edges) {
    if (edge.a == edge.b) {
      inside_[edge.a] += edge.weight;
    } else {
      ++starts_[edge.a + 1];
      ++starts_[edge.b + 1];
    }
  }
  for (std::uint32_t i = 0; i < size; ++i) starts_[i + 1] += starts_[i];
  arcs_.resize(starts_[size]);
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (const Edge& edge : edges) {
    if (edge.a == edge.b) continue;
    arcs_[next[edge.a]++] = {edge.b, edge.weight};
    arcs_[next[edge.b]++] = {edge.a, edge.weight};
  }
  // Rows are sorted, and parallel arcs merged in place.
  std::uint32_t kept = 0;
  for (std::uint32_t node = 0; node < size; ++node) {
    const std::uint32_t begin = starts_[node];
    const std::uint32_t end = starts_[node + 1];
    std::sort(arcs_.begin() + begin, arcs_.begin() + end,
              [](const Arc& a, const Arc& b) { return a.node < b.node; });
    starts_[node] = kept;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (kept > starts_[node] && arcs_[kept - 1].node == arcs_[i].node) {
        arcs_[kept - 1].weight += arcs_[i].weight;
      } else {
        arcs_[kept++] = arcs_[i];
      }
    }
  }
  starts_[size] = kept;
  arcs_.resize(kept);
}

WeightedGraph WeightedGraph::contracted(std::span<const std::uint32_t> group,
                                        std::uint32_t groups) const {
  std::vector<Edge> edges;
  for (std::uint32_t node = 0; node < size(); ++node) {
    if (inside_[node] > 0) edges.push_back({group[node], group[node], inside_[node]});
    for (const Arc& arc : arcs(node)) {
      if (node < arc.node) edges.push_back({group[node], group[arc.node], arc.weight});
    }
  }
  return WeightedGraph(groups, edges);
}

WeightedGraph weighted_graph(const RelationGraph& graph) {
  std::vector<WeightedGraph::Edge> edges;
  edges.reserve(boost::num_edges(graph));
  for (const newsgraph::Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    edges.push_back({static_cast<std::uint32_t>(boost::source(edge, graph)),
                     static_cast<std::uint32_t>(boost::target(edge, graph)),
                     std::max(1u, graph[edge].support)});
  }
  return WeightedGraph(static_cast<std::uint32_t>(boost::num_vertices(graph)), edges);
}

Components connected_components(const WeightedGraph& graph) {
  constexpr std::uint32_t kNone = 0xffffffff;
  Components components{.of = std::vector<std::uint32_t>(graph.size(), kNone), .count = 0};
  std::vector<std::uint32_t> stack;
  for (std::uint32_t root = 0; root < graph.size(); ++root) {
    if (components.of[root] != kNone) continue;
    components.of[root] = components.count;
    stack.push_back(root);
    while (!stack.empty()) {
      const std::uint32_t node = stack.back();
      stack.pop_back();
      for (const WeightedGraph::Arc& arc : graph.arcs(node)) {
        if (components.of[arc.node] != kNone) continue;
        components.of[arc.node] = components.count;
        stack.push_back(arc.node);
      }
    }
    ++components.count;
  }
  return components;
}

}  // namespace newsgraph
