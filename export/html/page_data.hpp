#pragma once

#include <string>

#include "export/html/page_omissions.hpp"
#include "export/sink.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// The two JSON documents inside the page, as export/html/src/model.js reads them:
///
///  - the graph: nodes with their places in the picture, relations and statements with what the
///    page filters by. Small, and read at once.
///  - the evidence: articles, sentences and claims. Large, and read when somebody asks for it.
///
/// Rows are arrays, one a line; their columns are listed in export/html/README.md. '<' is written
/// as \u003c, so that no text can end the element that holds the document.

void write_page_graph(const KnowledgeGraph& graph, const std::string& title,
                      const PageOmissions& omitted, Sink& sink);

void write_page_evidence(const KnowledgeGraph& graph, Sink& sink);

}  // namespace newsgraph
