#pragma once

#include <string>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// The claim that shows a relation best: in an article's own voice if there is one, then the
/// surest, then the earliest.
const Claim& best_claim(const Relation& relation);

/// Whether no claim of an affirmed, actual relation stands in an article's own voice.
bool is_only_reported(const Relation& relation);

/// The source as the graph calls it, else as the text does.
std::string source_name(const KnowledgeGraph& graph, const Source& source);

/// "according to Tomas Lind"; "according to Daily Post, citing Tomas Lind" where one source quotes
/// another; empty in the article's own voice.
std::string attribution_text(const KnowledgeGraph& graph, const Claim& claim);

/// Event date of the claim, else that of the statement, else of the article; EDTF.
const std::string& date_of(const KnowledgeGraph& graph, const Claim& claim);

}  // namespace newsgraph
