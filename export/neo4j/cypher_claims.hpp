#pragma once

#include "export/neo4j/cypher_rows.hpp"

namespace newsgraph {

/// Documents and claims as nodes, and what links them to entities and to one another.
void write_cypher_claims(const KnowledgeGraph& graph, CypherRows& rows);

}  // namespace newsgraph
