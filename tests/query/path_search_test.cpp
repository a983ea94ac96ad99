#include "graph/query/path_search.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

/// A graph and questions to it, answered one path a line: "A -met-> B <-backs- C".
struct Question {
  explicit Question(std::string_view lines) : graph(build_graph(lines)) {}

  std::string paths(std::string_view from, std::string_view to, PathQuery query = {}) const {
    query.from = vertex_of(graph, from);
    query.to = vertex_of(graph, to);
    std::string text;
    for (const Path& path : find_paths(topology, query)) {
      text += label(path.nodes.front());
      for (const PathHop& hop : path.hops) {
        const auto& best = topology.relations()[hop.relations.front()];
        const std::string more =
            hop.relations.size() == 1 ? "" : "+" + std::to_string(hop.relations.size() - 1);
        const std::string& word = topology.words()[best.readable];
        text += best.subject == hop.from ? " -" + word + more + "-> " : " <-" + word + more + "- ";
        text += label(hop.to);
      }
      text += "\n";
    }
    return text;
  }

  std::string label(std::uint32_t node) const { return graph.relations[node].label; }

  KnowledgeGraph graph;
  Topology topology = make_topology(graph);
};

TEST(FindPaths, LeadsOverEventsBesideTheDirectRelation) {
  const Question question(R"(
      Keller/person -declined/REJECT-> Berlin visit/event
      Berlin visit -to-> Berlin/place
      Keller -declined to visit/REJECT-> Berlin
  )");
  EXPECT_EQ(question.paths("Keller", "Berlin"),
            "Keller -declined to visit-> Berlin\n"
            "Keller -declined-> Berlin visit -to-> Berlin\n");
}

TEST(FindPaths, FollowsRelationsBackwardUnlessTheDirectionIsOut) {
  const Question question("A -met-> B\nC -backs-> B\nC -left-> D\nA -left-> D\nD -met-> C");
  EXPECT_EQ(question.paths("A", "C", {.max_hops = 2}),
            "A -left-> D -met+1-> C\nA -met-> B <-backs- C\n");
  EXPECT_EQ(question.paths("A", "C", {.max_hops = 2, .direction = Direction::kOut}),
            "A -left-> D -met-> C\n");
  EXPECT_EQ(question.paths("B", "A", {.direction = Direction::kOut}), "");
}

TEST(FindPaths, GroupsParallelRelationsCheapestFirst) {
  const Question question("A -met-> B @0.5\nA -backs-> B @0.9\nB -sued-> A @0.7");
  EXPECT_EQ(question.paths("A", "B"), "A -backs+2-> B\n");
  EXPECT_EQ(question.paths("A", "B", {.direction = Direction::kOut}), "A -backs+1-> B\n");
}

TEST(FindPaths, PrefersTheSurerTheBetterSupportedAndTheAsserted) {
  EXPECT_EQ(Question("A -m-> B @0.9\nB -m-> D @0.9\nA -m-> C @0.5\nC -m-> D @0.9")
                .paths("A", "D", {.k = 1}),
            "A -m-> B -m-> D\n");
  EXPECT_EQ(
      Question("A -m-> B [a1]\nA -m-> B [a2]\nB -m-> D\nA -m-> C [a1]\nA -m-> C [a1]\nC -m-> D")
          .paths("A", "D", {.k = 1}),
      "A -m-> B -m-> D\n");
  EXPECT_EQ(Question("A -not m-> B\nB -m-> D\nA -m-> C\nC -m-> D").paths("A", "D", {.k = 1}),
            "A -m-> C -m-> D\n");
}

TEST(FindPaths, ComesToTheHubLast) {
  std::string lines =
      "A -met-> Norland/place\nB -met-> Norland\nA -met-> C\nC -met-> D\nD -met-> B\n";
  EXPECT_EQ(Question(lines).paths("A", "B", {.k = 1}), "A -met-> Norland <-met- B\n");
  for (int i = 0; i < 3000; ++i) lines += "n" + std::to_string(i) + " -in-> Norland\n";
  EXPECT_EQ(Question(lines).paths("A", "B", {.k = 2}),
            "A -met-> C -met-> D -met-> B\nA -met-> Norland <-met- B\n");
}

TEST(FindPaths, PrefersNamesAndEventsToConceptsBetween) {
  const Question question(
      "A -held-> peace talks/concept\nB -held-> peace talks\nA -met-> C\nC -met-> B");
  EXPECT_EQ(question.paths("A", "B"), "A -met-> C -met-> B\nA -held-> peace talks <-held- B\n");
}

TEST(FindPaths, NeverLeadsOverAValue) {
  const Question question("A -in-> 2016/value\nB -in-> 2016");
  EXPECT_EQ(question.paths("A", "B"), "");
  EXPECT_EQ(question.paths("A", "2016"), "A -in-> 2016\n");
}

TEST(FindPaths, HeedsTheMostHops) {
  const Question question("A -m-> B\nB -m-> C\nC -m-> D\nD -m-> E\nE -m-> F");
  EXPECT_EQ(question.paths("A", "E", {.max_hops = 3}), "");
  EXPECT_EQ(question.paths("A", "E", {.max_hops = 4}), "A -m-> B -m-> C -m-> D -m-> E\n");
  EXPECT_EQ(question.paths("A", "B", {.max_hops = 1}), "A -m-> B\n");
  EXPECT_EQ(question.paths("A", "F", {.max_hops = 10}), "A -m-> B -m-> C -m-> D -m-> E -m-> F\n");
}

TEST(FindPaths, HeedsTheSelectionAndTheTypesBetween) {
  const Question question(R"(
      A -met/CONSULT-> B/person @0.9
      B -met/CONSULT-> D @0.9
      A -sued/SANCTION-> C/organization @0.4
      C -sued/SANCTION-> D @0.9
  )");
  EXPECT_EQ(question.paths("A", "D", {.selection = {.relations = {"SANCTION"}}}),
            "A -sued-> C -sued-> D\n");
  EXPECT_EQ(question.paths("A", "D", {.selection = {.min_confidence = 0.5}}),
            "A -met-> B -met-> D\n");
  EXPECT_EQ(question.paths("A", "D", {.via = {EntityType::kOrganization}}),
            "A -sued-> C -sued-> D\n");
}

TEST(FindPaths, OrdersEqualCostsByNodes) {
  const Question question("A -m-> B\nA -m-> C\nA -m-> D\nB -m-> E\nC -m-> E\nD -m-> E");
  PathQuery query{.from = vertex_of(question.graph, "A"), .to = vertex_of(question.graph, "E")};
  const auto paths = find_paths(question.topology, query);
  ASSERT_EQ(paths.size(), 3U);
  EXPECT_EQ(paths[0].cost, paths[2].cost);
  EXPECT_LT(paths[0].nodes, paths[1].nodes);
  EXPECT_LT(paths[1].nodes, paths[2].nodes);
}

TEST(FindPaths, IgnoresLoopsAndFindsNoWayFromANodeToItself) {
  const Question question("A -m-> A\nA -m-> B\nB -m-> B");
  EXPECT_EQ(question.paths("A", "B"), "A -m-> B\n");
  EXPECT_EQ(question.paths("A", "A"), "");
}

TEST(FindPaths, RefusesNumbersOutOfRange) {
  const Question question("A -m-> B");
  EXPECT_THROW(question.paths("A", "B", {.k = 0}), std::invalid_argument);
  EXPECT_THROW(question.paths("A", "B", {.max_hops = 0}), std::invalid_argument);
  EXPECT_THROW(question.paths("A", "B", {.max_hops = kMostHops + 1}), std::invalid_argument);
  EXPECT_THROW(find_paths(question.topology, {.from = 0, .to = 2}), std::invalid_argument);
}

TEST(FindPaths, EndsSoonWhereOnlyOneWayOutOfADenseCrowdExists) {
  // Every search for a second path wanders through the crowd; their number must not explode.
  std::string lines = "gate -m-> out\n";
  for (int i = 0; i < 30; ++i) {
    for (int j = 0; j < i; ++j)
      lines += "c" + std::to_string(i) + " -m-> c" + std::to_string(j) + "\n";
  }
  lines += "c0 -m-> gate\n";
  const Question question(lines);
  EXPECT_EQ(question.paths("gate", "out", {.k = 5, .max_hops = 10}), "gate -m-> out\n");
}

TEST(FewestHops, TellsHowFarTheNearestPathIs) {
  const Question question("A -m-> B\nB -m-> C\nD -m-> E");
  const auto hops = [&](const char* from, const char* to) {
    return fewest_hops(question.topology, {.from = vertex_of(question.graph, from),
                                           .to = vertex_of(question.graph, to),
                                           .max_hops = 1});
  };
  EXPECT_EQ(hops("A", "C"), 2U);
  EXPECT_EQ(hops("A", "E"), std::nullopt);
}

}  // namespace
}  // namespace newsgraph
