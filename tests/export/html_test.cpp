#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>

#include "export/html/html_exporter.hpp"
#include "tests/support/sample_graph.hpp"
#include "tests/support/synthetic_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const KnowledgeGraph& graph, const ExportOptions& options = {}) {
  std::ostringstream out;
  HtmlExporter(options).write(graph, out);
  return out.str();
}

/// What stands between `begin` and the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return "no " + begin;
  const std::size_t at = from + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

/// One of the page's two documents, found as a browser finds it: by the next end tag.
std::string document_text(const std::string& page, const std::string& id) {
  return between(page, "<script type=\"application/json\" id=\"" + id + "\">", "</script");
}

rapidjson::Document document(const std::string& page, const std::string& id) {
  rapidjson::Document json;
  json.Parse(document_text(page, id).c_str());
  EXPECT_FALSE(json.HasParseError()) << id;
  return json;
}

/// The columns of a claim as the page filters by it.
constexpr rapidjson::SizeType kClaimColumns = 5;

TEST(HtmlExporter, WritesEntitiesWithTheirPlacesInThePicture) {
  const auto graph = document(page_of(testing::hostile_graph()), "graph-data");
  const auto& keller = graph["entities"][0];
  EXPECT_STREQ(keller[0].GetString(), "0000000000000001");
  EXPECT_STREQ(keller[1].GetString(), "Marta Keller");
  EXPECT_STREQ(keller[2].GetString(), "entity");
  EXPECT_STREQ(keller[3].GetString(), "person");
  EXPECT_TRUE(keller[4].IsNumber() && keller[5].IsNumber());
  EXPECT_GE(keller[6].GetDouble(), 4);
  EXPECT_LE(keller[6].GetDouble(), 100);
  EXPECT_EQ(keller[8].GetInt(), 9) << "mentions";
  EXPECT_STREQ(keller[13][0].GetString(), "Keller | M.") << "other names, without the label";
  EXPECT_STREQ(keller[14][0].GetString(), "Prime Minister");
}

TEST(HtmlExporter, NumbersStatementsAfterTheRelationsAndSaysWhatTheyAreAbout) {
  const KnowledgeGraph sample = testing::hostile_graph();
  const auto graph = document(page_of(sample), "graph-data");
  const auto edges = static_cast<rapidjson::SizeType>(boost::num_edges(sample.relations));
  ASSERT_EQ(graph["relations"].Size(), edges + 2);
  const auto& said = graph["relations"][edges + 1];
  EXPECT_EQ(said[2].GetInt(), -1) << "no object";
  EXPECT_EQ(said[16].GetUint(), edges) << "about the first statement";
}

TEST(HtmlExporter, LinksWhatContradictsEachOther) {
  const KnowledgeGraph sample = [] {
    testing::GraphBuilder build;
    const auto a = build.article("1", "One", "2024");
    const auto ann = build.entity("Ann", EntityType::kPerson);
    build.relation(ann, "left", ann, "OTHER", {build.claim(a, "x")}).contested = true;
    build.relation(ann, "not left", ann, "OTHER", {build.claim(a, "x")}).contested = true;
    return build.graph();
  }();
  const auto graph = document(page_of(sample), "graph-data");
  EXPECT_EQ(graph["relations"][0][13][0].GetInt(), 1);
  EXPECT_EQ(graph["relations"][1][13][0].GetInt(), 0);
}

TEST(HtmlExporter, WritesWhatClaimsAreFilteredBy) {
  const auto graph = document(page_of(testing::hostile_graph()), "graph-data");
  const auto& claims = graph["relations"][0][14];
  ASSERT_EQ(claims.Size(), 2 * kClaimColumns);
  EXPECT_STREQ(graph["outlets"][claims[0].GetUint()].GetString(), "The Norland Courier");
  EXPECT_EQ(claims[1].GetInt(), -1) << "in the article's own voice";
  EXPECT_EQ(claims[3].GetInt(), 20240501);
  EXPECT_EQ(claims[kClaimColumns].GetInt(), -1) << "no outlet known";
  const auto& speaker = graph["speakers"][claims[kClaimColumns + 1].GetUint()];
  EXPECT_EQ(speaker[0].GetInt(), 0) << "the innermost source, as a node";
  EXPECT_STREQ(speaker[1].GetString(), "Marta Keller");
  EXPECT_EQ(claims[kClaimColumns + 4].GetInt(), 20240430) << "dated by the statement";
}

TEST(HtmlExporter, CountsPlacesInSentencesAsJavaScriptDoes) {
  testing::GraphBuilder build;
  const auto a = build.article("1", "One", "2024");
  const auto dove = build.entity("🕊", EntityType::kOther);
  build.relation(dove, "flies", dove, "OTHER", {build.claim(a, "🕊 fliés höme")});
  const auto evidence = document(page_of(build.graph()), "evidence-data");
  const auto& spans = evidence["claims"][0][0][6];
  const std::vector<int> expected = {0, 2, 3, 8, 9, 13};
  ASSERT_EQ(spans.Size(), expected.size());
  for (rapidjson::SizeType i = 0; i < spans.Size(); ++i) {
    EXPECT_EQ(spans[i].GetInt(), expected[i]) << i;
  }
}

TEST(HtmlExporter, LetsNoTextOutOfItsDocument) {
  const std::string page = page_of(testing::hostile_graph(), {.title = "</title><script>x"});
  EXPECT_THAT(document_text(page, "graph-data"), Not(HasSubstr("<")));
  EXPECT_THAT(document_text(page, "evidence-data"), Not(HasSubstr("<")));
  EXPECT_EQ(between(page, "<title>", "</title>"), "&lt;/title&gt;&lt;script&gt;x");
  const auto graph = document(page, "graph-data");
  EXPECT_STREQ(graph["title"].GetString(), "</title><script>x");
  const auto& entities = graph["entities"];
  const bool is_kept = std::any_of(entities.Begin(), entities.End(), [](const auto& entity) {
    return std::string_view(entity[1].GetString()) == "</script><b>]]>&amp;<!--";
  });
  EXPECT_TRUE(is_kept);
}

TEST(HtmlExporter, LinksToTheWebAlone) {
  const auto evidence = document(page_of(testing::hostile_graph()), "evidence-data");
  EXPECT_THAT(evidence["articles"][0][5].GetString(), ::testing::StartsWith("https://news."));
  EXPECT_STREQ(evidence["articles"][2][5].GetString(), "") << "javascript:";
}

TEST(HtmlExporter, AllowsThePageNoNetwork) {
  const std::string page = page_of(KnowledgeGraph());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_THAT(policy, ::testing::StartsWith("default-src 'none'; script-src 'sha256-"));
  EXPECT_THAT(policy, Not(HasSubstr("http")));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
}

TEST(HtmlExporter, KeepsTheMostConnectedOfTooManyAndSaysWhatIsLeftOut) {
  const KnowledgeGraph sample = testing::synthetic_graph(1000);
  const auto whole = document(page_of(sample), "graph-data");
  EXPECT_EQ(whole["entities"].Size(), 200u);
  EXPECT_EQ(whole["omitted"][0].GetUint(), 0u);

  std::ostringstream out;
  const PageOmissions omitted = HtmlExporter({.page_nodes = 50}).write_page(sample, out);
  const auto part = document(out.str(), "graph-data");
  EXPECT_EQ(part["entities"].Size(), 50u);
  EXPECT_EQ(omitted.entities, 150u);
  EXPECT_EQ(part["omitted"][0].GetUint64(), omitted.entities);
  EXPECT_EQ(part["omitted"][1].GetUint64(), omitted.relations);
  EXPECT_EQ(part["relations"].Size() + omitted.relations, 1000u);
}

}  // namespace
}  // namespace newsgraph
