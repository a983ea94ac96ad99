#include "export/push/neo4j_elements.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace newsgraph {
namespace {

using Kind = CypherBlock::Kind;

constexpr std::size_t kPage = 10'000;

std::string_view string_of(const rapidjson::Value& value) {
  return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength())
                          : std::string_view();
}

class Inventory {
 public:
  Inventory(Neo4jEndpoint& endpoint, Ledger& ledger) : endpoint_(endpoint), ledger_(ledger) {}

  StoredElements take() {
    for (const auto& [kind, letter] :
         {std::pair{Kind::kEntity, 'e'}, {Kind::kDocument, 'd'}, {Kind::kClaim, 'c'}}) {
      read(kind, "", "(x:" + std::string(node_label(kind)) + ")", letter);
    }
    for (const std::string& type : types()) {
      read(Kind::kRelation, type, "()-[x:" + quoted_name(type) + "]->()", 'r');
    }
    return std::move(own_);
  }

 private:
  /// The relationship types that earlier pushes made constraints for.
  std::vector<std::string> types() {
    std::vector<std::string> types;
    endpoint_.run(
        "SHOW CONSTRAINTS YIELD name, labelsOrTypes WHERE name STARTS WITH 'newsgraph_relation_' "
        "RETURN labelsOrTypes ORDER BY name",
        "{}", [&](const rapidjson::Value& row) {
          if (row.Size() != 1 || !row[0].IsArray() || row[0].Empty()) return;
          types.emplace_back(string_of(row[0][0]));
        });
    return types;
  }

  /// Page by page in order of ids, which the constraints' indexes keep.
  void read(Kind kind, const std::string& type, const std::string& pattern, char letter) {
    const std::string statement = "MATCH " + pattern +
                                  " WHERE x.id > $after AND x.id < $end "
                                  "RETURN x.id, x.pushed ORDER BY x.id LIMIT " +
                                  std::to_string(kPage);
    const std::string end = json_string(std::string(1, letter) + '`');  // what follows '_'
    std::string after = std::string(1, letter) + '_';
    for (std::size_t rows = kPage; rows == kPage;) {
      rows = 0;
      const std::string page = after;
      endpoint_.run(statement, "{\"after\":" + json_string(page) + ",\"end\":" + end + "}",
                    [&](const rapidjson::Value& row) {
                      if (row.Size() != 2) return;
                      ++rows;
                      after = string_of(row[0]);
                      found(kind, type, after, string_of(row[1]));
                    });
    }
  }

  void found(Kind kind, const std::string& type, const std::string& id, std::string_view mark) {
    if (ledger_.is_own(mark)) ++own_.count;
    const Ledger::Unwanted fate = ledger_.found(element_key(kind, type, id), mark);
    if (fate != Ledger::Unwanted::kShared && fate != Ledger::Unwanted::kOwn) return;
    own_.unwanted.push_back({kind, type, id, std::string(mark), fate});
  }

  Neo4jEndpoint& endpoint_;
  Ledger& ledger_;
  StoredElements own_;
};

}  // namespace

std::string element_key(Kind kind, std::string_view type, std::string_view id) {
  std::string key;
  if (kind == Kind::kRelation) {
    key += type;
    key += ' ';
  }
  return key += id;
}

std::string_view node_label(Kind kind) {
  switch (kind) {
    case Kind::kDocument:
      return "Document";
    case Kind::kClaim:
    case Kind::kLink:
      return "Claim";
    case Kind::kEntity:
    case Kind::kRelation:
      break;
  }
  return "Entity";
}

std::string quoted_name(std::string_view name) {
  std::string quoted = "`";
  for (const char c : name) quoted += c == '`' ? "``" : std::string(1, c);
  return quoted += '`';
}

std::string json_string(std::string_view text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

void Neo4jBatch::add(std::string_view row) {
  if (count_ == kRows || (count_ > 0 && rows_.size() + row.size() > kBytes)) finish();
  rows_ += count_ == 0 ? "{\"rows\":[" : ",";
  rows_ += row;
  ++count_;
}

void Neo4jBatch::finish() {
  if (count_ == 0) return;
  rows_ += "]}";
  endpoint_.run(statement_, rows_, on_row_);
  rows_.clear();
  count_ = 0;
}

StoredElements take_inventory(Neo4jEndpoint& endpoint, Ledger& ledger) {
  return Inventory(endpoint, ledger).take();
}

}  // namespace newsgraph
