#include "export/neo4j/cypher_text.hpp"

#include <cmath>

namespace newsgraph {

std::string CypherColumns::statement() const {
  return "WITH split(row, '\\f') AS f WITH " + map_ + "} AS row";
}

void CypherColumns::key(std::string_view name) {
  if (map_.back() != '{') map_ += ',';
  map_ += name;
  map_ += ':';
}

void CypherColumns::add(std::string_view name, Kind kind) {
  key(name);
  const std::string field = "f[" + std::to_string(fields_++) + "]";
  const auto unless_empty = [&](const std::string& value) {
    map_ += "CASE " + field + " WHEN '' THEN null ELSE " + value + " END";
  };
  switch (kind) {
    case Kind::kText:
      map_ += field;
      break;
    case Kind::kKnownText:
      unless_empty(field);
      break;
    case Kind::kInteger:
      unless_empty("toInteger(" + field + ")");
      break;
    case Kind::kFloat:
      // Exactly the nearest float; FalkorDB's toFloat() has single precision.
      unless_empty("1.0 * toInteger(split(" + field + ", '/')[0]) / toInteger(split(" + field +
                   ", '/')[1])");
      break;
    case Kind::kFlag:
      map_ += field + " = 'true'";
      break;
    case Kind::kTexts:
      unless_empty("split(" + field + ", '\\b')");
      break;
  }
}

void CypherColumns::open(std::string_view name) {
  key(name);
  map_ += '{';
}

void CypherColumns::close() { map_ += '}'; }

CypherMap::CypherMap(CypherMap& parent, std::string_view name)
    : out_(parent.out_), notation_(parent.notation_), columns_(parent.columns_), nested_(true) {
  if (columns_ != nullptr) columns_->open(name);
  if (is_json()) {
    parent.separate();
    append_name(name);
    out_ += '{';
  } else {
    first_ = parent.first_;
  }
}

CypherMap CypherMap::map(std::string_view name) { return CypherMap(*this, name); }

void CypherMap::close() {
  if (is_json()) {
    out_ += '}';
  } else if (!nested_) {
    out_ += '\'';
  }
  if (nested_ && columns_ != nullptr) columns_->close();
}

void CypherMap::separate() {
  if (!first_) out_ += is_json() ? "," : "\\f";
  first_ = false;
}

void CypherMap::append_name(std::string_view name) {
  out_ += '"';
  out_ += name;
  out_ += "\":";
}

void CypherMap::begin(std::string_view name, CypherColumns::Kind kind) {
  if (columns_ != nullptr) columns_->add(name, kind);
  separate();
  if (is_json()) append_name(name);
}

bool CypherMap::append_string(std::string_view value) {
  if (is_json()) out_ += '"';
  const std::size_t begin = out_.size();
  append_escaped(out_, value, is_json() ? kJsonString : kCypherString);
  const bool any = out_.size() > begin;
  if (is_json()) out_ += '"';
  return any;
}

void CypherMap::take_back(std::size_t begin) {
  out_.resize(begin);
  if (is_json()) out_ += "null";
}

void CypherMap::string(std::string_view name, std::string_view value) {
  begin(name, CypherColumns::Kind::kText);
  append_string(value);
}

void CypherMap::known(std::string_view name, std::string_view value) {
  begin(name, CypherColumns::Kind::kKnownText);
  const std::size_t begin = out_.size();
  if (!append_string(value)) take_back(begin);
}

void CypherMap::number(std::string_view name, std::uint64_t value) {
  known(name, std::optional<std::uint64_t>(value));
}

void CypherMap::known(std::string_view name, std::optional<std::uint64_t> value) {
  begin(name, CypherColumns::Kind::kInteger);
  if (value) {
    append_number(out_, *value);
  } else {
    take_back(out_.size());
  }
}

void CypherMap::number(std::string_view name, double value) {
  begin(name, CypherColumns::Kind::kFloat);
  const std::size_t begin = out_.size();
  if (!std::isfinite(value)) return take_back(begin);
  append_number(out_, value);
  const std::size_t point = out_.find('.', begin);
  if (is_json()) {
    if (point == std::string::npos) out_ += ".0";
    return;
  }
  // 0.25 as 025/100.
  std::size_t decimals = 0;
  if (point != std::string::npos) {
    decimals = out_.size() - point - 1;
    out_.erase(point, 1);
  }
  out_ += "/1";
  out_.append(decimals, '0');
}

void CypherMap::flag(std::string_view name, bool value) {
  begin(name, CypherColumns::Kind::kFlag);
  out_ += value ? "true" : "false";
}

void CypherBatches::add(std::string_view row) {
  if (rows_ == kRows || (rows_ > 0 && bytes_ + row.size() > kBytes)) finish();
  sink_.text += rows_ == 0 ? "UNWIND [" : ",";
  sink_.text += line_break_;
  sink_.text += row;
  sink_.spill();
  ++rows_;
  bytes_ += row.size();
}

void CypherBatches::finish() {
  if (rows_ == 0) return;
  sink_.text += line_break_;
  sink_.text += "] AS row";
  sink_.text += line_break_;
  sink_.text += statement_;
  sink_.text += ";\n";
  sink_.spill();
  rows_ = bytes_ = 0;
}

}  // namespace newsgraph
