#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "export/sink.hpp"
#include "export/text.hpp"

/// The Cypher language as the exporter writes it: literals and batches.
namespace newsgraph {

/// For string literals in single quotes. Every backslash is doubled, so no text can form \uXXXX,
/// which Neo4j replaces before it looks for the closing quote.
inline constexpr EscapeTable kCypherString{
    {{'\\', "\\\\"}, {'\'', "\\'"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}}};

/// Appends 'text'.
void append_cypher_string(std::string& out, std::string_view text);

/// For string literals of JSON, which parameters of a statement are sent as. Control characters
/// that it has no letter for do not get this far.
inline constexpr EscapeTable kJsonString{
    {{'\\', "\\\\"}, {'"', "\\\""}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}}};

/// How maps are written.
enum class CypherNotation {
  kLiteral,  ///< within a statement: {id:'e_…',props:{name:'…',mentions:3}}
  kJson,     ///< as a parameter: {"id":"e_…","props":{"name":"…","mentions":3,"value":null}}
};

/// A map, appended to `out` member by member. Unknown values are left out of literals: Cypher has
/// no null within lists, and a null property is none. Parameters have them as null, so that SET +=
/// takes away what was known before and is not any more.
class CypherMap {
 public:
  explicit CypherMap(std::string& out, CypherNotation notation = CypherNotation::kLiteral)
      : out_(out), notation_(notation) {
    out_ += '{';
  }

  /// @param name  Of this program, not of an article: written as it is.
  void string(std::string_view name, std::string_view value);
  /// string(), or unknown() if the value is empty, or nothing is left of it once it is clean.
  void known(std::string_view name, std::string_view value);
  void number(std::string_view name, std::uint64_t value);
  /// number(), or unknown() if there is none.
  void known(std::string_view name, std::optional<std::uint64_t> value);
  /// Always with a decimal point, so that the property is a float in every row; unknown() if it
  /// is no finite number, since Cypher has no literal for that.
  void number(std::string_view name, double value);
  void flag(std::string_view name, bool value);
  /// What has no value.
  void unknown(std::string_view name);

  /// A list of the strings text(i), for i in [0, size); unknown() if all are empty.
  template <typename Text>
  void strings(std::string_view name, std::size_t size, Text text) {
    const std::size_t begin = out_.size();
    const bool first = first_;
    bool known = false;
    key(name);
    for (std::size_t i = 0; i < size; ++i) {
      out_ += i == 0 ? '[' : ',';
      known = append_string(text(i)) || known;
    }
    out_ += ']';
    if (!known) take_back(begin, first, name);
  }

  /// Begins the member `name`; its value is to be appended to `out` next.
  void key(std::string_view name);
  /// Begins a map as the member `name`.
  CypherMap map(std::string_view name) {
    key(name);
    return CypherMap(out_, notation_);
  }
  void close() { out_ += '}'; }

 private:
  /// Whether there is anything between the quotes.
  bool append_string(std::string_view value);
  /// Undoes what was appended since `begin`: `name` is unknown.
  void take_back(std::size_t begin, bool first, std::string_view name);

  std::string& out_;
  CypherNotation notation_;
  bool first_ = true;
};

/// How a script is laid out: rows on lines of their own read well; a statement on one line is what
/// loaders without a parser want.
enum class CypherLayout { kRowALine, kStatementALine };

/// UNWIND [row, row, …] AS row STATEMENT; as often as it takes. Thousands of rows in one statement
/// exhaust Neo4j's parser and its transaction memory, one row a statement takes hours.
class CypherBatches {
 public:
  /// @param statement  What is done with each `row`.
  CypherBatches(Sink& sink, CypherLayout layout, std::string statement)
      : sink_(sink),
        line_break_(layout == CypherLayout::kRowALine ? "\n" : " "),
        statement_(std::move(statement)) {}

  /// Adds one row, a map literal.
  void add(std::string_view row);
  /// Ends the last batch.
  void finish();

 private:
  static constexpr std::size_t kRows = 500;
  static constexpr std::size_t kBytes = 1'000'000;

  Sink& sink_;
  std::string_view line_break_;
  std::string statement_;
  std::size_t rows_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace newsgraph
