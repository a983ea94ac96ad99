#include "export/viewer/edge_kinds.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cctype>
#include <map>
#include <tuple>

#include "export/display.hpp"
#include "export/text.hpp"

namespace newsgraph {

std::string edge_kind(const Relation& relation) {
  std::string kind = relation.polarity == Polarity::kNegated ? "NOT_" : "";
  if (relation.modality != Modality::kActual) {
    for (const char c : std::string_view(to_string(relation.modality))) {
      kind += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    kind += '_';
  }
  return kind + identifier(relation.relation_class);
}

void append_edge_kind(std::string& out, const Relation& relation, std::uint32_t ordinal) {
  out += edge_kind(relation);
  if (ordinal > 1) {
    out += '_';
    append_number(out, std::uint64_t{ordinal});
  }
}

std::vector<std::uint32_t> edge_ordinals(const RelationGraph& graph) {
  struct Parallel {
    Vertex source, target;
    std::uint32_t kind, index;
    auto ends_and_kind() const { return std::tie(source, target, kind); }
  };
  std::map<std::string, std::uint32_t> kinds;
  std::vector<Parallel> edges;
  edges.reserve(boost::num_edges(graph));
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    const auto next = static_cast<std::uint32_t>(kinds.size());
    const std::uint32_t kind = kinds.try_emplace(edge_kind(graph[edge]), next).first->second;
    edges.push_back({boost::source(edge, graph), boost::target(edge, graph), kind,
                     static_cast<std::uint32_t>(edges.size())});
  }
  std::sort(edges.begin(), edges.end(), [](const Parallel& a, const Parallel& b) {
    return std::tie(a.source, a.target, a.kind, a.index) <
           std::tie(b.source, b.target, b.kind, b.index);
  });
  std::vector<std::uint32_t> ordinals(edges.size(), 1);
  for (std::size_t i = 1; i < edges.size(); ++i) {
    if (edges[i].ends_and_kind() == edges[i - 1].ends_and_kind()) {
      ordinals[edges[i].index] = ordinals[edges[i - 1].index] + 1;
    }
  }
  return ordinals;
}

}  // namespace newsgraph
