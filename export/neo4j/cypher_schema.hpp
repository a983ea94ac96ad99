#pragma once

#include <set>
#include <string>
#include <vector>

#include "export/exporter.hpp"

namespace newsgraph {

struct KnowledgeGraph;

/// The types of the relationships between entities.
std::set<std::string> relationship_types(const KnowledgeGraph& graph);

/// Statements, without their semicolons, that are to be run before any data is loaded: what makes
/// ids unique and found by an index, without which loading takes hours, and the search for names.
///
/// For Neo4j, only kinds that its Community edition has, and nothing happens the second time. For
/// Memgraph a constraint brings no index, and what is there already is only remarked upon. FalkorDB
/// calls an index that exists an error, which does no harm, and has its constraints elsewhere
/// (GRAPH.CONSTRAINT); MERGE keeps ids unique without them.
/// @param claims  Whether claims are nodes.
std::vector<std::string> cypher_schema(CypherDialect dialect, const std::set<std::string>& types,
                                       bool claims);

}  // namespace newsgraph
