#pragma once

#include <span>
#include <string_view>

#include "export/rdf/names.hpp"

namespace newsgraph {

/// A class or property that the RDF formats use. Each file declares them all: OWL readers take
/// undeclared properties for annotations, and Protégé then shows hardly anything.
struct VocabularyTerm {
  Name name;
  std::string_view
      kind;  ///< of owl: "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"
};

std::span<const VocabularyTerm> vocabulary();

/// Whether `name` is one of the relation classes that schemas/news.ttl declares: PLOVER's sixteen,
/// STATE, ROLE, LOCATED and OTHER.
bool is_known_relation_class(std::string_view name);

/// Names of the vocabularies, as Turtle would have them: ngo("Claim"), prov("wasDerivedFrom").
namespace terms {

inline constexpr Name kType{Space::kRdf, "type"};
inline constexpr Name kLabel{Space::kRdfs, "label"};
constexpr Name rdf(std::string_view local) { return {Space::kRdf, local}; }
constexpr Name rdfs(std::string_view local) { return {Space::kRdfs, local}; }
constexpr Name owl(std::string_view local) { return {Space::kOwl, local}; }
constexpr Name skos(std::string_view local) { return {Space::kSkos, local}; }
constexpr Name prov(std::string_view local) { return {Space::kProv, local}; }
constexpr Name oa(std::string_view local) { return {Space::kOa, local}; }
constexpr Name dc(std::string_view local) { return {Space::kDc, local}; }
constexpr Name dct(std::string_view local) { return {Space::kDct, local}; }
constexpr Name schema(std::string_view local) { return {Space::kSchema, local}; }
constexpr Name ngo(std::string_view local) { return {Space::kOntology, local}; }

}  // namespace terms

}  // namespace newsgraph
