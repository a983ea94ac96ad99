#pragma once

#include <array>
#include <string>

#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// N-Triples, and N-Quads once a graph is named: a statement a line, every IRI in full.
class LineWriter final : public RdfWriter {
 public:
  LineWriter(Namespaces namespaces, Sink& sink);

  void graph(std::optional<Name> name) override;
  void subject(Name name) override;
  void add(Name property, Name object) override;
  void finish() override {}

 private:
  void literal(Name property, std::string_view value, Datatype type,
               std::string_view language) override;
  void append(std::string& out, Name name) const;
  /// Writes subject and property.
  void begin(Name property);
  /// Writes what stands behind the object.
  void end();

  std::array<std::string, kSpaces> opened_;  ///< by Space: "<https://…/id/entity/"
  std::string subject_;                      ///< "<…> "
  std::string end_ = " .\n";
};

}  // namespace newsgraph
