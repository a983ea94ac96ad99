#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/query/relation_selection.hpp"
#include "graph/query/topology.hpp"

/// How two nodes are related: the best paths between them.
///
///     find_paths({.from = keller, .to = berlin, .k = 2}) over
///         Keller --declined--> Berlin visit --to--> Berlin
///         Keller --met--> Lind --lives in--> Berlin
///     gives [Keller, Berlin visit, Berlin] and [Keller, Lind, Berlin].
namespace newsgraph {

enum class Direction : std::uint8_t {
  kAny,  ///< relations may be followed from object to subject too
  kOut,  ///< only from subject to object
};

inline constexpr std::uint32_t kMostHops = 10;
inline constexpr std::uint32_t kMostPaths = 1000;

struct PathQuery {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t k = 3;         ///< how many paths, in [1, kMostPaths]
  std::uint32_t max_hops = 4;  ///< in [1, kMostHops]
  Direction direction = Direction::kAny;
  RelationSelection selection = {};
  std::vector<EntityType> via = {};  ///< types that nodes between may have; empty: any
};

/// One step of a path, with all selected relations between its two nodes.
struct PathHop {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::vector<std::uint32_t>
      relations;  ///< never empty; cheapest first, then those from `from` to `to`
  friend bool operator==(const PathHop&, const PathHop&) = default;
};

struct Path {
  std::vector<std::uint32_t> nodes;  ///< from query.from to query.to, no node twice
  std::vector<PathHop> hops;         ///< one less than nodes
  std::uint64_t cost = 0;            ///< cheapest relation of each hop, and what nodes between cost
  double confidence = 0;             ///< product over the cheapest relations of the hops
  friend bool operator==(const Path&, const Path&) = default;
};

/// The `k` cheapest paths of at most `max_hops` hops that visit no node twice, and no value
/// between. Ordered by cost, then fewer hops, then node numbers; so the same graph gives the same
/// paths.
///
/// Yen's algorithm (1971) as improved by Lawler (1972); each of its searches is an A* over (node,
/// hops left), led by exact lower bounds from a search that starts at both ends at once and never
/// leaves the nodes that can lie on a path short enough (HopBounds).
///
/// @return Fewer than `k` if there are no more; none if `from` equals `to`.
/// @throws std::invalid_argument if a number is out of its range; what RelationTest throws.
std::vector<Path> find_paths(const Topology& topology, const PathQuery& query);

/// Whether any path of the query exists with up to kMostHops hops: its number of hops.
std::optional<std::uint32_t> fewest_hops(const Topology& topology, const PathQuery& query);

}  // namespace newsgraph
