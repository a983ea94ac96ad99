#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "export/exporter.hpp"
#include "export/output_file.hpp"
#include "extract/base/date.hpp"
#include "extract/base/error.hpp"
#include "graph/query/filter.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string format;
  std::string out;
  std::vector<std::string> types;
  std::string dialect = "neo4j";
  GraphFilter filter;
  ExportOptions how;
};

/// "  graphml   .graphml   Gephi, Cytoscape, …" for each format.
std::string format_list() {
  std::string list;
  for (const Format& format : formats()) {
    std::string line = "  " + std::string(format.name);
    line.resize(std::max<std::size_t>(line.size() + 1, 12), ' ');
    line += format.extension;
    line.resize(std::max<std::size_t>(line.size() + 1, 24), ' ');
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

std::string is_type(const std::string& word) {
  GraphFilter filter;
  if (add_type(filter, word)) return "";
  return "there is no type \"" + word +
         "\"; the types are person, organization, place, event, work, product, law, nationality, "
         "date, number, money, quantity and other, the kinds entity, event, concept and value";
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

KnowledgeGraph load_graph(Options& options) {
  for (const std::string& type : options.types) add_type(options.filter, type);
  KnowledgeGraph graph = GraphStore(options.file, GraphStore::Access::kRead).load();
  if (!options.filter.empty()) graph = filtered(graph, options.filter);
  return graph;
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

void run(Options& options) {
  options.how.cypher_dialect = dialects().at(options.dialect);
  if (const FolderFormat* const format = find_folder_format(options.format)) {
    write_to_folder(*format, options);
    return;
  }
  const Format& format = format_of(options);
  const std::unique_ptr<Exporter> exporter = format.make(options.how);
  const KnowledgeGraph graph = load_graph(options);
  if (options.out.empty() || options.out == "-") {
    exporter->write(graph, std::cout);
  } else {
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
  command->add_option("-o,--output", options->out, "Output file or folder; else standard output");

  command
      ->add_option("--min-support", options->filter.min_support,
                   "Only relations of at least so many independent articles")
      ->group("Filters");
  command
      ->add_option("--min-confidence", options->filter.min_confidence,
                   "Only relations of at least this confidence")
      ->check(CLI::Range(0.0, 1.0))
      ->group("Filters");
  command->add_option("--type", options->types, "Only nodes of these types or kinds, e.g. person")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(is_type, "TYPE")
      ->group("Filters");
  command
      ->add_option("--relation", options->filter.relations,
                   "Only relations of these classes or predicates, e.g. SUPPORT, declined")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Filters");
  command->add_option("--since", options->filter.since, "Only what happened then or later")
      ->check(is_date, "DATE")
      ->group("Filters");
  command->add_option("--until", options->filter.until, "Only what happened then or earlier")
      ->check(is_date, "DATE")
      ->group("Filters");
  command
      ->add_flag("--asserted-only", options->filter.asserted_only,
                 "Only what an article states as a fact in its own voice")
      ->group("Filters");

  command
      ->add_flag("--strict", options->how.strict,
                 "graphml: nothing outside the standard (Gephi then merges parallel edges)")
      ->group("Options of some formats");
  command->add_flag("--claims", options->how.claims, "cypher, neo4j-csv: claims as nodes")
      ->group("Options of some formats");
  command->add_option("--cypher-dialect", options->dialect, "cypher: neo4j, memgraph or falkordb")
      ->capture_default_str()
      ->check(CLI::IsMember(dialects()))
      ->option_text("DIALECT=neo4j")
      ->group("Options of some formats");
  command->add_option("--base", options->how.base, "turtle, ntriples: start of every IRI")
      ->capture_default_str()
      ->check(is_base, "IRI")
      ->group("Options of some formats");
  command->callback([options, &exit_code] {
    run(*options);
    exit_code = kSuccess;
  });
}

}  // namespace newsgraph::cli
