#include "graph/query/topology.hpp"

#include <gtest/gtest.h>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

TEST(Topology, ListsEachRelationAtBothItsEnds) {
  const KnowledgeGraph graph = build_graph("A -met-> B\nA -backs-> B\nB -met-> C");
  const Topology topology = make_topology(graph);
  const std::uint32_t a = vertex_of(graph, "A");
  const std::uint32_t b = vertex_of(graph, "B");
  const std::uint32_t c = vertex_of(graph, "C");
  ASSERT_EQ(topology.out(a).size(), 2U);
  EXPECT_EQ(topology.out(a)[0].node, b);
  EXPECT_EQ(topology.in(a).size(), 0U);
  EXPECT_EQ(topology.in(b).size(), 2U);
  ASSERT_EQ(topology.out(b).size(), 1U);
  EXPECT_EQ(topology.out(b)[0].node, c);
  EXPECT_EQ(topology.degree(b), 3U);
}

TEST(Topology, OfAnEmptyGraphIsEmpty) {
  const Topology topology = make_topology(KnowledgeGraph{});
  EXPECT_TRUE(topology.nodes().empty());
  EXPECT_TRUE(topology.relations().empty());
}

TEST(RelationCost, RisesWithEveryReasonToDoubt) {
  const TopologyRelation sure{.support = 3, .confidence = 0.9F, .asserted = true};
  const PathCost least = relation_cost(sure);
  TopologyRelation other = sure;
  other.confidence = 0.5F;
  EXPECT_GT(relation_cost(other), least);
  other = sure;
  other.support = 1;
  EXPECT_GT(relation_cost(other), least);
  other = sure;
  other.asserted = false;
  EXPECT_GT(relation_cost(other), least);
  const PathCost reported = relation_cost(other);
  other.modality = Modality::kPlanned;
  EXPECT_GT(relation_cost(other), reported);
  other = sure;
  other.asserted = false;
  other.polarity = Polarity::kNegated;
  EXPECT_GT(relation_cost(other), reported);
  EXPECT_GE(least, kOneHop);
}

TEST(CrossingCost, RisesWithTheNumberOfRelationsAndBarsValues) {
  std::string lines = "hub -near-> small\nidea/concept -near-> small\n2016/value -near-> small\n";
  for (int i = 0; i < 200; ++i) lines += "hub -near-> n" + std::to_string(i) + "\n";
  const KnowledgeGraph graph = build_graph(lines);
  const Topology topology = make_topology(graph);
  const auto cost = [&](const char* label) {
    return topology.crossing_cost(vertex_of(graph, label));
  };
  EXPECT_EQ(cost("small"), 0U);
  EXPECT_GT(cost("hub"), 0U);
  EXPECT_GT(cost("idea"), 0U);
  EXPECT_GE(cost("2016"), kImpassable);
}

TEST(DayNumbers, AreTheFirstAndLastDayADateMayMean) {
  const auto days = [](const char* date) {
    const DayNumbers numbers = day_numbers(date);
    return std::to_string(numbers.first) + " " + std::to_string(numbers.last);
  };
  EXPECT_EQ(days("2024-05-01"), "20240501 20240501");
  EXPECT_EQ(days("2024-05-01T10:00:00Z"), "20240501 20240501");
  EXPECT_EQ(days("2024-02"), "20240201 20240229");
  EXPECT_EQ(days("2024"), "20240101 20241231");
  EXPECT_EQ(days("2016-03-05/2016-05-06"), "20160305 20160506");
  EXPECT_EQ(days("XXXX-02-05"), "0 0");
  EXPECT_EQ(days(""), "0 0");
}

}  // namespace
}  // namespace newsgraph
