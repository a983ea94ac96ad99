#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/neo4j/cypher_text.hpp"

/// What goes into a Cypher database, and by which statements: the same for the script that
/// CypherExporter writes and for the server that a graph is pushed to.
namespace newsgraph {

struct KnowledgeGraph;

/// Rows of one kind, and what is done with each `row` of them.
struct CypherBlock {
  enum class Kind {
    kEntity,
    kRelation,
    kDocument,
    kClaim,
    kLink,  ///< a relationship of a claim; its id is the claim's
  };
  Kind kind = Kind::kEntity;
  std::string statement;                 ///< MERGE (n:Entity {id: row.id}) SET n += row.props …
  std::vector<std::string> labels = {};  ///< of kEntity, besides Entity
  std::string type = {};                 ///< of kRelation: the relationship's type
};

/// Takes the rows of a graph, block by block: begin, add, add, …, end.
class CypherRows {
 public:
  virtual ~CypherRows() = default;
  /// How the rows are to be written.
  virtual CypherNotation notation() const = 0;
  /// Where to note how the fields of the next row become a map again; null if that is known or not
  /// wanted.
  virtual CypherColumns* columns() { return nullptr; }
  virtual void begin(const CypherBlock& block) = 0;
  /// @param id   Of the node or relationship that the row is of: "e_…", "r_…", "d_…", "c_…".
  /// @param row  A map.
  virtual void add(std::string_view id, std::string_view row) = 0;
  virtual void end() = 0;
};

/// Every row of the graph, nodes before the relationships between them.
/// @param claims  Whether claims are nodes rather than lists in the relationships' properties.
void write_cypher_rows(const KnowledgeGraph& graph, bool claims, CypherRows& rows);

}  // namespace newsgraph
