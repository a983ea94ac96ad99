#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

/// Comma-separated values as `neo4j-admin database import` reads them. CsvHeader and CsvRow are
/// told of the same columns, the one names them, the other fills them; both know what the
/// *_properties() functions of property_graph.hpp say, and the columns that tie nodes together.
namespace newsgraph {

/// What stands between the items of a list, labels included. No text holds it, since clean_text()
/// takes it out, so that lists come back as they were; with neo4j-admin's own ';' they would not.
inline constexpr char kCsvListSeparator = '\x1F';

/// The first line of a table: `id:ID(Entity),name,mentions:long,…,:LABEL`.
class CsvHeader {
 public:
  explicit CsvHeader(std::string& out) : out_(out) {}

  /// @param space  Within which ids are unique: the label that all its nodes have.
  void id(std::string_view space, std::string_view) { column("id", ":ID(", space); }
  void start(std::string_view space, std::string_view) { column("", ":START_ID(", space); }
  void end(std::string_view space, std::string_view) { column("", ":END_ID(", space); }
  void type(std::string_view) { column("", ":TYPE"); }
  template <typename Labels>
  void labels(const Labels&) {
    column("", ":LABEL");
  }

  void string(std::string_view name, std::string_view) { column(name, ""); }
  void known(std::string_view name, std::string_view) { column(name, ""); }
  void known(std::string_view name, std::optional<std::uint64_t>) { column(name, ":long"); }
  void number(std::string_view name, std::uint64_t) { column(name, ":long"); }
  void number(std::string_view name, double) { column(name, ":double"); }
  void flag(std::string_view name, bool) { column(name, ":boolean"); }
  template <typename Text>
  void strings(std::string_view name, std::size_t, Text) {
    column(name, ":string[]");
  }

  void close() { out_ += '\n'; }

 private:
  void column(std::string_view name, std::string_view type, std::string_view space = {});

  std::string& out_;
  bool first_ = true;
};

/// Another line of it. Text is quoted, what is unknown stays empty: to Neo4j "" is a text and
/// nothing is no property.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  void id(std::string_view, std::string_view id) { plain(id); }
  void start(std::string_view, std::string_view id) { plain(id); }
  void end(std::string_view, std::string_view id) { plain(id); }
  void type(std::string_view type) { plain(type); }
  template <typename Labels>
  void labels(const Labels& labels) {
    separate();
    bool first = true;
    for (const std::string_view label : labels) {
      if (!first) out_ += kCsvListSeparator;
      first = false;
      out_ += label;
    }
  }

  void string(std::string_view, std::string_view value);
  void known(std::string_view, std::string_view value);
  void known(std::string_view, std::optional<std::uint64_t> value);
  void number(std::string_view, std::uint64_t value);
  /// Empty if it is no finite number.
  void number(std::string_view, double value);
  void flag(std::string_view, bool value) { plain(value ? "true" : "false"); }
  template <typename Text>
  void strings(std::string_view, std::size_t size, Text text) {
    separate();
    const std::size_t begin = out_.size();
    bool known = false;
    out_ += '"';
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) out_ += kCsvListSeparator;
      known = append_escaped_text(text(i)) || known;
    }
    out_ += '"';
    if (!known) out_.resize(begin);
  }

  void close() { out_ += '\n'; }

 private:
  void separate();
  void plain(std::string_view value);
  /// Whether it appended anything.
  bool append_escaped_text(std::string_view text);

  std::string& out_;
  bool first_ = true;
};

}  // namespace newsgraph
