#pragma once

#include <string>
#include <string_view>

#include "export/rdf/rdf_writer.hpp"

namespace newsgraph {

struct KnowledgeGraph;

/// The property of a canonical predicate: decline_to_visit. Different predicates have different
/// properties, so '_' itself is percent-encoded.
/// @param local  Keeps the local name, and is overwritten.
Name property_name(std::string_view canonical, std::string& local);

/// The property of a relation class: of the ontology, or under the base where that has none.
/// @param local  Keeps the local name, and is overwritten.
Name class_name(std::string_view relation_class, std::string& local);

/// What an OWL reader has to know before the data: the ontology's header, the whole vocabulary, and
/// the classes and predicates of this graph.
void write_declarations(const KnowledgeGraph& graph, RdfWriter& rdf);

}  // namespace newsgraph
