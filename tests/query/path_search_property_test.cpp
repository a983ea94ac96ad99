#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "graph/query/path_search.hpp"

namespace newsgraph {
namespace {

using Nodes = std::vector<std::uint32_t>;
using Ranked = std::tuple<std::uint64_t, std::size_t, Nodes>;  // cost, hops, nodes

/// All loopless paths, by trying everything.
class BruteForce {
 public:
  BruteForce(const Topology& topology, const PathQuery& query)
      : topology_(topology), query_(query), selected_(topology, query.selection) {
    for (std::uint32_t i = 0; i < topology.relations().size(); ++i) {
      if (!selected_(i)) continue;
      const auto& relation = topology.relations()[i];
      link(relation.subject, relation.object, relation_cost(relation));
      if (query.direction == Direction::kAny) {
        link(relation.object, relation.subject, relation_cost(relation));
      }
    }
    walk({query.from}, 0);
    std::sort(found_.begin(), found_.end());
    if (found_.size() > query.k) found_.resize(query.k);
  }
  const std::vector<Ranked>& found() const { return found_; }

 private:
  void link(std::uint32_t from, std::uint32_t to, PathCost cost) {
    const auto [place, is_new] = costs_.try_emplace({from, to}, cost);
    if (!is_new) place->second = std::min(place->second, cost);
  }
  void walk(Nodes nodes, std::uint64_t cost) {
    const std::uint32_t last = nodes.back();
    if (last == query_.to) {
      if (nodes.size() > 1) found_.emplace_back(cost, nodes.size(), nodes);
      return;
    }
    if (nodes.size() > query_.max_hops) return;
    for (std::uint32_t next = 0; next < topology_.nodes().size(); ++next) {
      const auto link = costs_.find({last, next});
      if (link == costs_.end() || std::count(nodes.begin(), nodes.end(), next) != 0) continue;
      std::uint64_t onward = cost + link->second;
      if (next != query_.to) {
        if (topology_.nodes()[next].kind == NodeKind::kValue) continue;
        onward += topology_.crossing_cost(next);
      }
      nodes.push_back(next);
      walk(nodes, onward);
      nodes.pop_back();
    }
  }

  const Topology& topology_;
  const PathQuery& query_;
  RelationTest selected_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, PathCost> costs_;
  std::vector<Ranked> found_;
};

/// A number in [0, sides).
std::uint32_t roll(std::mt19937& random, std::uint32_t sides) {
  return static_cast<std::uint32_t>(random() % sides);
}

Topology random_topology(std::mt19937& random, std::uint32_t nodes, std::uint32_t relations) {
  Topology topology;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const std::uint32_t dice = roll(random, 10);
    topology.add_node({dice == 0   ? NodeKind::kValue
                       : dice < 3  ? NodeKind::kConcept
                       : dice == 3 ? NodeKind::kEvent
                                   : NodeKind::kEntity,
                       EntityType::kOther});
  }
  const std::uint32_t word = topology.word("met");
  for (std::uint32_t i = 0; i < relations; ++i) {
    topology.add_relation({
        .subject = roll(random, nodes),
        .object = roll(random, nodes),
        .predicate = word,
        .canonical = word,
        .readable = word,
        .relation_class = word,
        .support = 1 + roll(random, 2),
        // Few different values, so that many paths cost the same.
        .confidence = roll(random, 2) == 0 ? 0.9F : 0.5F,
        .polarity = roll(random, 4) == 0 ? Polarity::kNegated : Polarity::kAffirmed,
        .asserted = roll(random, 2) == 0,
    });
  }
  topology.seal();
  return topology;
}

/// Node sets, sizes and seeds are fixed: the same graphs on every machine.
TEST(FindPathsProperty, AgreesWithBruteForceOnRandomGraphs) {
  std::mt19937 random(20240501);
  std::size_t compared = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::uint32_t nodes = 2 + roll(random, 7);
    const Topology topology = random_topology(random, nodes, roll(random, nodes * 4 + 1));
    PathQuery query;
    query.from = roll(random, nodes);
    query.to = roll(random, nodes);
    query.k = 1 + roll(random, 12);
    query.max_hops = 1 + roll(random, 7);
    query.direction = roll(random, 2) == 0 ? Direction::kAny : Direction::kOut;
    if (roll(random, 4) == 0) query.selection.min_confidence = 0.7;
    if (roll(random, 4) == 0) query.selection.asserted_only = true;

    std::vector<Ranked> found;
    for (const Path& path : find_paths(topology, query)) {
      found.emplace_back(path.cost, path.nodes.size(), path.nodes);
    }
    ASSERT_EQ(found, BruteForce(topology, query).found()) << "round " << round;
    compared += found.size();
  }
  EXPECT_GT(compared, 2000U);  // the graphs do have paths
}

TEST(FindPathsProperty, EveryHopIsASelectedRelationBetweenItsNodes) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const Topology topology = random_topology(random, 40, 160);
    const PathQuery query{.from = 0,
                          .to = 1,
                          .k = 8,
                          .max_hops = 5,
                          .direction = Direction::kAny,
                          .selection = {.min_confidence = 0.7},
                          .via = {}};
    for (const Path& path : find_paths(topology, query)) {
      ASSERT_EQ(path.hops.size() + 1, path.nodes.size());
      for (std::size_t i = 0; i < path.hops.size(); ++i) {
        ASSERT_EQ(path.hops[i].from, path.nodes[i]);
        ASSERT_EQ(path.hops[i].to, path.nodes[i + 1]);
        for (const std::uint32_t number : path.hops[i].relations) {
          const auto& relation = topology.relations()[number];
          ASSERT_EQ(std::minmax(relation.subject, relation.object),
                    std::minmax(path.hops[i].from, path.hops[i].to));
          ASSERT_GE(relation.confidence, 0.7F);
        }
      }
    }
  }
}

}  // namespace
}  // namespace newsgraph
