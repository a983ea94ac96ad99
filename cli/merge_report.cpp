#include "cli/merge_report.hpp"

#include <ostream>
#include <string>

#include "cli/terminal.hpp"
#include "graph/merge/merge.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {

void LeastConfidence::declare(CLI::App& command) {
  command
      .add_option("--least-confidence", value,
                  "Keep claims less sure than this out of the graph, but in the file; 0.6 in a new "
                  "file")
      ->check(CLI::Range(0.0, 1.0));
}

void LeastConfidence::apply(GraphStore& store) const {
  if (value) store.set_least_confidence(*value);
}

void print_left_out(std::ostream& out, const MergeReport& report) {
  std::string reasons;
  const auto add = [&](std::uint64_t count, const char* reason) {
    if (count == 0) return;
    reasons += (reasons.empty() ? " " : ", ") + grouped_digits(count) + ' ' + reason;
  };
  add(report.doubtful, "less sure than asked");
  add(report.unidentified, "that do not tell what they are about");
  add(report.unresolved, "with a pronoun that was not resolved");
  add(report.self_loops, "of a thing to itself");
  if (reasons.empty()) return;
  out << "left out of the graph:" << reasons << '\n';
}

}  // namespace newsgraph::cli
