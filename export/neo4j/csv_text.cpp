#include "export/neo4j/csv_text.hpp"

#include <cmath>

#include "export/text.hpp"

namespace newsgraph {
namespace {

/// Backslashes stand for themselves (--legacy-style-quoting=false, neo4j-admin's default).
constexpr EscapeTable kCsv{{{'"', "\"\""}}};

}  // namespace

void CsvHeader::column(std::string_view name, std::string_view type, std::string_view space) {
  if (!first_) out_ += ',';
  first_ = false;
  out_ += name;
  out_ += type;
  if (space.empty()) return;
  out_ += space;
  out_ += ')';
}

void CsvRow::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void CsvRow::plain(std::string_view value) {
  separate();
  out_ += value;
}

bool CsvRow::append_escaped_text(std::string_view text) {
  const std::size_t begin = out_.size();
  append_escaped(out_, text, kCsv);
  return out_.size() > begin;
}

void CsvRow::string(std::string_view, std::string_view value) {
  separate();
  out_ += '"';
  append_escaped_text(value);
  out_ += '"';
}

void CsvRow::known(std::string_view, std::string_view value) {
  separate();
  const std::size_t begin = out_.size();
  out_ += '"';
  const bool known = append_escaped_text(value);
  out_ += '"';
  if (!known) out_.resize(begin);
}

void CsvRow::known(std::string_view name, std::optional<std::uint64_t> value) {
  if (value) {
    number(name, *value);
  } else {
    separate();
  }
}

void CsvRow::number(std::string_view, std::uint64_t value) {
  separate();
  append_number(out_, value);
}

void CsvRow::number(std::string_view, double value) {
  separate();
  if (std::isfinite(value)) append_number(out_, value);
}

}  // namespace newsgraph
