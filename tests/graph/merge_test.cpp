#include "graph/merge/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/graph_dump.hpp"
#include "tests/support/triples.hpp"

namespace newsgraph {
namespace {

using test::dump;
using test::extraction;
using test::triples;

ArticleHeader article(const char* key, const char* published = "") {
  ArticleHeader header;
  header.key = key;
  header.published = published;
  return header;
}

std::vector<Relation> relations(const KnowledgeGraph& graph) {
  std::vector<Relation> found;
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    found.push_back(graph.relations[e]);
  }
  return found;
}

/// Articles that touch every part of merging.
std::vector<Extraction> corpus() {
  return {
      extraction(article("a", "2024-03-05"), R"(
        (President) Marta Keller/person; declined = decline; Southport visit/event[Southport/place]
        Keller/person#k; said = say; ^0 {on 2024-03-05/date}
        : Marta Keller/person#k
        Norland/place; backs = back; Keller/person#k -- Elm News/organization said {date=2024-03}
      )"),
      extraction(article("b", "2024-03-04"), R"(
        Keller/person; did not visit = visit; Southport/place
        not Keller/person; visited = visit; Southport/place -- Sources close to the palace said
        Norland/place; backs = back; Marta Keller/person
        Alpine Climbing Federation/organization#f; praised = praise; Marta J. Keller/person
        : ACF/organization#f
      )"),
      extraction(article("c"), R"(
        Keller/person; visited = visit; Southport/place {conf=0.5}
        ACF/organization; praised = praise; Keller/person
        peace talks; failed = fail
        planned Norland/place; host = host; Peace talks
      )"),
      extraction(article("d", "XXXX-03"), R"(
        Ivan Petrenko/person; met = meet; Marta Keller/person {in Southport/place}
        Petrenko/person; declined = decline; visit to Southport/event[Southport/place]
        he/pronoun#x; met = meet; Ivan Petrenko/person
      )"),
  };
}

TEST(Merge, JoinsClaimsOfOneRelation) {
  const KnowledgeGraph graph = merge(
      {extraction(
           article("a"),
           "Marta Keller/person; declined = decline; Southport visit/event[Southport/place]"),
       extraction(article("b"),
                  "(President) Keller/person; refused = decline; Southport/place\n"
                  "Keller/person; declined = decline; Southport visit/event[Southport/place]")});
  EXPECT_EQ(triples(graph),
            "Marta Keller --declined--> Southport visit (2)\n"
            "Marta Keller --refused--> Southport\n");
}

TEST(Merge, KeepsPolarityAndModalityApart) {
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    Marta Keller/person; visited = visit; Southport/place
    not Marta Keller/person; visited = visit; Southport/place
    planned Marta Keller/person; visit; Southport/place
    Marta Keller/person; visited = visit; Southport/place
  )")});
  EXPECT_EQ(triples(graph),
            "Marta Keller --not visited--> Southport\n"
            "Marta Keller --planned visit--> Southport\n"
            "Marta Keller --visited--> Southport (2)\n");
  for (const Relation& relation : relations(graph)) {
    EXPECT_EQ(relation.contested, relation.modality == Modality::kActual);
    EXPECT_EQ(relation.asserted,
              relation.modality == Modality::kActual && relation.polarity == Polarity::kAffirmed);
  }
}

TEST(Merge, CallsContraryPredicatesContested) {
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    Marta Keller/person; confirmed = confirm; Southport visit/event[Southport/place]
    Norland/place; confirmed = confirm; Southport visit/event[Southport/place]
    Marta Keller/person; denied = deny; Southport visit/event[Southport/place]
  )")});
  std::string contested;
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    if (!graph.relations[e].contested) continue;
    contested += graph.relations[boost::source(e, graph.relations)].label + " ";
  }
  EXPECT_EQ(contested, "Marta Keller Marta Keller ");
}

TEST(Merge, AssertsOnlyWhatAnArticleSaysItself) {
  const KnowledgeGraph graph = merge({
      extraction(article("a"),
                 "Norland/place; backs = back; Marta Keller/person -- Elm News/organization said"),
      extraction(article("b"),
                 "Norland/place; backs = back; Ivan Petrenko/person -- Elm News/organization said"),
      extraction(article("c"), "Norland/place; backs = back; Ivan Petrenko/person"),
  });
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    const std::string object = graph.relations[boost::target(e, graph.relations)].label;
    EXPECT_EQ(graph.relations[e].asserted, object == "Ivan Petrenko");
    const Source& source = graph.relations[e].claims[0].attribution.at(0);
    ASSERT_TRUE(source.entity);
    EXPECT_EQ(graph.relations[*source.entity].label, "Elm News");
  }
}

TEST(Merge, CountsCopiesOfATextOnce) {
  ArticleHeader first = article("a");
  ArticleHeader copy = article("b");
  ArticleHeader other = article("c");
  first.text_hash = copy.text_hash = "one";
  other.text_hash = "two";
  const char* line = "Norland/place; backs = back; Marta Keller/person";
  const auto found =
      relations(merge({extraction(first, line), extraction(copy, line), extraction(other, line)}));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].evidence_count, 3u);
  EXPECT_EQ(found[0].support, 2u);
}

TEST(Merge, DatesRelationsByEventThenStatementThenArticle) {
  const auto found = relations(merge({
      extraction(article("a", "2024-05-01"),
                 "Norland/place; backs = back; Elmia/place {date=2024-03}"),
      extraction(article("b", "2024-05-02"),
                 "Norland/place; backs = back; Elmia/place {said=2024-04-01}"),
      extraction(article("c", "2024-05-03"), "Norland/place; backs = back; Elmia/place"),
      extraction(article("d"), "Norland/place; backs = back; Elmia/place {date=XXXX-01-01}"),
  }));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].first_date, "2024-03");
  EXPECT_EQ(found[0].last_date, "2024-05-03");
}

TEST(Merge, NumbersByTheEarliestMention) {
  const Extraction later =
      extraction(article("a", "2024-05-02"), "Norland/place; backs = back; Elmia/place");
  const Extraction earlier =
      extraction(article("b", "2024-05-01"), "Norland/place; backs = back; Elmia/place");
  const Extraction undated = extraction(article("0"), "Norland/place; backs = back; Elmia/place");
  const KnowledgeGraph graph = merge({later, earlier, undated});
  EXPECT_EQ(graph.relations[test::vertex(graph, "Norland")].id, earlier.mentions[0].id);
  ASSERT_EQ(relations(graph).size(), 1u);
  EXPECT_EQ(relations(graph)[0].id, earlier.propositions[0].id);
  EXPECT_EQ(relations(graph)[0].claims.back().id, undated.propositions[0].id);
}

TEST(Merge, LeavesOutPronounsAndLoopsAndCountsThem) {
  MergeReport report;
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    he/pronoun#x; met = meet; Marta Keller/person
    Marta Keller/person; defended = defend; Keller/person
    she/pronoun#k; met = meet; Ivan Petrenko/person
    : Marta Keller/person#k
  )")},
                                     {}, &report);
  EXPECT_EQ(triples(graph), "Marta Keller --met--> Ivan Petrenko\n");
  EXPECT_EQ(report.propositions, 3u);
  EXPECT_EQ(report.unresolved, 1u);
  EXPECT_EQ(report.self_loops, 1u);
}

TEST(Merge, KeepsNamesWithoutRelationsButNoPhrases) {
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    : Southport/place
    : peace talks
    : 2024-03-05/date
    : Norwegian/nationality
    Marta Keller/person; praised = praise; Norwegian/nationality {on 2024-03-06/date}
  )")});
  EXPECT_EQ(
      test::nodes(graph),
      "2024-03-06 (value)\nMarta Keller (person)\nNorwegian (nationality)\nSouthport (place)\n");
}

TEST(Merge, KeepsPhrasesBesideAFactInItsWordsOnly) {
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    Marta Keller/person; praised = praise; Oslo/place {in Norlandic speech}
  )")});
  EXPECT_EQ(test::nodes(graph), "Marta Keller (person)\nOslo (place)\n");
}

TEST(Merge, JoinsConceptsByTheirWords) {
  const auto talks = [](const char* text) {
    Extraction one = extraction(article(text), std::string("Norland/place; hosts = host; ") + text);
    one.mentions[1].head = "talk";
    return one;
  };
  EXPECT_EQ(test::nodes(merge({talks("peace talks"), talks("Peace talks"), talks("peace  talks")})),
            "Norland (place)\npeace  talks (concept): Peace talks, peace talks\n");
}

// "A protester said" is not what "protesters" say.
TEST(Merge, KeepsOneApartFromMany) {
  Extraction one = extraction(article("a"), R"(
    Norland/place; arrested = arrest; protester
    protester; said = say; Norland/place
    Norland/place; arrested = arrest; protesters
    protesters; left = leave; Norland/place
  )");
  for (Mention& mention : one.mentions) {
    if (mention.text.starts_with("protester")) mention.head = "protester";
  }
  EXPECT_EQ(test::nodes(merge({one})),
            "Norland (place)\nprotester (concept)\nprotesters (concept)\n");
}

TEST(Merge, JoinsEventsByNounParticipantsAndDate) {
  const auto visit = [](const char* key, const char* event, const char* date) {
    Extraction one =
        extraction(article(key), std::string("Marta Keller/person; declined = decline; ") + event +
                                     "\n" + event + "; happened = happen" +
                                     (*date ? std::string(" {date=") + date + "}" : ""));
    for (Mention& mention : one.mentions) {
      if (mention.kind == NodeKind::kEvent) mention.head = "visit", mention.chain = 1;
    }
    return one;
  };
  const char* southport = "Southport visit/event[Southport/place]";
  const char* to_southport = "visit to Southport/event[Southport/place]";
  const char* elmia = "Elmia visit/event[Elmia/place]";
  const auto events = [](std::vector<Extraction> articles) {
    const KnowledgeGraph graph = merge(std::move(articles));
    int count = 0;
    for (const Vertex v : boost::make_iterator_range(boost::vertices(graph.relations))) {
      count += graph.relations[v].kind == NodeKind::kEvent;
    }
    return count;
  };
  EXPECT_EQ(events({visit("a", southport, ""), visit("b", to_southport, "")}), 1);
  EXPECT_EQ(events({visit("a", southport, ""), visit("b", elmia, "")}), 2);
  EXPECT_EQ(events({visit("a", southport, "2024-03-05"), visit("b", southport, "2024-03-06")}), 2);
  EXPECT_EQ(events({visit("a", southport, "2024-03-05"), visit("b", southport, "2024-03")}), 1);
  // Of several dates in one article the one of the fewest days is the event's.
  const std::string day =
      "2023-12/2024-03}\n" + std::string(southport) + "; ended = end {date=" + "2024-02-10";
  EXPECT_EQ(events({visit("a", southport, day.c_str()), visit("b", southport, "2024-02-10")}), 1);
  EXPECT_EQ(events({visit("a", southport, day.c_str()), visit("b", southport, "2024-03-05")}), 2);
  EXPECT_EQ(events({visit("a", southport, "2024-03-05"), visit("b", southport, "")}), 1);
  // The undated one may be either of two, so it is neither.
  EXPECT_EQ(events({visit("a", southport, "2024-03-05"), visit("b", southport, ""),
                    visit("c", southport, "2023-01-01")}),
            3);
}

TEST(Merge, MakesStatementsOfWhatHasNoNodeAsObject) {
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    Ivan Petrenko/person; said = say; ^1
    Marta Keller/person; said = say; ^2
    Norland/place; backs = back; Elmia/place
    peace talks; failed = fail
    peace talks; resumed = resume
  )")});
  EXPECT_EQ(triples(graph),
            "Ivan Petrenko: said ^\nMarta Keller: said ^\nNorland --backs--> Elmia\npeace talks: "
            "failed\npeace talks: resumed\n");
  ASSERT_EQ(graph.statements.size(), 4u);
  for (const Statement& statement : graph.statements) {
    const std::string label = graph.relations[statement.subject].label;
    if (label == "Marta Keller") {
      EXPECT_EQ(statement.object_relation, relations(graph)[0].id);
    } else if (label == "peace talks") {
      EXPECT_EQ(statement.object_relation, std::nullopt);
    }
  }
}

TEST(Merge, MakesNoNodesOfPhrasesThatNobodyWouldLookUp) {
  MergeReport report;
  const KnowledgeGraph graph = merge({extraction(article("a"), R"(
    Norland/place; opened = open; channels
    big step; needs = need; preparation
    sanctions; hurt = hurt; Norland/place
  )")},
                                     {}, &report);
  EXPECT_EQ(triples(graph), "Norland: opened \"channels\"\nsanctions --hurt--> Norland\n");
  EXPECT_EQ(report.unidentified, 1u);
}

TEST(Merge, MakesNodesOfPhrasesThatMuchIsSaidOf) {
  const KnowledgeGraph graph = merge({extraction(article("a"), "Norland; opened = open; channels"),
                                      extraction(article("b"), "Elmia; closed = close; channels")});
  EXPECT_EQ(triples(graph), "Elmia --closed--> channels\nNorland --opened--> channels\n");
}

TEST(Merge, MakesNoNodesOfPhrasesByDoubtfulReadings) {
  const std::vector<Extraction> articles = {
      extraction(article("a"), "Norland/place; opened = open; channels"),
      extraction(article("b"), "Elmia/place; closed = close; channels {conf=0.3}")};
  EXPECT_EQ(triples(merge(articles)), "Norland: opened \"channels\"\n");
  EXPECT_EQ(triples(merge(articles, {.least_confidence = 0.3})),
            "Elmia --closed--> channels\nNorland --opened--> channels\n");
}

TEST(Merge, KeepsDoubtfulReadingsOutOfTheGraph) {
  const Extraction found = extraction(article("a"), R"(
    Norland/place; backs = back; Elmia/place {conf=0.69}
    Marta Keller/person; said = say; ^0 {conf=0.7}
  )");
  MergeReport report;
  // What is said of a reading that is out keeps its words.
  EXPECT_EQ(triples(merge({found}, {}, &report)), "Marta Keller: said \"that\"\n");
  EXPECT_EQ(report.doubtful, 1u);
  EXPECT_EQ(triples(merge({found}, {.least_confidence = 0.5}, &report)),
            "Marta Keller: said ^\nNorland --backs--> Elmia\n");
  EXPECT_EQ(report.doubtful, 0u);
}

TEST(Merge, CountsWhatOneClauseSaysOfAPhraseOnce) {
  Extraction discussed = extraction(article("a"), R"(
    talks; need = need; care
    talks; need = need; preparation
  )");
  EXPECT_EQ(triples(merge({discussed})), "talks: need \"care\"\ntalks: need \"preparation\"\n");
  discussed.propositions[1].subject = discussed.propositions[0].subject;
  discussed.propositions[1].sentence = discussed.propositions[0].sentence;
  discussed.propositions[1].predicate_span = discussed.propositions[0].predicate_span;
  EXPECT_EQ(triples(merge({discussed})), "");
}

TEST(Merge, SurvivesPropositionsAboutEachOther) {
  Extraction circle = extraction(article("a"), R"(
    Ivan Petrenko/person; said = say; ^1
    Marta Keller/person; said = say; ^0
  )");
  circle.propositions[1].object.index = 99;
  circle.propositions[0].sentence = 99;
  circle.mentions[0].chain = 99;
  EXPECT_EQ(triples(merge({circle})), "Ivan Petrenko: said ^\nMarta Keller: said \"that\"\n");
  circle.propositions[1].object.index = 0;
  EXPECT_EQ(triples(merge({circle})), "Ivan Petrenko: said ^\nMarta Keller: said \"that\"\n");
}

TEST(Merge, GivesEveryNodeAndRelationItsOwnId) {
  Extraction damaged = extraction(article("a"), R"(
    Norland/place; backs = back; Elmia/place
    Elmia/place; backs = back; Norland/place
  )");
  for (Mention& mention : damaged.mentions) mention.id = 7;
  for (Proposition& proposition : damaged.propositions) proposition.id = 7;
  const KnowledgeGraph graph = merge({damaged});
  EXPECT_NE(graph.relations[0].id, graph.relations[1].id);
  ASSERT_EQ(relations(graph).size(), 2u);
  EXPECT_NE(relations(graph)[0].id, relations(graph)[1].id);
  EXPECT_NE(relations(graph)[0].claims[0].id, relations(graph)[1].claims[0].id);
}

TEST(Merge, IsTheSameInEveryOrder) {
  std::vector<Extraction> articles = corpus();
  std::vector<std::size_t> order = {0, 1, 2, 3};
  const std::string expected = dump(merge(articles));
  do {
    std::vector<Extraction> permuted;
    for (const std::size_t i : order) permuted.push_back(articles[i]);
    EXPECT_EQ(dump(merge(std::move(permuted))), expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Merge, CountsTheLatestVersionOnly) {
  ArticleHeader old = article("a", "2024-01-01");
  ArticleHeader recent = old;
  recent.modified = "2024-01-02";
  const Extraction first = extraction(old, "Norland/place; backs = back; Elmia/place");
  const Extraction second = extraction(recent, "Norland/place; rejects = reject; Elmia/place");
  EXPECT_EQ(triples(merge({first, second})), "Norland --rejects--> Elmia\n");
  EXPECT_EQ(dump(merge({first, second})), dump(merge({second, first})));
}

}  // namespace
}  // namespace newsgraph
