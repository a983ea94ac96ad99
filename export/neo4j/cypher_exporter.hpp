#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// A Cypher script for Neo4j 5.7 and later (5 and 25), to be run with `cypher-shell -f`; its data
/// statements run in Memgraph and FalkorDB too. Running it twice changes nothing.
///
///     (:Entity:Person {id, name, aliases, …})-[:REJECT {id, readable, polarity,
///     …}]->(:Entity:Event)
///
/// A relationship's type is the relation's class; whether it is negated, merely possible or only
/// reported stands in `polarity`, `modality` and `asserted`. Types and labels are identifiers; the
/// class as the ontology has it is in `relation_class`.
///
/// By default relationships carry their evidence in lists whose i-th items belong together:
/// `evidence` (sentences), `article_ids`, `article_keys`, `article_titles`, `article_urls`,
/// `article_dates`, `attributions`, `event_dates`, `claim_ids`; "" where unknown. With claims, each
/// claim is a node instead, statements without object included:
///
///     (:Claim)-[:SUBJECT]->(:Entity), -[:OBJECT]->(:Entity), -[:STANDS_IN]->(:Document),
///             -[:ATTRIBUTED_TO {position, cue}]->(:Entity),
///             -[:QUALIFIED_BY {position, role}]->(:Entity), -[:SAYS]->(:Claim)
class CypherExporter final : public Exporter {
 public:
  explicit CypherExporter(const ExportOptions& options) : claims_(options.claims) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  bool claims_;
};

}  // namespace newsgraph
