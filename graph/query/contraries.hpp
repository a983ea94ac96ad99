#pragma once

#include <cstdint>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// For each relation and statement, those that say the contrary: the same of the same subject and
/// object with the other polarity, or with a contrary predicate of the ontology, both actual.
///
///     Keller –visited→ Oslo        contrary to   Keller –not visited→ Oslo
///     Norland –accepted→ treaty    contrary to   Norland –rejected→ treaty
///
/// Relations are numbered as the graph's edges, statements go on from there. Only those that are
/// `contested` have any; those of a filtered graph may have none left. Sorted.
///
/// O(relations + statements) on average.
std::vector<std::vector<std::uint32_t>> contraries(const KnowledgeGraph& graph);

}  // namespace newsgraph
