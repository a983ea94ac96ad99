#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "graph/model/knowledge_graph.hpp"
#include "graph/query/topology.hpp"
#include "graph/store/database.hpp"

namespace newsgraph {

/// The merged graph in the tables of the file's second half.
class GraphTable {
 public:
  explicit GraphTable(Database& database) : database_(database) {}

  /// Replaces what is there.
  /// @param rows   Row of each article of `graph`.
  /// @param nodes  Vertex of each mention of each article; kNoVertex for none.
  void write(const KnowledgeGraph& graph, const std::vector<std::int64_t>& rows,
             const std::vector<std::vector<std::uint32_t>>& nodes);

  /// What write() was given; articles excepted, which must be there, with their rows.
  void read(KnowledgeGraph& graph, const std::vector<std::int64_t>& rows);

  /// Visits the entities in order, with their aliases and titles.
  void read_entities(const std::function<void(Entity&&)>& visit);

  Topology read_topology();

  /// The relation of that number, without its claims; nullopt if there is none.
  std::optional<Relation> read_relation(std::uint32_t number);

 private:
  void clear();
  void write_entities(const KnowledgeGraph& graph);
  void write_relations(const KnowledgeGraph& graph);
  void write_sentences(const KnowledgeGraph& graph, const std::vector<std::int64_t>& rows);
  void read_sentences(KnowledgeGraph& graph, const std::vector<std::int64_t>& rows);
  void read_relations(KnowledgeGraph& graph);

  Database& database_;
};

}  // namespace newsgraph
