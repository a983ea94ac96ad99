#include "export/neo4j/cypher_exporter.hpp"

#include <optional>
#include <string>

#include "export/neo4j/cypher_rows.hpp"
#include "export/neo4j/cypher_schema.hpp"
#include "export/neo4j/cypher_text.hpp"

namespace newsgraph {
namespace {

/// Rows as statements of a script.
class ScriptRows final : public CypherRows {
 public:
  ScriptRows(Sink& sink, CypherLayout layout) : sink_(sink), layout_(layout) {}

  CypherNotation notation() const override { return CypherNotation::kFields; }
  CypherColumns* columns() override { return first_ ? &columns_ : nullptr; }
  void begin(const CypherBlock& block) override {
    batches_.emplace(sink_, layout_, block.statement);
    columns_ = {};
    first_ = true;
  }
  void add(std::string_view, std::string_view row) override {
    if (first_) batches_->prepare(columns_);
    first_ = false;
    batches_->add(row);
  }
  void end() override { batches_->finish(); }

 private:
  Sink& sink_;
  CypherLayout layout_;
  std::optional<CypherBatches> batches_;
  CypherColumns columns_;  ///< the same for all rows of a block
  bool first_ = true;
};

}  // namespace

void CypherExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  const bool is_neo4j = dialect_ == CypherDialect::kNeo4j;
  Sink sink(out);
  if (is_neo4j) {
    sink.text += "// Knowledge graph written by newsgraph; load it with cypher-shell -f.\n";
  }
  for (const std::string& statement : cypher_schema(dialect_, relationship_types(graph), claims_)) {
    sink.text += statement + ";\n";
  }
  ScriptRows rows(sink, is_neo4j ? CypherLayout::kRowALine : CypherLayout::kStatementALine);
  write_cypher_rows(graph, claims_, rows);
  sink.finish();
}

}  // namespace newsgraph
