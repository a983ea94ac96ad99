#include "graph/store/graph_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/base/error.hpp"
#include "graph/merge/merge.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/store/migration.hpp"
#include "tests/support/graph_dump.hpp"
#include "tests/support/triples.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;
using test::dump;
using test::extraction;
using test::triples;
using ::testing::HasSubstr;

ArticleHeader header(const std::string& key, const std::string& published = "",
                     const std::string& modified = "") {
  ArticleHeader made;
  made.key = key;
  made.published = published;
  made.modified = modified;
  return made;
}

Extraction backs(const ArticleHeader& article, const std::string& object = "Elmia") {
  return extraction(article, "Norland/place; backs = back; " + object + "/place");
}

/// Articles that touch every table.
std::vector<Extraction> corpus() {
  return {
      extraction(header("a", "2024-03-05"), R"(
        (President) Marta Keller/person; declined = decline; Southport visit/event[Southport/place]
        Keller/person#k; said = say; ^0 {on 2024-03-05/date}
        : Marta Keller/person#k
        Norland/place; backs = back; Keller/person#k -- Elm News/organization said -- a source told
      )"),
      extraction(header("b", "2024-03-04"), R"(
        not Keller/person; visited = visit; Southport/place -- Sources close to the palace said
        Norland/place; backs = back; Marta Keller/person {in Southport/place} {officially so}
        Alpine Climbing Federation/organization#f; praised = praise; Marta J. Keller/person
        : ACF/organization#f
        he/pronoun#x; met = meet; Ivan Petrenko/person
      )"),
      extraction(header("c"), R"(
        Keller/person; visited = visit; Southport/place {conf=0.5}
        ACF/organization; praised = praise; Keller/person
        peace talks; failed = fail
        planned Norland/place; host = host; Peace talks {date=2024-04}
      )"),
      extraction(header("d", "XXXX-03"), R"(
        Ivan Petrenko/person; met = meet; Marta Keller/person {in Southport/place}
        Petrenko/person; declined = decline; visit to Southport/event[Southport/place]
      )"),
      extraction(header("nothing found"), ""),
  };
}

class GraphStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "graph_store_test_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    file_ = folder_ / "graph.ngraph";
  }
  void TearDown() override { fs::remove_all(folder_); }

  GraphStore writing() const { return GraphStore(file_, GraphStore::Access::kWrite); }
  GraphStore reading() const { return GraphStore(file_, GraphStore::Access::kRead); }

  void build(const std::vector<Extraction>& articles) const {
    GraphStore store = writing();
    for (const Extraction& article : articles) store.add(article);
    store.refresh();
  }

  std::string loaded() const { return dump(reading().load()); }

  /// What opening or loading the file fails with.
  std::string failure(GraphStore::Access access = GraphStore::Access::kRead) const {
    try {
      GraphStore(file_, access).load();
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing";
  }

  void sql(const std::string& statement) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file_.c_str(), &database), SQLITE_OK);
    char* message = nullptr;
    sqlite3_exec(database, statement.c_str(), nullptr, nullptr, &message);
    EXPECT_EQ(message, nullptr) << message;
    sqlite3_close(database);
  }

  fs::path folder_, file_;
};

TEST_F(GraphStoreTest, GivesBackTheGraphItWasGiven) {
  build(corpus());
  EXPECT_TRUE(reading().is_fresh());
  EXPECT_EQ(loaded(), dump(merge(corpus())));
}

TEST_F(GraphStoreTest, GivesBackEachExtraction) {
  build(corpus());
  for (const Extraction& article : corpus()) {
    EXPECT_EQ(reading().extraction(article.article.key), article) << article.article.key;
  }
  EXPECT_EQ(reading().extraction("x"), std::nullopt);
}

TEST_F(GraphStoreTest, MergesInMemoryWhereTheStoredGraphIsStale) {
  {
    GraphStore store = writing();
    for (const Extraction& article : corpus()) store.add(article);
  }
  EXPECT_FALSE(reading().is_fresh());
  EXPECT_EQ(loaded(), dump(merge(corpus())));
}

TEST_F(GraphStoreTest, RemembersHowSureAPropositionMustBe) {
  const std::vector<Extraction> articles = {extraction(header("a"), R"(
    Norland/place; backs = back; Elmia/place {conf=0.75}
    Elmia/place; rejects = reject; Norland/place {conf=0.9}
  )")};
  build(articles);
  EXPECT_EQ(loaded(), dump(merge(articles)));
  writing().set_least_confidence(0.8);
  EXPECT_FALSE(reading().is_fresh());
  EXPECT_EQ(loaded(), dump(merge(articles, {.least_confidence = 0.8})));
  writing().refresh();
  EXPECT_EQ(loaded(), dump(merge(articles, {.least_confidence = 0.8})));
  writing().set_least_confidence(0.8);
  EXPECT_TRUE(reading().is_fresh());
  writing().set_least_confidence(0);
  writing().refresh();
  EXPECT_EQ(loaded(), dump(merge(articles, {.least_confidence = 0})));
}

TEST_F(GraphStoreTest, KeepsTheLimitOfAFileThatDoesNotTellIt) {
  const std::vector<Extraction> articles = {extraction(header("a"), R"(
    Norland/place; backs = back; Elmia/place {conf=0.62}
    Elmia/place; rejects = reject; Norland/place {conf=0.9}
  )")};
  build(articles);
  EXPECT_EQ(loaded(), dump(merge(articles, {.least_confidence = 0.7})));
  Database(file_, SQLITE_OPEN_READWRITE)
      .execute("DELETE FROM state WHERE name = 'least confidence'");
  writing().set_least_confidence(0.7);
  EXPECT_FALSE(reading().is_fresh());
  Database(file_, SQLITE_OPEN_READWRITE)
      .execute("DELETE FROM state WHERE name = 'least confidence'");
  EXPECT_EQ(loaded(), dump(merge(articles, {.least_confidence = 0.6})));
  writing().add(extraction(header("b"), ""));
  EXPECT_EQ(loaded(), dump(merge({articles.front(), extraction(header("b"), "")},
                                 {.least_confidence = 0.6})));
}

TEST_F(GraphStoreTest, LeavesOneFile) {
  build(corpus());
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    files.push_back(entry.path().filename().string());
  }
  EXPECT_EQ(files, std::vector<std::string>{"graph.ngraph"});
}

TEST_F(GraphStoreTest, IsTheSameInEveryOrderAndSplit) {
  const std::string expected = dump(merge(corpus()));
  std::vector<std::size_t> order = {0, 1, 2, 3, 4};
  for (int round = 0; round < 12; ++round) {
    for (int skip = 0; skip < 10; ++skip) std::next_permutation(order.begin(), order.end());
    fs::remove(file_);
    for (std::size_t i = 0; i < order.size(); ++i) {
      GraphStore store = writing();
      store.add(corpus()[order[i]]);
      // Some increments are merged at once, some later.
      if ((i + static_cast<std::size_t>(round)) % 2 == 0) store.refresh();
    }
    writing().refresh();
    EXPECT_EQ(loaded(), expected) << round;
  }
}

TEST_F(GraphStoreTest, ForgetsARemovedArticleAndTakesItBack) {
  build(corpus());
  const std::string all = loaded();
  std::vector<Extraction> without = corpus();
  const Extraction removed = without[1];
  without.erase(without.begin() + 1);
  {
    GraphStore store = writing();
    EXPECT_FALSE(store.remove("no such key"));
    EXPECT_TRUE(store.remove(removed.article.key));
    store.refresh();
  }
  EXPECT_EQ(loaded(), dump(merge(without)));
  build({removed});
  EXPECT_EQ(loaded(), all);
}

TEST_F(GraphStoreTest, FindsArticlesByKeyAndId) {
  build(corpus());
  EXPECT_EQ(reading().find_article("a"), "a");
  EXPECT_EQ(reading().find_article(document_id("a")), "a");
  EXPECT_EQ(reading().find_article("d_0000000000000000"), std::nullopt);
}

TEST_F(GraphStoreTest, CountsTheLatestVersionInWhateverOrder) {
  std::vector<Extraction> versions = {
      backs(header("a", "2024-01-01"), "Firstland"),
      backs(header("a", "2024-01-01", "2024-01-02"), "Secondland"),
      backs(header("a", "2024-01-05", "2024-01-03"), "Thirdland"),
  };
  std::vector<std::size_t> order = {0, 1, 2};
  do {
    fs::remove(file_);
    GraphStore store = writing();
    for (const std::size_t i : order) store.add(versions[i]);
    store.refresh();
    EXPECT_EQ(triples(store.load()), "Norland --backs--> Thirdland\n");
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(GraphStoreTest, TellsWhatItDidWithAVersion) {
  using Change = GraphStore::Change;
  using Known = GraphStore::Known;
  const Extraction old = backs(header("a", "2024-01-01"), "Firstland");
  const Extraction recent = backs(header("a", "2024-01-01", "2024-01-02"), "Secondland");
  Extraction reread = recent;
  reread.article.fingerprint = "another";
  GraphStore store = writing();
  EXPECT_EQ(store.known(old.article), Known::kNo);
  EXPECT_EQ(store.add(old), Change::kAdded);
  EXPECT_EQ(store.add(old), Change::kUnchanged);
  EXPECT_EQ(store.known(old.article), Known::kSame);
  EXPECT_EQ(store.known(recent.article), Known::kNo);
  EXPECT_EQ(store.add(recent), Change::kReplaced);
  EXPECT_EQ(store.known(old.article), Known::kOlder);
  EXPECT_EQ(store.add(old), Change::kOlder);
  EXPECT_EQ(store.known(reread.article), Known::kOutdated);
  EXPECT_EQ(store.add(reread), Change::kReplaced);
  EXPECT_EQ(store.known(reread.article), Known::kSame);
}

TEST_F(GraphStoreTest, KeepsOneOfTwoPlacesOfOneVersionInWhateverOrder) {
  ArticleHeader here = header("a");
  ArticleHeader there = header("a");
  here.source = "here/a";
  there.source = "there/a";
  for (const bool first : {true, false}) {
    fs::remove(file_);
    build({backs(first ? here : there), backs(first ? there : here)});
    ASSERT_EQ(reading().articles().size(), 1u);
    EXPECT_EQ(reading().articles()[0].source, "here/a");
  }
}

TEST_F(GraphStoreTest, RefusesDamagedExtractionsWhole) {
  Extraction damaged = corpus()[0];
  damaged.propositions.back().object.index = 99;
  GraphStore store = writing();
  EXPECT_THROW(store.add(damaged), Error);
  EXPECT_TRUE(store.articles().empty());
  EXPECT_EQ(store.add(corpus()[0]), GraphStore::Change::kAdded);
}

TEST_F(GraphStoreTest, LeadsFromAnIdOfBeforeToTheEntityOfToday) {
  const auto norland = [this] {
    const KnowledgeGraph graph = reading().load();
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.relations))) {
      if (graph.relations[vertex].label == "Norland") return graph.relations[vertex].id;
    }
    ADD_FAILURE() << "there is no Norland";
    return std::uint64_t{0};
  };
  build({backs(header("late", "2024-03-05"))});
  const std::uint64_t before = norland();
  build({backs(header("early", "2024-03-01"))});
  const std::uint64_t today = norland();
  EXPECT_NE(before, today);
  const std::unordered_map<std::uint64_t, std::uint64_t> expected{{before, today}, {today, today}};
  EXPECT_EQ(reading().entities_of_mentions({before, today, 1}), expected);
  EXPECT_TRUE(reading().entities_of_mentions({}).empty());
}

TEST_F(GraphStoreTest, LoadsTheStructureAlone) {
  build(corpus());
  const KnowledgeGraph graph = reading().load();
  const Topology expected = make_topology(graph);
  const Topology topology = reading().load_topology();
  ASSERT_EQ(topology.nodes().size(), expected.nodes().size());
  ASSERT_EQ(topology.relations().size(), expected.relations().size());
  for (std::size_t i = 0; i < expected.relations().size(); ++i) {
    const TopologyRelation& a = topology.relations()[i];
    const TopologyRelation& b = expected.relations()[i];
    EXPECT_EQ(a.subject, b.subject);
    EXPECT_EQ(a.object, b.object);
    EXPECT_EQ(topology.words()[a.canonical], expected.words()[b.canonical]);
    EXPECT_EQ(relation_cost(a), relation_cost(b));
  }
  std::uint32_t relation = 0;
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    const auto claims = reading().claims_of(relation++);
    ASSERT_EQ(claims.size(), graph.relations[e].claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = graph.relations[e].claims[i];
      EXPECT_EQ(claims[i].claim.id, claim.id);
      EXPECT_EQ(claims[i].claim.attribution, claim.attribution);
      EXPECT_EQ(claims[i].claim.qualifiers, claim.qualifiers);
      EXPECT_EQ(claims[i].article, graph.articles[claim.evidence.article].header);
      EXPECT_EQ(claims[i].sentence.text, graph.sentences[claim.evidence.sentence].text);
    }
  }
  EXPECT_TRUE(reading().claims_of(1000).empty());
  std::size_t entities = 0;
  reading().load_entities([&](Entity&& entity) {
    EXPECT_EQ(entity, graph.relations[entities]);
    ++entities;
  });
  EXPECT_EQ(entities, boost::num_vertices(graph.relations));
  const GraphStore::Size size = reading().size();
  EXPECT_EQ(size.entities, entities);
  EXPECT_EQ(size.relations, boost::num_edges(graph.relations));
  EXPECT_EQ(size.statements, graph.statements.size());
}

// The child adds articles until it is killed, at a moment that differs from round to round.
TEST_F(GraphStoreTest, HoldsWholeArticlesAfterBeingKilledAndGoesOn) {
  std::vector<Extraction> articles;
  for (int i = 0; i < 240; ++i) {
    Extraction article = corpus()[static_cast<std::size_t>(i) % 4];
    article.article.key += std::to_string(i);
    articles.push_back(std::move(article));
  }
  build(articles);
  const std::string expected = loaded();
  for (int round = 0; round < 8; ++round) {
    fs::remove(file_);
    for (useconds_t pause = 2000 + 3000 * static_cast<useconds_t>(round);; pause *= 2) {
      const pid_t child = fork();
      if (child == 0) {
        build(articles);
        _exit(0);
      }
      usleep(pause);
      kill(child, SIGKILL);
      int status = 0;
      waitpid(child, &status, 0);
      if (!fs::exists(file_)) continue;
      GraphStore store = writing();  // what is left opens
      for (const ArticleHeader& there : store.articles()) {
        const auto whole = std::find_if(articles.begin(), articles.end(), [&](const auto& article) {
          return article.article.key == there.key;
        });
        ASSERT_NE(whole, articles.end());
        EXPECT_EQ(store.extraction(there.key), *whole);
      }
      if (WIFEXITED(status) || pause > 200000) break;
    }
    build(articles);
    EXPECT_EQ(loaded(), expected) << round;
  }
}

TEST_F(GraphStoreTest, SaysThatAnotherProcessIsWriting) {
  build(corpus());
  GraphStore writer = writing();
  writer.add(backs(header("new")));
  EXPECT_THAT(failure(GraphStore::Access::kWrite), HasSubstr("another process is writing"));
  // Who only reads sees what was there before.
  EXPECT_EQ(loaded(), dump(merge(corpus())));
}

TEST_F(GraphStoreTest, SaysWhatIsNoGraphFile) {
  EXPECT_THAT(failure(), HasSubstr("there is no such file"));
  fs::create_directory(file_);
  EXPECT_THAT(failure(), HasSubstr("this is a folder"));
  EXPECT_THAT(failure(GraphStore::Access::kWrite), HasSubstr("this is a folder"));
  fs::remove(file_);
  std::ofstream(file_) << std::string(5000, 'x');
  EXPECT_THAT(failure(), HasSubstr("no graph file"));
  EXPECT_THAT(failure(GraphStore::Access::kWrite), HasSubstr("no graph file"));
  fs::remove(file_);
  std::ofstream(file_) << "";
  EXPECT_THAT(failure(), HasSubstr("the file is empty"));
  fs::remove(file_);
  sql("CREATE TABLE recipe (name TEXT)");
  EXPECT_THAT(failure(), HasSubstr("no graph file"));
  EXPECT_THAT(failure(GraphStore::Access::kWrite), HasSubstr("no graph file"));
  file_ = folder_ / "no folder" / "graph.ngraph";
  EXPECT_THAT(failure(GraphStore::Access::kWrite), HasSubstr("there is no folder"));
}

TEST_F(GraphStoreTest, RefusesANewerVersion) {
  build(corpus());
  sql("PRAGMA user_version = 99");
  EXPECT_THAT(failure(), HasSubstr("version 99"));
  EXPECT_THAT(failure(GraphStore::Access::kWrite), HasSubstr("use a newer newsgraph"));
}

TEST_F(GraphStoreTest, TrustsNothingInTheFile) {
  const char* damages[] = {
      "UPDATE entity SET kind = 17",
      "UPDATE relation SET subject = 100000",
      "UPDATE relation SET object = -1",
      "UPDATE relation SET confidence = 3",
      "UPDATE claim SET sentence = 100000",
      "UPDATE claim SET subject_end = 0, subject_begin = 7",
      "UPDATE claim_source SET entity = 100000",
      "DELETE FROM claim",
      "DELETE FROM entity WHERE row = 0",
      "DELETE FROM evidence_sentence WHERE row = 0",
      "CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM article; END",
      "CREATE VIEW v AS SELECT * FROM article",
      "DROP TABLE claim",
      "UPDATE mention SET chain = 100000; UPDATE state SET value = 0 WHERE name = 'merged'",
      "UPDATE proposition SET polarity = 2; UPDATE state SET value = 0 WHERE name = 'merged'",
      "DELETE FROM sentence; UPDATE state SET value = 0 WHERE name = 'merged'",
      "UPDATE mention SET participants = 'x'; UPDATE state SET value = 0 WHERE name = 'merged'",
  };
  for (const char* damage : damages) {
    fs::remove(file_);
    build(corpus());
    sql(damage);
    EXPECT_THAT(failure(), HasSubstr("the graph file is damaged")) << damage;
  }
}

TEST(Migration, TakesAFileThroughAllSteps) {
  Database database(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const Migration first[] = {{1, "CREATE TABLE a (x); INSERT INTO a VALUES (1)"}};
  const Migration both[] = {first[0], {2, "ALTER TABLE a ADD COLUMN y DEFAULT 2"}};
  migrate(database, first);
  EXPECT_EQ(database.number("PRAGMA user_version"), 1);
  EXPECT_THROW(check_version(database, both), IoError);
  migrate(database, both);
  check_version(database, both);
  EXPECT_EQ(database.number("SELECT x + y FROM a"), 3);
  migrate(database, both);
  EXPECT_EQ(database.number("SELECT count(*) FROM a"), 1);
  EXPECT_THROW(migrate(database, first), IoError);
}

TEST(Migration, LeavesTheFileAsItWasWhereAStepFails) {
  Database database(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const Migration first[] = {{1, "CREATE TABLE a (x)"}};
  const Migration broken[] = {first[0], {2, "CREATE TABLE b (x); CREATE TABLE a (x)"}};
  migrate(database, first);
  EXPECT_THROW(migrate(database, broken), IoError);
  EXPECT_EQ(database.number("PRAGMA user_version"), 1);
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_schema"), 1);
}

}  // namespace
}  // namespace newsgraph
