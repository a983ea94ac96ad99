#include <exception>
#include <iostream>

#include "cli/command.hpp"
#include "extract/base/error.hpp"

namespace {

using namespace newsgraph::cli;

/// In the order of the help text: along the way from articles to answers.
constexpr AddCommand kCommands[] = {
    add_build, add_extract, add_merge, add_remove, add_export,  add_view,  add_push,
    add_path,  add_show,    add_list,  add_stats,  add_explain, add_parse, add_coreference,
};

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);

  CLI::App app{"Reads news articles and builds one knowledge graph.", "newsgraph"};
  app.set_version_flag("--version", NEWSGRAPH_VERSION);
  app.require_subcommand(1);
  int exit_code = kSuccess;
  for (const AddCommand add : kCommands) add(app, exit_code);

  try {
    app.parse(argc, argv);
    // What was printed must have arrived: a full disk is no success.
    std::cout.flush();
    if (!std::cout) throw newsgraph::IoError("standard output: writing failed");
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
