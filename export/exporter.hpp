#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "export/picture/color.hpp"

namespace newsgraph {

struct KnowledgeGraph;

/// Writes the graph in one format of another tool.
class Exporter {
 public:
  virtual ~Exporter() = default;

  /// Write `graph` to `out`. Equal graphs give equal bytes; memory does not grow with the output.
  /// @throws IoError if `out` fails.
  virtual void write(const KnowledgeGraph& graph, std::ostream& out) const = 0;
};

/// For whom a Cypher script is.
enum class CypherDialect { kNeo4j, kMemgraph, kFalkordb };

/// How RDF spreads over named graphs.
enum class RdfGraphs : std::uint8_t {
  kOne,       ///< everything in the default graph
  kDocument,  ///< what an article asserts in a graph named by it, all else in the default graph
};

/// Options that some formats heed.
struct ExportOptions {
  bool strict = false;                ///< GraphML: no attributes outside the standard
  bool dynamic = false;               ///< GEXF: when relations were reported, for Gephi's timeline
  ColorBy color_by = ColorBy::kType;  ///< viewers' formats: what colours of nodes tell
  bool claims = false;                ///< Cypher, neo4j-csv: claims as nodes
  CypherDialect cypher_dialect = CypherDialect::kNeo4j;
  std::string base = "https://newsgraph.example/";  ///< RDF: start of every IRI
  RdfGraphs rdf_graphs = RdfGraphs::kOne;           ///< TriG, N-Quads, JSON-LD
  std::string title = "newsgraph";                  ///< HTML: the page's name
  std::size_t page_nodes = 20000;  ///< HTML: of more nodes, only the most connected are shown
};

/// One row of the table of formats: what --format, its help text, guessing by ending and the tests
/// all read.
struct Format {
  std::string_view name;         ///< "graphml"
  std::string_view extension;    ///< ".graphml"
  std::string_view description;  ///< one line, for the help text
  std::unique_ptr<Exporter> (*make)(const ExportOptions&);
};

std::span<const Format> formats();

/// The format of that name; nullptr if there is none.
const Format* find_format(std::string_view name);

/// A format of several files.
struct FolderFormat {
  std::string_view name;                    ///< "neo4j-csv"
  std::string_view description;             ///< one line, for the help text
  std::span<const std::string_view> files;  ///< every file that it may write
  /// Fills `folder`, which is there and empty. Equal graphs give equal files.
  /// @throws IoError if a file cannot be written.
  void (*write)(const KnowledgeGraph&, const ExportOptions&, const std::filesystem::path& folder);
};

std::span<const FolderFormat> folder_formats();

/// The format of several files of that name; nullptr if there is none.
const FolderFormat* find_folder_format(std::string_view name);

/// The format with the longest extension that ends `path`, before ".gz" or ".zst"; nullptr if there
/// is none.
const Format* guess_format(std::string_view path);

}  // namespace newsgraph
