#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// DOT for Graphviz: for pictures of small graphs, best behind filters. Colours tell what nodes
/// are; edges are grey where asserted, dashed where planned, possible or only reported, red where
/// negated. Tooltips of edges give the sentences with article and date, links lead to the article.
class DotExporter final : public Exporter {
 public:
  explicit DotExporter(const ExportOptions&) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;
};

}  // namespace newsgraph
