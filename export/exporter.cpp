#include "export/exporter.hpp"

#include "export/compression.hpp"
#include "export/csv/csv_exporter.hpp"
#include "export/cytoscape/cytoscape_exporter.hpp"
#include "export/dot/dot_exporter.hpp"
#include "export/gexf/gexf_exporter.hpp"
#include "export/graphml/graphml_exporter.hpp"
#include "export/html/html_exporter.hpp"
#include "export/json/json_exporter.hpp"
#include "export/neo4j/csv_export.hpp"
#include "export/neo4j/cypher_exporter.hpp"
#include "export/rdf/rdf_exporter.hpp"

namespace newsgraph {
namespace {

template <typename T>
std::unique_ptr<Exporter> make(const ExportOptions& options) {
  return std::make_unique<T>(options);
}

constexpr Format kFormats[] = {
    {"graphml", ".graphml", "Gephi, Cytoscape, NetworkX, igraph, APOC", make<GraphmlExporter>},
    {"gexf", ".gexf", "Gephi: kinds of edges, lists, timeline", make<GexfExporter>},
    {"yed", ".yed.graphml", "GraphML with shapes and arrows for yEd", make<YedExporter>},
    {"cytoscape", ".cyjs", "Cytoscape and Cytoscape.js, with positions", make<CytoscapeExporter>},
    {"csv", ".csv", "an edge list for spreadsheets and data frames", make<CsvExporter>},
    {"cypher", ".cypher", "a script for Neo4j and other Cypher databases", make<CypherExporter>},
    {"turtle", ".ttl", "RDF for triple stores and Protégé", make<TurtleExporter>},
    {"ntriples", ".nt", "the same RDF, a triple a line", make<NTriplesExporter>},
    {"trig", ".trig", "Turtle with named graphs", make<TriGExporter>},
    {"nquads", ".nq", "N-Triples with named graphs", make<NQuadsExporter>},
    {"jsonld", ".jsonld", "the same RDF as JSON-LD 1.1", make<JsonLdExporter>},
    {"json", ".json", "the complete graph, schemas/graph.schema.json", make<JsonExporter>},
    {"dot", ".dot", "pictures by Graphviz", make<DotExporter>},
    {"html", ".html", "a page of its own for any browser; see also view", make<HtmlExporter>},
};

constexpr FolderFormat kFolderFormats[] = {
    {"neo4j-csv", "tables and a script for neo4j-admin's import", kNeo4jCsvFiles, write_neo4j_csv},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::span<const FolderFormat> folder_formats() { return kFolderFormats; }

const FolderFormat* find_folder_format(std::string_view name) {
  for (const FolderFormat& format : folder_formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* guess_format(std::string_view path) {
  path = without_compression(path);
  const Format* found = nullptr;
  for (const Format& format : formats()) {
    const bool longer = found == nullptr || format.extension.size() > found->extension.size();
    if (longer && path.ends_with(format.extension)) found = &format;
  }
  return found;
}

}  // namespace newsgraph
