#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// All that the graph knows of one entity, in the order in which a reader wants it.
struct EntityCard {
  /// Relations of one class, best first: by support, confidence, then the graph's order.
  struct Group {
    std::string relation_class;
    std::vector<Edge> relations;
  };

  std::uint32_t vertex = 0;
  std::vector<Group> out;  ///< where it is the subject; largest group first, OTHER last
  std::vector<Group> in;   ///< where it is the object
  std::vector<std::uint32_t> statements;  ///< into KnowledgeGraph::statements; best first
  std::vector<Edge> contested;     ///< of `out` and `in`, those the graph holds the contrary of
  std::size_t relation_count = 0;  ///< a relation to itself counts once

  /// Its relations with each other entity, most relations first, then by vertex.
  struct Neighbour {
    std::uint32_t vertex = 0;
    std::uint32_t relations = 0;
  };
  std::vector<Neighbour> neighbours;
};

/// O(relations of `vertex` log + all statements).
EntityCard entity_card(const KnowledgeGraph& graph, std::uint32_t vertex);

}  // namespace newsgraph
