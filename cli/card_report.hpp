#pragma once

#include <iosfwd>

#include "cli/terminal.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/query/entity_card.hpp"

namespace newsgraph::cli {

struct CardReportOptions {
  std::size_t limit = 5;  ///< relations of each class, and statements; 0: all
};

void print_card(const KnowledgeGraph& graph, const EntityCard& card,
                const CardReportOptions& options, Terminal& terminal);

/// {"entity": node with "value", "titles", "aliases": [{"text", "count", "rule"}, …], "mentions",
///  "articles", "first_seen", "last_seen"}, "out": [relation, …], "in": [relation, …],
///  "statements": [relation without "object", with "object_relation": "r_…" or "object_text" where
///  it has one],
///  "contested":
///  ["r_…", …], "neighbours": [{"entity": node, "relations": 3}, …]}
void write_card_json(const KnowledgeGraph& graph, const EntityCard& card, std::ostream& out);

}  // namespace newsgraph::cli
