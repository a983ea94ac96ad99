#include "export/neo4j/cypher_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "export/display.hpp"
#include "export/neo4j/cypher_claims.hpp"
#include "export/neo4j/cypher_text.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

std::string_view kind_label(NodeKind kind) {
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

class CypherWriter {
 public:
  CypherWriter(const KnowledgeGraph& graph, bool claims, std::ostream& out)
      : graph_(graph), claims_(claims), sink_(out), statements_(graph) {
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph.relations))) {
      edges_by_type_[identifier(graph.relations[edge].relation_class)].push_back(edge);
    }
  }

  void write() {
    sink_.text += "// Knowledge graph written by newsgraph; load it with cypher-shell -f.\n";
    write_schema();
    write_entities();
    write_relations();
    if (claims_) write_cypher_claims(graph_, sink_);
    sink_.finish();
  }

 private:
  /// Constraints come first: they are the indexes that MERGE and MATCH below look ids up in. They
  /// are of the kinds that Neo4j's Community edition has.
  void write_schema() {
    std::string& text = sink_.text;
    const auto unique_node = [&text](std::string_view name, std::string_view label) {
      text += "CREATE CONSTRAINT newsgraph_";
      text += name;
      text += "_id IF NOT EXISTS FOR (n:";
      text += label;
      text += ") REQUIRE n.id IS UNIQUE;\n";
    };
    unique_node("entity", "Entity");
    if (claims_) unique_node("document", "Document");
    if (claims_) unique_node("claim", "Claim");
    for (const auto& [type, edges] : edges_by_type_) {
      text += "CREATE CONSTRAINT `newsgraph_relation_" + type + "_id` IF NOT EXISTS FOR ()-[r:`" +
              type + "`]-() REQUIRE r.id IS UNIQUE;\n";
    }
    text +=
        "CREATE FULLTEXT INDEX newsgraph_entity_names IF NOT EXISTS FOR (n:Entity) "
        "ON EACH [n.name, n.aliases];\n";
  }

  /// A block for each set of labels, because only a label that stands in the statement can be set
  /// in every version.
  void write_entities() {
    std::map<std::pair<EntityType, NodeKind>, std::vector<Vertex>> groups;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      const Entity& entity = graph_.relations[vertex];
      groups[{entity.type, entity.kind}].push_back(vertex);
    }
    for (const auto& [labels, vertices] : groups) {
      std::string statement = "MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`";
      statement += type_label(labels.first);
      statement += '`';
      const std::string_view kind = kind_label(labels.second);
      if (!kind.empty() && kind != type_label(labels.first)) {
        statement += ":`";
        statement += kind;
        statement += '`';
      }
      CypherBatches batches(sink_, std::move(statement));
      for (const Vertex vertex : vertices) batches.add(entity_row(vertex));
      batches.finish();
    }
  }

  const std::string& entity_row(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    row_.clear();
    CypherMap row(row_);
    row.string("id", entity_id(entity.id));
    row.key("props");
    CypherMap props(row_);
    props.string("name", entity.label);
    props.string("type", to_string(entity.type));
    props.string("node_kind", to_string(entity.kind));
    props.strings("aliases", entity.aliases.size(),
                  [&](std::size_t i) { return std::string_view(entity.aliases[i].text); });
    props.strings("titles", entity.titles.size(),
                  [&](std::size_t i) { return std::string_view(entity.titles[i]); });
    props.known("value", entity.value);
    props.number("mentions", std::uint64_t{entity.mentions});
    props.number("articles", std::uint64_t{entity.articles});
    props.known("first_seen", entity.first_seen);
    props.known("last_seen", entity.last_seen);
    const std::uint32_t first = statements_.starts[vertex];
    props.strings("statements", statements_.starts[vertex + 1] - first, [&](std::size_t i) {
      const Statement& statement = graph_.statements[statements_.order[first + i]];
      return display_label(statement.relation, statement.object_text);
    });
    props.close();
    row.close();
    return row_;
  }

  void write_relations() {
    for (const auto& [type, edges] : edges_by_type_) {
      CypherBatches batches(sink_,
                            "MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o})\n"
                            "MERGE (a)-[r:`" +
                                type + "` {id: row.id}]->(b) SET r += row.props");
      for (const Edge edge : edges) batches.add(relation_row(edge));
      batches.finish();
    }
  }

  const std::string& relation_row(Edge edge) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    row_.clear();
    CypherMap row(row_);
    row.string("id", relation_id(relation.id));
    row.string("s", entity_id(graph[boost::source(edge, graph)].id));
    row.string("o", entity_id(graph[boost::target(edge, graph)].id));
    row.key("props");
    CypherMap props(row_);
    props.string("label", display_label(relation));
    props.known("predicate", relation.predicate);
    props.known("canonical", relation.canonical);
    props.known("readable", relation.readable);
    props.known("relation_class", relation.relation_class);
    props.string("polarity", to_string(relation.polarity));
    props.string("modality", to_string(relation.modality));
    props.flag("asserted", relation.asserted);
    props.flag("contested", relation.contested);
    props.number("confidence", relation.confidence);
    props.number("support", std::uint64_t{relation.support});
    props.number("evidence_count", std::uint64_t{relation.evidence_count});
    props.known("first_date", relation.first_date);
    props.known("last_date", relation.last_date);
    if (!claims_) append_evidence(props, relation.claims);
    props.close();
    row.close();
    return row_;
  }

  void append_evidence(CypherMap& props, const std::vector<Claim>& claims) const {
    const auto article = [&](std::size_t i) -> const ArticleHeader& {
      return graph_.articles[claims[i].evidence.article].header;
    };
    const auto list = [&](std::string_view name, auto text) {
      props.strings(name, claims.size(), text);
    };
    list("evidence", [&](std::size_t i) -> std::string_view {
      return graph_.sentences[claims[i].evidence.sentence].text;
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

  const KnowledgeGraph& graph_;
  bool claims_;
  Sink sink_;
  StatementsBySubject statements_;
  std::map<std::string, std::vector<Edge>> edges_by_type_;
  std::string row_;
};

}  // namespace

void CypherExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  CypherWriter(graph, claims_, out).write();
}

}  // namespace newsgraph
