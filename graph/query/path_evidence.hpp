#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "graph/model/knowledge_graph.hpp"
#include "graph/query/path_search.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {

/// A relation, and for each of its claims the article and sentence it stands in. Indices of the
/// claims' evidence mean nothing here.
struct EvidencedRelation {
  Relation relation;
  std::vector<ArticleHeader> articles;  ///< by claim
  std::vector<SentenceText> sentences;  ///< by claim
};

/// Loads what `paths` need and nothing else: a path of four hops stands on a handful of the
/// millions of relations that a graph file may hold.
///
/// @param load   The relation of that number in `topology`.
/// @param graph  Holds the topology's nodes, and no relations; gets the relations of the paths,
/// with
///               articles and sentences.
/// @param paths  Their relations become edges of `graph`, by number in its order of edges.
void attach_relations(const Topology& topology,
                      const std::function<EvidencedRelation(std::uint32_t)>& load,
                      KnowledgeGraph& graph, std::vector<Path>& paths);

}  // namespace newsgraph
