#pragma once

#include <string>

#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// JSON-LD 1.1 with its context in it: an object a subject, names with prefixes.
///
///     {"@context":{"ent":"https://…/id/entity/",…},"@graph":[
///     {"@id":"ent:e_0000000000000001","@type":["ngo:Entity","ngo:Person"],
///      "skos:prefLabel":"Marta Keller"},
///     …
///     ]}
class JsonLdWriter final : public RdfWriter {
 public:
  JsonLdWriter(Namespaces namespaces, Sink& sink);

  void graph(std::optional<Name> name) override;
  void subject(Name name) override;
  void add(Name property, Name object) override;
  void finish() override;

 private:
  void literal(Name property, std::string_view value, Datatype type,
               std::string_view language) override;
  /// In double quotes.
  void append(Name name);
  /// Writes the key, unless it is the last one again: then the values so far become an array.
  void begin(Name property);
  /// Begins an object within the array of what is open.
  void begin_object();
  void end_subject();
  void end_graph();

  bool first_ = true;  ///< of its array
  bool in_subject_ = false;
  bool in_graph_ = false;
  Space last_space_ = Space::kIri;  ///< of the last property; kIri if there is none yet
  std::string last_local_;
  std::size_t value_ = 0;  ///< where the values of the last property begin in the sink's text
  bool is_array_ = false;  ///< whether they are several
};

}  // namespace newsgraph
