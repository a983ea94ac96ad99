#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// A Cypher script that loads the graph as property_graph.hpp describes it. Running it twice
/// changes nothing. For Neo4j 5.7 and later, Cypher 5 and 25 alike, to be run with `cypher-shell
/// -f`; for Memgraph and FalkorDB with a statement a line, because mgconsole reads and GRAPH.QUERY
/// takes them one by one. The dialects differ in schema and layout alone.
/// Rows are strings that the statement cuts into fields (CypherNotation::kFields).
///
/// A relationship's type is the relation's class; whether it is negated, merely possible or only
/// reported stands in `polarity`, `modality` and `asserted`. Types and labels are identifiers; the
/// class as the ontology has it is in `relation_class`.
///
/// By default relationships carry their evidence in lists whose i-th items belong together:
/// `evidence` (sentences), `article_ids` (of :Document nodes), `article_keys`, `article_titles`,
/// `article_urls`, `article_dates`, `attributions`, `event_dates`, `claim_ids`; "" where unknown.
/// With claims, each claim is a node instead, statements without object included.
class CypherExporter final : public Exporter {
 public:
  explicit CypherExporter(const ExportOptions& options)
      : claims_(options.claims), dialect_(options.cypher_dialect) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  bool claims_;
  CypherDialect dialect_;
};

}  // namespace newsgraph
