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

std::string exported(const char* format, const KnowledgeGraph& graph, ExportOptions options = {}) {
  if (options.base == ExportOptions().base) options.base = "https://n.example/";
  std::ostringstream out;
  find_format(format)->make(options)->write(graph, out);
  return out.str();
}

std::string ntriples(const KnowledgeGraph& graph, const std::string& base = "https://n.example/") {
  return exported("ntriples", graph, {.base = base});
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
    Datatype type;
  };
  const Row rows[] = {
      {"2024", Datatype::kGYear},
      {"2024-05", Datatype::kGYearMonth},
      {"2024-05-01", Datatype::kDate},
      {"2024-02-29", Datatype::kDate},
      {"2023-02-29", Datatype::kEdtf},
      {"2024-13", Datatype::kEdtf},
      {"2024-00", Datatype::kEdtf},
      {"2024-04-31", Datatype::kEdtf},
      {"2024-05-01T09:00:00Z", Datatype::kDateTime},
      {"2024-05-01T25:00:00Z", Datatype::kEdtf},
      {"2023/2024-02", Datatype::kEdtf},
      {"XXXX-02-05", Datatype::kEdtf},
      {"0000", Datatype::kEdtf},
      {"yesterday", Datatype::kEdtf},
  };
  for (const Row& row : rows) EXPECT_EQ(date_type(row.date), row.type) << row.date;
}

/// A relation that two articles assert and a third only reports.
KnowledgeGraph thrice_told() {
  testing::GraphBuilder build;
  const auto first = build.article("1", "", "2024");
  const auto second = build.article("2", "", "2024");
  const auto third = build.article("3", "", "2024");
  const auto a = build.entity("A", EntityType::kPerson);
  const auto b = build.entity("B", EntityType::kPerson);
  Claim reported = build.claim(third, "A backs B, C said.");
  reported.attribution = {{std::nullopt, "C", "said"}};
  build.relation(a, "backs", b, "OTHER",
                 {build.claim(first, "A backs B."), build.claim(second, "A backs B."),
                  build.claim(first, "Again, A backs B."), reported});
  return build.graph();
}

std::string fact_in(const std::string& graph) {
  return "<https://n.example/id/entity/e_0000000000000001> <https://n.example/relation/backs> "
         "<https://n.example/id/entity/e_0000000000000002> " +
         graph + ".\n";
}

TEST(Rdf, PutsAFactInTheGraphOfEachArticleThatAssertsIt) {
  const std::string text = exported("nquads", thrice_told(), {.rdf_graphs = RdfGraphs::kDocument});
  const auto count = [&text](const std::string& line) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(line, at)) != std::string::npos; ++at) ++found;
    return found;
  };
  const auto graph_of = [](const std::string& key) {
    return "<https://n.example/id/document/" + document_id(key) + "> ";
  };
  EXPECT_EQ(count(fact_in(graph_of("1"))), 1u);
  EXPECT_EQ(count(fact_in(graph_of("2"))), 1u);
  EXPECT_EQ(count(fact_in(graph_of("3"))), 0u);
  EXPECT_EQ(count(fact_in("")), 0u);
}

TEST(Rdf, HasOneGraphUnlessAsked) {
  EXPECT_EQ(exported("nquads", thrice_told()), exported("ntriples", thrice_told()));
  EXPECT_EQ(exported("trig", thrice_told()), exported("turtle", thrice_told()));
  EXPECT_THAT(exported("nquads", thrice_told()), HasSubstr(fact_in("")));
}

TEST(Rdf, RefusesNamedGraphsWhereTheSyntaxHasNone) {
  for (const char* const format : {"turtle", "ntriples"}) {
    try {
      exported(format, thrice_told(), {.rdf_graphs = RdfGraphs::kDocument});
      ADD_FAILURE() << format;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("use trig, nquads or jsonld")) << format;
    }
  }
}

TEST(Rdf, NamesTheProgramThatReadAnArticle) {
  testing::GraphBuilder build;
  const auto article = build.article("1", "", "2024");
  const auto a = build.entity("A", EntityType::kPerson);
  build.relation(a, "backs", a, "OTHER", {build.claim(article, "A backs A.")});
  EXPECT_THAT(ntriples(build.graph()), Not(HasSubstr("#wasGeneratedBy> <https://n.example/")));
  build.header(article).fingerprint = "rules-1";
  const std::string text = ntriples(build.graph());
  EXPECT_THAT(text, HasSubstr("#wasGeneratedBy> <https://n.example/id/run/x_"));
  EXPECT_THAT(text, HasSubstr("ontology#fingerprint> \"rules-1\" ."));
}

}  // namespace
}  // namespace newsgraph
