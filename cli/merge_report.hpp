#pragma once

#include <CLI/CLI.hpp>
#include <iosfwd>
#include <optional>

namespace newsgraph {
class GraphStore;
struct MergeReport;
}  // namespace newsgraph

/// What `build` and `merge` share: how sure a proposition must be to enter the graph, and a word on
/// what did not.
namespace newsgraph::cli {

class JsonOutput;

struct LeastConfidence {
  std::optional<double> value;  ///< empty: as the graph file has it

  /// Declares --least-confidence on `command`.
  void declare(CLI::App& command);
  void apply(GraphStore& store) const;
};

/// The same counts as the member "left_out"; none if nothing was merged.
void write_left_out(JsonOutput& json, const MergeReport& report);

/// One line; nothing if everything entered.
void print_left_out(std::ostream& out, const MergeReport& report);

}  // namespace newsgraph::cli
