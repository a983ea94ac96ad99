#pragma once

#include <string>

#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// Turtle, and TriG once a graph is named: a paragraph a subject, names with prefixes.
///
///     ent:e_0000000000000001 a ngo:Entity, ngo:Person ;
///         skos:prefLabel "Marta Keller" .
class TurtleWriter final : public RdfWriter {
 public:
  TurtleWriter(Namespaces namespaces, Sink& sink);

  void graph(std::optional<Name> name) override;
  void subject(Name name) override;
  void add(Name property, Name object) override;
  void finish() override;

 private:
  void literal(Name property, std::string_view value, Datatype type,
               std::string_view language) override;
  void append(Name name);
  /// Writes the property, or a comma if it is the last one again.
  void begin(Name property);
  void end_subject();
  void end_graph();

  bool in_subject_ = false;
  bool in_graph_ = false;
  Space last_space_ = Space::kIri;  ///< of the last property; kIri if there is none yet
  std::string last_local_;
};

}  // namespace newsgraph
