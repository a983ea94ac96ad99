#include "export/push/neo4j_push.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "export/neo4j/cypher_schema.hpp"
#include "export/neo4j/property_graph.hpp"
#include "export/push/heirs.hpp"
#include "export/push/neo4j_elements.hpp"
#include "export/push/neo4j_unwanted.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

using Kind = CypherBlock::Kind;

/// Tells the ledger all that the graph has.
class WantedRows final : public CypherRows {
 public:
  explicit WantedRows(Ledger& ledger) : ledger_(ledger) {}

  CypherNotation notation() const override { return CypherNotation::kJson; }
  void begin(const CypherBlock& block) override { block_ = block; }
  void add(std::string_view id, std::string_view row) override {
    row_ = block_.statement;
    row_ += row;
    ledger_.want(element_key(block_.kind, block_.type, id), row_);
  }
  void end() override {}

 private:
  Ledger& ledger_;
  CypherBlock block_;
  std::string row_;
};

/// Sends the rows of what is not in the database as it should be.
class ChangedRows final : public CypherRows {
 public:
  ChangedRows(Neo4jEndpoint& endpoint, Ledger& ledger, const OnPushProgress& on_progress)
      : endpoint_(endpoint),
        ledger_(ledger),
        on_progress_(on_progress),
        progress_{.total = ledger.rows()} {}

  CypherNotation notation() const override { return CypherNotation::kJson; }

  void begin(const CypherBlock& block) override {
    block_ = block;
    const bool is_claim = block.kind == Kind::kClaim || block.kind == Kind::kLink;
    statement_ = "UNWIND $rows AS entry WITH entry.row AS row, entry.pushed AS pushed\n";
    statement_ += block.statement;
    if (block.kind == Kind::kEntity) statement_ += other_labels(block.labels);
    // A claim is marked once its relationships are there.
    if (!is_claim) statement_ += "\nSET " + variable(block.kind) + ".pushed = pushed";
    unlink_ = block.kind == Kind::kRelation ? relation_unlink(block.type)
              : block.kind == Kind::kClaim  ? claim_unlink()
                                            : "";
  }

  void add(std::string_view id, std::string_view row) override {
    ++progress_.done;
    const std::string key = element_key(block_.kind, block_.type, id);
    const Ledger::State state = ledger_.state(key);
    const bool is_last = ledger_.finish_row(key);
    if (state == Ledger::State::kCurrent) {
      if (on_progress_ && progress_.done % 1024 == 0) on_progress_(progress_);
      return;
    }
    entry_ = "{\"pushed\":\"" + ledger_.mark(key) + "\",\"row\":";
    entry_ += row;
    entry_ += '}';
    if (count_ == Neo4jBatch::kRows ||
        (count_ > 0 && rows_.size() + entry_.size() > Neo4jBatch::kBytes)) {
      send();
    }
    rows_ += count_ == 0 ? "{\"rows\":[" : ",";
    rows_ += entry_;
    ++count_;
    has_stale_ = has_stale_ || state == Ledger::State::kStale;
    if (is_last && (block_.kind == Kind::kClaim || block_.kind == Kind::kLink)) {
      complete_.push_back("{\"id\":\"" + std::string(id) + "\",\"pushed\":\"" + ledger_.mark(key) +
                          "\"}");
    }
  }

  void end() override { send(); }

 private:
  /// The node or relationship in the block's statement.
  static std::string variable(Kind kind) {
    return kind == Kind::kEntity ? "n" : kind == Kind::kRelation ? "r" : "d";
  }

  /// An entity may have been of another type before.
  static std::string other_labels(const std::vector<std::string>& labels) {
    std::string text;
    for (const std::string_view label : all_node_labels()) {
      if (std::find(labels.begin(), labels.end(), label) != labels.end()) continue;
      text += text.empty() ? "\nREMOVE n:" : ":";
      text += quoted_name(label);
    }
    return text;
  }

  /// A relationship cannot be moved: one that has other ends now is made anew.
  static std::string relation_unlink(const std::string& type) {
    return "UNWIND $rows AS entry\nMATCH (a)-[r:" + quoted_name(type) +
           " {id: entry.row.id}]->(b)\nWHERE a.id <> entry.row.s OR b.id <> entry.row.o\nDELETE r";
  }

  static std::string claim_unlink() {
    return std::string(
               "UNWIND $rows AS entry\nMATCH (c:Claim {id: entry.row.id})\nREMOVE c.pushed\n"
               "WITH c MATCH (c)-[r:") +
           kClaimLinks + "]->()\nDELETE r";
  }

  void send() {
    if (count_ > 0) {
      rows_ += "]}";
      if (has_stale_ && !unlink_.empty()) endpoint_.run(unlink_, rows_);
      endpoint_.run(statement_, rows_);
      progress_.written += count_;
      rows_.clear();
      count_ = 0;
      has_stale_ = false;
    }
    mark_complete();
    if (on_progress_) on_progress_(progress_);
  }

  void mark_complete() {
    Neo4jBatch marks(endpoint_,
                     "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c.pushed = row.pushed");
    for (const std::string& row : complete_) marks.add(row);
    marks.finish();
    complete_.clear();
  }

  Neo4jEndpoint& endpoint_;
  Ledger& ledger_;
  const OnPushProgress& on_progress_;
  PushProgress progress_;
  CypherBlock block_;
  std::string statement_;
  std::string unlink_;
  std::string entry_;
  std::string rows_;
  std::size_t count_ = 0;
  bool has_stale_ = false;
  std::vector<std::string> complete_;
};

/// Parts `unwanted` into what has another id or type now, and what is gone.
std::vector<RenamedElement> take_renamed(const KnowledgeGraph& graph, const Successors& successors,
                                         const Ledger& ledger,
                                         std::vector<StoredElement>& unwanted) {
  return take_renamed<RenamedElement>(
      graph, successors, unwanted,
      [](const StoredElement& element) { return std::string_view(element.id); },
      [&](StoredElement& element, const Heir& heir) -> std::optional<RenamedElement> {
        std::string type = heir.relation == nullptr ? "" : relationship_type(*heir.relation);
        if (!ledger.is_wanted(element_key(element.kind, type, heir.id))) return std::nullopt;
        return RenamedElement{std::move(element), heir.id, std::move(type)};
      });
}

}  // namespace

PushReport push_to_neo4j(const KnowledgeGraph& graph, const PushOptions& options,
                         const Successors& successors, Neo4jEndpoint& endpoint,
                         const OnPushProgress& on_progress) {
  Ledger ledger(options.name);
  WantedRows wanted(ledger);
  write_cypher_rows(graph, options.claims, wanted);

  endpoint.connect();
  if (on_progress) on_progress({});
  if (!options.dry_run) {
    for (const std::string& statement :
         cypher_schema(CypherDialect::kNeo4j, relationship_types(graph), options.claims)) {
      endpoint.run(statement);
    }
  }
  StoredElements stored = take_inventory(endpoint, ledger);
  if (options.full) ledger.disturb_all();
  const std::vector<RenamedElement> renamed =
      take_renamed(graph, successors, ledger, stored.unwanted);
  PushReport report{.renamed = renamed.size(), .stored = stored.count};
  for (const StoredElement& element : stored.unwanted) {
    if (element.fate == Ledger::Unwanted::kOwn) ++report.leaving;
  }
  weigh_pruning(options.prune, stored.unwanted.size(), report);
  const bool only_counts = options.dry_run || report.is_refused;
  if (!only_counts) rename(endpoint, ledger, renamed);
  count_wanted(ledger, report);
  if (only_counts) return report;

  ChangedRows changed(endpoint, ledger, on_progress);
  write_cypher_rows(graph, options.claims, changed);
  if (options.prune != Prune::kNothing) {
    report.kept = remove(endpoint, ledger, stored.unwanted);
    report.removed -= report.kept;
  }
  return report;
}

}  // namespace newsgraph
