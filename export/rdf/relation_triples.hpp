#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "export/rdf/graph_names.hpp"
#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// Writes relations with their claims and the evidence of these.
class RelationTriples {
 public:
  RelationTriples(const KnowledgeGraph& graph, const GraphNames& names, RdfWriter& rdf)
      : graph_(graph), names_(names), rdf_(rdf) {}

  /// The triples that say a relation as a fact: only for asserted relations.
  void write_fact(Edge edge);
  /// The relation as a thing that claims and evidence hang on.
  void write(Edge edge);
  void write(const Statement& statement);

 private:
  /// A relation, and what its claims share.
  struct Context {
    const Relation& relation;
    Name subject;
    std::optional<Name> object = {};  ///< an entity, or the relation that a statement reports
    bool object_is_relation = false;
    std::string_view object_text = {};
    Name property;
  };
  void write(const Context& context);
  void write_manner(const Relation& relation);
  void write_claim(const Context& context, const Claim& claim);
  void write_parts(const Claim& claim, std::string_view claim_name);
  void write_evidence(std::string_view claim_name, const Evidence& evidence);
  void write_span(std::string_view begin, std::string_view end, Span span);

  const KnowledgeGraph& graph_;
  const GraphNames& names_;
  RdfWriter& rdf_;
  std::string property_;  ///< kept from relation to relation for their capacity
  std::string class_;
};

}  // namespace newsgraph
