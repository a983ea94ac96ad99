#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/query/path_search.hpp"

namespace newsgraph::cli {

struct PathReportOptions {
  bool all_relations = false;  ///< every relation between two nodes with every claim
};

/// Each path on one line, then each of its hops with its evidence. Relations of the paths are edges
/// of `graph` by their number.
void print_paths(const KnowledgeGraph& graph, const std::vector<Path>& paths,
                 const PathReportOptions& options, Terminal& terminal);

/// {"from": node, "to": node, "k": 3, "max_hops": 4, "direction": "any", "paths": [{"cost": 2.3,
///  "confidence": 0.81, "nodes": [node, …], "hops": [{"from": "e_…", "to": "e_…",
///  "relations": [relation, …]}, …]}, …]}; a cost of 1 is that of one sure hop.
void write_paths_json(const KnowledgeGraph& graph, const PathQuery& query,
                      const std::vector<Path>& paths, std::ostream& out);

/// Why the query has no answer, and what to try.
std::string why_no_path(const KnowledgeGraph& graph, const Topology& topology,
                        const PathQuery& query);

}  // namespace newsgraph::cli
