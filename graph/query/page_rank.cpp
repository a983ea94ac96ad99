#include "graph/query/page_rank.hpp"

#include <cmath>

namespace newsgraph {

std::vector<double> page_rank(const WeightedGraph& graph, double damping) {
  constexpr int kIterations = 150;
  constexpr double kConverged = 1e-9;
  const std::uint32_t size = graph.size();
  if (size == 0) return {};

  std::vector<double> strength(size);
  for (std::uint32_t node = 0; node < size; ++node) {
    std::uint64_t sum = 0;
    for (const WeightedGraph::Arc& arc : graph.arcs(node)) sum += arc.weight;
    strength[node] = static_cast<double>(sum);
  }
  std::vector<double> rank(size, 1.0 / size);
  std::vector<double> share(size);  // what a node gives for each unit of weight
  for (int i = 0; i < kIterations; ++i) {
    double stranded = 0;
    for (std::uint32_t node = 0; node < size; ++node) {
      if (strength[node] > 0) {
        share[node] = rank[node] / strength[node];
      } else {
        stranded += rank[node];
      }
    }
    const double anew = (1 - damping + damping * stranded) / size;
    double change = 0;
    for (std::uint32_t node = 0; node < size; ++node) {
      double followed = 0;
      for (const WeightedGraph::Arc& arc : graph.arcs(node)) {
        followed += share[arc.node] * arc.weight;
      }
      const double next = anew + damping * followed;
      change += std::abs(next - rank[node]);
      rank[node] = next;
    }
    if (change < kConverged) break;
  }
  double sum = 0;
  for (const double score : rank) sum += score;
  for (double& score : rank) score /= sum;
  return rank;
}

}  // namespace newsgraph
