#include <iostream>
#include <memory>

#include "cli/card_report.hpp"
#include "cli/command.hpp"
#include "cli/entity_choice.hpp"
#include "cli/terminal.hpp"
#include "graph/query/entity_card.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string entity;
  CardReportOptions report;
  bool json = false;
};

int run(const Options& options) {
  const KnowledgeGraph graph = GraphStore(options.file, GraphStore::Access::kRead).load();
  Terminal messages = Terminal::standard_error();
  const auto vertex = choose_entity(graph, EntityNames(graph), options.entity, messages,
                                    options.json ? &std::cout : nullptr);
  if (!vertex) return kNotFound;
  const EntityCard card = entity_card(graph, *vertex);
  if (options.json) {
    write_card_json(graph, card, std::cout);
  } else {
    Terminal terminal = Terminal::standard_output();
    print_card(graph, card, options.report, terminal);
  }
  return kSuccess;
}

}  // namespace

void add_show(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "show", "An entity's card: its names, relations and statements, with their evidence");
  command->add_option("FILE", options->file, "The graph file")->required();
  command->add_option("ENTITY", options->entity, "A name, or an id (e_...)")->required();
  command
      ->add_option("--limit", options->report.limit,
                   "Relations shown of each class, and statements; 0: all")
      ->capture_default_str();
  command->add_flag("--json", options->json, "Print JSON: the whole card, with all claims");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
