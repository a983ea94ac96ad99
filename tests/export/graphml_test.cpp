#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "export/exporter.hpp"
#include "export/picture/picture.hpp"
#include "export/text.hpp"
#include "export/viewer/edge_kinds.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string graphml(const KnowledgeGraph& graph, bool strict = false) {
  std::ostringstream out;
  find_format("graphml")->make({.strict = strict})->write(graph, out);
  return out.str();
}

TEST(Graphml, GivesEveryParallelEdgeAKindOfItsOwn) {
  testing::GraphBuilder build;
  const auto article = build.article("a", "A", "2024");
  const auto a = build.entity("A", EntityType::kPerson);
  const auto b = build.entity("B", EntityType::kPerson);
  const auto claim = [&] { return build.claim(article, "A met B."); };
  build.relation(a, "met", b, "CONSULT", {claim()});
  build.relation(a, "called", b, "CONSULT", {claim()});
  build.relation(a, "not met", b, "CONSULT", {claim()});
  build.relation(b, "met", a, "CONSULT", {claim()});
  build.relation(a, "phoned", b, "CONSULT", {claim()});
  build.relation(a, "planned: meet", b, "CONSULT", {claim()});
  EXPECT_THAT(edge_ordinals(build.graph().relations), ElementsAre(1, 2, 1, 1, 3, 1));
  const std::string text = graphml(build.graph());
  for (const char* const kind : {"\"CONSULT\"", "\"CONSULT_2\"", "\"CONSULT_3\"", "\"NOT_CONSULT\"",
                                 "\"PLANNED_CONSULT\""}) {
    EXPECT_THAT(text, HasSubstr(std::string(" label=") + kind)) << kind;
  }
}

TEST(Graphml, HasNoAttributesOutsideTheStandardWhenStrict) {
  const std::string text = graphml(testing::hostile_graph(), true);
  EXPECT_THAT(text, Not(HasSubstr(" labels=")));
  EXPECT_THAT(text, Not(HasSubstr(" label=")));
}

TEST(Graphml, CountsAllEvidenceAndListsAHundred) {
  testing::GraphBuilder build;
  const auto article = build.article("a", "A", "2024");
  const auto a = build.entity("A", EntityType::kPerson);
  Relation& relation = build.relation(a, "met", a, "CONSULT", {build.claim(article, "A met A.")});
  relation.claims.resize(250, relation.claims[0]);
  relation.evidence_count = 250;
  const std::string text = graphml(build.graph());
  EXPECT_THAT(text, HasSubstr("<data key=\"e_evidence_count\">250</data>"));
  std::size_t listed = 0;
  for (std::size_t at = text.find("A met A."); at != std::string::npos;
       at = text.find("A met A.", at + 1)) {
    ++listed;
  }
  EXPECT_EQ(listed, 100u);
}

TEST(Graphml, NeverWritesAWeightThatGephiDrops) {
  testing::GraphBuilder build;
  const auto article = build.article("a", "A", "2024");
  const auto a = build.entity("A", EntityType::kPerson);
  build.relation(a, "met", a, "CONSULT", {build.claim(article, "A met A.")}).evidence_count = 0;
  EXPECT_THAT(graphml(build.graph()), HasSubstr("<data key=\"e_weight\">1</data>"));
}

TEST(Graphml, OpensOnThePicture) {
  const KnowledgeGraph graph = testing::hostile_graph();
  const std::string text = graphml(graph);
  for (const PictureNode& node : draw_picture(graph)) {
    std::string expected;
    const auto add = [&expected](const char* key, double value) {
      expected += std::string("<data key=\"n_") + key + "\">";
      append_number(expected, value);
      expected += "</data>";
    };
    add("pagerank", node.rank);
    add("community", node.community);
    add("x", node.x);
    add("y", node.y);
    add("size", node.size);
    add("r", node.color.red);
    EXPECT_THAT(text, HasSubstr(expected));
  }
}

}  // namespace
}  // namespace newsgraph
