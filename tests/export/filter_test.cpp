#include "graph/query/filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/range/iterator_range.hpp>

#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

/// "A, B, C: A backs B x2, C failed": nodes, relations and statements with numbers of claims.
std::string dump(const KnowledgeGraph& graph) {
  std::string text;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.relations))) {
    text += (text.empty() ? "" : ", ") + graph.relations[vertex].label;
  }
  std::string separator = ": ";
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph.relations))) {
    text += separator + graph.relations[boost::source(edge, graph.relations)].label + " " +
            graph.relations[edge].readable + " " +
            graph.relations[boost::target(edge, graph.relations)].label + " x" +
            std::to_string(graph.relations[edge].claims.size());
    separator = ", ";
  }
  for (const Statement& statement : graph.statements) {
    text +=
        separator + graph.relations[statement.subject].label + " " + statement.relation.readable;
    separator = ", ";
  }
  return text;
}

/// Ann (person) backs Bor (place) in 2023 and, reported, in 2024-05; Ann may meet Cid (person) on
/// 2024-06-10; Dee (organization) stands alone; the talks (concept) failed on an unknown date.
KnowledgeGraph sample() {
  testing::GraphBuilder build;
  const auto first = build.article("1", "One", "2023");
  const auto second = build.article("2", "Two", "2024-05-02");
  const auto undated = build.article("3", "Three", "");
  const auto ann = build.entity("Ann", EntityType::kPerson);
  const auto bor = build.entity("Bor", EntityType::kPlace);
  const auto cid = build.entity("Cid", EntityType::kPerson);
  build.entity("Dee", EntityType::kOrganization);
  const auto talks = build.entity("talks", EntityType::kOther, NodeKind::kConcept);
  Claim own = build.claim(first, "Ann backs Bor.", 0.6);
  Claim reported = build.claim(second, "Ann backs Bor, said Cid.", 0.9);
  reported.attribution = {{cid, "Cid", "said"}};
  build.relation(ann, "backs", bor, "SUPPORT", {own, reported});
  Claim meeting = build.claim(second, "Ann may meet Cid.", 0.8);
  meeting.event_date = "2024-06-10";
  build.relation(ann, "possible: meet", cid, "CONSULT", {meeting});
  build.statement(talks, "failed", "OTHER", {build.claim(undated, "The talks failed.", 0.5)});
  return build.graph();
}

struct Row {
  GraphFilter filter;
  const char* expected;
};

TEST(GraphFilter, KeepsWhatPasses) {
  const Row rows[] = {
      {{}, "Ann, Bor, Cid, Dee, talks: Ann backs Bor x2, Ann meet Cid x1, talks failed"},
      {{.min_support = 2}, "Ann, Bor: Ann backs Bor x2"},
      {{.min_support = 3}, ""},
      {{.min_confidence = 0.8}, "Ann, Bor, Cid: Ann backs Bor x2, Ann meet Cid x1"},
      {{.types = {EntityType::kPerson}}, "Ann, Cid: Ann meet Cid x1"},
      {{.types = {EntityType::kPerson, EntityType::kOrganization}},
       "Ann, Cid, Dee: Ann meet Cid x1"},
      {{.kinds = {NodeKind::kConcept}}, "talks: talks failed"},
      {{.types = {EntityType::kPerson}, .asserted_only = true}, ""},
      {{.relations = {"support"}}, "Ann, Bor: Ann backs Bor x2"},
      {{.relations = {"Backs", "failed"}}, "Ann, Bor, talks: Ann backs Bor x2, talks failed"},
      {{.since = "2024"}, "Ann, Bor, Cid: Ann backs Bor x1, Ann meet Cid x1"},
      {{.since = "2024-06"}, "Ann, Cid: Ann meet Cid x1"},
      {{.since = "2023-07-01", .until = "2023-07-31"}, "Ann, Bor: Ann backs Bor x1"},
      {{.until = "2024-05"}, "Ann, Bor: Ann backs Bor x2"},
      {{.until = "2022"}, ""},
      {{.asserted_only = true}, "Ann, Bor, talks: Ann backs Bor x2, talks failed"},
      {{.since = "2024", .asserted_only = true}, ""},
  };
  const KnowledgeGraph graph = sample();
  for (const Row& row : rows) EXPECT_EQ(dump(filtered(graph, row.filter)), row.expected);
}

TEST(GraphFilter, RecountsRelationsThatLoseClaims) {
  const KnowledgeGraph part = filtered(sample(), {.since = "2024", .until = "2024-05"});
  const Relation& relation = part.relations[*boost::edges(part.relations).first];
  EXPECT_EQ(relation.evidence_count, 1u);
  EXPECT_EQ(relation.support, 1u);
  EXPECT_EQ(relation.confidence, 0.9);
  EXPECT_EQ(relation.first_date, "2024-05-02");
  EXPECT_EQ(relation.last_date, "2024-05-02");
  EXPECT_FALSE(relation.asserted);
}

TEST(GraphFilter, KeepsOnlyArticlesAndSentencesThatAreEvidence) {
  const KnowledgeGraph part = filtered(sample(), {.since = "2024-06"});
  ASSERT_EQ(part.articles.size(), 1u);
  EXPECT_EQ(part.articles[0].header.key, "2");
  ASSERT_EQ(part.sentences.size(), 1u);
  EXPECT_EQ(part.sentences[0].text, "Ann may meet Cid.");
  const Claim& claim = part.relations[*boost::edges(part.relations).first].claims[0];
  EXPECT_EQ(claim.evidence.article, 0u);
  EXPECT_EQ(claim.evidence.sentence, 0u);
}

TEST(GraphFilter, KeepsTheNamesOfSourcesThatAreNoLongerNodes) {
  const KnowledgeGraph part = filtered(sample(), {.relations = {"SUPPORT"}});
  const Source& source =
      part.relations[*boost::edges(part.relations).first].claims[1].attribution[0];
  EXPECT_EQ(source.entity, std::nullopt);
  EXPECT_EQ(source.text, "Cid");
}

TEST(GraphFilter, CountsCopiesOfOneTextOnce) {
  testing::GraphBuilder build;
  const auto first = build.article("1", "One", "2024-01-01");
  const auto copy = build.article("2", "One again", "2024-01-02");
  const auto old = build.article("3", "Old", "2020");
  build.header(copy).text_hash = build.header(first).text_hash;
  const auto ann = build.entity("Ann", EntityType::kPerson);
  build.relation(ann, "ran", ann, "OTHER",
                 {build.claim(old, "x"), build.claim(first, "x"), build.claim(copy, "x")});
  const KnowledgeGraph part = filtered(build.graph(), {.since = "2024"});
  const Relation& relation = part.relations[*boost::edges(part.relations).first];
  EXPECT_EQ(relation.evidence_count, 2u);
  EXPECT_EQ(relation.support, 1u);
}

TEST(GraphFilter, LeavesNoReferenceToADroppedRelation) {
  const KnowledgeGraph part = filtered(testing::hostile_graph(), {.relations = {"said"}});
  ASSERT_EQ(part.statements.size(), 1u);
  EXPECT_EQ(part.statements[0].object_relation, std::nullopt);
}

TEST(GraphFilter, ReadsTypesAndKinds) {
  GraphFilter filter;
  EXPECT_TRUE(add_type(filter, "Person"));
  EXPECT_TRUE(add_type(filter, "concept"));
  EXPECT_TRUE(add_type(filter, "event"));
  EXPECT_FALSE(add_type(filter, "robot"));
  EXPECT_THAT(filter.types, ::testing::ElementsAre(EntityType::kPerson, EntityType::kEvent));
  EXPECT_THAT(filter.kinds, ::testing::ElementsAre(NodeKind::kConcept, NodeKind::kEvent));
}

TEST(MostConnected, KeepsThoseWithMostRelationsAndStatementsAndWhatIsBetweenThem) {
  testing::GraphBuilder build;
  const auto a = build.article("1", "One", "2024");
  const auto ann = build.entity("Ann", EntityType::kPerson);
  const auto bob = build.entity("Bob", EntityType::kPerson);
  const auto cid = build.entity("Cid", EntityType::kPerson);
  const auto dan = build.entity("Dan", EntityType::kPerson);
  build.relation(ann, "met", bob, "CONSULT", {build.claim(a, "x")});
  build.relation(cid, "met", ann, "CONSULT", {build.claim(a, "x")});
  build.relation(dan, "met", ann, "CONSULT", {build.claim(a, "x")});
  build.statement(cid, "left", "OTHER", {build.claim(a, "x")});
  build[dan].mentions = 7;
  EXPECT_EQ(dump(most_connected(build.graph(), 2)), "Ann, Cid: Cid met Ann x1, Cid left");
  EXPECT_EQ(dump(most_connected(build.graph(), 3)),
            "Ann, Cid, Dan: Cid met Ann x1, Dan met Ann x1, Cid left");
  EXPECT_EQ(dump(most_connected(build.graph(), 9)), dump(build.graph()));
}

}  // namespace
}  // namespace newsgraph
