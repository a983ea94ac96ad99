#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// GEXF 1.3, Gephi's own format: positions, sizes and colours in its `viz` elements, the kinds of
/// edges in `kind` (as GraphmlExporter's), lists as lists.
///
///     <node id="e_…" label="Marta Keller"><attvalues>…</attvalues><viz:size value="52"/>…</node>
///     <edge id="r_…" source="e_…" target="e_…" kind="REJECT" label="declined" weight="2">…</edge>
///
/// Dynamic files also tell when: an edge is there in the days that its claims speak of, a node in
/// those of its edges; what is without a date is always there. Gephi then shows its timeline.
class GexfExporter final : public Exporter {
 public:
  explicit GexfExporter(const ExportOptions& options) : options_(options) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  ExportOptions options_;
};

}  // namespace newsgraph
