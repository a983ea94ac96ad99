#include "graph/query/statistics.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "extract/base/date.hpp"
#include "graph/query/evidence.hpp"

namespace newsgraph {
namespace {

using Counts = GraphStatistics::Counts;

template <typename Map>
Counts sorted(const Map& counted, std::size_t top = 0) {
  Counts counts;
  for (const auto& [name, count] : counted) {
    if (count != 0) counts.emplace_back(name, count);
  }
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (top != 0 && counts.size() > top) counts.resize(top);
  return counts;
}

/// Counts by the values of an enumeration, without a string for each item counted.
template <typename Enum, std::size_t size>
class EnumCounter {
 public:
  void add(Enum value) { ++counts_[static_cast<std::size_t>(value)]; }
  Counts counts() const {
    std::map<std::string, std::uint64_t> named;
    for (std::size_t i = 0; i < size; ++i) named[to_string(static_cast<Enum>(i))] += counts_[i];
    return sorted(named);
  }

 private:
  std::array<std::uint64_t, size> counts_{};
};

}  // namespace

GraphStatistics graph_statistics(const KnowledgeGraph& graph, std::size_t top) {
  const RelationGraph& relations = graph.relations;
  GraphStatistics stats;
  stats.articles = graph.articles.size();
  stats.sentences = graph.sentences.size();
  stats.entities = num_vertices(relations);
  stats.relations = num_edges(relations);
  stats.statements = graph.statements.size();

  EnumCounter<NodeKind, 4> kinds;
  EnumCounter<EntityType, 13> types;
  for (std::uint32_t vertex = 0; vertex < num_vertices(relations); ++vertex) {
    const Entity& entity = relations[vertex];
    kinds.add(entity.kind);
    if (entity.kind != NodeKind::kEntity) continue;
    types.add(entity.type);
    stats.top_entities.push_back(
        {vertex, out_degree(vertex, relations) + in_degree(vertex, relations)});
  }
  stats.kinds = kinds.counts();
  stats.types = types.counts();
  std::stable_sort(stats.top_entities.begin(), stats.top_entities.end(),
                   [](const auto& a, const auto& b) { return a.relations > b.relations; });
  if (stats.top_entities.size() > top) stats.top_entities.resize(top);

  EnumCounter<Polarity, 2> polarities;
  EnumCounter<Modality, 4> modalities;
  std::unordered_map<std::string, std::uint64_t> classes;
  std::unordered_map<std::string, std::uint64_t> sources;
  const auto count_claims = [&](const Relation& relation) {
    stats.claims += relation.claims.size();
    for (const Claim& claim : relation.claims) {
      if (!claim.attribution.empty()) ++sources[source_name(graph, claim.attribution.back())];
    }
  };
  for (const Edge& edge : boost::make_iterator_range(edges(relations))) {
    const Relation& relation = relations[edge];
    ++classes[relation.relation_class];
    polarities.add(relation.polarity);
    modalities.add(relation.modality);
    stats.reported += is_only_reported(relation) ? 1 : 0;
    stats.asserted += relation.asserted ? 1 : 0;
    stats.contested += relation.contested ? 1 : 0;
    stats.supported += relation.support > 1 ? 1 : 0;
    count_claims(relation);
  }
  for (const Statement& statement : graph.statements) count_claims(statement.relation);
  stats.classes = sorted(classes);
  stats.polarities = polarities.counts();
  stats.modalities = modalities.counts();
  stats.top_sources = sorted(sources, top);

  std::unordered_map<std::string, std::uint64_t> outlets;
  for (const ArticleRecord& article : graph.articles) {
    const ArticleHeader& header = article.header;
    if (!header.outlet.empty()) ++outlets[header.outlet];
    if (day_range(header.published).first.empty()) {
      ++stats.undated_articles;
      continue;
    }
    const std::string day = header.published.substr(0, 10);
    if (stats.first_date.empty() || date_before(day, stats.first_date)) stats.first_date = day;
    if (stats.last_date.empty() || date_before(stats.last_date, day)) stats.last_date = day;
  }
  stats.outlets = sorted(outlets, top);
  return stats;
}

}  // namespace newsgraph
