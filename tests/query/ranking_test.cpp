#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "graph/query/communities.hpp"
#include "graph/query/page_rank.hpp"
#include "graph/query/weighted_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;

TEST(WeightedGraph, AddsUpParallelEdgesAndKeepsLoopsApart) {
  const WeightedGraph graph(3, {{0, 1, 2}, {1, 0, 3}, {2, 2, 4}, {1, 2, 1}});
  ASSERT_EQ(graph.degree(1), 2u);
  EXPECT_EQ(graph.arcs(1)[0].node, 0u);
  EXPECT_EQ(graph.arcs(1)[0].weight, 5u);
  EXPECT_EQ(graph.arcs(1)[1].node, 2u);
  EXPECT_EQ(graph.inside(2), 4u);
  const WeightedGraph contracted = graph.contracted(std::vector{0u, 0u, 1u}, 2);
  EXPECT_EQ(contracted.inside(0), 5u);
  EXPECT_EQ(contracted.inside(1), 4u);
  EXPECT_EQ(contracted.arcs(0)[0].weight, 1u);
}

TEST(ConnectedComponents, AreNumberedByTheirLowestNode) {
  EXPECT_THAT(connected_components(WeightedGraph(5, {{4, 0, 1}, {1, 3, 1}})).of,
              ElementsAre(0, 1, 2, 1, 0));
}

TEST(PageRank, SumsToOneAlsoWithoutRelations) {
  const std::vector<double> ranks = page_rank(WeightedGraph(5, {{0, 1, 1}, {1, 2, 3}}));
  EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1, 1e-12);
  EXPECT_THAT(page_rank(WeightedGraph(4, {})), Each(DoubleNear(0.25, 1e-15)));
  EXPECT_TRUE(page_rank(WeightedGraph()).empty());
}

TEST(PageRank, IsHighestInTheMiddleOfAStar) {
  // By hand: hub = 0.15 / 4 + 0.85 * 3 * leaf, and leaf = 0.15 / 4 + 0.85 * hub / 3.
  const std::vector<double> ranks = page_rank(WeightedGraph(4, {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}}));
  EXPECT_NEAR(ranks[0], 0.4797297297, 1e-9);
  EXPECT_NEAR(ranks[1], 0.1734234234, 1e-9);
}

TEST(PageRank, FollowsStrongRelationsMoreOften) {
  const std::vector<double> ranks = page_rank(WeightedGraph(3, {{0, 1, 9}, {0, 2, 1}}));
  EXPECT_GT(ranks[1], 3 * ranks[2]);
}

TEST(Communities, AreDenseInsideAndNumberedBySize) {
  // A triangle and a square with diagonals, joined by one edge; and a node alone.
  const WeightedGraph graph(8, {{0, 1, 1},
                                {1, 2, 1},
                                {2, 0, 1},
                                {3, 4, 1},
                                {4, 5, 1},
                                {5, 6, 1},
                                {6, 3, 1},
                                {3, 5, 1},
                                {4, 6, 1},
                                {2, 3, 1}});
  EXPECT_THAT(communities(graph), ElementsAre(1, 1, 1, 0, 0, 0, 0, 2));
}

TEST(Communities, FollowWeights) {
  // A ring of four: the heavy edges stay, the light ones are cut.
  EXPECT_THAT(communities(WeightedGraph(4, {{0, 1, 9}, {1, 2, 1}, {2, 3, 9}, {3, 0, 1}})),
              ElementsAre(0, 0, 1, 1));
}

TEST(Communities, AreEachNodeItselfWithoutRelations) {
  EXPECT_THAT(communities(WeightedGraph(3, {{1, 1, 5}})), ElementsAre(0, 1, 2));
  EXPECT_TRUE(communities(WeightedGraph()).empty());
}

}  // namespace
}  // namespace newsgraph
