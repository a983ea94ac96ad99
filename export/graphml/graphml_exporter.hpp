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
/// Evidence stands in parallel lists joined with " | ": the i-th items of `evidence`,
/// `article_keys`, `article_titles`, `article_dates` and `attributions` belong together; a "|"
/// within an item is written as "¦". Edges with very many claims list the first hundred;
/// `evidence_count` is of all.
class GraphmlExporter final : public Exporter {
 public:
  explicit GraphmlExporter(const ExportOptions& options) : strict_(options.strict) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  bool strict_;
};

}  // namespace newsgraph
