#include "graph/query/topology.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "extract/base/date.hpp"

namespace newsgraph {
namespace {

/// Costs of confidence by hundredths: half a hop for each factor of e in probability, so that a
/// path's cost falls with the probability that all its hops are right.
const std::array<PathCost, 101>& doubt_costs() {
  static const auto costs = [] {
    std::array<PathCost, 101> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double confidence = std::max(0.02, static_cast<double>(i) / 100.0);
      table[i] = static_cast<PathCost>(std::lround(-500.0 * std::log(confidence)));
    }
    return table;
  }();
  return costs;
}

constexpr PathCost kSingleSource = 300;  ///< divided by the number of independent articles
constexpr PathCost kNegated = 300;
constexpr PathCost kNotActual = 200;
constexpr PathCost kReported = 100;
constexpr PathCost kConcept = 800;
constexpr double kHubStep = 200;  ///< for each doubling of the relations
constexpr double kHubFrom = 16;   ///< relations that cost nothing yet

PathCost crossing(const TopologyNode& node, std::uint32_t degree) {
  if (node.kind == NodeKind::kValue) return kImpassable;
  PathCost cost = node.kind == NodeKind::kConcept ? kConcept : 0;
  if (degree > kHubFrom) {
    cost += static_cast<PathCost>(std::lround(kHubStep * std::log2(degree / kHubFrom)));
  }
  return cost;
}

/// Counting sort of the half-edges by `from`.
template <typename From, typename To>
void fill_rows(const std::vector<TopologyRelation>& relations, const std::vector<PathCost>& costs,
               std::size_t node_count, From from, To to, std::vector<std::uint32_t>& begin,
               std::vector<HalfEdge>& edges) {
  begin.assign(node_count + 1, 0);
  for (const auto& relation : relations) ++begin[from(relation) + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  edges.resize(relations.size());
  for (std::uint32_t i = 0; i < relations.size(); ++i) {
    edges[next[from(relations[i])]++] = {to(relations[i]), i, costs[i]};
  }
}

std::uint32_t digits_of(std::string_view day) {
  std::uint32_t number = 0;
  for (const char c : day) {
    if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

}  // namespace

std::uint32_t Topology::add_node(TopologyNode node) {
  nodes_.push_back(node);
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t Topology::add_relation(const TopologyRelation& relation) {
  assert(relation.subject < nodes_.size() && relation.object < nodes_.size());
  relations_.push_back(relation);
  return static_cast<std::uint32_t>(relations_.size() - 1);
}

std::uint32_t Topology::word(std::string_view text) {
  const auto [place, is_new] =
      word_numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.emplace_back(text);
  return place->second;
}

void Topology::seal() {
  std::vector<PathCost> costs(relations_.size());
  std::transform(relations_.begin(), relations_.end(), costs.begin(), relation_cost);
  const auto subject = [](const TopologyRelation& relation) { return relation.subject; };
  const auto object = [](const TopologyRelation& relation) { return relation.object; };
  fill_rows(relations_, costs, nodes_.size(), subject, object, out_begin_, out_);
  fill_rows(relations_, costs, nodes_.size(), object, subject, in_begin_, in_);
  crossing_.resize(nodes_.size());
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) crossing_[i] = crossing(nodes_[i], degree(i));
}

PathCost relation_cost(const TopologyRelation& relation) {
  const auto hundredths =
      std::clamp(std::lround(static_cast<double>(relation.confidence) * 100), 0L, 100L);
  PathCost cost = kOneHop + doubt_costs()[static_cast<std::size_t>(hundredths)] +
                  kSingleSource / std::max(1U, relation.support);
  if (relation.polarity == Polarity::kNegated) cost += kNegated;
  if (relation.modality != Modality::kActual) cost += kNotActual;
  if (!relation.asserted && relation.polarity == Polarity::kAffirmed &&
      relation.modality == Modality::kActual) {
    cost += kReported;
  }
  return cost;
}

Topology make_topology(const KnowledgeGraph& graph) {
  Topology topology;
  const RelationGraph& relations = graph.relations;
  for (const Vertex vertex : boost::make_iterator_range(vertices(relations))) {
    topology.add_node({relations[vertex].kind, relations[vertex].type});
  }
  for (const Edge edge : boost::make_iterator_range(edges(relations))) {
    const Relation& relation = relations[edge];
    topology.add_relation({
        .subject = static_cast<std::uint32_t>(source(edge, relations)),
        .object = static_cast<std::uint32_t>(target(edge, relations)),
        .predicate = topology.word(relation.predicate),
        .canonical = topology.word(relation.canonical),
        .readable = topology.word(relation.readable),
        .relation_class = topology.word(relation.relation_class),
        .support = relation.support,
        .confidence = static_cast<float>(relation.confidence),
        .first_day = day_numbers(relation.first_date).first,
        .last_day = day_numbers(relation.last_date).last,
        .polarity = relation.polarity,
        .modality = relation.modality,
        .asserted = relation.asserted,
    });
  }
  topology.seal();
  return topology;
}

DayNumbers day_numbers(std::string_view date) {
  // Full days are nearly all there is, and a graph has millions.
  constexpr std::string_view kForm = "dddd-dd-dd";
  const bool is_day =
      (date.size() == kForm.size() || (date.size() > kForm.size() && date[10] == 'T')) &&
      date.find('/') == date.npos &&
      std::equal(kForm.begin(), kForm.end(), date.begin(),
                 [](char form, char c) { return form == '-' ? c == '-' : c >= '0' && c <= '9'; });
  if (is_day) {
    const std::uint32_t day = digits_of(date.substr(0, kForm.size()));
    return {day, day};
  }
  const DayRange range = day_range(date);
  return {digits_of(range.first), digits_of(range.last)};
}

}  // namespace newsgraph
