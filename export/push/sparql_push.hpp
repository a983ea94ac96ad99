#pragma once

#include "export/push/heirs.hpp"
#include "export/push/push.hpp"
#include "export/push/sparql_endpoint.hpp"

namespace newsgraph {

/// Pushes a graph into the default graph of a triple store: the triples of the N-Triples export,
/// and for each subject one with its mark (Ledger),
///
///     <…/id/entity/e_…> <https://newsgraph.example/push#mark> "8d2f00c3a94b1e57 news" .
///
/// Triples go up as N-Triples in chunks, never within SPARQL, so that no text of an article can
/// become part of a statement. There are no blank nodes, so chunks mean the same one by one. A
/// subject that has changed is replaced: the triples with properties that this program writes go,
/// others stay. Subjects that belong to vocabularies are only added to.
///
/// @param successors  Asked for the ids of entities that the store has and the graph has not.
/// @throws HttpError
PushReport push_to_sparql(const KnowledgeGraph& graph, const PushOptions& options,
                          const Successors& successors, SparqlEndpoint& endpoint,
                          const OnPushProgress& on_progress = {});

}  // namespace newsgraph
