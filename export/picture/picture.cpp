#include "export/picture/picture.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <numeric>

#include "export/picture/force_layout.hpp"
#include "export/picture/overlaps.hpp"
#include "export/picture/packing.hpp"
#include "graph/query/communities.hpp"
#include "graph/query/page_rank.hpp"
#include "graph/query/weighted_graph.hpp"

namespace newsgraph {
namespace {

constexpr float kExtent = 4999;  ///< Gephi's plane, in each direction from the middle
constexpr float kGap = 5;        ///< between nodes, at least
constexpr float kRoom = 40;      ///< between connected nodes, on average

double rounded(double value) { return std::round(value * 100) / 100; }
double rounded_rank(double rank) { return std::round(rank * 1e9) / 1e9; }

/// The graph that the layout sees: ties within a community count double, and beyond four articles
/// more of them pull no closer.
WeightedGraph layout_graph(const WeightedGraph& graph,
                           const std::vector<std::uint32_t>& community) {
  constexpr std::uint32_t kMost = 4;
  std::vector<WeightedGraph::Edge> edges;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (const WeightedGraph::Arc& arc : graph.arcs(node)) {
      if (arc.node < node) continue;
      const std::uint32_t factor = community[node] == community[arc.node] ? 2 : 1;
      edges.push_back({node, arc.node, factor * std::min(arc.weight, kMost)});
    }
  }
  return WeightedGraph(graph.size(), edges);
}

/// The nodes, part by part: large parts first, equally large ones by their lowest node.
struct Parts {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> starts;  ///< of parts in `nodes`, and the number of nodes
};

Parts parts_by_size(const WeightedGraph& graph) {
  const Components components = connected_components(graph);
  std::vector<std::uint32_t> sizes(components.count);
  for (const std::uint32_t component : components.of) ++sizes[component];
  std::vector<std::uint32_t> order(components.count);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  Parts parts{.nodes = std::vector<std::uint32_t>(graph.size()), .starts = {0}};
  std::vector<std::uint32_t> next(components.count);
  for (const std::uint32_t component : order) {
    next[component] = parts.starts.back();
    parts.starts.push_back(parts.starts.back() + sizes[component]);
  }
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    parts.nodes[next[components.of[node]]++] = node;
  }
  return parts;
}

/// Layout of one part so large that its nodes have the room they need on average: a disc evenly
/// filled with area A has the mean squared radius A / (2 pi).
/// @param number  Scratch: a number for each node of the whole graph.
std::vector<Point> part_layout(const WeightedGraph& graph, std::span<const std::uint32_t> nodes,
                               std::span<const float> radii, float scale,
                               std::vector<std::uint32_t>& number) {
  if (nodes.size() == 1) return {Point{}};
  if (nodes.size() == 2) return {Point{}, Point{.x = radii[0] + radii[1] + kRoom / 4 * scale}};
  float area = 0;
  for (const float radius : radii) {
    const float side = 2 * radius + kRoom * scale;
    area += side * side;
  }
  for (std::uint32_t i = 0; i < nodes.size(); ++i) number[nodes[i]] = i;
  std::vector<WeightedGraph::Edge> edges;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    for (const WeightedGraph::Arc& arc : graph.arcs(nodes[i])) {
      if (nodes[i] < arc.node) edges.push_back({i, number[arc.node], arc.weight});
    }
  }
  std::vector<Point> points =
      force_layout(WeightedGraph(static_cast<std::uint32_t>(nodes.size()), edges));
  double squares = 0;
  for (const Point& point : points) {
    squares += double{point.x} * double{point.x} + double{point.y} * double{point.y};
  }
  constexpr double kTwoPi = 6.283185307179586;
  const auto factor = static_cast<float>(
      std::sqrt(double{area} / kTwoPi * static_cast<double>(points.size()) / squares));
  for (Point& point : points) {
    point.x *= factor;
    point.y *= factor;
  }
  return points;
}

/// Makes the sum 0, which rounding missed by at most half a unit for each value: Gephi moves what
/// is not in the middle.
void balance(std::vector<std::int64_t>& values) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) sum += value;
  for (std::size_t i = 0; sum != 0; ++i) {
    const std::int64_t step = sum > 0 ? 1 : -1;
    values[i] -= step;
    sum -= step;
  }
}

void set_positions(const WeightedGraph& graph, std::vector<PictureNode>& picture) {
  if (picture.empty()) return;
  // Where all nodes together need more than the plane, gaps and radii shrink beforehand, so that
  // what is small enough to be told apart still does not overlap. Half the plane stays empty.
  double needed = 0;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    const double side = 2 * picture[node].size + double{graph.degree(node) > 0 ? kRoom : kGap};
    needed += side * side;
  }
  const auto scale =
      static_cast<float>(std::min(1.0, std::sqrt(2 * double{kExtent} * double{kExtent} / needed)));

  const Parts parts = parts_by_size(graph);
  std::vector<float> radii(picture.size());
  for (std::size_t i = 0; i < radii.size(); ++i) {
    radii[i] = scale * (static_cast<float>(picture[parts.nodes[i]].size) + kGap / 2);
  }
  std::vector<Point> points;
  points.reserve(picture.size());
  std::vector<std::uint32_t> number(picture.size());
  for (std::size_t part = 0; part + 1 < parts.starts.size(); ++part) {
    const std::uint32_t begin = parts.starts[part];
    const std::uint32_t size = parts.starts[part + 1] - begin;
    const std::span<const float> part_radii = std::span(radii).subspan(begin, size);
    std::vector<Point> placed =
        part_layout(graph, std::span(parts.nodes).subspan(begin, size), part_radii, scale, number);
    remove_overlaps(placed, part_radii);
    points.insert(points.end(), placed.begin(), placed.end());
  }
  // Parts keep a larger distance from one another than nodes, the largest one most of all.
  for (std::size_t part = 0; part + 1 < parts.starts.size(); ++part) {
    const std::uint32_t size = parts.starts[part + 1] - parts.starts[part];
    const float margin = size == 1 ? kGap / 2 : part == 0 ? kRoom : kRoom / 4;
    for (std::uint32_t i = parts.starts[part]; i < parts.starts[part + 1]; ++i) {
      radii[i] += scale * margin;
    }
  }
  pack(points, radii, parts.starts);

  double x = 0;
  double y = 0;
  for (const Point& point : points) {
    x += double{point.x};
    y += double{point.y};
  }
  x /= static_cast<double>(points.size());
  y /= static_cast<double>(points.size());
  double extent = 0;
  for (const Point& point : points) {
    extent = std::max({extent, std::abs(double{point.x} - x), std::abs(double{point.y} - y)});
  }
  const double fit = extent > double{kExtent} ? double{kExtent} / extent : 1;
  std::vector<std::int64_t> columns(points.size());  // in hundredths
  std::vector<std::int64_t> rows(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    columns[i] = std::llround((double{points[i].x} - x) * fit * 100);
    rows[i] = std::llround((double{points[i].y} - y) * fit * 100);
  }
  balance(columns);
  balance(rows);
  for (std::size_t i = 0; i < points.size(); ++i) {
    picture[parts.nodes[i]].x = static_cast<double>(columns[i]) / 100;
    picture[parts.nodes[i]].y = static_cast<double>(rows[i]) / 100;
  }
}

}  // namespace

std::vector<PictureNode> draw_picture(const KnowledgeGraph& graph, ColorBy color_by) {
  const WeightedGraph weighted = weighted_graph(graph.relations);
  const std::vector<double> ranks = page_rank(weighted);
  const std::vector<double> sizes = node_sizes(ranks);
  const std::vector<std::uint32_t> community = communities(weighted);
  std::vector<PictureNode> picture(weighted.size());
  for (std::uint32_t node = 0; node < weighted.size(); ++node) {
    picture[node] = {.rank = rounded_rank(ranks[node]),
                     .community = community[node],
                     .size = sizes[node],
                     .color = color_by == ColorBy::kType ? node_color(graph.relations[node])
                                                         : community_color(community[node])};
  }
  set_positions(layout_graph(weighted, community), picture);
  return picture;
}

std::vector<double> node_sizes(std::span<const double> ranks) {
  std::vector<double> sizes(ranks.size(), 4);
  if (ranks.empty()) return sizes;
  const auto [least, most] = std::minmax_element(ranks.begin(), ranks.end());
  // Ranks that differ by less than rounding are equal.
  const double range = *most - *least;
  if (range <= 1e-9 * *most) return sizes;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    sizes[i] = rounded(4 + 96 * std::sqrt((ranks[i] - *least) / range));
  }
  return sizes;
}

}  // namespace newsgraph
