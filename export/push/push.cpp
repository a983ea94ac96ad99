#include "export/push/push.hpp"

#include "export/neo4j/property_graph.hpp"
#include "extract/base/hash.hpp"

namespace newsgraph {

std::unordered_map<std::uint64_t, const Relation*> relation_successors(
    const KnowledgeGraph& graph, const std::unordered_set<std::uint64_t>& ids) {
  std::unordered_map<std::uint64_t, const Relation*> relations;
  if (ids.empty()) return relations;
  for_each_claim(graph, [&](const RelationPlace& place, const Claim& claim) {
    if (ids.count(claim.id) > 0) relations.emplace(claim.id, &place.relation);
  });
  return relations;
}

bool read_id(std::string_view text, char letter, std::uint64_t& id) {
  return text.size() == 18 && text[0] == letter && text[1] == '_' && from_hex(text.substr(2), id);
}

}  // namespace newsgraph
