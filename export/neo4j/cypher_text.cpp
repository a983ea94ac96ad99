#include "export/neo4j/cypher_text.hpp"

#include <cmath>

namespace newsgraph {

void append_cypher_string(std::string& out, std::string_view text) {
  out += '\'';
  append_escaped(out, text, kCypherString);
  out += '\'';
}

void CypherMap::key(std::string_view name) {
  if (!first_) out_ += ',';
  first_ = false;
  const std::string_view quote = notation_ == CypherNotation::kJson ? "\"" : "";
  out_ += quote;
  out_ += name;
  out_ += quote;
  out_ += ':';
}

void CypherMap::string(std::string_view name, std::string_view value) {
  key(name);
  append_string(value);
}

void CypherMap::known(std::string_view name, std::string_view value) {
  const std::size_t begin = out_.size();
  const bool first = first_;
  key(name);
  if (!append_string(value)) take_back(begin, first, name);
}

void CypherMap::unknown(std::string_view name) {
  if (notation_ == CypherNotation::kLiteral) return;
  key(name);
  out_ += "null";
}

bool CypherMap::append_string(std::string_view value) {
  const std::size_t begin = out_.size();
  if (notation_ == CypherNotation::kLiteral) {
    append_cypher_string(out_, value);
  } else {
    out_ += '"';
    append_escaped(out_, value, kJsonString);
    out_ += '"';
  }
  return out_.size() > begin + 2;
}

void CypherMap::take_back(std::size_t begin, bool first, std::string_view name) {
  out_.resize(begin);
  first_ = first;
  unknown(name);
}

void CypherMap::number(std::string_view name, std::uint64_t value) {
  key(name);
  append_number(out_, value);
}

void CypherMap::known(std::string_view name, std::optional<std::uint64_t> value) {
  if (value) {
    number(name, *value);
  } else {
    unknown(name);
  }
}

void CypherMap::number(std::string_view name, double value) {
  if (!std::isfinite(value)) return unknown(name);
  key(name);
  const std::size_t begin = out_.size();
  append_number(out_, value);
  if (out_.find('.', begin) == std::string::npos) out_ += ".0";
}

void CypherMap::flag(std::string_view name, bool value) {
  key(name);
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
