#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "export/exporter.hpp"
#include "export/output_file.hpp"
#include "extract/base/error.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string format;
  std::string out;
  std::string dialect = "neo4j";
  FilterOptions filter;
  ExportOptions how;
};

/// "  graphml   .graphml   Gephi, Cytoscape, …" for each format.
std::string format_list() {
  std::string list;
  for (const Format& format : formats()) {
    std::string line = "  " + std::string(format.name);
    line.resize(std::max<std::size_t>(line.size() + 1, 12), ' ');
    line += format.extension;
    line.resize(std::max<std::size_t>(line.size() + 1, 26), ' ');
    list += line + std::string(format.description) + "\n";
  }
  for (const FolderFormat& format : folder_formats()) {
    std::string line = "  " + std::string(format.name);
    line.resize(std::max<std::size_t>(line.size() + 1, 12), ' ');
    list += line + "(a folder)  " + std::string(format.description) + "\n";
  }
  return list;
}

std::string is_format(const std::string& name) {
  if (find_format(name) != nullptr || find_folder_format(name) != nullptr) return "";
  return "there is no format \"" + name + "\"; the formats are\n" + format_list();
}

std::string is_base(const std::string& base) {
  try {
    find_format("turtle")->make({.base = base});
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

const std::map<std::string, CypherDialect>& dialects() {
  static const std::map<std::string, CypherDialect> names{{"neo4j", CypherDialect::kNeo4j},
                                                          {"memgraph", CypherDialect::kMemgraph},
                                                          {"falkordb", CypherDialect::kFalkordb}};
  return names;
}

const Format& format_of(const Options& options) {
  if (!options.format.empty()) return *find_format(options.format);
  if (options.out.empty()) {
    throw CLI::ValidationError("--format",
                               "needed where no output file tells it; one of\n" + format_list());
  }
  const Format* const format = guess_format(options.out);
  if (format == nullptr) {
    throw CLI::ValidationError("--output", "the ending of \"" + options.out +
                                               "\" tells no format; give --format, one of\n" +
                                               format_list());
  }
  return *format;
}

std::unique_ptr<Exporter> exporter_of(const Options& options) {
  const Format& format = format_of(options);
  try {
    return format.make(options.how);
  } catch (const Error& error) {  // an option that this format cannot fulfil
    throw CLI::ValidationError(std::string(format.name), error.what());
  }
}

KnowledgeGraph load_graph(const Options& options) {
  return options.filter.apply(GraphStore(options.file, GraphStore::Access::kRead).load());
}

void write_to_folder(const FolderFormat& format, Options& options) {
  if (options.out.empty() || options.out == "-") {
    throw CLI::ValidationError("--output",
                               std::string(format.name) + " is a folder; name one to be written");
  }
  const KnowledgeGraph graph = load_graph(options);
  write_folder(options.out, format.files, [&](const std::filesystem::path& folder) {
    format.write(graph, options.how, folder);
  });
}

/// What an option of some formats applies to.
struct Scope {
  std::string_view option;
  std::vector<std::string_view> formats;
};

const std::vector<Scope>& scopes() {
  static const std::vector<Scope> kScopes = {
      {"--strict", {"graphml"}},
      {"--dynamic", {"gexf"}},
      {"--color", {"graphml", "gexf", "yed", "cytoscape"}},
      {"--claims", {"cypher", "neo4j-csv"}},
      {"--cypher-dialect", {"cypher"}},
      {"--base", {"turtle", "ntriples", "trig", "nquads", "jsonld"}},
      {"--rdf-graphs", {"turtle", "ntriples", "trig", "nquads", "jsonld"}},
  };
  return kScopes;
}

/// @throws CLI::ValidationError if an option was given that the format takes no notice of.
void check_options(const CLI::App& command, std::string_view format) {
  for (const Scope& scope : scopes()) {
    if (command.get_option(std::string(scope.option))->count() == 0) continue;
    if (std::find(scope.formats.begin(), scope.formats.end(), format) != scope.formats.end()) {
      continue;
    }
    std::string names;
    for (const std::string_view name : scope.formats) {
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    throw CLI::ValidationError(std::string(scope.option),
                               "means nothing to " + std::string(format) + ", only to " + names);
  }
}

void run(const CLI::App& command, Options& options) {
  const FolderFormat* const folder = find_folder_format(options.format);
  check_options(command, folder != nullptr ? folder->name : format_of(options).name);
  options.how.cypher_dialect = dialects().at(options.dialect);
  if (folder != nullptr) return write_to_folder(*folder, options);
  const std::unique_ptr<Exporter> exporter = exporter_of(options);
  const KnowledgeGraph graph = load_graph(options);
  if (options.out.empty() || options.out == "-") {
    exporter->write(graph, std::cout);
  } else {
    refuse_to_replace(options.file, options.out);
    write_file(options.out, [&](std::ostream& out) { exporter->write(graph, out); });
  }
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("export", "Write a graph file in another tool's format");
  command->footer("Formats:\n" + format_list());
  command->add_option("FILE", options->file, "Graph file")->required();
  command->add_option("-f,--format", options->format, "Format; else told by the ending of OUT")
      ->check(is_format, "FORMAT");
  command->add_option(
      "-o,--output", options->out,
      "Output file, compressed if it ends in .gz or .zst, or folder; else standard output");

  options->filter.add_to(*command);
  command
      ->add_flag("--strict", options->how.strict,
                 "graphml: nothing outside the standard (Gephi then merges parallel edges)")
      ->group("Options of some formats");
  command
      ->add_flag("--dynamic", options->how.dynamic,
                 "gexf: the days of each relation, for Gephi's timeline")
      ->group("Options of some formats");
  command
      ->add_option("--color", options->how.color_by,
                   "graphml, gexf, yed, cytoscape: what colours tell, type or community")
      ->transform(CLI::CheckedTransformer(std::map<std::string, ColorBy>{
          {"type", ColorBy::kType}, {"community", ColorBy::kCommunity}}))
      ->option_text("WORD [type]")
      ->group("Options of some formats");
  command->add_flag("--claims", options->how.claims, "cypher, neo4j-csv: claims as nodes")
      ->group("Options of some formats");
  command->add_option("--cypher-dialect", options->dialect, "cypher: neo4j, memgraph or falkordb")
      ->capture_default_str()
      ->check(CLI::IsMember(dialects()))
      ->option_text("DIALECT=neo4j")
      ->group("Options of some formats");
  command->add_option("--base", options->how.base, "RDF: start of every IRI")
      ->capture_default_str()
      ->check(is_base, "IRI")
      ->group("Options of some formats");
  command
      ->add_option(
          "--rdf-graphs", options->how.rdf_graphs,
          "trig, nquads, jsonld: 'document' puts what an article asserts in a graph of its "
          "own, 'one' all in the default graph")
      ->transform(CLI::CheckedTransformer(std::map<std::string, RdfGraphs>{
          {"one", RdfGraphs::kOne}, {"document", RdfGraphs::kDocument}}))
      ->option_text("one|document")
      ->group("Options of some formats");
  command->callback([options, command, &exit_code] {
    run(*command, *options);
    exit_code = kSuccess;
  });
}

}  // namespace newsgraph::cli
