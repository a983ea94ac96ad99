#pragma once

#include "export/sink.hpp"

namespace newsgraph {

struct KnowledgeGraph;

/// Writes documents and claims as nodes, and what links them to entities and to one another.
void write_cypher_claims(const KnowledgeGraph& graph, Sink& sink);

}  // namespace newsgraph
