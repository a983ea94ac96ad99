#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// GraphML for Gephi, Cytoscape, NetworkX, igraph and Neo4j's APOC at once.
///
///     <node id="e_…" labels=":Entity:Person"><data key="n_label">Marta Keller</data>…</node>
///     <edge id="r_…" source="e_…" target="e_…" label="REJECT"><data key="e_label">declined</data>…
///
/// One edge a relation. The XML attribute `label` is the edge's kind in Gephi and the relationship
/// type in APOC. Gephi sums up parallel edges of one kind and keeps the attributes of the last one
/// alone, so kinds tell negated and merely possible relations from facts (NOT_REJECT,
/// POSSIBLE_MEET), and further relations of one kind between the same two nodes are numbered
/// (MEET, MEET_2). `labels` and `label` on elements are extensions that most readers skip; strict
/// files are without them.
///
/// Lists (ViewerColumns) are joined with " | "; a "|" within an item is written as "¦".
class GraphmlExporter final : public Exporter {
 public:
  explicit GraphmlExporter(const ExportOptions& options) : options_(options) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  ExportOptions options_;
};

/// GraphML with the elements of yEd that draw nodes and edges; apart, because other readers take
/// them for columns full of XML.
class YedExporter final : public Exporter {
 public:
  explicit YedExporter(const ExportOptions& options) : options_(options) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  ExportOptions options_;
};

}  // namespace newsgraph
