#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/knowledge_graph.hpp"
#include "graph/query/relation_selection.hpp"

namespace newsgraph {

enum class EntityOrder : std::uint8_t { kMentions, kArticles, kRelations, kLabel, kFirst, kLast };

struct EntityListQuery {
  std::vector<NodeKind> kinds = {};  ///< empty: any
  std::vector<EntityType> types = {};
  std::string name = {};  ///< part of a name, folded; empty: any
  std::uint32_t min_mentions = 0;
  EntityOrder order = EntityOrder::kMentions;
  std::size_t limit = 20;  ///< 0: all
};

/// What a list shows, and how much there is in all.
template <typename Item>
struct Listing {
  std::vector<Item> items;
  std::size_t total = 0;  ///< that match, before the limit
};

/// Vertices in the order asked for: most (or latest) first, earliest first of kFirst, labels by
/// their folded form; ties by vertex. Unknown dates come last.
Listing<std::uint32_t> list_entities(const KnowledgeGraph& graph, const EntityListQuery& query);

enum class RelationOrder : std::uint8_t { kSupport, kConfidence, kFirst, kLast };

struct RelationListQuery {
  RelationSelection selection = {};
  std::optional<std::uint32_t> subject = {};  ///< vertex
  std::optional<std::uint32_t> object = {};
  std::optional<std::uint32_t> involving = {};  ///< vertex at either end
  std::optional<Polarity> polarity = {};
  std::optional<Modality> modality = {};
  bool contested_only = false;
  bool reported_only = false;  ///< no claim in an article's own voice
  RelationOrder order = RelationOrder::kSupport;
  std::size_t limit = 20;  ///< 0: all
};

/// Relations in the order asked for; ties by support, confidence, then the graph's order.
/// @throws what RelationTest throws.
Listing<Edge> list_relations(const KnowledgeGraph& graph, const RelationListQuery& query);

}  // namespace newsgraph
