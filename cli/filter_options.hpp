#pragma once

#include <CLI/CLI.hpp>

#include "graph/query/filter.hpp"

namespace newsgraph::cli {

/// Adds the options that choose a part of the graph: --min-support, --type, --since and so on.
/// @param filter  Filled in while the command line is read; has to live until then.
void add_filter_options(CLI::App& command, GraphFilter& filter);

}  // namespace newsgraph::cli
