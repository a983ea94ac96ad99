#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// Cytoscape.js JSON, which Cytoscape.js and Cytoscape itself open: the one format in which the
/// desktop program keeps positions and parallel edges.
///
///     {"data": {"id": "e_…", "name": "Marta Keller", …}, "position": {"x": 12.5, "y": -3}}
///
/// Lists are arrays; `size` and `color` of nodes are data, for styles to map. y points down.
class CytoscapeExporter final : public Exporter {
 public:
  explicit CytoscapeExporter(const ExportOptions& options) : options_(options) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  ExportOptions options_;
};

}  // namespace newsgraph
