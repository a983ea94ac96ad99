#include "export/neo4j/cypher_schema.hpp"

#include <string_view>

#include "export/neo4j/property_graph.hpp"

namespace newsgraph {
namespace {

struct Label {
  std::string_view label;
  std::string_view constraint;
};

std::vector<Label> labels_with_ids(bool claims) {
  std::vector<Label> labels{{"Entity", "newsgraph_entity_id"},
                            {"Document", "newsgraph_document_id"}};
  if (claims) labels.push_back({"Claim", "newsgraph_claim_id"});
  return labels;
}

std::vector<std::string> neo4j_schema(const std::set<std::string>& types, bool claims) {
  std::vector<std::string> schema;
  for (const auto& [label, constraint] : labels_with_ids(claims)) {
    schema.push_back("CREATE CONSTRAINT " + std::string(constraint) +
                     " IF NOT EXISTS FOR (n:" + std::string(label) + ") REQUIRE n.id IS UNIQUE");
  }
  for (const std::string& type : types) {
    schema.push_back("CREATE CONSTRAINT `newsgraph_relation_" + type +
                     "_id` IF NOT EXISTS FOR ()-[r:`" + type + "`]-() REQUIRE r.id IS UNIQUE");
  }
  schema.emplace_back(
      "CREATE FULLTEXT INDEX newsgraph_entity_names IF NOT EXISTS FOR (n:Entity) "
      "ON EACH [n.name, n.aliases]");
  return schema;
}

std::vector<std::string> memgraph_schema(bool claims) {
  std::vector<std::string> schema;
  for (const auto& [label, constraint] : labels_with_ids(claims)) {
    schema.push_back("CREATE CONSTRAINT ON (n:" + std::string(label) + ") ASSERT n.id IS UNIQUE");
    schema.push_back("CREATE INDEX ON :" + std::string(label) + "(id)");
  }
  schema.emplace_back("CREATE INDEX ON :Entity(name)");
  return schema;
}

std::vector<std::string> falkordb_schema(bool claims) {
  std::vector<std::string> schema;
  for (const auto& [label, constraint] : labels_with_ids(claims)) {
    schema.push_back("CREATE INDEX FOR (n:" + std::string(label) + ") ON (n.id)");
  }
  schema.emplace_back("CREATE FULLTEXT INDEX FOR (n:Entity) ON (n.name)");
  return schema;
}

}  // namespace

std::set<std::string> relationship_types(const KnowledgeGraph& graph) {
  std::set<std::string> types;
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph.relations))) {
    types.insert(relationship_type(graph.relations[edge]));
  }
  return types;
}

std::vector<std::string> cypher_schema(CypherDialect dialect, const std::set<std::string>& types,
                                       bool claims) {
  switch (dialect) {
    case CypherDialect::kMemgraph:
      return memgraph_schema(claims);
    case CypherDialect::kFalkordb:
      return falkordb_schema(claims);
    case CypherDialect::kNeo4j:
      break;
  }
  return neo4j_schema(types, claims);
}

}  // namespace newsgraph
