#include "export/neo4j/cypher_exporter.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "export/neo4j/cypher_schema.hpp"
#include "export/neo4j/cypher_text.hpp"
#include "export/neo4j/property_graph.hpp"

namespace newsgraph {
namespace {

class CypherWriter {
 public:
  CypherWriter(const KnowledgeGraph& graph, bool claims, CypherDialect dialect, std::ostream& out)
      : graph_(graph),
        claims_(claims),
        dialect_(dialect),
        layout_(dialect == CypherDialect::kNeo4j ? CypherLayout::kRowALine
                                                 : CypherLayout::kStatementALine),
        sink_(out) {}

  void write() {
    if (dialect_ == CypherDialect::kNeo4j) {
      sink_.text += "// Knowledge graph written by newsgraph; load it with cypher-shell -f.\n";
    }
    write_schema();
    write_documents();
    write_entities();
    write_relations();
    if (claims_) {
      write_claims();
      write_claim_ends();
      write_attributions();
      write_qualifiers();
      write_reports();
    }
    sink_.finish();
  }

 private:
  void write_schema() {
    for (const std::string& statement :
         cypher_schema(dialect_, relationship_types(graph_), claims_)) {
      sink_.text += statement + ";\n";
    }
  }

  /// One block of rows: `fill(add)` calls add(append) for each of them, where append(row) fills it.
  template <typename Fill>
  void block(std::string statement, Fill fill) {
    CypherBatches batches(sink_, layout_, std::move(statement));
    fill([&](auto append) {
      row_.clear();
      CypherMap row(row_);
      append(row);
      row.close();
      batches.add(row_);
    });
    batches.finish();
  }

  /// The member `props`, with what `append(props)` puts there.
  template <typename Append>
  void props(CypherMap& row, Append append) {
    row.key("props");
    CypherMap map(row_);
    append(map);
    map.close();
  }

  void write_documents() {
    block("MERGE (d:Document {id: row.id}) SET d += row.props", [&](auto add) {
      for (const ArticleRecord& article : graph_.articles) {
        add([&](CypherMap& row) {
          row.string("id", document_id(article.header.key));
          props(row, [&](CypherMap& to) { document_properties(to, article.header); });
        });
      }
    });
  }

  /// A block for each set of labels, because only a label that stands in the statement can be set
  /// in every version.
  void write_entities() {
    const StatementsBySubject statements(graph_);
    std::map<std::vector<std::string_view>, std::vector<Vertex>> groups;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      groups[node_labels(graph_.relations[vertex])].push_back(vertex);
    }
    for (const auto& [labels, vertices] : groups) {
      std::string statement = "MERGE (n:Entity {id: row.id}) SET n += row.props SET n";
      for (std::size_t i = 1; i < labels.size(); ++i) {
        statement.append(":`").append(labels[i]).append("`");
      }
      block(std::move(statement), [&](auto add) {
        for (const Vertex vertex : vertices) {
          const Entity& entity = graph_.relations[vertex];
          add([&](CypherMap& row) {
            row.string("id", entity_id(entity.id));
            props(row, [&](CypherMap& to) {
              entity_properties(to, graph_, entity, statements.of(vertex));
            });
          });
        }
      });
    }
  }

  /// A block for each type, for the same reason.
  void write_relations() {
    const RelationGraph& graph = graph_.relations;
    std::map<std::string, std::vector<Edge>> edges_by_type;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
      edges_by_type[relationship_type(graph[edge])].push_back(edge);
    }
    for (const auto& [type, edges] : edges_by_type) {
      block("MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`" + type +
                "` {id: row.id}]->(b) SET r += row.props",
            [&](auto add) {
              for (const Edge edge : edges) {
                add([&](CypherMap& row) {
                  row.string("id", relation_id(graph[edge].id));
                  row.string("s", entity_id(graph[boost::source(edge, graph)].id));
                  row.string("o", entity_id(graph[boost::target(edge, graph)].id));
                  props(row, [&](CypherMap& to) {
                    relation_properties(to, graph[edge]);
                    if (!claims_) evidence_properties(to, graph_, graph[edge].claims);
                  });
                });
              }
            });
    }
  }

  void write_claims() {
    block("MERGE (c:Claim {id: row.id}) SET c += row.props", [&](auto add) {
      for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
        add([&](CypherMap& row) {
          row.string("id", claim_id(claim.id));
          props(row, [&](CypherMap& to) {
            claim_properties(to, place, claim, graph_.sentences[claim.evidence.sentence]);
          });
        });
      });
    });
  }

  void write_claim_ends() {
    block(
        "MATCH (c:Claim {id: row.c}) MATCH (s:Entity {id: row.s}) "
        "MATCH (d:Document {id: row.d}) MERGE (c)-[:SUBJECT]->(s) MERGE (c)-[:STANDS_IN]->(d)",
        [&](auto add) {
          for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
            add([&](CypherMap& row) {
              row.string("c", claim_id(claim.id));
              row.string("s", entity_id(place.subject.id));
              row.string("d", document_id(graph_.articles[claim.evidence.article].header.key));
            });
          });
        });
    block("MATCH (c:Claim {id: row.c}) MATCH (o:Entity {id: row.o}) MERGE (c)-[:OBJECT]->(o)",
          [&](auto add) {
            for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
              if (place.object == nullptr) return;
              add([&](CypherMap& row) {
                row.string("c", claim_id(claim.id));
                row.string("o", entity_id(place.object->id));
              });
            });
          });
  }

  void write_attributions() {
    block(
        "MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) "
        "MERGE (c)-[r:ATTRIBUTED_TO {position: row.position}]->(e) SET r += row.props",
        [&](auto add) {
          for_each_attribution(graph_, [&](const Claim& claim, const Entity& entity,
                                           std::uint64_t position, const Source& source) {
            add([&](CypherMap& row) {
              row.string("c", claim_id(claim.id));
              row.string("e", entity_id(entity.id));
              row.number("position", position);
              props(row, [&](CypherMap& to) { attribution_properties(to, source); });
            });
          });
        });
  }

  void write_qualifiers() {
    block(
        "MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) "
        "MERGE (c)-[r:QUALIFIED_BY {position: row.position}]->(e) SET r += row.props",
        [&](auto add) {
          for_each_qualifier(graph_, [&](const Claim& claim, const Entity& entity,
                                         std::uint64_t position, const ClaimQualifier& qualifier) {
            add([&](CypherMap& row) {
              row.string("c", claim_id(claim.id));
              row.string("e", entity_id(entity.id));
              row.number("position", position);
              props(row, [&](CypherMap& to) { qualifier_properties(to, qualifier); });
            });
          });
        });
  }

  void write_reports() {
    block(
        "MATCH (c:Claim {id: row.c}) MATCH (said:Claim {id: row.said}) "
        "MERGE (c)-[:SAYS]->(said)",
        [&](auto add) {
          for_each_report(graph_, [&](const Claim& claim, const Claim& said) {
            add([&](CypherMap& row) {
              row.string("c", claim_id(claim.id));
              row.string("said", claim_id(said.id));
            });
          });
        });
  }

  const KnowledgeGraph& graph_;
  bool claims_;
  CypherDialect dialect_;
  CypherLayout layout_;
  Sink sink_;
  std::string row_;
};

}  // namespace

void CypherExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  CypherWriter(graph, claims_, dialect_, out).write();
}

}  // namespace newsgraph
