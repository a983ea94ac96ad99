#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "export/exporter.hpp"
#include "export/rdf/rdf_writer.hpp"
#include "extract/base/error.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string ntriples(const KnowledgeGraph& graph, const std::string& base = "https://n.example/") {
  std::ostringstream out;
  find_format("ntriples")->make({.base = base})->write(graph, out);
  return out.str();
}

struct Case {
  const char* readable;
  bool own_voice;
  bool direct;
};

TEST(Rdf, SaysADirectTripleOnlyOfWhatIsAsserted) {
  const Case cases[] = {
      {"backs", true, true},
      {"backs", false, false},
      {"not backs", true, false},
      {"planned: backs", true, false},
      {"possible: backs", true, false},
      {"conditional: backs", true, false},
  };
  for (const Case& c : cases) {
    testing::GraphBuilder build;
    const auto article = build.article("a", "A", "2024");
    const auto a = build.entity("A", EntityType::kPerson);
    const auto b = build.entity("B", EntityType::kPerson);
    Claim claim = build.claim(article, "A backs B.");
    if (!c.own_voice) claim.attribution = {{std::nullopt, "C", "said"}};
    build.relation(a, c.readable, b, "SUPPORT", {claim});
    const std::string text = ntriples(build.graph());
    const std::string subject = "<https://n.example/id/entity/e_0000000000000001> ";
    const std::string direct = subject + "<https://n.example/relation/backs> ";
    const std::string by_class = subject + "<https://newsgraph.example/ontology#SUPPORT> ";
    EXPECT_EQ(text.find(direct) != std::string::npos, c.direct) << c.readable;
    EXPECT_EQ(text.find(by_class) != std::string::npos, c.direct) << c.readable;
    EXPECT_THAT(text, HasSubstr("#predicate> <https://n.example/relation/backs> .")) << c.readable;
  }
}

TEST(Rdf, HasNoBlankNodes) {
  EXPECT_THAT(ntriples(testing::hostile_graph()), Not(HasSubstr("_:")));
}

TEST(Rdf, TakesAnyAbsoluteIriAsBase) {
  const KnowledgeGraph graph = testing::hostile_graph();
  EXPECT_THAT(ntriples(graph, "http://localhost:8080/news#"),
              HasSubstr("<http://localhost:8080/news#id/entity/e_"));
  EXPECT_THAT(ntriples(graph, "urn:x-news"), HasSubstr("<urn:x-news/id/entity/e_"));
  for (const char* const base : {"", "news", "/news/", "http://a b/", "http://a/<x>", "1http://a/",
                                 "http:", "http://a/\n", "http://a/\xFF"}) {
    try {
      ntriples(graph, base);
      ADD_FAILURE() << '"' << base << "\" was taken";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("expected an absolute IRI")) << base;
    }
  }
}

TEST(Rdf, TypesDatesByWhatIsKnown) {
  struct Row {
    const char* date;
    const char* type;
  };
  const Row rows[] = {
      {"2024", "gYear"},
      {"2024-05", "gYearMonth"},
      {"2024-05-01", "date"},
      {"2024-02-29", "date"},
      {"2023-02-29", ""},
      {"2024-13", ""},
      {"2024-00", ""},
      {"2024-04-31", ""},
      {"2024-05-01T09:00:00Z", "dateTime"},
      {"2024-05-01T25:00:00Z", ""},
      {"2023/2024-02", ""},
      {"XXXX-02-05", ""},
      {"0000", ""},
      {"", ""},
      {"yesterday", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(xsd_date_type(row.date), row.type) << row.date;
}

}  // namespace
}  // namespace newsgraph
