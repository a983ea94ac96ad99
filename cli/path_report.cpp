#include "cli/path_report.hpp"

#include <array>
#include <cstdio>
#include <ostream>

#include "cli/json_output.hpp"
#include "cli/relation_text.hpp"
#include "graph/query/evidence.hpp"

namespace newsgraph::cli {
namespace {

std::vector<Edge> edges_of(const KnowledgeGraph& graph) {
  const auto [begin, end] = edges(graph.relations);
  return {begin, end};
}

class PathPrinter {
 public:
  PathPrinter(const KnowledgeGraph& graph, const PathReportOptions& options, Terminal& terminal)
      : graph_(graph), edges_(edges_of(graph)), options_(options), terminal_(terminal) {}

  void print(std::size_t number, std::size_t digits, const Path& path) {
    std::string count = std::to_string(number);
    count.insert(0, digits - count.size(), ' ');
    StyledText title(count + ". ", Style::kBold);
    title.add(node(path.nodes.front()));
    for (const PathHop& hop : path.hops) {
      title.add(arrow(relation(hop.relations.front()), is_forward(hop, hop.relations.front())));
      title.add(node(hop.to));
    }
    const std::size_t indent = digits + 2;
    // One path, one line: in a pipe, lines are for grep.
    terminal_.is_interactive() ? terminal_.wrapped(title, 0, indent + 2) : terminal_.line(title);
    std::array<char, 32> confidence{};
    std::snprintf(confidence.data(), confidence.size(), "%.2f", path.confidence);
    terminal_.wrapped(
        StyledText(counted(path.hops.size(), "hop", "hops") + " · confidence " + confidence.data(),
                   Style::kDim),
        indent, indent);
    for (const PathHop& hop : path.hops) print_hop(hop, path.hops.size() > 1, indent);
  }

 private:
  const Relation& relation(std::uint32_t number) const { return graph_.relations[edges_[number]]; }
  StyledText node(std::uint32_t vertex) const { return node_text(graph_.relations[vertex]); }
  bool is_forward(const PathHop& hop, std::uint32_t number) const {
    return source(edges_[number], graph_.relations) == hop.from;
  }

  void print_hop(const PathHop& hop, bool has_title, std::size_t indent) {
    terminal_.line();
    const std::size_t shown = options_.all_relations ? hop.relations.size() : 1;
    for (std::size_t i = 0; i < shown; ++i) {
      const std::uint32_t number = hop.relations[i];
      if (has_title || shown > 1) {
        StyledText title = node(hop.from);
        title.add(arrow(relation(number), is_forward(hop, number))).add(node(hop.to));
        terminal_.wrapped(title, indent, indent + 2);
      }
      print_relation(relation(number), indent + (has_title || shown > 1 ? 2 : 0));
    }
    if (shown < hop.relations.size()) print_others(hop, indent + (has_title ? 2 : 0));
  }

  void print_relation(const Relation& shown, std::size_t indent) {
    terminal_.wrapped(relation_facts(shown), indent, indent);
    const Claim& best = best_claim(shown);
    print_evidence(graph_, best, indent, terminal_);
    if (shown.claims.size() == 1) return;
    if (options_.all_relations) {
      for (const Claim& claim : shown.claims) {
        if (&claim != &best) print_evidence(graph_, claim, indent, terminal_);
      }
    } else {
      terminal_.line(
          StyledText(std::string(indent + 1, ' '))
              .add("and " + counted(shown.claims.size() - 1, "more sentence", "more sentences"),
                   Style::kDim));
    }
  }

  /// "also between them: met, not criticised, …"
  void print_others(const PathHop& hop, std::size_t indent) {
    constexpr std::size_t kNamed = 5;
    StyledText text("also between them: ", Style::kDim);
    for (std::size_t i = 1; i < hop.relations.size() && i <= kNamed; ++i) {
      const Relation& other = relation(hop.relations[i]);
      if (i > 1) text.add(", ", Style::kDim);
      if (!is_forward(hop, hop.relations[i])) text.add("←", Style::kDim);
      text.add(predicate_text(other));
      if (other.modality != Modality::kActual) {
        text.add(std::string(" (") + to_string(other.modality) + ")", Style::kWarning);
      }
    }
    if (hop.relations.size() > kNamed + 1) {
      text.add(" and " + std::to_string(hop.relations.size() - kNamed - 1) + " more", Style::kDim);
    }
    text.add(" (--all)", Style::kDim);
    terminal_.wrapped(text, indent, indent + 2);
  }

  const KnowledgeGraph& graph_;
  std::vector<Edge> edges_;
  const PathReportOptions& options_;
  Terminal& terminal_;
};

}  // namespace

void print_paths(const KnowledgeGraph& graph, const std::vector<Path>& paths,
                 const PathReportOptions& options, Terminal& terminal) {
  PathPrinter printer(graph, options, terminal);
  const std::size_t digits = std::to_string(paths.size()).size();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (i > 0) terminal.line();
    printer.print(i + 1, digits, paths[i]);
  }
}

void write_paths_json(const KnowledgeGraph& graph, const PathQuery& query,
                      const std::vector<Path>& paths, std::ostream& out) {
  const std::vector<Edge> all_edges = edges_of(graph);
  JsonOutput json;
  json.begin_object().key("from");
  json.node(graph, query.from);
  json.key("to");
  json.node(graph, query.to);
  json.count("k", query.k).count("max_hops", query.max_hops);
  json.field("direction", query.direction == Direction::kAny ? "any" : "out");
  json.key("paths").begin_array();
  for (const Path& path : paths) {
    json.begin_object().key("cost").fraction(static_cast<double>(path.cost) / kOneHop);
    json.key("confidence").fraction(path.confidence);
    json.key("nodes").begin_array();
    for (const std::uint32_t node : path.nodes) json.node(graph, node);
    json.end_array().key("hops").begin_array();
    for (const PathHop& hop : path.hops) {
      json.begin_object().field("from", entity_id(graph.relations[hop.from].id));
      json.field("to", entity_id(graph.relations[hop.to].id)).key("relations").begin_array();
      for (const std::uint32_t number : hop.relations) json.relation(graph, all_edges[number]);
      json.end_array().end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  json.finish(out);
}

std::string why_no_path(const KnowledgeGraph& graph, const Topology& topology,
                        const PathQuery& query) {
  const std::string ends =
      "between " + graph.relations[query.from].label + " and " + graph.relations[query.to].label;
  if (const auto hops = fewest_hops(topology, query)) {
    return "no path of at most " + counted(query.max_hops, "hop", "hops") + " " + ends +
           "; the nearest has " + std::to_string(*hops) + ": try --max-hops " +
           std::to_string(*hops);
  }
  PathQuery any = query;
  any.direction = Direction::kAny;
  if (query.direction == Direction::kOut && fewest_hops(topology, any)) {
    return "no path from subject to object " + ends + "; try --direction any";
  }
  any.selection = {};
  any.via.clear();
  if (fewest_hops(topology, any)) {
    return "no path " + ends + " over the relations selected; try fewer conditions (--relation, " +
           "--via, --min-confidence, --min-support, --since, --until, --asserted-only)";
  }
  return "no path " + ends + " in this graph, however long (up to " + std::to_string(kMostHops) +
         " hops)";
}

}  // namespace newsgraph::cli
