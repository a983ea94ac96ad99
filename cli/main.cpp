#include <exception>
#include <iostream>

#include "cli/command.hpp"
#include "extract/base/error.hpp"

namespace {

using newsgraph::cli::AddCommand;

/// In the order of the help text: along the way from articles to answers.
constexpr AddCommand kCommands[] = {
    newsgraph::cli::add_export,
    newsgraph::cli::add_path,
    newsgraph::cli::add_show,
    newsgraph::cli::add_list,
    newsgraph::cli::add_stats,
    newsgraph::cli::add_parse,
};

}  // namespace

int main(int argc, char** argv) {
  using namespace newsgraph::cli;
  std::ios::sync_with_stdio(false);

  CLI::App app{"Reads news articles and builds one knowledge graph.", "newsgraph"};
  app.set_version_flag("--version", NEWSGRAPH_VERSION);
  app.require_subcommand(1);
  int exit_code = kSuccess;
  for (const AddCommand add : kCommands) add(app, exit_code);

  try {
    app.parse(argc, argv);
    std::cout.flush();
    return exit_code;
  } catch (const CLI::ParseError& error) {
    const bool only_help = error.get_exit_code() == 0;
    app.exit(error);
    return only_help ? kSuccess : kUsage;
  } catch (const std::exception& error) {
    std::cerr << "newsgraph: " << error.what() << '\n';
    return kFailure;
  }
}
