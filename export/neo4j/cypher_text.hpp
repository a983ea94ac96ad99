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

/// For string literals of JSON, which parameters of a statement are sent as. Control characters
/// that it has no letter for do not get this far.
inline constexpr EscapeTable kJsonString{
    {{'\\', "\\\\"}, {'"', "\\\""}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}}};

/// How maps are written.
enum class CypherNotation {
  /// In a script: 'e_…\fKeller\f3', the values in one string, which CypherColumns makes a map of
  /// again. Neo4j takes twenty times as long to read {id:'e_…',props:{name:'Keller',mentions:3}},
  /// because it weighs each literal in a dozen passes.
  kFields,
  /// As a parameter: {"id":"e_…","props":{"name":"Keller","mentions":3,"value":null}}.
  kJson,
};

/// Makes a map, as an expression, of the fields of a row: {id:f[0],props:{name:f[1],…}}. Fields end
/// in a form feed and items of lists in a backspace, because no text holds them: clean_text() takes
/// them out.
class CypherColumns {
 public:
  /// WITH split(row, …) AS f WITH {…} AS row
  std::string statement() const;

 private:
  friend class CypherMap;
  enum class Kind { kText, kKnownText, kInteger, kFloat, kFlag, kTexts };
  void key(std::string_view name);
  void add(std::string_view name, Kind kind);
  void open(std::string_view name);
  void close();

  std::string map_ = "{";
  std::size_t fields_ = 0;
};

/// A map, appended to `out` member by member, always the same ones in the same order. What is
/// unknown is null, so that SET += takes away what was known before and is not any more.
class CypherMap {
 public:
  /// @param columns  Where to note how fields become a map again; may be null.
  CypherMap(std::string& out, CypherNotation notation, CypherColumns* columns = nullptr)
      : out_(out), notation_(notation), columns_(columns) {
    out_ += is_json() ? '{' : '\'';
  }

  /// @param name  Of this program, not of an article: written as it is.
  void string(std::string_view name, std::string_view value);
  /// string(), or unknown if the value is empty, or nothing is left of it once it is clean.
  void known(std::string_view name, std::string_view value);
  void number(std::string_view name, std::uint64_t value);
  /// number(), or unknown if there is none.
  void known(std::string_view name, std::optional<std::uint64_t> value);
  /// Always a float, of at most 18 decimals; unknown if it is no finite number, since Cypher has no
  /// literal for that.
  void number(std::string_view name, double value);
  void flag(std::string_view name, bool value);

  /// A list of the strings text(i), for i in [0, size); unknown if all are empty.
  template <typename Text>
  void strings(std::string_view name, std::size_t size, Text text) {
    begin(name, CypherColumns::Kind::kTexts);
    const std::size_t begin = out_.size();
    bool known = false;
    for (std::size_t i = 0; i < size; ++i) {
      out_ += is_json() ? (i == 0 ? "[" : ",") : (i == 0 ? "" : "\\b");
      known = append_string(text(i)) || known;
    }
    if (is_json()) out_ += ']';
    if (!known) take_back(begin);
  }

  /// Begins a map as the member `name`, to be closed before anything else is added.
  CypherMap map(std::string_view name);
  void close();

 private:
  CypherMap(CypherMap& parent, std::string_view name);

  bool is_json() const { return notation_ == CypherNotation::kJson; }
  /// Begins the member `name`; its value is to be appended next.
  void begin(std::string_view name, CypherColumns::Kind kind);
  void separate();
  void append_name(std::string_view name);
  /// Whether any text was appended.
  bool append_string(std::string_view value);
  /// Replaces what was appended since `begin` by no value.
  void take_back(std::size_t begin);

  std::string& out_;
  CypherNotation notation_;
  CypherColumns* columns_;
  bool nested_ = false;
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

  /// What is done before the statement, to be said before the first batch ends.
  void prepare(const CypherColumns& columns) {
    statement_ = columns.statement() + std::string(line_break_) + statement_;
  }
  /// Adds one row, a literal.
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
