#include "export/rdf/relation_triples.hpp"

#include "export/display.hpp"
#include "export/rdf/declarations.hpp"
#include "export/rdf/vocabulary.hpp"

namespace newsgraph {

using namespace terms;

namespace {

Name polarity_name(Polarity polarity) {
  return ngo(polarity == Polarity::kAffirmed ? "Affirmed" : "Negated");
}

Name modality_name(Modality modality) {
  switch (modality) {
    case Modality::kActual:
      break;
    case Modality::kPlanned:
      return ngo("Planned");
    case Modality::kPossible:
      return ngo("Possible");
    case Modality::kConditional:
      return ngo("Conditional");
  }
  return ngo("Actual");
}

/// "c_0123456789abcdef-2": a claim's attributions and qualifiers, counted from 1.
LocalName part(std::string_view claim_name, std::size_t index) {
  LocalName name;
  name += claim_name;
  name += "-";
  name += std::uint64_t{index + 1};
  return name;
}

}  // namespace

void RelationTriples::write_fact(Edge edge) {
  const Relation& relation = graph_.relations[edge];
  const LocalName subject = names_.entity(boost::source(edge, graph_.relations));
  const LocalName object = names_.entity(boost::target(edge, graph_.relations));
  rdf_.subject({Space::kEntity, subject});
  rdf_.add(property_name(relation.canonical, property_), {Space::kEntity, object});
  if (!relation.relation_class.empty() && relation.relation_class != "OTHER") {
    rdf_.add(class_name(relation.relation_class, class_), {Space::kEntity, object});
  }
}

void RelationTriples::write(Edge edge) {
  const LocalName subject = names_.entity(boost::source(edge, graph_.relations));
  const LocalName object = names_.entity(boost::target(edge, graph_.relations));
  const Relation& relation = graph_.relations[edge];
  write({.relation = relation,
         .subject = {Space::kEntity, subject},
         .object = Name{Space::kEntity, object},
         .property = property_name(relation.canonical, property_)});
}

void RelationTriples::write(const Statement& statement) {
  const LocalName subject = names_.entity(statement.subject);
  const LocalName object('r', statement.object_relation.value_or(0));
  Context context{.relation = statement.relation,
                  .subject = {Space::kEntity, subject},
                  .object_text = statement.object_text,
                  .property = property_name(statement.relation.canonical, property_)};
  if (statement.object_relation) {
    context.object = Name{Space::kRelation, object};
    context.object_is_relation = true;
  }
  write(context);
}

void RelationTriples::write(const Context& context) {
  const Relation& relation = context.relation;
  const LocalName self('r', relation.id);
  rdf_.subject({Space::kRelation, self});
  rdf_.add(kType, ngo("Relation"));
  rdf_.text(kLabel, display_label(relation, context.object_text));
  rdf_.add(ngo("subject"), context.subject);
  rdf_.add(ngo("property"), context.property);
  if (context.object) {
    rdf_.add(ngo(context.object_is_relation ? "objectRelation" : "object"), *context.object);
  }
  rdf_.text(ngo("objectText"), context.object_text);
  rdf_.add(ngo("relationClass"), class_name(relation.relation_class, class_));
  write_manner(relation);
  rdf_.number(ngo("confidence"), relation.confidence);
  rdf_.number(ngo("support"), std::uint64_t{relation.support});
  rdf_.number(ngo("evidenceCount"), std::uint64_t{relation.evidence_count});
  rdf_.date(ngo("firstDate"), relation.first_date);
  rdf_.date(ngo("lastDate"), relation.last_date);
  rdf_.flag(ngo("asserted"), relation.asserted);
  rdf_.flag(ngo("contested"), relation.contested);
  for (const Claim& claim : relation.claims) {
    rdf_.add(ngo("claim"), {Space::kClaim, LocalName('c', claim.id)});
  }
  for (const Claim& claim : relation.claims) write_claim(context, claim);
}

void RelationTriples::write_manner(const Relation& relation) {
  rdf_.add(ngo("polarity"), polarity_name(relation.polarity));
  rdf_.add(ngo("modality"), modality_name(relation.modality));
}

void RelationTriples::write_claim(const Context& context, const Claim& claim) {
  const LocalName self('c', claim.id);
  const std::size_t article = claim.evidence.article;
  rdf_.subject({Space::kClaim, self});
  rdf_.add(kType, ngo("Claim"));
  if (context.object) rdf_.add(kType, rdf("Statement"));
  rdf_.add(rdf("subject"), context.subject);
  rdf_.add(rdf("predicate"), context.property);
  if (context.object) rdf_.add(rdf("object"), *context.object);
  rdf_.text(ngo("predicateText"), claim.predicate);
  write_manner(context.relation);
  rdf_.number(ngo("confidence"), claim.confidence);
  rdf_.date(ngo("eventDate"), claim.event_date);
  rdf_.date(ngo("statementDate"), claim.statement_date);
  rdf_.text(ngo("extractionRule"), claim.rule);
  rdf_.add(prov("wasDerivedFrom"), names_.document(article));
  if (names_.run(article) != 0) {
    rdf_.add(prov("wasGeneratedBy"), {Space::kRun, LocalName('x', names_.run(article))});
  }
  rdf_.add(ngo("evidence"), {Space::kEvidence, self});
  for (const Source& who : claim.attribution) {
    if (who.entity) {
      rdf_.add(ngo("attributedTo"), {Space::kEntity, names_.entity(*who.entity)});
    }
  }
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    rdf_.add(ngo("attribution"), {Space::kAttribution, part(self, i)});
  }
  for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
    rdf_.add(ngo("qualifier"), {Space::kQualifier, part(self, i)});
  }
  write_parts(claim, self);
  write_evidence(self, claim.evidence);
}

void RelationTriples::write_parts(const Claim& claim, std::string_view claim_name) {
  const auto write_part = [this](Name type, std::size_t index, const auto& what) {
    rdf_.add(kType, type);
    rdf_.number(ngo("position"), std::uint64_t{index + 1});
    if (what.entity) rdf_.add(ngo("entity"), {Space::kEntity, names_.entity(*what.entity)});
    rdf_.text(ngo("text"), what.text);
  };
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    rdf_.subject({Space::kAttribution, part(claim_name, i)});
    write_part(ngo("Attribution"), i, claim.attribution[i]);
    rdf_.text(ngo("cue"), claim.attribution[i].cue);
  }
  for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
    rdf_.subject({Space::kQualifier, part(claim_name, i)});
    write_part(ngo("Qualifier"), i, claim.qualifiers[i]);
    rdf_.text(ngo("role"), claim.qualifiers[i].role);
  }
}

void RelationTriples::write_evidence(std::string_view claim_name, const Evidence& evidence) {
  const LocalName sentence = names_.sentence(graph_.sentences[evidence.sentence]);
  rdf_.subject({Space::kEvidence, claim_name});
  rdf_.add(kType, oa("SpecificResource"));
  rdf_.add(oa("hasSource"), names_.document(evidence.article));
  rdf_.add(oa("hasSelector"), {Space::kSentence, sentence});
  rdf_.add(oa("hasSelector"), {Space::kPosition, sentence});
  write_span("subjectBegin", "subjectEnd", evidence.subject);
  write_span("predicateBegin", "predicateEnd", evidence.predicate);
  write_span("objectBegin", "objectEnd", evidence.object);
}

void RelationTriples::write_span(std::string_view begin, std::string_view end, Span span) {
  if (span.empty()) return;
  rdf_.number(ngo(begin), std::uint64_t{span.begin});
  rdf_.number(ngo(end), std::uint64_t{span.end});
}

}  // namespace newsgraph
