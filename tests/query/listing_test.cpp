#include "graph/query/listing.hpp"

#include <gtest/gtest.h>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

class ListingTest : public testing::Test {
 protected:
  std::string entities(const EntityListQuery& query) const {
    const auto listing = list_entities(graph_, query);
    std::string text = std::to_string(listing.total) + ":";
    for (const std::uint32_t vertex : listing.items) text += " " + graph_.relations[vertex].label;
    return text;
  }
  std::string relations(const RelationListQuery& query) const {
    const auto listing = list_relations(graph_, query);
    std::string text = std::to_string(listing.total) + ":";
    for (const Edge& edge : listing.items) text += " " + graph_.relations[edge].readable;
    return text;
  }

  KnowledgeGraph graph_ = build_graph(R"(
      Keller/person -met-> Lind/person @0.9 [a1 2024-05-01]
      Keller -met-> Lind @0.9 [a2 2024-06-01]
      Keller -sued-> Norland/place @0.8 [a3 2023]
      Lind -not left-> Norland @0.95 <Keller> [a1]
      Lind -join?planned-> talks/concept @0.4 [a4]
      = Lind: Märta Lind*9
      = Keller: PM Keller*2
  )");
};

TEST_F(ListingTest, OrdersEntitiesByWhatIsAskedFor) {
  EXPECT_EQ(entities({}), "4: Lind Keller Norland talks");
  EXPECT_EQ(entities({.order = EntityOrder::kLabel}), "4: Keller Lind Norland talks");
  EXPECT_EQ(entities({.order = EntityOrder::kFirst, .limit = 1}).substr(0, 3), "4: ");
  EXPECT_EQ(entities({.types = {EntityType::kPerson}, .order = EntityOrder::kRelations}),
            "2: Lind Keller");
  EXPECT_EQ(entities({.types = {EntityType::kPerson}, .order = EntityOrder::kFirst}),
            "2: Keller Lind");
}

TEST_F(ListingTest, SelectsEntities) {
  EXPECT_EQ(entities({.kinds = {NodeKind::kConcept}}), "1: talks");
  EXPECT_EQ(entities({.types = {EntityType::kPlace}}), "1: Norland");
  EXPECT_EQ(entities({.name = "MARTA"}), "1: Lind");
  EXPECT_EQ(entities({.min_mentions = 5}), "2: Lind Keller");
}

TEST_F(ListingTest, CutsAtTheLimitAndStillCountsAll) {
  EXPECT_EQ(entities({.limit = 1}), "4: Lind");
  EXPECT_EQ(entities({.limit = 0}), "4: Lind Keller Norland talks");
}

TEST_F(ListingTest, OrdersRelationsByWhatIsAskedFor) {
  EXPECT_EQ(relations({}), "4: met left sued join");
  EXPECT_EQ(relations({.order = RelationOrder::kConfidence}), "4: left met sued join");
  EXPECT_EQ(relations({.order = RelationOrder::kLast}), "4: met left sued join");
  EXPECT_EQ(relations({.order = RelationOrder::kFirst}), "4: sued met left join");
}

TEST_F(ListingTest, SelectsRelations) {
  EXPECT_EQ(relations({.selection = {.relations = {"met"}}}), "1: met");
  EXPECT_EQ(relations({.subject = vertex_of(graph_, "Keller")}), "2: met sued");
  EXPECT_EQ(relations({.object = vertex_of(graph_, "Norland")}), "2: left sued");
  EXPECT_EQ(relations({.involving = vertex_of(graph_, "Lind")}), "3: met left join");
  EXPECT_EQ(relations({.polarity = Polarity::kNegated}), "1: left");
  EXPECT_EQ(relations({.modality = Modality::kPlanned}), "1: join");
  EXPECT_EQ(relations({.reported_only = true}), "1: left");
  EXPECT_EQ(relations({.contested_only = true}), "0:");
}

}  // namespace
}  // namespace newsgraph
