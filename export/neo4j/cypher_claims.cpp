#include "export/neo4j/cypher_claims.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>
#include <unordered_map>

#include "export/display.hpp"
#include "export/neo4j/cypher_text.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

using Kind = CypherBlock::Kind;

class CypherClaimWriter {
 public:
  CypherClaimWriter(const KnowledgeGraph& graph, CypherRows& rows) : graph_(graph), rows_(rows) {}

  void write() {
    write_documents();
    write_claims();
    write_ends();
    write_attributions();
    write_qualifiers();
    write_reports();
  }

 private:
  /// Calls visit(relation, subject, object, statement) for every relation and statement: `object`
  /// is null for statements, `statement` for relations.
  template <typename Visit>
  void for_each_relation(Visit visit) const {
    const RelationGraph& graph = graph_.relations;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
      visit(graph[edge], graph[boost::source(edge, graph)], &graph[boost::target(edge, graph)],
            static_cast<const Statement*>(nullptr));
    }
    for (const Statement& statement : graph_.statements) {
      visit(statement.relation, graph[statement.subject], static_cast<const Entity*>(nullptr),
            &statement);
    }
  }

  /// One block of rows; `fill(add)` calls add(id, append) for each row, where append(map) fills it.
  template <typename Fill>
  void block(CypherBlock::Kind kind, std::string_view statement, Fill fill) {
    rows_.begin({.kind = kind, .statement = std::string(statement)});
    fill([&](const std::string& id, auto append) {
      row_.clear();
      CypherMap map(row_, rows_.notation());
      append(map);
      map.close();
      rows_.add(id, row_);
    });
    rows_.end();
  }

  void write_documents() {
    block(Kind::kDocument, "MERGE (d:Document {id: row.id}) SET d += row.props", [&](auto add) {
      for (const ArticleRecord& article : graph_.articles) {
        const ArticleHeader& header = article.header;
        const std::string id = document_id(header.key);
        add(id, [&](CypherMap& row) {
          row.string("id", id);
          CypherMap props = row.map("props");
          props.string("key", header.key);
          props.known("title", header.title);
          props.known("url", header.url);
          props.known("outlet", header.outlet);
          props.known("author", header.author);
          props.known("published", header.published);
          props.known("modified", header.modified);
          props.known("language", header.language);
          props.close();
        });
      }
    });
  }

  void write_claims() {
    block(Kind::kClaim, "MERGE (c:Claim {id: row.id}) SET c += row.props", [&](auto add) {
      for_each_relation([&](const Relation& relation, const Entity& subject, const Entity* object,
                            const Statement* statement) {
        for (const Claim& claim : relation.claims) {
          const std::string id = claim_id(claim.id);
          add(id, [&](CypherMap& row) {
            row.string("id", id);
            CypherMap props = row.map("props");
            const std::string text = statement == nullptr ? std::string() : statement->object_text;
            props.string("name", subject.label + " " + display_label(relation, text) +
                                     (object == nullptr ? "" : " " + object->label));
            props.string("relation_id", relation_id(relation.id));
            if (statement != nullptr && statement->object_relation) {
              props.string("object_relation", relation_id(*statement->object_relation));
            } else {
              props.unknown("object_relation");
            }
            props.known("object_text", text);
            append_claim(props, relation, claim);
            props.close();
          });
        }
      });
    });
  }

  void append_claim(CypherMap& props, const Relation& relation, const Claim& claim) const {
    props.known("predicate", claim.predicate);
    props.known("canonical", relation.canonical);
    props.known("readable", relation.readable);
    props.known("relation_class", relation.relation_class);
    props.string("polarity", to_string(relation.polarity));
    props.string("modality", to_string(relation.modality));
    props.flag("own_voice", claim.attribution.empty());
    props.number("confidence", claim.confidence);
    props.known("event_date", claim.event_date);
    props.known("statement_date", claim.statement_date);
    props.known("rule", claim.rule);
    props.known("attribution", attribution_text(claim));
    props.strings("qualifiers", claim.qualifiers.size(), [&](std::size_t i) {
      const ClaimQualifier& qualifier = claim.qualifiers[i];
      return qualifier.role.empty() ? qualifier.text : qualifier.role + " " + qualifier.text;
    });
    const SentenceRecord& sentence = graph_.sentences[claim.evidence.sentence];
    props.string("sentence", sentence.text);
    append_span(props, "sentence", sentence.span);
    append_span(props, "subject", claim.evidence.subject);
    append_span(props, "predicate", claim.evidence.predicate);
    append_span(props, "object", claim.evidence.object);
  }

  /// In bytes of the article's UTF-8 text.
  static void append_span(CypherMap& props, const std::string& name, Span span) {
    if (span.empty()) {
      props.unknown(name + "_begin");
      props.unknown(name + "_end");
      return;
    }
    props.number(name + "_begin", std::uint64_t{span.begin});
    props.number(name + "_end", std::uint64_t{span.end});
  }

  void write_ends() {
    block(
        Kind::kLink,
        "MATCH (c:Claim {id: row.c}) MATCH (s:Entity {id: row.s}) MATCH (d:Document {id: row.d})\n"
        "MERGE (c)-[:SUBJECT]->(s) MERGE (c)-[:STANDS_IN]->(d)",
        [&](auto add) {
          for_each_relation([&](const Relation& relation, const Entity& subject, const auto&...) {
            for (const Claim& claim : relation.claims) {
              const std::string id = claim_id(claim.id);
              add(id, [&](CypherMap& row) {
                row.string("c", id);
                row.string("s", entity_id(subject.id));
                row.string("d", document_id(graph_.articles[claim.evidence.article].header.key));
              });
            }
          });
        });
    block(Kind::kLink,
          "MATCH (c:Claim {id: row.c}) MATCH (o:Entity {id: row.o})\n"
          "MERGE (c)-[:OBJECT]->(o)",
          [&](auto add) {
            for_each_relation([&](const Relation& relation, const Entity&, const Entity* object,
                                  const Statement*) {
              if (object == nullptr) return;
              for (const Claim& claim : relation.claims) {
                const std::string id = claim_id(claim.id);
                add(id, [&](CypherMap& row) {
                  row.string("c", id);
                  row.string("o", entity_id(object->id));
                });
              }
            });
          });
  }

  void write_attributions() {
    block(Kind::kLink,
          "MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e})\n"
          "MERGE (c)-[r:ATTRIBUTED_TO {position: row.position}]->(e) SET r += row.props",
          [&](auto add) {
            for_each_relation([&](const Relation& relation, const auto&...) {
              for (const Claim& claim : relation.claims) {
                for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
                  const Source& source = claim.attribution[i];
                  if (!source.entity) continue;
                  const std::string id = claim_id(claim.id);
                  add(id, [&](CypherMap& row) {
                    row.string("c", id);
                    row.string("e", entity_id(graph_.relations[*source.entity].id));
                    row.number("position", std::uint64_t{i});
                    CypherMap props = row.map("props");
                    props.known("text", source.text);
                    props.known("cue", source.cue);
                    props.close();
                  });
                }
              }
            });
          });
  }

  void write_qualifiers() {
    block(Kind::kLink,
          "MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e})\n"
          "MERGE (c)-[r:QUALIFIED_BY {position: row.position}]->(e) SET r += row.props",
          [&](auto add) {
            for_each_relation([&](const Relation& relation, const auto&...) {
              for (const Claim& claim : relation.claims) {
                for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
                  const ClaimQualifier& qualifier = claim.qualifiers[i];
                  if (!qualifier.entity) continue;
                  const std::string id = claim_id(claim.id);
                  add(id, [&](CypherMap& row) {
                    row.string("c", id);
                    row.string("e", entity_id(graph_.relations[*qualifier.entity].id));
                    row.number("position", std::uint64_t{i});
                    CypherMap props = row.map("props");
                    props.known("role", qualifier.role);
                    props.known("text", qualifier.text);
                    props.close();
                  });
                }
              }
            });
          });
  }

  /// "Peskov said that the talks failed": his claim SAYS the claims of the reported relation that
  /// stand in the same sentence.
  void write_reports() {
    std::unordered_map<std::uint64_t, const Relation*> reported;
    for (const Statement& statement : graph_.statements) {
      if (statement.object_relation) reported.emplace(*statement.object_relation, nullptr);
    }
    for_each_relation([&](const Relation& relation, const auto&...) {
      const auto found = reported.find(relation.id);
      if (found != reported.end()) found->second = &relation;
    });
    block(Kind::kLink,
          "MATCH (c:Claim {id: row.c}) MATCH (said:Claim {id: row.said})\n"
          "MERGE (c)-[:SAYS]->(said)",
          [&](auto add) {
            for (const Statement& statement : graph_.statements) {
              const Relation* const relation =
                  statement.object_relation ? reported.at(*statement.object_relation) : nullptr;
              if (relation == nullptr) continue;
              for (const Claim& claim : statement.relation.claims) {
                for (const Claim& said : relation->claims) {
                  if (said.evidence.sentence != claim.evidence.sentence) continue;
                  const std::string id = claim_id(claim.id);
                  add(id, [&](CypherMap& row) {
                    row.string("c", id);
                    row.string("said", claim_id(said.id));
                  });
                }
              }
            }
          });
  }

  const KnowledgeGraph& graph_;
  CypherRows& rows_;
  std::string row_;
};

}  // namespace

void write_cypher_claims(const KnowledgeGraph& graph, CypherRows& rows) {
  CypherClaimWriter(graph, rows).write();
}

}  // namespace newsgraph
