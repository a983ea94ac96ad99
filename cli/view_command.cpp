#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/terminal.hpp"
#include "export/html/html_exporter.hpp"
#include "export/output_file.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string out;
  FilterOptions filter;
  ExportOptions how;
};

/// Says what the page lacks, and how to have other things in it.
void report(const PageOmissions& omitted, std::size_t shown) {
  if (omitted.entities == 0) return;
  Terminal::standard_error().wrapped(
      "newsgraph: the page holds the " + grouped_digits(shown) + " most connected of " +
          counted(shown + omitted.entities, "node", "nodes") + "; " +
          counted(omitted.relations, "relation", "relations") + " and " +
          counted(omitted.statements, "statement", "statements") +
          " are left out with the others. To choose what is shown, filter: --type, --relation, "
          "--since, --until, --min-support, --min-confidence, --asserted-only.",
      0, 2);
}

void run(Options options) {
  const std::filesystem::path file(options.file);
  if (options.how.title.empty()) options.how.title = file.stem().string();
  if (options.out.empty()) {
    options.out = (file.parent_path() / (file.stem().string() + ".html")).string();
  }
  const KnowledgeGraph graph =
      options.filter.apply(GraphStore(options.file, GraphStore::Access::kRead).load());
  const HtmlExporter exporter(options.how);
  PageOmissions omitted;
  if (options.out == "-") {
    omitted = exporter.write_page(graph, std::cout);
  } else {
    refuse_to_replace(options.file, options.out);
    write_file(options.out, [&](std::ostream& out) { omitted = exporter.write_page(graph, out); });
    std::cout << options.out << ": open it in a browser\n";
  }
  report(omitted, options.how.page_nodes);
}

}  // namespace

void add_view(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  options->how.title.clear();
  CLI::App* const command = app.add_subcommand(
      "view", "Write a page that shows a graph file in any browser, without network");
  command->add_option("FILE", options->file, "Graph file")->required();
  command->add_option("-o,--output", options->out,
                      "Page to write; else FILE with the ending .html; - is standard output");
  command->add_option("--title", options->how.title, "The page's name; else that of FILE");
  command
      ->add_option("--max-nodes", options->how.page_nodes,
                   "Of more nodes than this, only the most connected")
      ->check(CLI::Range(1, 20000))
      ->capture_default_str();
  options->filter.add_to(*command);
  command->callback([options, &exit_code] {
    run(*options);
    exit_code = kSuccess;
  });
}

}  // namespace newsgraph::cli
