#pragma once

#include "export/push/heirs.hpp"
#include "export/push/ledger.hpp"
#include "export/push/neo4j_endpoint.hpp"
#include "export/push/push.hpp"

namespace newsgraph {

struct KnowledgeGraph;

/// Pushes a graph into Neo4j: what CypherExporter with the same options writes as a script, plus a
/// property `pushed` on every node and relationship, the mark of Ledger.
///
/// Each request is one transaction of at most a thousand rows, written by the script's own
/// statements. All of them may run twice, so that a lost answer does no harm.
///
/// @param successors  Asked for the ids of entities that the store has and the graph has not.
/// @throws HttpError
PushReport push_to_neo4j(const KnowledgeGraph& graph, const PushOptions& options,
                         const Successors& successors, Neo4jEndpoint& endpoint,
                         const OnPushProgress& on_progress = {});

}  // namespace newsgraph
