#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <sstream>

#include "cli/card_report.hpp"
#include "cli/entity_choice.hpp"
#include "cli/path_report.hpp"
#include "cli/relation_text.hpp"
#include "graph/query/path_evidence.hpp"
#include "tests/support/graph_builder.hpp"

namespace newsgraph::cli {
namespace {

const char* const kGraph = R"(
    Marta Keller/person -declined/REJECT-> Berlin visit/event @0.9 [a1 2024-05-01 Northern Post] 'Prime Minister Marta Keller declined a Berlin visit, although her own cabinet had voted for it.'
    Marta Keller -declined/REJECT-> Berlin visit @0.8 [a2 2024-05-03] 'Keller has declined.'
    Berlin visit -to/LOCATED-> Berlin/place @0.95 [a1] 'A Berlin visit was planned.'
    Tomas Lind/person -not met/CONSULT-> Marta Keller @0.7 <Daily Ledger> [a2] 'Tomas Lind has not met Marta Keller, the Daily Ledger said.'
    Tomas Lind -met/CONSULT-> Marta Keller @0.8 [a1] 'Tomas Lind met Marta Keller.'
    Norland/place -join/AGREE?planned-> Tomas Lind @0.8 [a2] 'Norland is to join Lind.'
    Jonas Lind/person -in-> Berlin @0.5 [a2]
    = Tomas Lind: Lind*1
    = Jonas Lind: Lind*1
)";

class AnswerTest : public testing::Test {
 protected:
  PathQuery query(std::string_view from, std::string_view to) const {
    return {.from = vertex_of(graph_, from), .to = vertex_of(graph_, to)};
  }
  std::string paths(std::string_view from, std::string_view to, bool all = false) const {
    std::ostringstream out;
    Terminal terminal(out, 60, false);
    print_paths(graph_, find_paths(topology_, query(from, to)), {.all_relations = all}, terminal);
    return out.str();
  }
  std::string chosen(const std::string& name, std::ostream* json = nullptr) const {
    std::ostringstream out;
    Terminal messages(out, 200, false);
    const auto vertex = choose_entity(graph_, EntityNames(graph_), name, messages, json);
    return (vertex ? graph_.relations[*vertex].label : "none") + "\n" + out.str();
  }

  KnowledgeGraph graph_ = build_graph(kGraph);
  Topology topology_ = make_topology(graph_);
};

TEST_F(AnswerTest, PrintsAPathOnOneLineThenItsHopsWithTheirEvidence) {
  EXPECT_EQ(paths("Marta Keller", "Berlin"),
            "1. Marta Keller –declined→ Berlin visit –to→ Berlin\n"
            "   2 hops · confidence 0.85\n"
            "\n"
            "   Marta Keller –declined→ Berlin visit\n"
            "     REJECT · 0.90 · 2 articles · 2024-05-01 – 2024-05-03\n"
            "     “Prime Minister Marta Keller declined a Berlin visit,\n"
            "      although her own cabinet had voted for it.”\n"
            "      Title of a1 · Northern Post · 2024-05-01\n"
            "      and 1 more sentence\n"
            "\n"
            "   Berlin visit –to→ Berlin\n"
            "     LOCATED · 0.95 · 1 article · 2024-05-01\n"
            "     “A Berlin visit was planned.”\n"
            "      Title of a1 · Northern Post · 2024-05-01\n");
}

TEST_F(AnswerTest, NeverHidesWhatQualifiesARelation) {
  EXPECT_EQ(paths("Norland", "Marta Keller", true),
            "1. Norland –join (planned)→ Tomas Lind –met→ Marta Keller\n"
            "   2 hops · confidence 0.64\n"
            "\n"
            "   Norland –join (planned)→ Tomas Lind\n"
            "     AGREE · 0.80 · 1 article · 2024-05-03 · planned\n"
            "     “Norland is to join Lind.”\n"
            "      Title of a2 · 2024-05-03\n"
            "\n"
            "   Tomas Lind –met→ Marta Keller\n"
            "     CONSULT · 0.80 · 1 article · 2024-05-01 · contested\n"
            "     “Tomas Lind met Marta Keller.”\n"
            "      Title of a1 · Northern Post · 2024-05-01\n"
            "   Tomas Lind –not met (reported)→ Marta Keller\n"
            "     CONSULT · 0.70 · 1 article · 2024-05-03 · negated ·\n"
            "     reported · contested\n"
            "     “Tomas Lind has not met Marta Keller, the Daily Ledger\n"
            "      said.”\n"
            "      Title of a2 · 2024-05-03 · according to Daily Ledger\n");
}

TEST(PredicateText, NegatesAsEnglishDoes) {
  const auto negated = [](const char* readable) {
    Relation relation;
    relation.readable = readable;
    relation.polarity = Polarity::kNegated;
    return predicate_text(relation).plain();
  };
  EXPECT_EQ(negated("visited"), "not visited");
  EXPECT_EQ(negated("is"), "is not");
  EXPECT_EQ(negated("will meet with"), "will not meet with");
  EXPECT_EQ(negated("isolated"), "not isolated");
}

TEST(DateSpan, LeavesOutTimesOfDay) {
  EXPECT_EQ(date_span("2024-05-01T10:00:00Z", "2024-05-01"), "2024-05-01");
  EXPECT_EQ(date_span("2024", "2024-05-01T10:00:00Z"), "2024 – 2024-05-01");
  EXPECT_EQ(date_span("", ""), "");
}

TEST_F(AnswerTest, PointsBackwardRelationsBackwardAndNamesTheOthersBetween) {
  const std::string text = paths("Marta Keller", "Tomas Lind");
  EXPECT_EQ(text.substr(0, text.find('\n')), "1. Marta Keller ←met– Tomas Lind");
  EXPECT_NE(text.find("also between them: ←not met (--all)"), std::string::npos) << text;
}

TEST_F(AnswerTest, SaysWhatToTryWhereThereIsNoPath) {
  PathQuery near = query("Norland", "Berlin");
  near.max_hops = 2;
  EXPECT_EQ(why_no_path(graph_, topology_, near),
            "no path of at most 2 hops between Norland and Berlin; the nearest has 4: try "
            "--max-hops 4");
  PathQuery out = query("Berlin", "Marta Keller");
  out.direction = Direction::kOut;
  EXPECT_EQ(why_no_path(graph_, topology_, out),
            "no path from subject to object between Berlin and Marta Keller; try --direction any");
  PathQuery sure = query("Norland", "Berlin");
  sure.selection.min_confidence = 0.99;
  EXPECT_EQ(why_no_path(graph_, topology_, sure).substr(0, 62),
            "no path between Norland and Berlin over the relations selected");
}

TEST_F(AnswerTest, WritesPathsAsJsonWithEveryRelationAndClaim) {
  const PathQuery question = query("Norland", "Marta Keller");
  std::ostringstream out;
  write_paths_json(graph_, question, find_paths(topology_, question), out);
  rapidjson::Document json;
  json.Parse(out.str().c_str());
  ASSERT_FALSE(json.HasParseError());
  EXPECT_STREQ(json["from"]["label"].GetString(), "Norland");
  const auto& path = json["paths"][0];
  EXPECT_EQ(path["nodes"].Size(), 3U);
  const auto& relations = path["hops"][1]["relations"];
  ASSERT_EQ(relations.Size(), 2U);
  EXPECT_STREQ(relations[1]["polarity"].GetString(), "negated");
  const auto& claim = relations[1]["claims"][0];
  EXPECT_STREQ(claim["attribution"][0]["source"].GetString(), "Daily Ledger");
  EXPECT_STREQ(claim["sentence"].GetString(),
               "Tomas Lind has not met Marta Keller, the Daily Ledger said.");
  EXPECT_STREQ(claim["article"]["title"].GetString(), "Title of a2");
}

TEST_F(AnswerTest, IsTheSameWithOnlyTheRelationsOfItsPathsLoaded) {
  std::vector<Edge> edges;
  for (const Edge& edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
    edges.push_back(edge);
  }
  const auto load = [&](std::uint32_t number) {
    EvidencedRelation loaded;
    loaded.relation = graph_.relations[edges[number]];
    for (Claim& claim : loaded.relation.claims) {
      loaded.articles.push_back(graph_.articles[claim.evidence.article].header);
      const SentenceRecord& sentence = graph_.sentences[claim.evidence.sentence];
      loaded.sentences.push_back({sentence.span, sentence.text});
      claim.evidence.article = claim.evidence.sentence = 0;
    }
    return loaded;
  };
  const PathQuery question = query("Norland", "Berlin");
  std::vector<Path> paths = find_paths(topology_, question);
  std::ostringstream whole;
  write_paths_json(graph_, question, paths, whole);

  KnowledgeGraph part;
  for (const Vertex vertex : boost::make_iterator_range(vertices(graph_.relations))) {
    add_vertex(graph_.relations[vertex], part.relations);
  }
  attach_relations(topology_, load, part, paths);
  std::ostringstream same;
  write_paths_json(part, question, paths, same);
  EXPECT_EQ(same.str(), whole.str());
  EXPECT_LT(num_edges(part.relations), num_edges(graph_.relations));
}

TEST_F(AnswerTest, SaysHowANameWasRead) {
  EXPECT_EQ(chosen("marta keller"), "Marta Keller\n");
  EXPECT_EQ(chosen("mart kel"),
            "Marta Keller\nnewsgraph: \"mart kel\" read as Marta Keller (person, 4 mentions)\n");
}

TEST_F(AnswerTest, SuggestsForUnknownNamesAndListsAmbiguousOnes) {
  const std::string id = entity_id(graph_.relations[vertex_of(graph_, "Marta Keller")].id);
  EXPECT_EQ(chosen("Marta Keler"),
            "none\nnewsgraph: no entity is called \"Marta Keler\"; did you mean:\n"
            "  Marta Keller  person  4 mentions  " +
                id + "\n");
  const std::string ambiguous = chosen("Lind");
  EXPECT_NE(ambiguous.find("none\nnewsgraph: \"Lind\" may be any of these; say which by its full "
                           "name or its id:\n  Tomas Lind"),
            std::string::npos)
      << ambiguous;
  EXPECT_NE(ambiguous.find("\n  Jonas Lind"), std::string::npos);
  std::ostringstream out;
  chosen("Lind", &out);
  rapidjson::Document json;
  json.Parse(out.str().c_str());
  EXPECT_STREQ(json["error"].GetString(), "ambiguous");
  EXPECT_EQ(json["candidates"].Size(), 2U);
}

TEST_F(AnswerTest, ShowsACardWithWhatIsContestedFirst) {
  std::ostringstream out;
  Terminal terminal(out, 80, false);
  print_card(graph_, entity_card(graph_, vertex_of(graph_, "Marta Keller")), {}, terminal);
  const std::string text = out.str();
  std::size_t at = 0;
  for (const char* part :
       {"Marta Keller · person · e_", "4 mentions in 2 articles", "\nContested  2\n",
        "\nREJECT  1\n", "\nCONSULT, as object  2\n", "\nRelated to  2\n"}) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << " in:\n" << text;
    at = found;
  }
}

TEST_F(AnswerTest, LetsNoEscapeSequenceOfAnArticleThrough) {
  graph_ = build_graph(
      "A\x1b[2J/person -met\x1b[31m-> B @0.9 [a1 2024-01-01 Out\x1b]0;x\x07let] 'A "
      "\x1b[1mmet\xC2\x9B B'");
  topology_ = make_topology(graph_);
  std::ostringstream out;
  Terminal terminal(out, 80, false);
  print_paths(graph_, find_paths(topology_, {.from = 0, .to = 1}), {.all_relations = true},
              terminal);
  print_card(graph_, entity_card(graph_, 0), {}, terminal);
  EXPECT_NE(out.str().find("met\uFFFD[31m"), std::string::npos);
  for (const char control : {'\x1b', '\x07', '\x9B'}) {
    EXPECT_EQ(out.str().find(control), std::string::npos);
  }
}

}  // namespace
}  // namespace newsgraph::cli
