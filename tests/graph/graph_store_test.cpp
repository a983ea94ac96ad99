#include "graph/store/graph_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
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

TEST_F(GraphStoreTest, LeavesOneFile) {
  build(corpus());
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    files.push_back(entry.path().filename().string());
  }
  EXPECT_EQ(files, std::vector<std::string>{"graph.ngraph"});
}

}  // namespace
}  // namespace newsgraph
