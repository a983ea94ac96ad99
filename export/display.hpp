#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

/// How people see nodes and relations in viewers: what GraphML, Cypher and DOT have in common.
namespace newsgraph {

/// "visited", "not visited", "is not defeated".
std::string predicate_label(const Relation& relation);

/// "declined to visit", "not visited", "is not defeated", "visited (planned)", "visited
/// (reported)": never to be mistaken for a fact where it is none. "Reported" is what is affirmed
/// and actual, but stands nowhere in an article's own voice.
/// @param object  What the label ends with, before what qualifies it: a statement's object_text.
std::string display_label(const Relation& relation, std::string_view object = {});

/// Who says so, outermost first: "TASS (reported) > Peskov (said)"; empty in the article's own
/// voice.
std::string attribution_text(const Claim& claim);

/// Statements by their subject: the one at [i] starts at starts[i] and ends at starts[i + 1] of
/// `order`, which holds indices into KnowledgeGraph::statements.
struct StatementsBySubject {
  explicit StatementsBySubject(const KnowledgeGraph& graph);
  std::span<const std::uint32_t> of(Vertex subject) const {
    return std::span(order).subspan(starts[subject], starts[subject + 1] - starts[subject]);
  }
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> order;
};

/// "Person", "Organization"; the node labels of property graphs.
std::string_view type_label(EntityType type);

/// `text` as an identifier [A-Za-z_][A-Za-z0-9_]*: every other character becomes '_'; "OTHER" if
/// `text` is empty.
std::string identifier(std::string_view text);

}  // namespace newsgraph
