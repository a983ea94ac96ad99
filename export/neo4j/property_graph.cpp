#include "export/neo4j/property_graph.hpp"

#include <set>
#include <unordered_map>

namespace newsgraph {
namespace {

std::string_view kind_label(NodeKind kind) {
  switch (kind) {
    case NodeKind::kEvent:
      return "Event";
    case NodeKind::kConcept:
      return "Concept";
    case NodeKind::kValue:
      return "Value";
    case NodeKind::kEntity:
      break;
  }
  return "";
}

}  // namespace

std::vector<std::string_view> node_labels(const Entity& entity) {
  std::vector<std::string_view> labels{"Entity", type_label(entity.type)};
  const std::string_view kind = kind_label(entity.kind);
  if (!kind.empty() && kind != labels.back()) labels.push_back(kind);
  return labels;
}

std::vector<std::string_view> all_node_labels() {
  std::set<std::string_view> labels;
  for (int type = 0; type <= static_cast<int>(EntityType::kOther); ++type) {
    labels.insert(type_label(static_cast<EntityType>(type)));
  }
  for (const NodeKind kind : {NodeKind::kEvent, NodeKind::kConcept, NodeKind::kValue}) {
    labels.insert(kind_label(kind));
  }
  return {labels.begin(), labels.end()};
}

std::string relationship_type(const Relation& relation) {
  return identifier(relation.relation_class);
}

void for_each_report(const KnowledgeGraph& graph,
                     const std::function<void(const Claim&, const Claim&)>& visit) {
  std::unordered_map<std::uint64_t, const Relation*> reported;
  for (const Statement& statement : graph.statements) {
    if (statement.object_relation) reported.emplace(*statement.object_relation, nullptr);
  }
  for_each_relation(graph, [&](const RelationPlace& place) {
    const auto found = reported.find(place.relation.id);
    if (found != reported.end()) found->second = &place.relation;
  });
  for (const Statement& statement : graph.statements) {
    const Relation* const relation =
        statement.object_relation ? reported.at(*statement.object_relation) : nullptr;
    if (relation == nullptr) continue;
    for (const Claim& claim : statement.relation.claims) {
      for (const Claim& said : relation->claims) {
        if (said.evidence.sentence == claim.evidence.sentence) visit(claim, said);
      }
    }
  }
}

}  // namespace newsgraph
