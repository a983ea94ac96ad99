#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/entity.hpp"
#include "graph/model/relation.hpp"

/// The merged graph of all articles.
///
///     Keller (person) --declined--> Oslo visit (event) --involves--> Oslo (place)
///
/// is three vertices and two edges of a Boost.Graph adjacency list; each edge carries its claims,
/// and each claim the article and sentence it stands in. Everything is in canonical order: vertices
/// by entity id, edges by relation id, articles by key, sentences by article and position. So equal
/// articles give equal graphs, in whatever order they were read.
namespace newsgraph {

/// Vertices hold an Entity, edges a Relation; parallel edges are distinct relations.
using RelationGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Entity, Relation>;
using Vertex = boost::graph_traits<RelationGraph>::vertex_descriptor;
using Edge = boost::graph_traits<RelationGraph>::edge_descriptor;

/// An article that the graph has evidence from.
struct ArticleRecord {
  ArticleHeader header;
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

/// A sentence that is evidence.
struct SentenceRecord {
  std::uint32_t article = 0;  ///< index into KnowledgeGraph::articles
  Span span;                  ///< into the article's text, in bytes
  std::string text;

  friend bool operator==(const SentenceRecord&, const SentenceRecord&) = default;
};

struct KnowledgeGraph {
  RelationGraph relations;
  std::vector<ArticleRecord> articles;
  std::vector<SentenceRecord> sentences;
  std::vector<Statement> statements;  ///< by id
};

/// "e_0123456789abcdef"; ids as every export, listing and query prints them.
std::string entity_id(std::uint64_t id);
std::string relation_id(std::uint64_t id);
std::string claim_id(std::uint64_t id);
/// Of an article's key: "d_" and the first half of its hash.
std::string document_id(const std::string& key);

}  // namespace newsgraph
