#include "cli/merge_report.hpp"

#include <ostream>
#include <string>

#include "cli/json_output.hpp"
#include "cli/terminal.hpp"
#include "graph/merge/merge.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {

void LeastConfidence::declare(CLI::App& command) {
  command
      .add_option("--least-confidence", value,
                  "Keep claims less sure than this out of the graph, but in the file; 0.7 in a new "
                  "file")
      ->check([](const std::string& text) {
        double number = 0;
        const bool read = CLI::detail::lexical_cast(text, number);
        // Not so for "nan".
        if (read && number >= 0 && number <= 1) return std::string();
        return "expected a number from 0 to 1, such as 0.8, not " + text;
      });
}

void LeastConfidence::apply(GraphStore& store) const {
  if (value) store.set_least_confidence(*value);
}

void write_left_out(JsonOutput& json, const MergeReport& report) {
  if (report.articles == 0) return;
  json.key("left_out").begin_object();
  json.count("doubtful", report.doubtful).count("unidentified", report.unidentified);
  json.count("unresolved", report.unresolved).count("self_loops", report.self_loops);
  json.end_object();
}

void print_left_out(std::ostream& out, const MergeReport& report) {
  std::string reasons;
  const auto add = [&](std::uint64_t count, const char* reason) {
    if (count == 0) return;
    reasons += (reasons.empty() ? " " : ", ") + grouped_digits(count) + ' ' + reason;
  };
  add(report.doubtful, "not sure enough");
  add(report.unidentified, "that do not tell what they are about");
  add(report.unresolved, "with a pronoun that was not resolved");
  add(report.self_loops, "of a thing to itself");
  if (reasons.empty()) return;
  out << "left out of the graph:" << reasons << '\n';
}

}  // namespace newsgraph::cli
