#pragma once

#include <string>

#include "export/exporter.hpp"
#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// RDF 1.1 in the vocabulary of schemas/news.ttl, for triple stores and Protégé.
///
///     ent:e_… ngr:decline ent:e_… .                 only where the relation is asserted
///     rel:r_… a ngo:Relation ; ngo:claim clm:c_… .
///     clm:c_… a ngo:Claim, rdf:Statement ; rdf:subject ent:e_… ; rdf:predicate ngr:decline ;
///         rdf:object ent:e_… ; prov:wasDerivedFrom doc:d_… ; ngo:evidence evd:c_… .
///     evd:c_… a oa:SpecificResource ; oa:hasSource doc:d_… ; oa:hasSelector sen:s_…, pos:s_… ;
///         ngo:subjectBegin 0 ; ngo:subjectEnd 6 .
///     sen:s_… a oa:TextQuoteSelector ; oa:exact "Keller declined the visit." .
///     pos:s_… a oa:DataPositionSelector ; oa:start 0 ; oa:end 26 .
///
/// A direct triple between two entities stands only for what is affirmed, actual and in an
/// article's own voice; what is negated, possible or only reported is a claim and nothing else.
/// Asserted relations of a class have a second direct triple with the class (ngo:REJECT). With
/// RdfGraphs::kDocument they stand in the graph of each article that asserts them (doc:d_…).
///
/// Offsets count bytes of the article's UTF-8 text, so sentences have an oa:DataPositionSelector
/// and no oa:TextPositionSelector, which counts characters: the graph does not keep the articles'
/// texts, and the quoted sentence has its white space folded.
class RdfExporter : public Exporter {
 public:
  /// @throws Error if ExportOptions::base is no absolute IRI, or named graphs are wanted of a
  ///         syntax that has none.
  RdfExporter(RdfSyntax syntax, const ExportOptions& options);

  void write(const KnowledgeGraph& graph, std::ostream& out) const final;

 private:
  RdfSyntax syntax_;
  RdfGraphs graphs_;
  std::string base_;
};

template <RdfSyntax syntax>
class RdfExporterOf final : public RdfExporter {
 public:
  explicit RdfExporterOf(const ExportOptions& options) : RdfExporter(syntax, options) {}
};
using TurtleExporter = RdfExporterOf<RdfSyntax::kTurtle>;
using NTriplesExporter = RdfExporterOf<RdfSyntax::kNTriples>;
using TriGExporter = RdfExporterOf<RdfSyntax::kTriG>;
using NQuadsExporter = RdfExporterOf<RdfSyntax::kNQuads>;
using JsonLdExporter = RdfExporterOf<RdfSyntax::kJsonLd>;

}  // namespace newsgraph
