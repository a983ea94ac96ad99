#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// "REJECT", "NOT_REJECT", "PLANNED_MEET": the relation's class, so named that a negated or merely
/// possible relation is of another kind than a fact.
std::string edge_kind(const Relation& relation);

/// The kind of the `ordinal`-th edge of its kind between two nodes: "MEET", "MEET_2".
void append_edge_kind(std::string& out, const Relation& relation, std::uint32_t ordinal);

/// For each edge, in the graph's order, which one it is among the edges of the same kind between
/// the same two nodes in the same direction, from 1 on.
///
/// O(E log E) time, O(E) memory.
std::vector<std::uint32_t> edge_ordinals(const RelationGraph& graph);

}  // namespace newsgraph
