#pragma once

#include <span>
#include <string_view>

#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

/// A class or property that the RDF formats use. Each file declares them all: OWL readers take
/// undeclared properties for annotations, and Protégé then shows hardly anything.
struct VocabularyTerm {
  Space space;
  std::string_view name;
  std::string_view
      kind;  ///< of owl: "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"
};

std::span<const VocabularyTerm> vocabulary();

/// Whether `name` is one of the relation classes that schemas/news.ttl declares: PLOVER's sixteen,
/// STATE, ROLE, LOCATED and OTHER.
bool is_known_relation_class(std::string_view name);

}  // namespace newsgraph
