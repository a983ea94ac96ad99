#include "graph/query/contraries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/ontology/ontology.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Contraries, AreTheSameWithTheOtherPolarity) {
  testing::GraphBuilder build;
  const auto a = build.article("1", "One", "2024");
  const auto ann = build.entity("Ann", EntityType::kPerson);
  const auto oslo = build.entity("Oslo", EntityType::kPlace);
  build.relation(ann, "visited", oslo, "CONSULT", {build.claim(a, "x")}).contested = true;
  build.relation(ann, "not visited", oslo, "CONSULT", {build.claim(a, "x")}).contested = true;
  build.relation(oslo, "not visited", ann, "CONSULT", {build.claim(a, "x")}).contested = true;
  build.relation(ann, "planned: visited", oslo, "CONSULT", {build.claim(a, "x")});
  EXPECT_THAT(contraries(build.graph()),
              ElementsAre(ElementsAre(1), ElementsAre(0), IsEmpty(), IsEmpty()));
}

TEST(Contraries, AreContraryPredicatesOfTheOntology) {
  ASSERT_THAT(Ontology::instance().contraries("accept"), ::testing::Contains("reject"));
  testing::GraphBuilder build;
  const auto a = build.article("1", "One", "2024");
  const auto ann = build.entity("Ann", EntityType::kPerson);
  const auto treaty = build.entity("Treaty", EntityType::kLaw);
  build.relation(ann, "accept", treaty, "AGREE", {build.claim(a, "x")}).contested = true;
  build.relation(ann, "reject", treaty, "REJECT", {build.claim(a, "x")}).contested = true;
  EXPECT_THAT(contraries(build.graph()), ElementsAre(ElementsAre(1), ElementsAre(0)));
}

TEST(Contraries, OfStatementsAreNumberedAfterTheEdges) {
  testing::GraphBuilder build;
  const auto a = build.article("1", "One", "2024");
  const auto talks = build.entity("talks", EntityType::kOther, NodeKind::kConcept);
  build.relation(talks, "in", talks, "LOCATED", {build.claim(a, "x")});
  build.statement(talks, "failed", "OTHER", {build.claim(a, "x")}).relation.contested = true;
  build.statement(talks, "not failed", "OTHER", {build.claim(a, "x")}).relation.contested = true;
  EXPECT_THAT(contraries(build.graph()), ElementsAre(IsEmpty(), ElementsAre(2), ElementsAre(1)));
}

TEST(Contraries, AreNoneOnceTheOtherSideIsFilteredOut) {
  testing::GraphBuilder build;
  const auto a = build.article("1", "One", "2024");
  const auto ann = build.entity("Ann", EntityType::kPerson);
  build.relation(ann, "visited", ann, "CONSULT", {build.claim(a, "x")}).contested = true;
  EXPECT_THAT(contraries(build.graph()), ElementsAre(IsEmpty()));
}

}  // namespace
}  // namespace newsgraph
