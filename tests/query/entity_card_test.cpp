#include "graph/query/entity_card.hpp"

#include <gtest/gtest.h>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

/// "REJECT: declined, refused; OTHER: in".
std::string dump(const KnowledgeGraph& graph, const std::vector<EntityCard::Group>& groups) {
  std::string text;
  for (const auto& group : groups) {
    text += (text.empty() ? "" : "; ") + group.relation_class + ":";
    for (const Edge& edge : group.relations) text += " " + graph.relations[edge].readable;
  }
  return text;
}

const char* const kGraph = R"(
    Keller/person -in-> Norland/place
    Keller -near-> Berlin/place
    Keller -of-> Norland
    Keller -declined/REJECT-> Berlin visit/event @0.7 [a1]
    Keller -refused/REJECT-> Berlin visit @0.9 [a1]
    Keller -snubbed/REJECT-> Berlin @0.6 [a1]
    Keller -snubbed/REJECT-> Berlin @0.6 [a2]
    Lind/person -met/CONSULT-> Keller
    Lind -not met/CONSULT-> Keller
    Keller -praised-> Keller
    Keller -failed-> . @0.6
    Keller -resigned-> . @0.9
    Lind -slept-> .
)";

TEST(EntityCard, GroupsRelationsByClassBestSupportedFirstAndOtherLast) {
  const KnowledgeGraph graph = build_graph(kGraph);
  const EntityCard card = entity_card(graph, vertex_of(graph, "Keller"));
  EXPECT_EQ(dump(graph, card.out).substr(0, 41), "REJECT: snubbed refused declined; OTHER: ");
  EXPECT_EQ(card.in.size(), 1U);
  EXPECT_EQ(card.in[0].relations.size(), 2U);
}

TEST(EntityCard, CountsARelationToItselfOnce) {
  const KnowledgeGraph graph = build_graph(kGraph);
  const EntityCard card = entity_card(graph, vertex_of(graph, "Keller"));
  EXPECT_EQ(card.relation_count, 9U);
}

TEST(EntityCard, HoldsWhatIsContestedAndItsOwnStatements) {
  const KnowledgeGraph graph = build_graph(kGraph);
  const EntityCard card = entity_card(graph, vertex_of(graph, "Keller"));
  EXPECT_EQ(card.contested.size(), 2U);
  ASSERT_EQ(card.statements.size(), 2U);
  EXPECT_EQ(graph.statements[card.statements[0]].relation.readable, "resigned");
  EXPECT_EQ(graph.statements[card.statements[1]].relation.readable, "failed");
}

TEST(EntityCard, RanksNeighboursByRelations) {
  const KnowledgeGraph graph = build_graph(kGraph);
  const EntityCard card = entity_card(graph, vertex_of(graph, "Keller"));
  ASSERT_EQ(card.neighbours.size(), 4U);
  for (const auto& neighbour : card.neighbours) EXPECT_EQ(neighbour.relations, 2U);
}

TEST(EntityCard, OfANodeWithoutRelationsIsEmpty) {
  const KnowledgeGraph graph = build_graph("= Keller: K*1");
  const EntityCard card = entity_card(graph, 0);
  EXPECT_TRUE(card.out.empty() && card.in.empty() && card.statements.empty());
}

}  // namespace
}  // namespace newsgraph
