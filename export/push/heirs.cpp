#include "export/push/heirs.hpp"

#include <unordered_set>

#include "export/neo4j/property_graph.hpp"
#include "extract/base/hash.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

/// Reads "e_0123456789abcdef"; false if `text` is not `letter`, '_' and 16 hexadecimal digits.
bool read_id(std::string_view text, char letter, std::uint64_t& id) {
  return text.size() == 18 && text[0] == letter && text[1] == '_' && from_hex(text.substr(2), id);
}

}  // namespace

Heirs::Heirs(const KnowledgeGraph& graph, const Successors& successors,
             const std::vector<std::string_view>& ids) {
  std::vector<std::uint64_t> entities;
  std::unordered_set<std::uint64_t> claims;  // a relation's id is that of its earliest one
  std::uint64_t id = 0;
  for (const std::string_view text : ids) {
    if (read_id(text, 'e', id)) entities.push_back(id);
    if (read_id(text, 'r', id)) claims.insert(id);
  }
  if (!entities.empty() && successors) entities_ = successors(entities);
  if (claims.empty()) return;
  for_each_claim(graph, [&](const RelationPlace& place, const Claim& claim) {
    if (claims.count(claim.id) > 0) relations_.emplace(claim.id, &place.relation);
  });
}

std::optional<Heir> Heirs::of(std::string_view text) const {
  std::uint64_t id = 0;
  if (read_id(text, 'e', id)) {
    const auto found = entities_.find(id);
    if (found != entities_.end()) return Heir{.id = entity_id(found->second)};
  } else if (read_id(text, 'r', id)) {
    const auto found = relations_.find(id);
    if (found != relations_.end()) {
      return Heir{.id = relation_id(found->second->id), .relation = found->second};
    }
  }
  return std::nullopt;
}

}  // namespace newsgraph
