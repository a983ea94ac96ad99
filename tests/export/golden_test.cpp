#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "export/exporter.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

struct Row {
  const char* file;
  const char* format;
  ExportOptions options;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.file; }

class GoldenFile : public ::testing::TestWithParam<Row> {};

TEST_P(GoldenFile, IsWhatTheExporterWrites) {
  const Row& row = GetParam();
  const std::filesystem::path path =
      std::filesystem::path(NEWSGRAPH_SOURCE_DIR) / "tests/golden/export" / row.file;
  std::ostringstream written;
  find_format(row.format)->make(row.options)->write(testing::hostile_graph(), written);
  if (std::getenv("NEWSGRAPH_RENEW_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << written.str();
    return;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << "no " << path << "; see README.md there";
  std::ostringstream expected;
  expected << in.rdbuf();
  EXPECT_EQ(written.str(), expected.str()) << "if this is meant, see README.md beside " << path;
}

INSTANTIATE_TEST_SUITE_P(
    Exporters, GoldenFile,
    ::testing::Values(Row{"hostile.graphml", "graphml", {}},
                      Row{"strict.graphml", "graphml", {.strict = true}},
                      Row{"hostile.cypher", "cypher", {}},
                      Row{"claims.cypher", "cypher", {.claims = true}},
                      Row{"hostile.ttl", "turtle", {}}, Row{"hostile.nt", "ntriples", {}},
                      Row{"hostile.jsonld", "jsonld", {}},
                      Row{"documents.trig", "trig", {.rdf_graphs = RdfGraphs::kDocument}},
                      Row{"hostile.json", "json", {}}, Row{"hostile.dot", "dot", {}}),
    [](const auto& row) {
      std::string name = row.param.file;
      for (char& c : name) c = c == '.' ? '_' : c;
      return name;
    });

}  // namespace
}  // namespace newsgraph
