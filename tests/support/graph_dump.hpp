#pragma once

#include <string>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph::test {

/// All that `graph` holds, one line a node, relation, claim, statement, article and sentence: equal
/// dumps mean equal graphs, and a difference shows in the test's message.
std::string dump(const KnowledgeGraph& graph);

/// Only what is related: a line "subject --readable--> object" a relation, sorted; "not " before a
/// negated predicate, "planned " etc. before one that is not actual, " (3)" behind one of several
/// claims; then "subject: predicate" a statement.
std::string triples(const KnowledgeGraph& graph);

/// The nodes: "label (type): alias, alias", sorted.
std::string nodes(const KnowledgeGraph& graph);

/// As of the labels: the vertex labelled so; throws std::logic_error if there is not exactly one.
Vertex vertex(const KnowledgeGraph& graph, const std::string& label);

}  // namespace newsgraph::test
