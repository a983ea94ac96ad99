#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

/// The bare structure of the graph, as path queries need it: who is related to whom, by what, how
/// surely, and at what cost. No labels, no claims, no evidence: about 90 bytes a relation, so that
/// a million relations load at once and are searched in milliseconds.
///
///     Marta Keller --declined--> Berlin visit --to--> Berlin
///
/// is three nodes, two relations and four half-edges: each relation stands in the list of those
/// going out of its subject, and of those coming into its object.
namespace newsgraph {

/// What a path pays, in thousandths of a hop. Whole numbers, so that sums are exact and equal
/// everywhere.
using PathCost = std::uint32_t;
inline constexpr PathCost kOneHop = 1000;
inline constexpr PathCost kImpassable = 0x3fffffff;  ///< more than any path costs; two may be added

/// A relation without its texts. Words are indices into Topology::words.
struct TopologyRelation {
  std::uint32_t subject = 0;  ///< node
  std::uint32_t object = 0;   ///< node
  std::uint32_t predicate = 0;
  std::uint32_t canonical = 0;
  std::uint32_t readable = 0;
  std::uint32_t relation_class = 0;
  std::uint32_t support = 0;
  float confidence = 0;
  std::uint32_t first_day = 0;  ///< as number YYYYMMDD; 0 if unknown
  std::uint32_t last_day = 0;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kActual;
  bool asserted = false;
};

struct TopologyNode {
  NodeKind kind = NodeKind::kEntity;
  EntityType type = EntityType::kOther;
};

/// One end of a relation, seen from the other.
struct HalfEdge {
  std::uint32_t node = 0;      ///< at the far end
  std::uint32_t relation = 0;  ///< index into Topology::relations
  PathCost cost = 0;           ///< relation_cost()
};

/// Filled node by node and relation by relation, then sealed; read-only from there.
class Topology {
 public:
  /// @return The node's number: 0, 1, 2, ...
  std::uint32_t add_node(TopologyNode node);
  /// @return The relation's number: 0, 1, 2, ...; its ends are nodes that were added.
  std::uint32_t add_relation(const TopologyRelation& relation);
  /// The number of `word`, the same for equal words.
  std::uint32_t word(std::string_view text);
  /// Sorts the half-edges (compressed sparse rows, stable: by relation). O(nodes + relations).
  void seal();

  const std::vector<TopologyNode>& nodes() const { return nodes_; }
  const std::vector<TopologyRelation>& relations() const { return relations_; }
  const std::vector<std::string>& words() const { return words_; }

  std::span<const HalfEdge> out(std::uint32_t node) const { return row(out_, out_begin_, node); }
  std::span<const HalfEdge> in(std::uint32_t node) const { return row(in_, in_begin_, node); }
  std::uint32_t degree(std::uint32_t node) const {
    return static_cast<std::uint32_t>(out(node).size() + in(node).size());
  }

  /// What a path pays for leading over `node`: nothing for a named entity or event with few
  /// relations, most of a hop for a concept, and more the more relations it has ("hub penalty"), so
  /// that the way over a country everybody is related to comes after the telling one. Values are
  /// impassable.
  PathCost crossing_cost(std::uint32_t node) const { return crossing_[node]; }

 private:
  static std::span<const HalfEdge> row(const std::vector<HalfEdge>& edges,
                                       const std::vector<std::uint32_t>& begin,
                                       std::uint32_t node) {
    return {edges.data() + begin[node], edges.data() + begin[node + 1]};
  }

  std::vector<TopologyNode> nodes_;
  std::vector<TopologyRelation> relations_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::vector<HalfEdge> out_;
  std::vector<HalfEdge> in_;
  std::vector<std::uint32_t> out_begin_;
  std::vector<std::uint32_t> in_begin_;
  std::vector<PathCost> crossing_;
};

/// What a path pays for one relation: a hop, more for doubtful or thinly supported relations, and
/// for those that are negated, not actual, or only reported.
PathCost relation_cost(const TopologyRelation& relation);

/// Nodes are vertices of `graph`, relations its edges in their order.
Topology make_topology(const KnowledgeGraph& graph);

/// First and last day that an EDTF date may mean, as numbers YYYYMMDD; both 0 where no year is
/// known.
struct DayNumbers {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
DayNumbers day_numbers(std::string_view date);

}  // namespace newsgraph
