#include "export/neo4j/cypher_rows.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/neo4j/property_graph.hpp"

namespace newsgraph {
namespace {

using Kind = CypherBlock::Kind;

class CypherRowWriter {
 public:
  CypherRowWriter(const KnowledgeGraph& graph, bool claims, CypherRows& rows)
      : graph_(graph), claims_(claims), rows_(rows) {}

  void write() {
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
  }

 private:
  /// One block of rows: `fill(add)` calls add(id, append) for each of them, where append(row, id)
  /// fills it.
  template <typename Fill>
  void block(const CypherBlock& kind, Fill fill) {
    rows_.begin(kind);
    fill([&](const std::string& id, auto append) {
      row_.clear();
      CypherMap row(row_, rows_.notation(), rows_.columns());
      append(row, id);
      row.close();
      rows_.add(id, row_);
    });
    rows_.end();
  }

  /// The member `props`, with what `append(props)` puts there.
  template <typename Append>
  void props(CypherMap& row, Append append) {
    CypherMap map = row.map("props");
    append(map);
    map.close();
  }

  void write_documents() {
    block({.kind = Kind::kDocument,
           .statement = "MERGE (d:Document {id: row.id}) SET d += row.props"},
          [&](auto add) {
            for (const ArticleRecord& article : graph_.articles) {
              add(document_id(article.header.key), [&](CypherMap& row, const std::string& id) {
                row.string("id", id);
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
      CypherBlock kind{.kind = Kind::kEntity,
                       .statement = "MERGE (n:Entity {id: row.id}) SET n += row.props SET n"};
      for (std::size_t i = 1; i < labels.size(); ++i) {
        kind.statement.append(":`").append(labels[i]).append("`");
        kind.labels.emplace_back(labels[i]);
      }
      block(kind, [&](auto add) {
        for (const Vertex vertex : vertices) {
          const Entity& entity = graph_.relations[vertex];
          add(entity_id(entity.id), [&](CypherMap& row, const std::string& id) {
            row.string("id", id);
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
    const std::vector<Claim> none;
    std::map<std::string, std::vector<Edge>> edges_by_type;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
      edges_by_type[relationship_type(graph[edge])].push_back(edge);
    }
    for (const auto& [type, edges] : edges_by_type) {
      block({.kind = Kind::kRelation,
             .statement = "MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) "
                          "MERGE (a)-[r:`" +
                          type + "` {id: row.id}]->(b) SET r += row.props",
             .type = type},
            [&](auto add) {
              for (const Edge edge : edges) {
                add(relation_id(graph[edge].id), [&](CypherMap& row, const std::string& id) {
                  row.string("id", id);
                  row.string("s", entity_id(graph[boost::source(edge, graph)].id));
                  row.string("o", entity_id(graph[boost::target(edge, graph)].id));
                  props(row, [&](CypherMap& to) {
                    relation_properties(to, graph[edge]);
                    evidence_properties(to, graph_, claims_ ? none : graph[edge].claims);
                  });
                });
              }
            });
    }
  }

  void write_claims() {
    block({.kind = Kind::kClaim, .statement = "MERGE (c:Claim {id: row.id}) SET c += row.props"},
          [&](auto add) {
            for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
              add(claim_id(claim.id), [&](CypherMap& row, const std::string& id) {
                row.string("id", id);
                props(row, [&](CypherMap& to) {
                  claim_properties(to, place, claim, graph_.sentences[claim.evidence.sentence]);
                });
              });
            });
          });
  }

  void write_claim_ends() {
    block({.kind = Kind::kLink,
           .statement = "MATCH (c:Claim {id: row.c}) MATCH (s:Entity {id: row.s}) "
                        "MATCH (d:Document {id: row.d}) MERGE (c)-[:SUBJECT]->(s) MERGE "
                        "(c)-[:STANDS_IN]->(d)"},
          [&](auto add) {
            for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
              add(claim_id(claim.id), [&](CypherMap& row, const std::string& id) {
                row.string("c", id);
                row.string("s", entity_id(place.subject.id));
                row.string("d", document_id(graph_.articles[claim.evidence.article].header.key));
              });
            });
          });
    block({.kind = Kind::kLink,
           .statement =
               "MATCH (c:Claim {id: row.c}) MATCH (o:Entity {id: row.o}) MERGE (c)-[:OBJECT]->(o)"},
          [&](auto add) {
            for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
              if (place.object == nullptr) return;
              add(claim_id(claim.id), [&](CypherMap& row, const std::string& id) {
                row.string("c", id);
                row.string("o", entity_id(place.object->id));
              });
            });
          });
  }

  void write_attributions() {
    block({.kind = Kind::kLink,
           .statement =
               "MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) "
               "MERGE (c)-[r:ATTRIBUTED_TO {position: row.position}]->(e) SET r += row.props"},
          [&](auto add) {
            for_each_attribution(graph_, [&](const Claim& claim, const Entity& entity,
                                             std::uint64_t position, const Source& source) {
              add(claim_id(claim.id), [&](CypherMap& row, const std::string& id) {
                row.string("c", id);
                row.string("e", entity_id(entity.id));
                row.number("position", position);
                props(row, [&](CypherMap& to) { attribution_properties(to, source); });
              });
            });
          });
  }

  void write_qualifiers() {
    block({.kind = Kind::kLink,
           .statement =
               "MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) "
               "MERGE (c)-[r:QUALIFIED_BY {position: row.position}]->(e) SET r += row.props"},
          [&](auto add) {
            for_each_qualifier(
                graph_, [&](const Claim& claim, const Entity& entity, std::uint64_t position,
                            const ClaimQualifier& qualifier) {
                  add(claim_id(claim.id), [&](CypherMap& row, const std::string& id) {
                    row.string("c", id);
                    row.string("e", entity_id(entity.id));
                    row.number("position", position);
                    props(row, [&](CypherMap& to) { qualifier_properties(to, qualifier); });
                  });
                });
          });
  }

  void write_reports() {
    block({.kind = Kind::kLink,
           .statement = "MATCH (c:Claim {id: row.c}) MATCH (said:Claim {id: row.said}) "
                        "MERGE (c)-[:SAYS]->(said)"},
          [&](auto add) {
            for_each_report(graph_, [&](const Claim& claim, const Claim& said) {
              add(claim_id(claim.id), [&](CypherMap& row, const std::string& id) {
                row.string("c", id);
                row.string("said", claim_id(said.id));
              });
            });
          });
  }

  const KnowledgeGraph& graph_;
  bool claims_;
  CypherRows& rows_;
  std::string row_;
};

}  // namespace

void write_cypher_rows(const KnowledgeGraph& graph, bool claims, CypherRows& rows) {
  CypherRowWriter(graph, claims, rows).write();
}

}  // namespace newsgraph
