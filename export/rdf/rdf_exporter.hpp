#pragma once

#include <string>

#include "export/exporter.hpp"
#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// RDF 1.1 in the vocabulary of schemas/news.ttl, for triple stores and Protégé.
///
///     ent:e_… ngr:decline ent:e_… .                 only where the relation is asserted
///     rel:r_… a ngo:Relation ; ngo:claim clm:c_… .
///     clm:c_… a ngo:Claim , rdf:Statement ; rdf:subject ent:e_… ; rdf:predicate ngr:decline ;
///         rdf:object ent:e_… ; prov:wasDerivedFrom doc:d_… ; ngo:evidence evd:c_… .
///     evd:c_… a oa:SpecificResource ; oa:hasSource doc:d_… ; oa:hasSelector sen:s_… ;
///         ngo:subjectBegin 0 ; ngo:subjectEnd 6 .
///     sen:s_… a oa:TextQuoteSelector ; oa:exact "Keller declined the visit." .
///
/// A direct triple between two entities stands only for what is affirmed, actual and in an
/// article's own voice; what is negated, possible or only reported is a claim and nothing else.
/// Asserted relations of a class have a second direct triple with the class (ngo:REJECT).
///
/// Offsets count bytes of the article's UTF-8 text under ngo: properties. There is no
/// oa:TextPositionSelector, because that counts characters and the graph does not keep the
/// articles' texts; the quoted sentence has its white space folded.
class RdfExporter : public Exporter {
 public:
  enum class Syntax { kTurtle, kNTriples };
  /// @throws Error if ExportOptions::base is no absolute IRI.
  RdfExporter(Syntax syntax, const ExportOptions& options)
      : syntax_(syntax), base_(checked_base(options.base)) {}

  void write(const KnowledgeGraph& graph, std::ostream& out) const final;

 private:
  Syntax syntax_;
  std::string base_;
};

class TurtleExporter final : public RdfExporter {
 public:
  explicit TurtleExporter(const ExportOptions& options) : RdfExporter(Syntax::kTurtle, options) {}
};

class NTriplesExporter final : public RdfExporter {
 public:
  explicit NTriplesExporter(const ExportOptions& options)
      : RdfExporter(Syntax::kNTriples, options) {}
};

}  // namespace newsgraph
