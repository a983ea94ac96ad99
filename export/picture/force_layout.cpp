#include "export/picture/force_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "export/picture/coarsening.hpp"

namespace newsgraph {
namespace {

// Tried on graphs of 130 to 220,000 nodes, and looked at.
constexpr float kPull = 2;        ///< of an edge of weight 1
constexpr float kGravity = 0.1f;  ///< for a node of mass 1 at distance 1 from the centre
constexpr float kDamping = 0.7f;  ///< of moves, which would swing where all neighbours move as well

/// Graphs up to this size are laid out from scattered places.
constexpr std::uint32_t kCoarsest = 30;

/// In [-1, 1), equal for equal numbers everywhere (an integer hash by Mueller).
float scatter(std::uint32_t number) {
  for (int i = 0; i < 2; ++i) number = ((number >> 16) ^ number) * 0x45d9f3b;
  number = (number >> 16) ^ number;
  return static_cast<float>(number >> 8) / static_cast<float>(1 << 23) - 1;
}

Point scattered(std::uint32_t number, float radius) {
  return {radius * scatter(2 * number + 1), radius * scatter(2 * number + 2)};
}

/// Moves the points of one level downhill.
class Relaxation {
 public:
  Relaxation(const WeightedGraph& graph, const std::vector<float>& masses)
      : graph_(graph), masses_(masses), forces_(graph.size()), next_(graph.size()) {
    for (const float mass : masses) total_ += mass;
    spacing_ = std::sqrt(total_ / static_cast<float>(graph.size()));
  }

  /// About how far apart nodes come to stand: each takes an area of its mass.
  float spacing() const { return spacing_; }

  /// No point moves further than `reach` at once, and less and less.
  void run(std::vector<Point>& points, int iterations, float reach) {
    for (int i = 0; i < iterations; ++i) {
      const float rest = 1 - static_cast<float>(i) / static_cast<float>(iterations);
      repulsion_.compute(points, masses_, 0.1f * spacing_, forces_);
      for (std::uint32_t node = 0; node < graph_.size(); ++node) {
        next_[node] = moved(points, node, reach * rest * rest);
      }
      std::swap(points, next_);
      centre(points);
    }
  }

 private:
  /// Force over stiffness: where the node would come to rest if all others stayed.
  Point moved(const std::vector<Point>& points, std::uint32_t node, float reach) const {
    const Point at = points[node];
    const float mass = masses_[node];
    float stiffness = kGravity * mass;
    float x = mass * forces_[node].x - stiffness * at.x;
    float y = mass * forces_[node].y - stiffness * at.y;
    const float least = 0.01f * spacing_ * spacing_;
    for (const WeightedGraph::Arc& arc : graph_.arcs(node)) {
      const float dx = points[arc.node].x - at.x;
      const float dy = points[arc.node].y - at.y;
      const float pull =
          kPull * static_cast<float>(arc.weight) / std::sqrt(dx * dx + dy * dy + least);
      x += pull * dx;
      y += pull * dy;
      stiffness += pull;
    }
    x *= kDamping / stiffness;
    y *= kDamping / stiffness;
    const float length = std::sqrt(x * x + y * y);
    const float factor = length > reach ? reach / length : 1;
    return {at.x + factor * x, at.y + factor * y};
  }

  void centre(std::vector<Point>& points) const {
    double x = 0;
    double y = 0;
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      x += double{masses_[node]} * double{points[node].x};
      y += double{masses_[node]} * double{points[node].y};
    }
    const auto centre_x = static_cast<float>(x / double{total_});
    const auto centre_y = static_cast<float>(y / double{total_});
    for (Point& point : points) {
      point.x -= centre_x;
      point.y -= centre_y;
    }
  }

  const WeightedGraph& graph_;
  const std::vector<float>& masses_;
  std::vector<Point> forces_;
  std::vector<Point> next_;
  Repulsion repulsion_;
  float total_ = 0;
  float spacing_ = 1;
};

/// About the same work for every level of a large graph: a node's repulsion takes as long as the
/// pull of ten arcs.
int iterations(const WeightedGraph& graph) {
  constexpr std::size_t kWork = 24'000'000;
  const std::size_t once = 10 * std::size_t{graph.size()} + graph.arc_count();
  return static_cast<int>(std::clamp<std::size_t>(kWork / once, 5, 100));
}

std::vector<Point> place(const WeightedGraph& graph, const std::vector<float>& masses) {
  const std::uint32_t size = graph.size();
  std::vector<Point> points(size);
  Relaxation relaxation(graph, masses);
  const float spacing = relaxation.spacing();

  Components groups;
  if (size > kCoarsest) groups = groups_for_layout(graph);
  if (size <= kCoarsest || groups.count > size / 10 * 9) {
    const float radius = spacing * std::sqrt(static_cast<float>(size));
    for (std::uint32_t node = 0; node < size; ++node) points[node] = scattered(node, radius);
    relaxation.run(points, size <= 6 ? 100 : 400, 2 * spacing);
    return points;
  }

  std::vector<Point> coarse;
  {
    std::vector<float> group_masses(groups.count);
    for (std::uint32_t node = 0; node < size; ++node) {
      group_masses[groups.of[node]] += masses[node];
    }
    coarse = place(graph.contracted(groups.of, groups.count), group_masses);
  }
  for (std::uint32_t node = 0; node < size; ++node) {
    const Point aside = scattered(node, spacing / 2);
    const Point group = coarse[groups.of[node]];
    points[node] = {group.x + aside.x, group.y + aside.y};
  }
  relaxation.run(points, iterations(graph), spacing);
  return points;
}

}  // namespace

std::vector<Point> force_layout(const WeightedGraph& graph) {
  std::vector<float> masses(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    masses[node] = static_cast<float>(1 + graph.degree(node));
  }
  return place(graph, masses);
}

}  // namespace newsgraph
