#include "graph/query/relation_selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

class RelationSelectionTest : public testing::Test {
 protected:
  /// The selected relations as "A met B; ...", in the order of the text below.
  std::string selected(const RelationSelection& selection) const {
    const RelationTest test(topology_, selection);
    std::string text;
    for (const char* wanted : {"met", "declined", "join", "backs", "left"}) {
      for (std::uint32_t i = 0; i < topology_.relations().size(); ++i) {
        const auto& relation = topology_.relations()[i];
        if (topology_.words()[relation.canonical] != wanted || !test(i)) continue;
        text += std::string(text.empty() ? "" : " ") + wanted;
      }
    }
    return text;
  }

  KnowledgeGraph graph_ = build_graph(R"(
      Keller/person -met/CONSULT-> Lind/person @0.9 [a1 2024-05-01]
      Keller -met/CONSULT-> Lind @0.8 [a2 2024-07-01]
      Keller -declined/REJECT-> Berlin visit/event @0.7 [a1]
      Keller -join/AGREE?planned-> Baltic Pact/organization @0.6 [a3 2023-01-01]
      Lind -backs/SUPPORT-> Keller @0.5 <Daily Post> [a2]
      Lind -left-> Berlin @0.9 [a4]
  )");
  Topology topology_ = make_topology(graph_);
};

TEST_F(RelationSelectionTest, TakesAllByDefault) {
  EXPECT_EQ(selected({}), "met declined join backs left");
}

TEST_F(RelationSelectionTest, TakesPredicatesAndClasses) {
  EXPECT_EQ(selected({.relations = {"met"}}), "met");
  EXPECT_EQ(selected({.relations = {"support", "Declined"}}), "declined backs");
  EXPECT_EQ(selected({.relations = {"OTHER"}}), "left");
}

TEST_F(RelationSelectionTest, SuggestsWhereNoRelationIsCalledSo) {
  const auto message = [&](const char* name) {
    try {
      selected({.relations = {name}});
    } catch (const UnknownName& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  EXPECT_EQ(message("REJCT"),
            "no relation is called \"REJCT\" (predicate or class); did you mean \"REJECT\"?");
  EXPECT_THAT(message("xylophone"), testing::HasSubstr("the most common are: "));
}

TEST_F(RelationSelectionTest, TakesThoseSureEnough) {
  EXPECT_EQ(selected({.min_confidence = 0.7}), "met declined left");
  EXPECT_EQ(selected({.min_support = 2}), "met");
  EXPECT_EQ(selected({.asserted_only = true}), "met declined left");
}

TEST_F(RelationSelectionTest, TakesThoseWithADateInTheSpan) {
  EXPECT_EQ(selected({.since = "2024"}), "met declined backs");
  EXPECT_EQ(selected({.since = "2024-06"}), "met backs");
  EXPECT_EQ(selected({.until = "2023"}), "join");
  EXPECT_EQ(selected({.since = "2023-01-01", .until = "2024-05-01"}), "met declined join");
}

TEST_F(RelationSelectionTest, SaysWhatADateLooksLike) {
  EXPECT_THROW(
      {
        try {
          selected({.since = "yesterday"});
        } catch (const Error& error) {
          EXPECT_STREQ(error.what(),
                       "\"yesterday\" is no date with a year; expected ISO 8601, e.g. 2024-05-01, "
                       "2024-05 or 2024");
          throw;
        }
      },
      Error);
}

}  // namespace
}  // namespace newsgraph
