#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "graph/query/filter.hpp"

namespace newsgraph::cli {

/// The options that choose a part of a graph, as every command that writes one has them.
class FilterOptions {
 public:
  /// Adds them to `command`, which must not outlive this.
  void add_to(CLI::App& command);

  /// The part of the graph that was asked for.
  KnowledgeGraph apply(KnowledgeGraph graph) const;

 private:
  std::vector<std::string> types_;
  GraphFilter filter_;
};

}  // namespace newsgraph::cli
