// Writes the hostile sample graph in every format, for the readers of other tools:
//   write_samples DIRECTORY
#include <filesystem>
#include <fstream>
#include <iostream>

#include "export/exporter.hpp"
#include "tests/support/sample_graph.hpp"

namespace {

void write(const newsgraph::KnowledgeGraph& graph, std::string_view format,
           const newsgraph::ExportOptions& options, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  newsgraph::find_format(format)->make(options)->write(graph, out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_samples DIRECTORY\n";
    return 2;
  }
  const std::filesystem::path directory = argv[1];
  std::filesystem::create_directories(directory);
  const auto graph = newsgraph::testing::hostile_graph();
  for (const newsgraph::Format& format : newsgraph::formats()) {
    write(graph, format.name, {}, directory / ("hostile" + std::string(format.extension)));
  }
  write(graph, "graphml", {.strict = true}, directory / "strict.graphml");
  write(graph, "cypher", {.claims = true}, directory / "claims.cypher");
  for (const char* const format : {"trig", "nquads", "jsonld"}) {
    const auto extension = newsgraph::find_format(format)->extension;
    write(graph, format, {.rdf_graphs = newsgraph::RdfGraphs::kDocument},
          directory / ("documents" + std::string(extension)));
  }
}
