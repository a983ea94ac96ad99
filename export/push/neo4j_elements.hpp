#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "export/neo4j/cypher_rows.hpp"
#include "export/push/ledger.hpp"
#include "export/push/neo4j_endpoint.hpp"

namespace newsgraph {

/// A node or relationship of the database that the graph does not have.
struct StoredElement {
  CypherBlock::Kind kind = CypherBlock::Kind::kEntity;
  std::string type;  ///< of relationships
  std::string id;
  std::string mark;
  Ledger::Unwanted fate = Ledger::Unwanted::kForeign;
};

/// What the ledger knows an element by: its id, with its type in front if it is a relationship, so
/// that one whose type has changed is another.
std::string element_key(CypherBlock::Kind kind, std::string_view type, std::string_view id);

/// "Entity", "Document", "Claim".
std::string_view node_label(CypherBlock::Kind kind);

/// `name` between backticks.
std::string quoted_name(std::string_view name);

/// `text` as a string of JSON, as it is.
std::string json_string(std::string_view text);

/// Rows of one statement, the parameter $rows, sent in batches.
class Neo4jBatch {
 public:
  Neo4jBatch(Neo4jEndpoint& endpoint, std::string statement, Neo4jEndpoint::OnRow on_row = {})
      : endpoint_(endpoint), statement_(std::move(statement)), on_row_(std::move(on_row)) {}

  /// Adds a row, JSON.
  void add(std::string_view row);
  void finish();

  static constexpr std::size_t kRows = 1000;
  static constexpr std::size_t kBytes = 2'000'000;

 private:
  Neo4jEndpoint& endpoint_;
  std::string statement_;
  Neo4jEndpoint::OnRow on_row_;
  std::string rows_;
  std::size_t count_ = 0;
};

/// What earlier pushes under the graph's name have put there.
struct StoredElements {
  std::vector<StoredElement> unwanted;  ///< the graph does not have them
  std::uint64_t count = 0;              ///< of all
};

/// Reads the marks of all that is in the database into the ledger.
StoredElements take_inventory(Neo4jEndpoint& endpoint, Ledger& ledger);

}  // namespace newsgraph
