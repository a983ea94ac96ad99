#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/display.hpp"
#include "export/picture/picture.hpp"
#include "graph/model/knowledge_graph.hpp"

/// What the tables of graph viewers show of nodes and edges, in whatever format they read.
///
///     node  type, node_kind, aliases, ..., pagerank, community
///     edge  predicate, canonical, ..., evidence, article_keys, article_titles, ...
///
/// What viewers have a place of its own for is no column: id, label, weight, position, size and
/// colour. Names are lower case and unlike the words that Gephi, Cytoscape, NetworkX and igraph
/// keep for themselves.
namespace newsgraph {

enum class ColumnType : std::uint8_t { kText, kCount, kReal, kFlag, kList };

struct Column {
  std::string_view name;
  ColumnType type;
};

std::span<const Column> node_columns();
std::span<const Column> edge_columns();

/// Takes the values of one node or edge, in the order of the columns. Empty texts and lists are
/// left out.
class ColumnWriter {
 public:
  virtual ~ColumnWriter() = default;
  virtual void text(std::string_view name, std::string_view value) = 0;
  virtual void count(std::string_view name, std::uint64_t value) = 0;
  virtual void real(std::string_view name, double value) = 0;
  virtual void flag(std::string_view name, bool value) = 0;
  virtual void list(std::string_view name, std::span<const std::string> items) = 0;
};

/// Reads the columns of a graph's nodes and edges.
///
/// Evidence stands in parallel lists: the i-th items of `evidence`, `article_keys`,
/// `article_titles`, `article_dates` and `attributions` belong together; what is unknown is "-".
/// Edges with very many claims list the first hundred; `evidence_count` is of all.
class ViewerColumns {
 public:
  ViewerColumns(const KnowledgeGraph& graph, std::span<const PictureNode> picture)
      : graph_(graph), picture_(picture), statements_(graph) {}

  void node(Vertex vertex, ColumnWriter& out);
  void edge(Edge edge, ColumnWriter& out);

 private:
  void text(ColumnWriter& out, std::string_view name, std::string_view value);
  template <typename Item>
  void list(ColumnWriter& out, std::string_view name, std::size_t size, Item item);

  const KnowledgeGraph& graph_;
  std::span<const PictureNode> picture_;
  StatementsBySubject statements_;
  std::vector<std::string> items_;  ///< of the current list
};

/// What viewers draw as an edge's width: its evidence, but never 0, since Gephi removes such edges.
std::uint64_t edge_weight(const Relation& relation);

}  // namespace newsgraph
