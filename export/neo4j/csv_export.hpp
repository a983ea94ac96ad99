#pragma once

#include <filesystem>
#include <string_view>

#include "export/exporter.hpp"

namespace newsgraph {

/// Every file that write_neo4j_csv() may leave in its folder.
inline constexpr std::string_view kNeo4jCsvFiles[] = {"entities_header.csv",
                                                      "entities.csv",
                                                      "documents_header.csv",
                                                      "documents.csv",
                                                      "relations_header.csv",
                                                      "relations.csv",
                                                      "claims_header.csv",
                                                      "claims.csv",
                                                      "claim_entities_header.csv",
                                                      "claim_entities.csv",
                                                      "claim_documents_header.csv",
                                                      "claim_documents.csv",
                                                      "claim_claims_header.csv",
                                                      "claim_claims.csv",
                                                      "schema.cypher",
                                                      "import.sh"};

/// Fills `folder` with tables for `neo4j-admin database import full`, by far the fastest way into
/// an empty Neo4j database: the graph as property_graph.hpp describes it, a header file beside each
/// table. import.sh imports them with the options that they need, schema.cypher then creates the
/// constraints and indexes, which an import does not.
///
/// Texts come back as they are, line breaks and empty items of lists included.
/// @throws IoError if a file cannot be written.
void write_neo4j_csv(const KnowledgeGraph& graph, const ExportOptions& options,
                     const std::filesystem::path& folder);

}  // namespace newsgraph
