#pragma once

#include <boost/range/iterator_range.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/display.hpp"
#include "graph/model/knowledge_graph.hpp"

/// The graph as a property graph database holds it: which labels, relationship types and properties
/// there are. Said once here, written as Cypher or as CSV elsewhere:
///
///     (:Entity:Person {id, name, aliases, …})-[:REJECT {id, readable, polarity, …}]->
///         (:Entity:Event)
///     (:Document {id, key, title, url, outlet, …})
///
/// and, where claims are nodes,
///
///     (:Claim)-[:SUBJECT]->(:Entity), -[:OBJECT]->(:Entity), -[:STANDS_IN]->(:Document),
///             -[:ATTRIBUTED_TO {position, cue}]->(:Entity),
///             -[:QUALIFIED_BY {position, role}]->(:Entity), -[:SAYS]->(:Claim)
///
/// The functions *_properties(to, …) name each property to `to`, always the same ones in the same
/// order, whether there is a value or not:
///
///     to.string(name, text)         to.known(name, text)     unknown if empty
///     to.number(name, integer)      to.known(name, std::optional<std::uint64_t>)
///     to.number(name, double)       to.flag(name, bool)
///     to.strings(name, size, text)  a list of text(i); unknown if each is empty
namespace newsgraph {

/// "Entity", then what it is: "Person", "Event"; identifiers.
std::vector<std::string_view> node_labels(const Entity& entity);

/// Every label that nodes of entities may have besides "Entity"; sorted.
std::vector<std::string_view> all_node_labels();

/// The class of the relation as an identifier.
std::string relationship_type(const Relation& relation);

/// A relation or statement and its ends.
struct RelationPlace {
  const Relation& relation;
  const Entity& subject;
  const Entity* object;        ///< null for statements
  const Statement* statement;  ///< null for relations
};

/// Calls visit(RelationPlace) for each relation, then for each statement.
template <typename Visit>
void for_each_relation(const KnowledgeGraph& graph, Visit visit) {
  const RelationGraph& relations = graph.relations;
  for (const Edge edge : boost::make_iterator_range(boost::edges(relations))) {
    visit(RelationPlace{relations[edge], relations[boost::source(edge, relations)],
                        &relations[boost::target(edge, relations)], nullptr});
  }
  for (const Statement& statement : graph.statements) {
    visit(RelationPlace{statement.relation, relations[statement.subject], nullptr, &statement});
  }
}

/// Calls visit(RelationPlace, Claim) for each claim of each relation and statement.
template <typename Visit>
void for_each_claim(const KnowledgeGraph& graph, Visit visit) {
  for_each_relation(graph, [&](const RelationPlace& place) {
    for (const Claim& claim : place.relation.claims) visit(place, claim);
  });
}

/// Calls visit(claim, source entity, position, source) for each source that is a node.
template <typename Visit>
void for_each_attribution(const KnowledgeGraph& graph, Visit visit) {
  for_each_claim(graph, [&](const RelationPlace&, const Claim& claim) {
    for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
      const Source& source = claim.attribution[i];
      if (source.entity) visit(claim, graph.relations[*source.entity], i, source);
    }
  });
}

/// Calls visit(claim, entity, position, qualifier) for each qualifier whose value is a node.
template <typename Visit>
void for_each_qualifier(const KnowledgeGraph& graph, Visit visit) {
  for_each_claim(graph, [&](const RelationPlace&, const Claim& claim) {
    for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
      const ClaimQualifier& qualifier = claim.qualifiers[i];
      if (qualifier.entity) visit(claim, graph.relations[*qualifier.entity], i, qualifier);
    }
  });
}

/// "Peskov said that the talks failed": calls visit(his claim, the claim of the reported relation
/// that stands in the same sentence).
void for_each_report(const KnowledgeGraph& graph,
                     const std::function<void(const Claim&, const Claim&)>& visit);

/// @param statements  Those of which the entity is the subject: indices into graph.statements.
template <typename Properties>
void entity_properties(Properties& to, const KnowledgeGraph& graph, const Entity& entity,
                       std::span<const std::uint32_t> statements) {
  to.string("name", entity.label);
  to.string("type", to_string(entity.type));
  to.string("node_kind", to_string(entity.kind));
  to.strings("aliases", entity.aliases.size(),
             [&](std::size_t i) { return std::string_view(entity.aliases[i].text); });
  to.strings("titles", entity.titles.size(),
             [&](std::size_t i) { return std::string_view(entity.titles[i]); });
  to.known("value", entity.value);
  to.number("mentions", std::uint64_t{entity.mentions});
  to.number("articles", std::uint64_t{entity.articles});
  to.known("first_seen", entity.first_seen);
  to.known("last_seen", entity.last_seen);
  to.strings("statements", statements.size(), [&](std::size_t i) {
    const Statement& statement = graph.statements[statements[i]];
    return display_label(statement.relation, statement.object_text);
  });
}

template <typename Properties>
void document_properties(Properties& to, const ArticleHeader& header) {
  to.string("key", header.key);
  to.known("title", header.title);
  to.known("url", header.url);
  to.known("outlet", header.outlet);
  to.known("author", header.author);
  to.known("published", header.published);
  to.known("modified", header.modified);
  to.known("language", header.language);
}

template <typename Properties>
void relation_properties(Properties& to, const Relation& relation) {
  to.string("label", display_label(relation));
  to.known("predicate", relation.predicate);
  to.known("canonical", relation.canonical);
  to.known("readable", relation.readable);
  to.known("relation_class", relation.relation_class);
  to.string("polarity", to_string(relation.polarity));
  to.string("modality", to_string(relation.modality));
  to.flag("asserted", relation.asserted);
  to.flag("contested", relation.contested);
  to.number("confidence", relation.confidence);
  to.number("support", std::uint64_t{relation.support});
  to.number("evidence_count", std::uint64_t{relation.evidence_count});
  to.known("first_date", relation.first_date);
  to.known("last_date", relation.last_date);
}

/// The claims of a relation as lists whose i-th items belong together; "" where unknown.
template <typename Properties>
void evidence_properties(Properties& to, const KnowledgeGraph& graph,
                         const std::vector<Claim>& claims) {
  const auto article = [&](std::size_t i) -> const ArticleHeader& {
    return graph.articles[claims[i].evidence.article].header;
  };
  const auto list = [&](std::string_view name, auto text) {
    to.strings(name, claims.size(), text);
  };
  list("evidence", [&](std::size_t i) -> std::string_view {
    return graph.sentences[claims[i].evidence.sentence].text;
  });
  list("article_ids", [&](std::size_t i) { return document_id(article(i).key); });
  list("article_keys", [&](std::size_t i) -> std::string_view { return article(i).key; });
  list("article_titles", [&](std::size_t i) -> std::string_view { return article(i).title; });
  list("article_urls", [&](std::size_t i) -> std::string_view { return article(i).url; });
  list("article_dates", [&](std::size_t i) -> std::string_view { return article(i).published; });
  list("attributions", [&](std::size_t i) { return attribution_text(claims[i]); });
  list("event_dates", [&](std::size_t i) -> std::string_view { return claims[i].event_date; });
  list("claim_ids", [&](std::size_t i) { return claim_id(claims[i].id); });
}

/// Where a span begins and ends, in bytes of the article's UTF-8 text; unknown if it is empty.
template <typename Properties>
void span_properties(Properties& to, const std::string& name, Span span) {
  using Offset = std::optional<std::uint64_t>;
  to.known(name + "_begin", span.empty() ? Offset() : Offset(span.begin));
  to.known(name + "_end", span.empty() ? Offset() : Offset(span.end));
}

template <typename Properties>
void claim_properties(Properties& to, const RelationPlace& place, const Claim& claim,
                      const SentenceRecord& sentence) {
  const auto& [relation, subject, object, statement] = place;
  const std::string text = statement == nullptr ? std::string() : statement->object_text;
  to.string("name", subject.label + " " + display_label(relation, text) +
                        (object == nullptr ? "" : " " + object->label));
  to.string("relation_id", relation_id(relation.id));
  to.known("object_relation", statement != nullptr && statement->object_relation
                                  ? relation_id(*statement->object_relation)
                                  : "");
  to.known("object_text", text);
  to.known("predicate", claim.predicate);
  to.known("canonical", relation.canonical);
  to.known("readable", relation.readable);
  to.known("relation_class", relation.relation_class);
  to.string("polarity", to_string(relation.polarity));
  to.string("modality", to_string(relation.modality));
  to.flag("own_voice", claim.attribution.empty());
  to.number("confidence", claim.confidence);
  to.known("event_date", claim.event_date);
  to.known("statement_date", claim.statement_date);
  to.known("rule", claim.rule);
  to.known("attribution", attribution_text(claim));
  to.strings("qualifiers", claim.qualifiers.size(), [&](std::size_t i) {
    const ClaimQualifier& qualifier = claim.qualifiers[i];
    return qualifier.role.empty() ? qualifier.text : qualifier.role + " " + qualifier.text;
  });
  to.string("sentence", sentence.text);
  span_properties(to, "sentence", sentence.span);
  span_properties(to, "subject", claim.evidence.subject);
  span_properties(to, "predicate", claim.evidence.predicate);
  span_properties(to, "object", claim.evidence.object);
}

template <typename Properties>
void attribution_properties(Properties& to, const Source& source) {
  to.known("text", source.text);
  to.known("cue", source.cue);
}

template <typename Properties>
void qualifier_properties(Properties& to, const ClaimQualifier& qualifier) {
  to.known("role", qualifier.role);
  to.known("text", qualifier.text);
}

}  // namespace newsgraph
