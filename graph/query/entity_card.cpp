#include "graph/query/entity_card.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace newsgraph {
namespace {

bool is_better(const Relation& a, const Relation& b) {
  return std::tie(a.support, a.confidence, b.id) > std::tie(b.support, b.confidence, a.id);
}

std::vector<EntityCard::Group> grouped(const KnowledgeGraph& graph, std::vector<Edge> edges) {
  std::sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) {
    return is_better(graph.relations[a], graph.relations[b]);
  });
  std::map<std::string, std::vector<Edge>> by_class;
  for (const Edge& edge : edges) by_class[graph.relations[edge].relation_class].push_back(edge);
  std::vector<EntityCard::Group> groups;
  for (auto& [name, relations] : by_class) groups.push_back({name, std::move(relations)});
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    const bool a_other = a.relation_class == "OTHER";
    const bool b_other = b.relation_class == "OTHER";
    return a_other != b_other ? b_other : a.relations.size() > b.relations.size();
  });
  return groups;
}

}  // namespace

EntityCard entity_card(const KnowledgeGraph& graph, std::uint32_t vertex) {
  const RelationGraph& relations = graph.relations;
  EntityCard card;
  card.vertex = vertex;
  std::map<std::uint32_t, std::uint32_t> neighbours;
  const auto note = [&](const Edge& edge, Vertex other) {
    if (other != vertex) ++neighbours[static_cast<std::uint32_t>(other)];
    if (relations[edge].contested) card.contested.push_back(edge);
    ++card.relation_count;
  };
  std::vector<Edge> out;
  std::vector<Edge> in;
  for (const Edge& edge : boost::make_iterator_range(out_edges(vertex, relations))) {
    out.push_back(edge);
    note(edge, target(edge, relations));
  }
  for (const Edge& edge : boost::make_iterator_range(in_edges(vertex, relations))) {
    if (source(edge, relations) == vertex) continue;
    in.push_back(edge);
    note(edge, source(edge, relations));
  }
  card.out = grouped(graph, std::move(out));
  card.in = grouped(graph, std::move(in));
  std::sort(card.contested.begin(), card.contested.end(),
            [&](const Edge& a, const Edge& b) { return is_better(relations[a], relations[b]); });

  for (std::uint32_t i = 0; i < graph.statements.size(); ++i) {
    if (graph.statements[i].subject == vertex) card.statements.push_back(i);
  }
  std::sort(card.statements.begin(), card.statements.end(), [&](std::uint32_t a, std::uint32_t b) {
    return is_better(graph.statements[a].relation, graph.statements[b].relation);
  });

  for (const auto& [other, count] : neighbours) card.neighbours.push_back({other, count});
  std::stable_sort(card.neighbours.begin(), card.neighbours.end(),
                   [](const auto& a, const auto& b) { return a.relations > b.relations; });
  return card;
}

}  // namespace newsgraph
