#include "export/push/neo4j_unwanted.hpp"

#include <map>
#include <set>
#include <utility>

#include "export/neo4j/property_graph.hpp"

namespace newsgraph {
namespace {

using Kind = CypherBlock::Kind;

std::string id_row(std::string_view id) { return "{\"id\":" + json_string(id) + "}"; }

std::string pair_row(const RenamedElement& element) {
  return "{\"old\":" + json_string(element.old.id) + ",\"new\":" + json_string(element.id) + "}";
}

/// (x:Entity {id: row.ID}) or ()-[x:`TYPE` {id: row.ID}]->().
std::string pattern(const StoredElement& element, const std::string& id) {
  if (element.kind == Kind::kRelation) {
    return "()-[x:" + quoted_name(element.type) + " {id: row." + id + "}]->()";
  }
  return "(x:" + std::string(node_label(element.kind)) + " {id: row." + id + "})";
}

/// Nodes that turn out to be what another node already is.
class NodeAbsorber {
 public:
  NodeAbsorber(Neo4jEndpoint& endpoint, std::vector<std::string> rows)
      : endpoint_(endpoint), rows_(std::move(rows)) {}

  void run() {
    if (rows_.empty()) return;
    // Types and labels have to stand in the statement, so first ask which ones there are.
    // Relationships of claims, and those with a mark, are this program's: they are written anew.
    std::set<std::string> types;
    each(
        "MATCH (old:Entity {id: row.old})-[r]-(other)\n"
        "WHERE r.pushed IS NULL AND NOT (startNode(r):Claim AND startNode(r).id STARTS WITH 'c_')\n"
        "RETURN DISTINCT type(r)",
        [&](const rapidjson::Value& row) {
          if (row.Size() == 1 && row[0].IsString()) types.insert(row[0].GetString());
        });
    for (const std::string& type : types) move_relationships(quoted_name(type));
    move_labels();
    // What this node has of its own stays; what only the old one had is added.
    each(
        "MATCH (old:Entity {id: row.old}) MATCH (new:Entity {id: row.new})\n"
        "WITH old, new, properties(old) AS theirs, properties(new) AS ours\n"
        "DETACH DELETE old\n"
        "SET new = ours\n"
        "SET new += theirs\n"
        "SET new += ours\n"
        "REMOVE new.pushed");
  }

 private:
  void move_relationships(const std::string& type) {
    const auto move = [&](const std::string& match, const std::string& create) {
      each("MATCH (old:Entity {id: row.old}) MATCH (new:Entity {id: row.new}) MATCH " + match +
           " WHERE r.pushed IS NULL\n"
           "WITH new, CASE WHEN other = old THEN new ELSE other END AS other, r, "
           "properties(r) AS props\n"
           "DELETE r CREATE " +
           create + " SET c = props");
    };
    move("(old)-[r:" + type + "]->(other)", "(new)-[c:" + type + "]->(other)");
    move("(other)-[r:" + type + "]->(old)", "(other)-[c:" + type + "]->(new)");
  }

  /// Those that say what an entity is are this program's.
  void move_labels() {
    std::set<std::string> labels;
    each("MATCH (old:Entity {id: row.old}) UNWIND labels(old) AS label RETURN DISTINCT label",
         [&](const rapidjson::Value& row) {
           if (row.Size() == 1 && row[0].IsString()) labels.insert(row[0].GetString());
         });
    labels.erase("Entity");
    for (const std::string_view ours : all_node_labels()) labels.erase(std::string(ours));
    for (const std::string& label : labels) {
      each("MATCH (old:Entity:" + quoted_name(label) +
           " {id: row.old}) MATCH (new:Entity {id: row.new}) SET new:" + quoted_name(label));
    }
  }

  void each(const std::string& statement, const Neo4jEndpoint::OnRow& on_row = {}) {
    Neo4jBatch batch(endpoint_, "UNWIND $rows AS row\n" + statement, on_row);
    for (const std::string& row : rows_) batch.add(row);
    batch.finish();
  }

  Neo4jEndpoint& endpoint_;
  std::vector<std::string> rows_;
};

/// Elements by what their statements differ in.
using Group = std::pair<Kind, std::string>;

}  // namespace

void rename(Neo4jEndpoint& endpoint, Ledger& ledger, const std::vector<RenamedElement>& elements) {
  std::map<Group, Neo4jBatch> renames;
  std::map<Group, Neo4jBatch> removals;
  std::vector<std::string> absorbed;
  for (const RenamedElement& element : elements) {
    const StoredElement& old = element.old;
    const std::string key = element_key(old.kind, element.type, element.id);
    const bool is_free = ledger.state(key) == Ledger::State::kMissing;
    const Group group(old.kind, old.type);
    if (is_free && old.type == element.type) {
      const auto batch = renames.try_emplace(group, endpoint,
                                             "UNWIND $rows AS row MATCH " + pattern(old, "old") +
                                                 " SET x.id = row.new REMOVE x.pushed");
      batch.first->second.add(pair_row(element));
    } else if (old.kind == Kind::kRelation) {
      const auto batch = removals.try_emplace(
          group, endpoint, "UNWIND $rows AS row MATCH " + pattern(old, "id") + " DELETE x");
      batch.first->second.add(id_row(old.id));
    } else {
      absorbed.push_back(pair_row(element));
    }
    ledger.disturb(key);
  }
  for (auto& [group, batch] : renames) batch.finish();
  for (auto& [group, batch] : removals) batch.finish();
  NodeAbsorber(endpoint, std::move(absorbed)).run();
}

std::uint64_t remove(Neo4jEndpoint& endpoint, const Ledger& ledger,
                     const std::vector<StoredElement>& elements) {
  std::map<Group, std::vector<const StoredElement*>> groups;
  std::map<Group, Neo4jBatch> disowned;
  for (const StoredElement& element : elements) {
    const Group group(element.kind, element.type);
    if (element.fate == Ledger::Unwanted::kOwn) {
      groups[group].push_back(&element);
      continue;
    }
    const auto batch = disowned.try_emplace(
        group, endpoint,
        "UNWIND $rows AS row MATCH " + pattern(element, "id") + " SET x.pushed = row.pushed");
    std::string row = id_row(element.id);
    row.insert(row.size() - 1, ",\"pushed\":" + json_string(ledger.disowned(element.mark)));
    batch.first->second.add(row);
  }
  for (auto& [group, batch] : disowned) batch.finish();

  std::uint64_t kept = 0;
  const auto send = [&](Kind kind, const std::string& rest, const Neo4jEndpoint::OnRow& on_row) {
    for (const auto& [group, members] : groups) {
      if (group.first != kind) continue;
      Neo4jBatch batch(endpoint,
                       "UNWIND $rows AS row MATCH " + pattern(*members.front(), "id") + " " + rest,
                       on_row);
      for (const StoredElement* const element : members) batch.add(id_row(element->id));
      batch.finish();
    }
  };
  send(Kind::kRelation, "DELETE x", {});
  send(Kind::kClaim, std::string("MATCH (x)-[r:") + kClaimLinks + "]->() DELETE r", {});
  for (const Kind kind : {Kind::kClaim, Kind::kDocument, Kind::kEntity}) {
    send(kind,
         "WITH x, EXISTS { (x)--() } AS attached\n"
         "FOREACH (node IN CASE WHEN attached THEN [] ELSE [x] END | DELETE node)\n"
         "RETURN sum(CASE WHEN attached THEN 1 ELSE 0 END)",
         [&](const rapidjson::Value& row) {
           if (row.Size() == 1 && row[0].IsUint64()) kept += row[0].GetUint64();
         });
  }
  return kept;
}

}  // namespace newsgraph
