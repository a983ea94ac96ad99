// GEXF, yEd, Cytoscape and CSV: what the golden files do not say by themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "export/exporter.hpp"
#include "export/gexf/spells.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string written(const char* format, const KnowledgeGraph& graph, ExportOptions options = {}) {
  std::ostringstream out;
  find_format(format)->make(options)->write(graph, out);
  return out.str();
}

std::vector<Spell> merged(std::initializer_list<const char*> dates) {
  std::vector<Spell> spells;
  for (const char* const date : dates) add_spell(spells, date);
  merge_spells(spells);
  return spells;
}

TEST(Spells, AreTheDaysThatADateMayMean) {
  EXPECT_THAT(merged({"2024-02"}), ElementsAre(Spell{20240201, 20240229}));
  EXPECT_THAT(merged({"2024-05-01T10:00:00Z"}), ElementsAre(Spell{20240501, 20240501}));
  EXPECT_THAT(merged({"2014/.."}), ElementsAre(Spell{20140101, 0}));
  EXPECT_THAT(merged({"../2014"}), ElementsAre(Spell{0, 20141231}));
  EXPECT_THAT(merged({"XXXX-05-01", ""}), IsEmpty());
}

TEST(Spells, AreMergedWhereTheyOverlapOrTouch) {
  EXPECT_THAT(merged({"2024-03", "2024-01", "2024-03-05"}),
              ElementsAre(Spell{20240101, 20240131}, Spell{20240301, 20240331}));
  EXPECT_THAT(merged({"2024-03-01", "2024-02-29"}), ElementsAre(Spell{20240229, 20240301}));
  EXPECT_THAT(merged({"2023-12-31", "2024-01-01"}), ElementsAre(Spell{20231231, 20240101}));
  EXPECT_THAT(merged({"2024-01-01", "2024-01-03"}),
              ElementsAre(Spell{20240101, 20240101}, Spell{20240103, 20240103}));
  EXPECT_THAT(merged({"2020/..", "2024", "../2019"}), ElementsAre(Spell{0, 0}));
}

/// Two people and two relations, of two days and of none.
testing::GraphBuilder dated_graph() {
  testing::GraphBuilder build;
  const auto may = build.article("may", "May", "2024-05-01");
  const auto june = build.article("june", "June", "2024-06");
  const auto undated = build.article("undated", "Undated", "");
  const auto a = build.entity("A", EntityType::kPerson);
  const auto b = build.entity("B", EntityType::kPerson);
  const auto c = build.entity("C", EntityType::kPerson);
  build.relation(a, "met", b, "CONSULT",
                 {build.claim(may, "A met B."), build.claim(june, "A met B.")});
  build.relation(a, "met", c, "CONSULT", {build.claim(undated, "A met C.")});
  return build;
}

TEST(Gexf, TellsWhenOnlyIfDynamic) {
  testing::GraphBuilder build = dated_graph();
  EXPECT_THAT(written("gexf", build.graph()), Not(HasSubstr("spell")));
  const std::string text = written("gexf", build.graph(), {.dynamic = true});
  const std::string spells =
      "<spells><spell start=\"2024-05-01\" end=\"2024-05-01\"/>"
      "<spell start=\"2024-06-01\" end=\"2024-06-30\"/></spells>";
  EXPECT_THAT(text, HasSubstr(spells + "</edge>\n"));
  EXPECT_THAT(text, HasSubstr("</attvalues></edge>\n")) << "no date: always there";
  EXPECT_THAT(text, HasSubstr("<viz:color r=\"78\" g=\"121\" b=\"167\"/>" + spells + "</node>\n"))
      << "B, whose only edge is dated";
  EXPECT_THAT(text, HasSubstr("<viz:color r=\"78\" g=\"121\" b=\"167\"/></node>\n")) << "A and C";
}

TEST(Gexf, GivesEveryParallelEdgeAKindOfItsOwn) {
  testing::GraphBuilder build;
  const auto article = build.article("a", "A", "2024");
  const auto a = build.entity("A", EntityType::kPerson);
  const auto b = build.entity("B", EntityType::kPerson);
  for (const char* const readable : {"met", "called", "not met"}) {
    build.relation(a, readable, b, "CONSULT", {build.claim(article, "A met B.")});
  }
  const std::string text = written("gexf", build.graph());
  for (const char* const kind : {"\"CONSULT\"", "\"CONSULT_2\"", "\"NOT_CONSULT\""}) {
    EXPECT_THAT(text, HasSubstr(std::string(" kind=") + kind));
  }
}

TEST(Gexf, QuotesEveryItemOfAList) {
  testing::GraphBuilder build;
  build[build.entity("A", EntityType::kPerson)].aliases = {
      {R"(B "C", D)", 1, ""}, {R"(\E)", 1, ""}, {"F\nG", 1, ""}};
  EXPECT_THAT(written("gexf", build.graph()),
              HasSubstr("value=\"[&quot;B \\&quot;C\\&quot;, D&quot;, &quot;\\\\E&quot;, "
                        "&quot;F G&quot;]\""));
}

TEST(ViewerFormats, AreColouredByCommunityIfAsked) {
  testing::GraphBuilder build = dated_graph();
  for (const char* const format : {"graphml", "gexf", "yed", "cytoscape"}) {
    EXPECT_EQ(written(format, build.graph()),
              written(format, build.graph(), {.color_by = ColorBy::kType}));
  }
  build.entity("D", EntityType::kPlace);
  for (const char* const format : {"graphml", "gexf", "yed", "cytoscape"}) {
    EXPECT_NE(written(format, build.graph()),
              written(format, build.graph(), {.color_by = ColorBy::kCommunity}));
  }
}

TEST(Csv, LetsNoSpreadsheetRunALabel) {
  testing::GraphBuilder build;
  const auto article = build.article("+a", "A", "2024");
  const auto a = build.entity("=cmd|' /C calc'!A0", EntityType::kPerson);
  const auto b = build.entity("@SUM(1)", EntityType::kPerson);
  build.relation(a, "\x01-1", b, "OTHER", {build.claim(article, "=A met \"B\",\nthen C.")});
  const std::string text = written("csv", build.graph());
  EXPECT_THAT(text, HasSubstr("\n\"'=cmd|' /C calc'!A0\",\"'@SUM(1)\",\"'-1\",1,"));
  EXPECT_THAT(text, HasSubstr(",\"'=A met \"\"B\"\", then C.\",\"'+a\",\"A\",\"2024\",\"-\"\n"));
}

TEST(Csv, LeavesCellsEmptyWhereNothingIsKnown) {
  testing::GraphBuilder build;
  const auto article = build.article("a", "", "");
  const auto a = build.entity("A", EntityType::kPerson);
  build.relation(a, "met", a, "CONSULT", {build.claim(article, "A met A.")});
  EXPECT_THAT(written("csv", build.graph()),
              HasSubstr(",1,1,,,\"A met A.\",\"a\",\"-\",\"-\",\"-\"\n"));
}

}  // namespace
}  // namespace newsgraph
