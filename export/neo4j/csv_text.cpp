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

void CsvRow::append_quoted(std::string_view text) { append_escaped(out_, text, kCsv); }

void CsvRow::string(std::string_view, std::string_view value) {
  separate();
  out_ += '"';
  append_quoted(value);
  out_ += '"';
}

void CsvRow::known(std::string_view name, std::string_view value) {
  if (value.empty()) {
    separate();
  } else {
    string(name, value);
  }
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
