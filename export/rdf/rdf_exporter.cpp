#include "export/rdf/rdf_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <map>
#include <string>

#include "export/display.hpp"
#include "export/rdf/rdf_writer.hpp"
#include "export/rdf/vocabulary.hpp"
#include "export/text.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

std::string_view kind_class(NodeKind kind) {
  switch (kind) {
    case NodeKind::kEvent:
      return "Event";
    case NodeKind::kConcept:
      return "Concept";
    case NodeKind::kValue:
      return "Value";
    case NodeKind::kEntity:
      break;
  }
  return "";
}

std::string_view polarity_name(Polarity polarity) {
  return polarity == Polarity::kAffirmed ? "Affirmed" : "Negated";
}

std::string_view modality_name(Modality modality) {
  switch (modality) {
    case Modality::kActual:
      break;
    case Modality::kPlanned:
      return "Planned";
    case Modality::kPossible:
      return "Possible";
    case Modality::kConditional:
      return "Conditional";
  }
  return "Actual";
}

class GraphTriples {
 public:
  GraphTriples(const KnowledgeGraph& graph, RdfWriter& rdf) : graph_(graph), rdf_(rdf) {}

  void write() {
    write_declarations();
    for (const ArticleRecord& article : graph_.articles) write_document(article.header);
    for (const SentenceRecord& sentence : graph_.sentences) write_sentence(sentence);
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      write_entity(graph_.relations[vertex]);
    }
    const RelationGraph& graph = graph_.relations;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
      const Term object = entity(boost::target(edge, graph));
      write_relation(graph[edge], entity(boost::source(edge, graph)), &object, nullptr);
    }
    for (const Statement& statement : graph_.statements) {
      const Term subject = entity(statement.subject);
      if (statement.object_relation) {
        const Term object = rdf_.name(Space::kRelation, relation_id(*statement.object_relation));
        write_relation(statement.relation, subject, &object, &statement);
      } else {
        write_relation(statement.relation, subject, nullptr, &statement);
      }
    }
    rdf_.finish();
  }

 private:
  Term ngo(std::string_view name) const { return rdf_.name(Space::kOntology, name); }
  Term entity(std::size_t vertex) const {
    return rdf_.name(Space::kEntity, entity_id(graph_.relations[vertex].id));
  }
  Term document(std::size_t article) const {
    return rdf_.name(Space::kDocument, document_id(graph_.articles[article].header.key));
  }
  Term sentence(const SentenceRecord& sentence) const {
    std::string id = document_id(graph_.articles[sentence.article].header.key);
    id[0] = 's';
    id += '_';
    append_number(id, std::uint64_t{sentence.span.begin});
    return rdf_.name(Space::kSentence, id);
  }

  /// The property of a canonical predicate: decline_to_visit. Different predicates have different
  /// properties, so '_' itself is percent-encoded.
  Term property(std::string_view canonical) const {
    std::string local;
    for (std::size_t i = 0; i < canonical.size(); ++i) {
      if (canonical[i] == ' ') {
        local += '_';
      } else if (canonical[i] == '_') {
        local += "%5F";
      } else {
        const std::size_t end = std::min(canonical.find_first_of(" _", i), canonical.size());
        append_percent_encoded(local, canonical.substr(i, end - i));
        i = end - 1;
      }
    }
    return rdf_.name(Space::kRelationProperty, local.empty() ? "unnamed" : local);
  }

  Term relation_class(const std::string& name) const {
    if (is_known_relation_class(name)) return ngo(name);
    std::string local;
    append_percent_encoded(local, name);
    return rdf_.name(Space::kClass, local.empty() ? "unnamed" : local);
  }

  void write_declarations() {
    rdf_.subject(rdf_.name(Space::kGraph, "graph"));
    rdf_.add(Space::kRdf, "type", rdf_.name(Space::kOwl, "Ontology"));
    rdf_.text(Space::kRdfs, "label", "Knowledge graph of news articles, written by newsgraph");
    rdf_.add(Space::kDct, "conformsTo", Term{"https://newsgraph.example/ontology", SERD_URI});
    for (const VocabularyTerm& term : vocabulary()) {
      rdf_.subject(rdf_.name(term.space, term.name));
      rdf_.add(Space::kRdf, "type", rdf_.name(Space::kOwl, term.kind));
    }
    // One sorted by text rather than one of terms: terms depend on the format.
    std::map<std::string_view, std::string_view> predicates;
    std::map<std::string, bool> classes;
    const auto collect = [&](const Relation& relation) {
      predicates.try_emplace(relation.canonical, relation.readable);
      classes.try_emplace(relation.relation_class);
    };
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      collect(graph_.relations[edge]);
    }
    for (const Statement& statement : graph_.statements) collect(statement.relation);
    for (const auto& [name, unused] : classes) {
      rdf_.subject(relation_class(name));
      rdf_.add(Space::kRdf, "type", rdf_.name(Space::kOwl, "ObjectProperty"));
      rdf_.add(Space::kRdf, "type", ngo("RelationClass"));
      rdf_.text(Space::kRdfs, "label", name.empty() ? std::string_view("unnamed") : name);
      rdf_.add(Space::kRdfs, "subPropertyOf", ngo("relatedTo"));
    }
    for (const auto& [canonical, readable] : predicates) {
      rdf_.subject(property(canonical));
      rdf_.add(Space::kRdf, "type", rdf_.name(Space::kOwl, "ObjectProperty"));
      rdf_.text(Space::kRdfs, "label", readable);
      rdf_.text(Space::kOntology, "canonicalPredicate", canonical);
      rdf_.add(Space::kRdfs, "subPropertyOf", ngo("relatedTo"));
    }
  }

  void write_document(const ArticleHeader& header) {
    rdf_.subject(rdf_.name(Space::kDocument, document_id(header.key)));
    rdf_.add(Space::kRdf, "type", rdf_.name(Space::kProv, "Entity"));
    rdf_.add(Space::kRdf, "type", rdf_.name(Space::kSchema, "NewsArticle"));
    rdf_.text(Space::kDct, "identifier", header.key);
    rdf_.text(Space::kDct, "title", header.title, header.language);
    rdf_.date(Space::kDct, "issued", header.published);
    rdf_.date(Space::kDct, "modified", header.modified);
    rdf_.text(Space::kDc, "publisher", header.outlet);
    rdf_.text(Space::kDc, "creator", header.author);
    rdf_.text(Space::kDc, "language", header.language);
    const std::string url = web_address(header.url);
    if (!url.empty()) {
      rdf_.add(Space::kDct, "source", Term{url, SERD_URI});
    } else {
      rdf_.text(Space::kDc, "source", header.url);
    }
  }

  void write_sentence(const SentenceRecord& record) {
    rdf_.subject(sentence(record));
    rdf_.add(Space::kRdf, "type", rdf_.name(Space::kOa, "TextQuoteSelector"));
    rdf_.text(Space::kOa, "exact", record.text, graph_.articles[record.article].header.language);
    rdf_.number(Space::kOntology, "sentenceBegin", std::uint64_t{record.span.begin});
    rdf_.number(Space::kOntology, "sentenceEnd", std::uint64_t{record.span.end});
  }

  void write_entity(const Entity& entity) {
    rdf_.subject(rdf_.name(Space::kEntity, entity_id(entity.id)));
    rdf_.add(Space::kRdf, "type", ngo("Entity"));
    if (entity.type != EntityType::kOther) {
      rdf_.add(Space::kRdf, "type", ngo(type_label(entity.type)));
    }
    const std::string_view kind = kind_class(entity.kind);
    if (!kind.empty() && kind != type_label(entity.type)) {
      rdf_.add(Space::kRdf, "type", ngo(kind));
    }
    rdf_.text(Space::kSkos, "prefLabel", entity.label);
    rdf_.text(Space::kRdfs, "label", entity.label);
    for (const Alias& alias : entity.aliases) {
      if (alias.text != entity.label) rdf_.text(Space::kSkos, "altLabel", alias.text);
    }
    for (const std::string& title : entity.titles) rdf_.text(Space::kOntology, "title", title);
    rdf_.text(Space::kOntology, "value", entity.value);
    rdf_.number(Space::kOntology, "mentionCount", std::uint64_t{entity.mentions});
    rdf_.number(Space::kOntology, "articleCount", std::uint64_t{entity.articles});
    rdf_.date(Space::kOntology, "firstSeen", entity.first_seen);
    rdf_.date(Space::kOntology, "lastSeen", entity.last_seen);
  }

  /// @param object     An entity, or what `statement` reports; null if there is none.
  /// @param statement  That `relation` is of; null where it is an edge.
  void write_relation(const Relation& relation, const Term& subject, const Term* object,
                      const Statement* statement) {
    const std::string_view object_text =
        statement == nullptr ? std::string_view() : std::string_view(statement->object_text);
    const Term predicate = property(relation.canonical);
    const Term type = relation_class(relation.relation_class);
    if (relation.asserted && statement == nullptr) {
      rdf_.subject(subject);
      rdf_.add(predicate, *object);
      if (!relation.relation_class.empty() && relation.relation_class != "OTHER") {
        rdf_.add(type, *object);
      }
    }
    const Term self = rdf_.name(Space::kRelation, relation_id(relation.id));
    rdf_.subject(self);
    rdf_.add(Space::kRdf, "type", ngo("Relation"));
    rdf_.text(Space::kRdfs, "label", display_label(relation, object_text));
    rdf_.add(Space::kOntology, "subject", subject);
    rdf_.add(Space::kOntology, "property", predicate);
    if (object != nullptr) {
      rdf_.add(Space::kOntology, statement == nullptr ? "object" : "objectRelation", *object);
    }
    rdf_.text(Space::kOntology, "objectText", object_text);
    rdf_.add(Space::kOntology, "relationClass", type);
    write_manner(relation);
    rdf_.number(Space::kOntology, "confidence", relation.confidence);
    rdf_.number(Space::kOntology, "support", std::uint64_t{relation.support});
    rdf_.number(Space::kOntology, "evidenceCount", std::uint64_t{relation.evidence_count});
    rdf_.date(Space::kOntology, "firstDate", relation.first_date);
    rdf_.date(Space::kOntology, "lastDate", relation.last_date);
    rdf_.flag(Space::kOntology, "asserted", relation.asserted);
    rdf_.flag(Space::kOntology, "contested", relation.contested);
    for (const Claim& claim : relation.claims) {
      rdf_.add(Space::kOntology, "claim", rdf_.name(Space::kClaim, claim_id(claim.id)));
    }
    for (const Claim& claim : relation.claims) {
      write_claim(relation, claim, subject, predicate, object);
    }
  }

  void write_manner(const Relation& relation) {
    rdf_.add(Space::kOntology, "polarity", ngo(polarity_name(relation.polarity)));
    rdf_.add(Space::kOntology, "modality", ngo(modality_name(relation.modality)));
  }

  void write_claim(const Relation& relation, const Claim& claim, const Term& subject,
                   const Term& predicate, const Term* object) {
    const std::string id = claim_id(claim.id);
    const Term source = document(claim.evidence.article);
    const Term evidence = rdf_.name(Space::kEvidence, id);
    rdf_.subject(rdf_.name(Space::kClaim, id));
    rdf_.add(Space::kRdf, "type", ngo("Claim"));
    if (object != nullptr) rdf_.add(Space::kRdf, "type", rdf_.name(Space::kRdf, "Statement"));
    rdf_.add(Space::kRdf, "subject", subject);
    rdf_.add(Space::kRdf, "predicate", predicate);
    if (object != nullptr) rdf_.add(Space::kRdf, "object", *object);
    rdf_.text(Space::kOntology, "predicateText", claim.predicate);
    write_manner(relation);
    rdf_.number(Space::kOntology, "confidence", claim.confidence);
    rdf_.date(Space::kOntology, "eventDate", claim.event_date);
    rdf_.date(Space::kOntology, "statementDate", claim.statement_date);
    rdf_.text(Space::kOntology, "extractionRule", claim.rule);
    rdf_.add(Space::kProv, "wasDerivedFrom", source);
    rdf_.add(Space::kOntology, "evidence", evidence);
    for (const Source& who : claim.attribution) {
      if (who.entity) rdf_.add(Space::kOntology, "attributedTo", entity(*who.entity));
    }
    for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
      rdf_.add(Space::kOntology, "attribution", part(Space::kAttribution, id, i));
    }
    for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
      rdf_.add(Space::kOntology, "qualifier", part(Space::kQualifier, id, i));
    }
    for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
      const Source& who = claim.attribution[i];
      write_part(part(Space::kAttribution, id, i), "Attribution", i, who.entity, who.text);
      rdf_.text(Space::kOntology, "cue", who.cue);
    }
    for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
      const ClaimQualifier& qualifier = claim.qualifiers[i];
      write_part(part(Space::kQualifier, id, i), "Qualifier", i, qualifier.entity, qualifier.text);
      rdf_.text(Space::kOntology, "role", qualifier.role);
    }
    write_evidence(evidence, source, claim.evidence);
  }

  /// c_0123456789abcdef-2, counted from 1.
  Term part(Space space, const std::string& claim, std::size_t index) const {
    return rdf_.name(space, claim + "-" + std::to_string(index + 1));
  }

  void write_part(Term self, std::string_view type, std::size_t index,
                  std::optional<std::uint32_t> vertex, std::string_view text) {
    rdf_.subject(std::move(self));
    rdf_.add(Space::kRdf, "type", ngo(type));
    rdf_.number(Space::kOntology, "position", std::uint64_t{index + 1});
    if (vertex) rdf_.add(Space::kOntology, "entity", entity(*vertex));
    rdf_.text(Space::kOntology, "text", text);
  }

  void write_evidence(const Term& self, const Term& source, const Evidence& evidence) {
    rdf_.subject(self);
    rdf_.add(Space::kRdf, "type", rdf_.name(Space::kOa, "SpecificResource"));
    rdf_.add(Space::kOa, "hasSource", source);
    rdf_.add(Space::kOa, "hasSelector", sentence(graph_.sentences[evidence.sentence]));
    write_span("subjectBegin", "subjectEnd", evidence.subject);
    write_span("predicateBegin", "predicateEnd", evidence.predicate);
    write_span("objectBegin", "objectEnd", evidence.object);
  }
  void write_span(std::string_view begin, std::string_view end, Span span) {
    if (span.empty()) return;
    rdf_.number(Space::kOntology, begin, std::uint64_t{span.begin});
    rdf_.number(Space::kOntology, end, std::uint64_t{span.end});
  }

  const KnowledgeGraph& graph_;
  RdfWriter& rdf_;
};

}  // namespace

void RdfExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  Sink sink(out);
  RdfWriter rdf(syntax_ == Syntax::kTurtle ? SERD_TURTLE : SERD_NTRIPLES, base_, sink);
  GraphTriples(graph, rdf).write();
  sink.finish();
}

}  // namespace newsgraph
