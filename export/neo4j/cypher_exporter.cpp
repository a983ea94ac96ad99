#include "export/neo4j/cypher_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/display.hpp"
#include "export/neo4j/cypher_claims.hpp"
#include "export/neo4j/cypher_rows.hpp"
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

using EdgesByType = std::map<std::string, std::vector<Edge>>;

EdgesByType edges_by_type(const KnowledgeGraph& graph) {
  EdgesByType edges;
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph.relations))) {
    edges[identifier(graph.relations[edge].relation_class)].push_back(edge);
  }
  return edges;
}

class CypherRowWriter {
 public:
  CypherRowWriter(const KnowledgeGraph& graph, bool claims, CypherRows& rows)
      : graph_(graph), claims_(claims), rows_(rows), statements_(graph) {}

  void write() {
    write_entities();
    write_relations();
    if (claims_) write_cypher_claims(graph_, rows_);
  }

 private:
  /// A block for each set of labels, because only a label that stands in the statement can be set
  /// in every version.
  void write_entities() {
    std::map<std::pair<EntityType, NodeKind>, std::vector<Vertex>> groups;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      const Entity& entity = graph_.relations[vertex];
      groups[{entity.type, entity.kind}].push_back(vertex);
    }
    for (const auto& [labels, vertices] : groups) {
      CypherBlock block{.kind = CypherBlock::Kind::kEntity,
                        .statement = "MERGE (n:Entity {id: row.id}) SET n += row.props SET n"};
      block.labels.emplace_back(type_label(labels.first));
      const std::string_view kind = kind_label(labels.second);
      if (!kind.empty() && kind != type_label(labels.first)) block.labels.emplace_back(kind);
      for (const std::string& label : block.labels) block.statement += ":`" + label + "`";
      rows_.begin(block);
      for (const Vertex vertex : vertices) add_entity(vertex);
      rows_.end();
    }
  }

  void add_entity(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    const std::string id = entity_id(entity.id);
    row_.clear();
    CypherMap row(row_, rows_.notation());
    row.string("id", id);
    CypherMap props = row.map("props");
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
    rows_.add(id, row_);
  }

  void write_relations() {
    for (const auto& [type, edges] : edges_by_type(graph_)) {
      rows_.begin({.kind = CypherBlock::Kind::kRelation,
                   .statement = "MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o})\n"
                                "MERGE (a)-[r:`" +
                                type + "` {id: row.id}]->(b) SET r += row.props",
                   .type = type});
      for (const Edge edge : edges) add_relation(edge);
      rows_.end();
    }
  }

  void add_relation(Edge edge) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    const std::string id = relation_id(relation.id);
    row_.clear();
    CypherMap row(row_, rows_.notation());
    row.string("id", id);
    row.string("s", entity_id(graph[boost::source(edge, graph)].id));
    row.string("o", entity_id(graph[boost::target(edge, graph)].id));
    CypherMap props = row.map("props");
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
    static const std::vector<Claim> elsewhere;
    append_evidence(props, claims_ ? elsewhere : relation.claims);
    props.close();
    row.close();
    rows_.add(id, row_);
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
  CypherRows& rows_;
  StatementsBySubject statements_;
  std::string row_;
};

/// Rows as statements of a script.
class ScriptRows final : public CypherRows {
 public:
  explicit ScriptRows(Sink& sink) : sink_(sink) {}
  CypherNotation notation() const override { return CypherNotation::kLiteral; }
  void begin(const CypherBlock& block) override { batches_.emplace(sink_, block.statement); }
  void add(std::string_view, std::string_view row) override { batches_->add(row); }
  void end() override { batches_->finish(); }

 private:
  Sink& sink_;
  std::optional<CypherBatches> batches_;
};

}  // namespace

std::vector<std::string_view> entity_labels() {
  std::set<std::string_view> labels;
  for (auto type = EntityType::kPerson;;
       type = static_cast<EntityType>(static_cast<int>(type) + 1)) {
    labels.insert(type_label(type));
    if (type == EntityType::kOther) break;
  }
  for (const NodeKind kind : {NodeKind::kEvent, NodeKind::kConcept, NodeKind::kValue}) {
    labels.insert(kind_label(kind));
  }
  return {labels.begin(), labels.end()};
}

std::vector<std::string> cypher_schema(const KnowledgeGraph& graph, bool claims) {
  std::vector<std::string> statements;
  const auto unique = [&](const std::string& name, const std::string& pattern) {
    statements.push_back("CREATE CONSTRAINT " + name + " IF NOT EXISTS FOR " + pattern +
                         ".id IS UNIQUE");
  };
  unique("newsgraph_entity_id", "(n:Entity) REQUIRE n");
  if (claims) unique("newsgraph_document_id", "(n:Document) REQUIRE n");
  if (claims) unique("newsgraph_claim_id", "(n:Claim) REQUIRE n");
  for (const auto& [type, edges] : edges_by_type(graph)) {
    unique("`newsgraph_relation_" + type + "_id`", "()-[r:`" + type + "`]-() REQUIRE r");
  }
  statements.emplace_back(
      "CREATE FULLTEXT INDEX newsgraph_entity_names IF NOT EXISTS FOR (n:Entity) "
      "ON EACH [n.name, n.aliases]");
  return statements;
}

void write_cypher_rows(const KnowledgeGraph& graph, bool claims, CypherRows& rows) {
  CypherRowWriter(graph, claims, rows).write();
}

void CypherExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  Sink sink(out);
  sink.text += "// Knowledge graph written by newsgraph; load it with cypher-shell -f.\n";
  for (const std::string& statement : cypher_schema(graph, claims_)) sink.text += statement + ";\n";
  ScriptRows rows(sink);
  write_cypher_rows(graph, claims_, rows);
  sink.finish();
}

}  // namespace newsgraph
