#pragma once

#include <CLI/CLI.hpp>

/// The commands of the newsgraph program, one file each. A command file declares its options,
/// calls the libraries and prints; it holds no logic of its own.
namespace newsgraph::cli {

/// What the program returns; documented in README, "Exit codes".
enum ExitCode : int {
  kSuccess = 0,
  kSomeFailed = 1,  ///< the command went through, but some inputs could not be read
  kUsage = 2,       ///< unknown option, missing argument
  kFailure = 3,     ///< nothing could be done: no such file, damaged graph file, disk full
  kNotFound = 4,    ///< no such entity, article or path
};

/// Adds one subcommand to `app`. Its callback stores what the program is to return in `exit_code`;
/// errors are thrown as newsgraph::Error.
using AddCommand = void (*)(CLI::App& app, int& exit_code);

void add_build(CLI::App& app, int& exit_code);
void add_extract(CLI::App& app, int& exit_code);
void add_merge(CLI::App& app, int& exit_code);
void add_remove(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_view(CLI::App& app, int& exit_code);
void add_push(CLI::App& app, int& exit_code);
void add_path(CLI::App& app, int& exit_code);
void add_show(CLI::App& app, int& exit_code);
void add_list(CLI::App& app, int& exit_code);
void add_stats(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_parse(CLI::App& app, int& exit_code);
void add_coreference(CLI::App& app, int& exit_code);

}  // namespace newsgraph::cli
