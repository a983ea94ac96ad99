#pragma once

#include <string>

#include "cli/terminal.hpp"
#include "graph/model/knowledge_graph.hpp"

/// Nodes, relations and their evidence as people read them.
namespace newsgraph::cli {

/// The label, or what stands for it where there is none.
StyledText node_text(const Entity& entity);

/// "person", "event", "concept", "date": the type, where it says more than the kind.
std::string what_it_is(const Entity& entity);

/// "declined", "is secretary of"; negated "not visited", "will not meet".
StyledText predicate_text(const Relation& relation);

/// " –declined→ "; against the relation's direction " ←declined– ". What qualifies it is never left
/// out: " –not visited→ ", " –join (planned)→ ", " –sold (reported)→ ".
StyledText arrow(const Relation& relation, bool is_forward);

/// "Marta Keller –declined→ Berlin visit".
StyledText relation_text(const KnowledgeGraph& graph, const Edge& edge);

/// "REJECT · 0.90 · 2 articles · 2024-05-01 – 2024-06-01 · contested".
StyledText relation_facts(const Relation& relation);

/// "2024-05-01", "2024-05-01 – 2024-06-01", or nothing.
std::string date_span(const std::string& first, const std::string& last);

/// The sentence of `claim` in quotes with its predicate marked, wrapped; below it the article's
/// title, outlet and date, and who says so.
void print_evidence(const KnowledgeGraph& graph, const Claim& claim, std::size_t indent,
                    Terminal& terminal);

}  // namespace newsgraph::cli
