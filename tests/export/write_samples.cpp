// Writes the hostile sample graph in every format, for the readers of other tools:
//   write_samples DIRECTORY
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "export/exporter.hpp"
#include "export/output_file.hpp"
#include "tests/support/sample_graph.hpp"

namespace {

void write(const newsgraph::KnowledgeGraph& graph, std::string_view format,
           const newsgraph::ExportOptions& options, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  newsgraph::find_format(format)->make(options)->write(graph, out);
}

void write_folder(const newsgraph::KnowledgeGraph& graph, const newsgraph::FolderFormat& format,
                  const newsgraph::ExportOptions& options, const std::filesystem::path& folder) {
  newsgraph::write_folder(folder, format.files, [&](const std::filesystem::path& empty) {
    format.write(graph, options, empty);
  });
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
  write(graph, "gexf", {.dynamic = true}, directory / "dynamic.gexf");
  write(graph, "cypher", {.claims = true}, directory / "claims.cypher");
  for (const char* const format : {"trig", "nquads", "jsonld"}) {
    const auto extension = newsgraph::find_format(format)->extension;
    write(graph, format, {.rdf_graphs = newsgraph::RdfGraphs::kDocument},
          directory / ("documents" + std::string(extension)));
  }
  write(graph, "cypher", {.claims = true, .cypher_dialect = newsgraph::CypherDialect::kFalkordb},
        directory / "falkordb.cypher");
  for (const newsgraph::FolderFormat& format : newsgraph::folder_formats()) {
    const std::string name(format.name);
    write_folder(graph, format, {}, directory / ("hostile-" + name));
    write_folder(graph, format, {.claims = true}, directory / ("claims-" + name));
  }
}
