#include "graph/query/statistics.hpp"

#include <gtest/gtest.h>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

using Counts = GraphStatistics::Counts;

TEST(GraphStatistics, CountsEachPartOfTheGraph) {
  const KnowledgeGraph graph = build_graph(R"(
      Keller/person -met/CONSULT-> Lind/person [a1 2024-05-01 Post]
      Keller -met/CONSULT-> Lind [a2 2024-06-01 Post]
      Keller -not met/CONSULT-> Lind <Norland> [a3 2023 Ledger]
      Norland/place -join?planned-> talks/concept [a4]
      Lind -slept-> . <Keller> [a1] 'Lind slept.'
      Lind -slept-> . <Keller> [a2] 'Lind slept.'
  )");
  const GraphStatistics stats = graph_statistics(graph);
  EXPECT_EQ(stats.articles, 4U);
  EXPECT_EQ(stats.sentences, 6U);
  EXPECT_EQ(stats.entities, 4U);
  EXPECT_EQ(stats.relations, 3U);
  EXPECT_EQ(stats.statements, 1U);
  EXPECT_EQ(stats.claims, 6U);
  EXPECT_EQ(stats.kinds, (Counts{{"entity", 3}, {"concept", 1}}));
  EXPECT_EQ(stats.types, (Counts{{"person", 2}, {"place", 1}}));
  EXPECT_EQ(stats.classes, (Counts{{"CONSULT", 2}, {"OTHER", 1}}));
  EXPECT_EQ(stats.polarities, (Counts{{"affirmed", 2}, {"negated", 1}}));
  EXPECT_EQ(stats.modalities, (Counts{{"actual", 2}, {"planned", 1}}));
  EXPECT_EQ(stats.reported, 1U);
  EXPECT_EQ(stats.asserted, 1U);
  EXPECT_EQ(stats.contested, 2U);
  EXPECT_EQ(stats.supported, 1U);
  EXPECT_EQ(stats.first_date, "2023");
  EXPECT_EQ(stats.last_date, "2024-06-01");
  EXPECT_EQ(stats.undated_articles, 1U);
  EXPECT_EQ(stats.top_sources, (Counts{{"Keller", 2}, {"Norland", 1}}));
  EXPECT_EQ(stats.outlets, (Counts{{"Post", 2}, {"Ledger", 1}}));
  ASSERT_EQ(stats.top_entities.size(), 3U);
  EXPECT_EQ(stats.top_entities[0].relations, 2U);
}

TEST(GraphStatistics, CutsRankingsAtTheTop) {
  const KnowledgeGraph graph = build_graph("A -m-> B [a1 2024 P]\nA -m-> C [a2 2024 Q]");
  const GraphStatistics stats = graph_statistics(graph, 1);
  EXPECT_EQ(stats.top_entities.size(), 1U);
  EXPECT_EQ(stats.outlets, (Counts{{"P", 1}}));
}

TEST(GraphStatistics, OfAnEmptyGraphAreZero) {
  const GraphStatistics stats = graph_statistics(KnowledgeGraph{});
  EXPECT_EQ(stats.relations, 0U);
  EXPECT_TRUE(stats.kinds.empty());
}

}  // namespace
}  // namespace newsgraph
