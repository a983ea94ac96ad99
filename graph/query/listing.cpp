#include "graph/query/listing.hpp"

#include <algorithm>
#include <tuple>

#include "extract/base/date.hpp"
#include "graph/query/evidence.hpp"
#include "graph/query/folding.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {
namespace {

template <typename Item>
bool is_wanted(const std::vector<Item>& wanted, Item item) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), item) != wanted.end();
}

bool has_name(const Entity& entity, const std::string& folded) {
  if (folded.empty() || fold_name(entity.label).find(folded) != std::string::npos) return true;
  return std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const Alias& alias) {
    return fold_name(alias.text).find(folded) != std::string::npos;
  });
}

/// The latest first, unknown dates last.
bool is_later(std::string_view a, std::string_view b) {
  const DayNumbers a_days = day_numbers(a);
  const DayNumbers b_days = day_numbers(b);
  return std::tie(a_days.last, a_days.first) > std::tie(b_days.last, b_days.first);
}

/// Sorts by `is_before`, equals in their present order, and cuts.
template <typename Item, typename Before>
Listing<Item> finished(std::vector<Item> items, std::size_t limit, Before is_before) {
  Listing<Item> listing;
  listing.total = items.size();
  std::stable_sort(items.begin(), items.end(), is_before);
  if (limit != 0 && items.size() > limit) items.resize(limit);
  listing.items = std::move(items);
  return listing;
}

}  // namespace

Listing<std::uint32_t> list_entities(const KnowledgeGraph& graph, const EntityListQuery& query) {
  const RelationGraph& relations = graph.relations;
  const std::string folded = fold_name(query.name);
  std::vector<std::uint32_t> found;
  for (std::uint32_t vertex = 0; vertex < num_vertices(relations); ++vertex) {
    const Entity& entity = relations[vertex];
    if (is_wanted(query.kinds, entity.kind) && is_wanted(query.types, entity.type) &&
        entity.mentions >= query.min_mentions && has_name(entity, folded)) {
      found.push_back(vertex);
    }
  }
  const auto degree_of = [&](std::uint32_t vertex) {
    return out_degree(vertex, relations) + in_degree(vertex, relations);
  };
  std::vector<std::string> labels;  // folded once, not at each comparison
  if (query.order == EntityOrder::kLabel) {
    labels.resize(num_vertices(relations));
    for (const std::uint32_t vertex : found) labels[vertex] = fold_name(relations[vertex].label);
  }
  return finished(std::move(found), query.limit, [&](std::uint32_t a, std::uint32_t b) {
    const Entity& left = relations[a];
    const Entity& right = relations[b];
    switch (query.order) {
      case EntityOrder::kMentions:
        return left.mentions > right.mentions;
      case EntityOrder::kArticles:
        return left.articles > right.articles;
      case EntityOrder::kRelations:
        return degree_of(a) > degree_of(b);
      case EntityOrder::kLabel:
        return labels[a] < labels[b];
      case EntityOrder::kFirst:
        return date_before(left.first_seen, right.first_seen);
      case EntityOrder::kLast:
        return is_later(left.last_seen, right.last_seen);
    }
    return false;
  });
}

Listing<Edge> list_relations(const KnowledgeGraph& graph, const RelationListQuery& query) {
  const RelationGraph& relations = graph.relations;
  const Topology topology = make_topology(graph);
  const RelationTest selected(topology, query.selection);
  std::vector<Edge> found;
  std::uint32_t number = 0;
  for (const Edge& edge : boost::make_iterator_range(edges(relations))) {
    if (!selected(number++)) continue;
    const Relation& relation = relations[edge];
    const Vertex subject = source(edge, relations);
    const Vertex object = target(edge, relations);
    if (query.subject && *query.subject != subject) continue;
    if (query.object && *query.object != object) continue;
    if (query.involving && *query.involving != subject && *query.involving != object) continue;
    if (query.polarity && *query.polarity != relation.polarity) continue;
    if (query.modality && *query.modality != relation.modality) continue;
    if (query.contested_only && !relation.contested) continue;
    if (query.reported_only && !is_only_reported(relation)) continue;
    found.push_back(edge);
  }
  return finished(std::move(found), query.limit, [&](const Edge& a, const Edge& b) {
    const Relation& left = relations[a];
    const Relation& right = relations[b];
    switch (query.order) {
      case RelationOrder::kSupport:
        break;
      case RelationOrder::kConfidence:
        if (left.confidence != right.confidence) return left.confidence > right.confidence;
        break;
      case RelationOrder::kFirst:
        if (left.first_date != right.first_date)
          return date_before(left.first_date, right.first_date);
        break;
      case RelationOrder::kLast:
        if (left.last_date != right.last_date) return is_later(left.last_date, right.last_date);
        break;
    }
    return std::tie(left.support, left.confidence) > std::tie(right.support, right.confidence);
  });
}

}  // namespace newsgraph
