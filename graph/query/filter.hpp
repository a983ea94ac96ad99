#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// Which part of a graph is wanted; by default all of it.
struct GraphFilter {
  std::uint32_t min_support = 0;  ///< independent articles that a relation must stand in
  double min_confidence = 0;      ///< of a relation, in [0, 1]
  /// Nodes of one of these types or kinds, and relations between two such nodes; empty for all.
  std::vector<EntityType> types = {};
  std::vector<NodeKind> kinds = {};
  /// Relations whose class, or whose canonical, readable or written predicate is one of these,
  /// whatever its case; empty for all.
  std::vector<std::string> relations = {};
  std::string since = {};  ///< EDTF: only claims that may be of its first day or later
  std::string until = {};  ///< EDTF: only claims that may be of its last day or earlier
  bool asserted_only = false;

  /// Whether it keeps every node, however few relations are left of it.
  bool selects_relations() const {
    return min_support > 0 || min_confidence > 0 || !relations.empty() || !since.empty() ||
           !until.empty() || asserted_only;
  }
  bool empty() const { return types.empty() && kinds.empty() && !selects_relations(); }

  friend bool operator==(const GraphFilter&, const GraphFilter&) = default;
};

/// Reads "person", "place", … into `types` and "entity", "concept", "event", … into `kinds`; a word
/// that names both goes into both.
/// @return false if the word names neither.
bool add_type(GraphFilter& filter, std::string_view word);

/// What a claim is dated by: its event date, else its statement's, else its article's. A date
/// without a year counts as unknown. Empty if none is known.
std::string_view claim_date(const KnowledgeGraph& graph, const Claim& claim);

/// The part of `graph` that passes `filter`.
///
/// Claims outside `since` and `until`, or without any date where one of these is given, are
/// dropped; a relation's counts, confidence, dates and assertedness are those of the claims it has
/// left, and are what the other conditions test. `contested` stays as it is: it speaks of the whole
/// graph. Nodes without relation or statement left are dropped, unless the filter names types
/// alone; names of dropped nodes stay in attributions and qualifiers as text. Ids never change, and
/// articles and sentences that are no longer evidence are dropped.
///
/// O(size of the graph).
KnowledgeGraph filtered(const KnowledgeGraph& graph, const GraphFilter& filter);

/// The part of `graph` with those `count` nodes that have most relations and statements (of equally
/// many, those most mentioned, then first in the graph's order), the relations between them and
/// their statements. The whole graph if it has no more nodes.
///
/// O(size of the graph + nodes log nodes).
KnowledgeGraph most_connected(const KnowledgeGraph& graph, std::size_t count);

}  // namespace newsgraph
