#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "export/exporter.hpp"
#include "export/neo4j/csv_text.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// The files of an export, by name.
using Files = std::map<std::string, std::string>;

Files read(const fs::path& folder) {
  Files files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    files[entry.path().filename().string()] = text.str();
  }
  return files;
}

Files exported(const KnowledgeGraph& graph, const ExportOptions& options = {}) {
  const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
  const fs::path folder =
      fs::path(::testing::TempDir()) / (std::string("newsgraph_csv_") + test->name());
  fs::remove_all(folder);
  fs::create_directories(folder);
  find_folder_format("neo4j-csv")->write(graph, options, folder);
  Files files = read(folder);
  fs::remove_all(folder);
  return files;
}

/// The fields of each record, by RFC 4180.
std::vector<std::vector<std::string>> records(const std::string& text) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> record(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        record.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        record.back() += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      record.emplace_back();
    } else if (c == '\n') {
      records.push_back(std::move(record));
      record.assign(1, "");
    } else {
      record.back() += c;
    }
  }
  EXPECT_FALSE(quoted);
  EXPECT_THAT(record, ElementsAre("")) << "the last line is not ended";
  return records;
}

TEST(Neo4jCsv, IsWhatItWasBefore) {
  const fs::path golden = fs::path(NEWSGRAPH_SOURCE_DIR) / "tests/golden/export/neo4j-csv";
  const Files files = exported(testing::hostile_graph(), {.claims = true});
  if (std::getenv("NEWSGRAPH_RENEW_GOLDEN") != nullptr) {
    fs::create_directories(golden);
    for (const auto& [name, text] : files) std::ofstream(golden / name, std::ios::binary) << text;
    return;
  }
  EXPECT_EQ(files, read(golden)) << "if this is meant, see README.md beside " << golden;
}

TEST(Neo4jCsv, HasAHeaderBesideEachTableWithAsManyFields) {
  for (const bool claims : {false, true}) {
    const Files files = exported(testing::hostile_graph(), {.claims = claims});
    int tables = 0;
    for (const auto& [name, text] : files) {
      if (!name.ends_with(".csv") || name.ends_with("_header.csv")) continue;
      ++tables;
      const auto header = records(files.at(name.substr(0, name.size() - 4) + "_header.csv"));
      ASSERT_THAT(header, SizeIs(1)) << name;
      for (const auto& record : records(text))
        EXPECT_THAT(record, SizeIs(header[0].size())) << name;
    }
    EXPECT_EQ(tables, claims ? 7 : 3);
  }
}

TEST(Neo4jCsv, WritesNoFileThatTheFormatDoesNotName) {
  const FolderFormat& format = *find_folder_format("neo4j-csv");
  for (const auto& [name, text] : exported(testing::hostile_graph(), {.claims = true})) {
    EXPECT_NE(std::find(format.files.begin(), format.files.end(), name), format.files.end());
  }
}

TEST(Neo4jCsv, KeepsHostileTextInsideItsField) {
  const Files files = exported(testing::hostile_graph());
  std::vector<std::string> names;
  for (const auto& record : records(files.at("entities.csv"))) names.push_back(record.at(1));
  EXPECT_THAT(names, ::testing::Contains("\"O'Neil\" & <Sons> \\"));
  EXPECT_THAT(names, ::testing::Contains("bell, escape, nullbyte\ttab\r\nline"));
  EXPECT_THAT(names, ::testing::Contains("x'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `"));
}

TEST(Neo4jCsv, AsksForMultilineFieldsOnlyWhereThereAreAny) {
  EXPECT_THAT(exported(testing::hostile_graph()).at("import.sh"),
              HasSubstr("--multiline-fields=true"));
  testing::GraphBuilder build;
  build.entity("one line", EntityType::kPlace);
  EXPECT_THAT(exported(build.graph()).at("import.sh"), Not(HasSubstr("--multiline-fields")));
}

TEST(Neo4jCsv, AsksForABufferThatHoldsItsLongestRow) {
  EXPECT_THAT(exported(testing::hostile_graph()).at("import.sh"),
              Not(HasSubstr("--read-buffer-size")));
  testing::GraphBuilder build;
  build.entity(std::string(5'000'000, 'x'), EntityType::kPlace);
  EXPECT_THAT(exported(build.graph()).at("import.sh"), HasSubstr("--read-buffer-size=33554432"));
}

TEST(Neo4jCsv, WritesTheEmptyGraph) {
  const Files files = exported(KnowledgeGraph());
  EXPECT_EQ(files.at("relations.csv"), "");
  EXPECT_THAT(files.at("relations_header.csv"), HasSubstr(":START_ID(Entity),:END_ID(Entity)"));
}

TEST(CsvRow, TellsAnEmptyTextFromNone) {
  std::string header_line;
  std::string line;
  CsvHeader header(header_line);
  CsvRow row(line);
  const auto describe = [](auto& to) {
    to.id("Entity", "e_1");
    to.string("name", "");
    to.known("title", "");
    to.known("begin", std::optional<std::uint64_t>());
    to.known("end", std::optional<std::uint64_t>(0));
    to.number("share", 0.5);
    to.number("nothing", std::numeric_limits<double>::quiet_NaN());
    to.flag("asserted", true);
    const std::vector<std::string_view> texts{"a \"b\"", "", "c;d"};
    to.strings("texts", texts.size(), [&](std::size_t i) { return texts[i]; });
    to.strings("unknown", 2, [](std::size_t) { return std::string_view(); });
    to.labels(std::vector<std::string_view>{"Entity", "Person"});
    to.close();
  };
  describe(header);
  describe(row);
  EXPECT_EQ(header_line,
            "id:ID(Entity),name,title,begin:long,end:long,share:double,nothing:double,"
            "asserted:boolean,texts:string[],unknown:string[],:LABEL\n");
  EXPECT_EQ(line,
            "e_1,\"\",,,0,0.5,,true,\"a \"\"b\"\"\x1F\x1F"
            "c;d\",,Entity\x1FPerson\n");
}

}  // namespace
}  // namespace newsgraph
