#include "export/rdf/vocabulary.hpp"

#include <algorithm>

namespace newsgraph {
namespace {

constexpr std::string_view kClass = "Class";
constexpr std::string_view kObject = "ObjectProperty";
constexpr std::string_view kData = "DatatypeProperty";
constexpr std::string_view kAnnotation = "AnnotationProperty";

constexpr VocabularyTerm kVocabulary[] = {
    {{Space::kOntology, "Entity"}, kClass},
    {{Space::kOntology, "Person"}, kClass},
    {{Space::kOntology, "Organization"}, kClass},
    {{Space::kOntology, "Place"}, kClass},
    {{Space::kOntology, "Event"}, kClass},
    {{Space::kOntology, "Work"}, kClass},
    {{Space::kOntology, "Product"}, kClass},
    {{Space::kOntology, "Law"}, kClass},
    {{Space::kOntology, "Nationality"}, kClass},
    {{Space::kOntology, "Concept"}, kClass},
    {{Space::kOntology, "Value"}, kClass},
    {{Space::kOntology, "Date"}, kClass},
    {{Space::kOntology, "Number"}, kClass},
    {{Space::kOntology, "Money"}, kClass},
    {{Space::kOntology, "Quantity"}, kClass},
    {{Space::kOntology, "Relation"}, kClass},
    {{Space::kOntology, "RelationClass"}, kClass},
    {{Space::kOntology, "Claim"}, kClass},
    {{Space::kOntology, "Attribution"}, kClass},
    {{Space::kOntology, "Qualifier"}, kClass},
    {{Space::kOntology, "Polarity"}, kClass},
    {{Space::kOntology, "Modality"}, kClass},
    {{Space::kRdf, "Statement"}, kClass},
    {{Space::kProv, "Entity"}, kClass},
    {{Space::kProv, "Activity"}, kClass},
    {{Space::kProv, "SoftwareAgent"}, kClass},
    {{Space::kSchema, "NewsArticle"}, kClass},
    {{Space::kOa, "SpecificResource"}, kClass},
    {{Space::kOa, "TextQuoteSelector"}, kClass},
    {{Space::kOa, "DataPositionSelector"}, kClass},

    {{Space::kOntology, "relatedTo"}, kObject},
    {{Space::kOntology, "subject"}, kObject},
    {{Space::kOntology, "property"}, kObject},
    {{Space::kOntology, "object"}, kObject},
    {{Space::kOntology, "objectRelation"}, kObject},
    {{Space::kOntology, "relationClass"}, kObject},
    {{Space::kOntology, "polarity"}, kObject},
    {{Space::kOntology, "modality"}, kObject},
    {{Space::kOntology, "claim"}, kObject},
    {{Space::kOntology, "evidence"}, kObject},
    {{Space::kOntology, "attributedTo"}, kObject},
    {{Space::kOntology, "attribution"}, kObject},
    {{Space::kOntology, "qualifier"}, kObject},
    {{Space::kOntology, "entity"}, kObject},
    {{Space::kRdf, "subject"}, kObject},
    {{Space::kRdf, "predicate"}, kObject},
    {{Space::kRdf, "object"}, kObject},
    {{Space::kProv, "wasDerivedFrom"}, kObject},
    {{Space::kProv, "wasGeneratedBy"}, kObject},
    {{Space::kProv, "wasAssociatedWith"}, kObject},
    {{Space::kOa, "hasSource"}, kObject},
    {{Space::kOa, "hasSelector"}, kObject},
    {{Space::kDct, "source"}, kObject},

    {{Space::kOntology, "title"}, kData},
    {{Space::kOntology, "value"}, kData},
    {{Space::kOntology, "mentionCount"}, kData},
    {{Space::kOntology, "articleCount"}, kData},
    {{Space::kOntology, "firstSeen"}, kData},
    {{Space::kOntology, "lastSeen"}, kData},
    {{Space::kOntology, "predicateText"}, kData},
    {{Space::kOntology, "canonicalPredicate"}, kData},
    {{Space::kOntology, "objectText"}, kData},
    {{Space::kOntology, "confidence"}, kData},
    {{Space::kOntology, "support"}, kData},
    {{Space::kOntology, "evidenceCount"}, kData},
    {{Space::kOntology, "firstDate"}, kData},
    {{Space::kOntology, "lastDate"}, kData},
    {{Space::kOntology, "eventDate"}, kData},
    {{Space::kOntology, "statementDate"}, kData},
    {{Space::kOntology, "asserted"}, kData},
    {{Space::kOntology, "contested"}, kData},
    {{Space::kOntology, "extractionRule"}, kData},
    {{Space::kOntology, "position"}, kData},
    {{Space::kOntology, "cue"}, kData},
    {{Space::kOntology, "role"}, kData},
    {{Space::kOntology, "text"}, kData},
    {{Space::kOntology, "fingerprint"}, kData},
    {{Space::kOntology, "subjectBegin"}, kData},
    {{Space::kOntology, "subjectEnd"}, kData},
    {{Space::kOntology, "predicateBegin"}, kData},
    {{Space::kOntology, "predicateEnd"}, kData},
    {{Space::kOntology, "objectBegin"}, kData},
    {{Space::kOntology, "objectEnd"}, kData},
    {{Space::kOa, "exact"}, kData},
    {{Space::kOa, "start"}, kData},
    {{Space::kOa, "end"}, kData},
    {{Space::kDct, "issued"}, kData},
    {{Space::kDct, "modified"}, kData},

    {{Space::kDct, "identifier"}, kAnnotation},
    {{Space::kDct, "title"}, kAnnotation},
    {{Space::kDc, "publisher"}, kAnnotation},
    {{Space::kDc, "creator"}, kAnnotation},
    {{Space::kDc, "language"}, kAnnotation},
    {{Space::kDc, "source"}, kAnnotation},
    {{Space::kDct, "conformsTo"}, kAnnotation},
    {{Space::kSkos, "prefLabel"}, kAnnotation},
    {{Space::kSkos, "altLabel"}, kAnnotation},
};

/// PLOVER's event classes (github.com/openeventdata/PLOVER) and this program's own four.
constexpr std::string_view kRelationClasses[] = {
    "AGREE",   "CONSULT", "SUPPORT", "CONCEDE",  "COOPERATE", "AID",      "RETREAT",
    "REQUEST", "ACCUSE",  "REJECT",  "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE",
    "COERCE",  "ASSAULT", "STATE",   "ROLE",     "LOCATED",   "OTHER",
};

}  // namespace

std::span<const VocabularyTerm> vocabulary() { return kVocabulary; }

bool is_known_relation_class(std::string_view name) {
  return std::find(std::begin(kRelationClasses), std::end(kRelationClasses), name) !=
         std::end(kRelationClasses);
}

}  // namespace newsgraph
