#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "export/exporter.hpp"
#include "export/neo4j/cypher_text.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string cypher(const KnowledgeGraph& graph, bool claims = false,
                   CypherDialect dialect = CypherDialect::kNeo4j) {
  std::ostringstream out;
  find_format("cypher")->make({.claims = claims, .cypher_dialect = dialect})->write(graph, out);
  return out.str();
}

/// A script cut as Cypher's lexer cuts it: code with every string, name in backticks and comment
/// taken out, and the decoded strings, cut where their fields and items end.
struct Script {
  std::vector<std::string> statements;
  std::vector<std::string> strings;
  bool complete = true;  ///< no string, name or statement is left open
};

Script cut(const std::string& text) {
  Script script;
  std::string statement;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '"' || c == '`') {
      std::string inside;
      for (++i; i < text.size() && text[i] != c; ++i) {
        if (c != '`' && text[i] == '\\' && ++i < text.size()) {
          const std::size_t escape = std::string_view("ntrfb").find(text[i]);
          inside += escape == std::string_view::npos ? text[i] : "\n\t\r\f\b"[escape];
          EXPECT_THAT(std::string("\\'ntrfb"), HasSubstr(std::string(1, text[i])))
              << "unknown escape";
        } else {
          EXPECT_NE(text[i], '\n') << "a raw line break";
          inside += text[i];
        }
      }
      script.complete = script.complete && i < text.size();
      if (c == '`') {
        statement += "`" + inside + "`";
      } else {
        std::istringstream fields(inside);
        for (std::string field; std::getline(fields, field, '\f');) {
          std::istringstream items(field);
          for (std::string item; std::getline(items, item, '\b');) script.strings.push_back(item);
        }
        statement += '$';
      }
    } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '/') {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == ';') {
      script.statements.push_back(statement);
      statement.clear();
    } else if (c != '\n') {
      statement += c;
    }
  }
  script.complete = script.complete && statement.empty();
  return script;
}

TEST(Cypher, KeepsHostileTextInsideStrings) {
  for (const bool claims : {false, true}) {
    const Script script = cut(cypher(testing::hostile_graph(), claims));
    EXPECT_TRUE(script.complete);
    for (const std::string& statement : script.statements) {
      EXPECT_TRUE(statement.starts_with("CREATE CONSTRAINT ") ||
                  statement.starts_with("CREATE FULLTEXT INDEX ") ||
                  statement.starts_with("UNWIND ["))
          << statement;
      EXPECT_THAT(statement, Not(HasSubstr("DELETE"))) << statement;
    }
    EXPECT_THAT(script.strings,
                ::testing::Contains("x'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `"));
    EXPECT_THAT(script.strings, ::testing::Contains("\"O'Neil\" & <Sons> \\"));
    EXPECT_THAT(script.strings, ::testing::Contains("bell, escape, nullbyte\ttab\r\nline"));
  }
}

TEST(Cypher, WritesNamesAsIdentifiersOnly) {
  const std::string text = cypher(testing::hostile_graph());
  EXPECT_THAT(text, HasSubstr("`odd__class____u0060`"));
  for (const std::string& statement : cut(text).statements) {
    std::istringstream parts(statement);
    std::string part;
    for (bool name = false; std::getline(parts, part, '`'); name = !name) {
      if (!name) continue;
      EXPECT_EQ(
          part.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789"),
          std::string::npos)
          << part;
    }
  }
}

TEST(Cypher, CreatesConstraintsBeforeData) {
  const std::string text = cypher(testing::hostile_graph(), true);
  EXPECT_LT(text.rfind("CREATE CONSTRAINT"), text.find("UNWIND"));
  EXPECT_LT(text.rfind("CREATE FULLTEXT"), text.find("UNWIND"));
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Cypher, PutsAStatementOnEachLineForLoadersWithoutAParser) {
  for (const CypherDialect dialect : {CypherDialect::kMemgraph, CypherDialect::kFalkordb}) {
    const std::string text = cypher(testing::hostile_graph(), true, dialect);
    EXPECT_EQ(lines(text).size(), cut(text).statements.size());
    for (const std::string& line : lines(text)) EXPECT_TRUE(line.ends_with(';')) << line;
  }
}

/// The data statements of a script, without layout.
std::vector<std::string> data_statements(const std::string& text) {
  std::vector<std::string> statements;
  for (std::string statement : cut(text).statements) {
    std::erase(statement, ' ');
    if (statement.starts_with("UNWIND")) statements.push_back(statement);
  }
  return statements;
}

TEST(Cypher, SaysTheSameInEveryDialect) {
  const auto graph = testing::hostile_graph();
  const auto neo4j = cypher(graph, true);
  EXPECT_FALSE(data_statements(neo4j).empty());
  for (const CypherDialect dialect : {CypherDialect::kMemgraph, CypherDialect::kFalkordb}) {
    const auto other = cypher(graph, true, dialect);
    EXPECT_EQ(data_statements(other), data_statements(neo4j));
    EXPECT_EQ(cut(other).strings, cut(neo4j).strings);
  }
}

TEST(Cypher, CreatesTheSchemaThatEachDatabaseUnderstands) {
  const KnowledgeGraph empty;
  EXPECT_THAT(lines(cypher(empty, true, CypherDialect::kMemgraph)),
              ElementsAre("CREATE CONSTRAINT ON (n:Entity) ASSERT n.id IS UNIQUE;",
                          "CREATE INDEX ON :Entity(id);",
                          "CREATE CONSTRAINT ON (n:Document) ASSERT n.id IS UNIQUE;",
                          "CREATE INDEX ON :Document(id);",
                          "CREATE CONSTRAINT ON (n:Claim) ASSERT n.id IS UNIQUE;",
                          "CREATE INDEX ON :Claim(id);", "CREATE INDEX ON :Entity(name);"));
  EXPECT_THAT(lines(cypher(empty, false, CypherDialect::kFalkordb)),
              ElementsAre("CREATE INDEX FOR (n:Entity) ON (n.id);",
                          "CREATE INDEX FOR (n:Document) ON (n.id);",
                          "CREATE FULLTEXT INDEX FOR (n:Entity) ON (n.name);"));
}

std::vector<std::size_t> batch_rows(std::size_t rows, std::size_t row_size) {
  std::ostringstream out;
  Sink sink(out);
  CypherBatches batches(sink, CypherLayout::kRowALine, "RETURN row");
  std::string row(row_size, ' ');
  row.front() = '{';
  row.back() = '}';
  for (std::size_t i = 0; i < rows; ++i) batches.add(row);
  batches.finish();
  sink.finish();
  std::vector<std::size_t> counts;
  for (const std::string& statement : cut(out.str()).statements) {
    counts.push_back(static_cast<std::size_t>(std::count(statement.begin(), statement.end(), '{')));
  }
  return counts;
}

TEST(CypherBatches, HoldFiveHundredRowsOrAMegabyte) {
  EXPECT_THAT(batch_rows(0, 10), ElementsAre());
  EXPECT_THAT(batch_rows(500, 10), ElementsAre(500));
  EXPECT_THAT(batch_rows(1001, 10), ElementsAre(500, 500, 1));
  EXPECT_THAT(batch_rows(5, 400'000), ElementsAre(2, 2, 1));
  EXPECT_THAT(batch_rows(2, 3'000'000), ElementsAre(1, 1));
}

/// What a row says to `to`.
void describe(CypherMap& to) {
  to.string("id", "e_1");
  CypherMap props = to.map("props");
  props.string("name", "O'Neil");
  props.known("title", "");
  props.number("whole", 1.0);
  props.number("part", 0.25);
  props.number("nothing", std::numeric_limits<double>::quiet_NaN());
  props.number("count", std::uint64_t{3});
  props.known("begin", std::optional<std::uint64_t>());
  props.flag("asserted", true);
  const std::vector<std::string_view> texts{"a", "", "b"};
  props.strings("texts", texts.size(), [&](std::size_t i) { return texts[i]; });
  props.strings("unknown", 2, [](std::size_t) { return std::string_view(); });
  props.close();
  to.close();
}

TEST(CypherMap, IsOneStringInAScript) {
  std::string out;
  CypherColumns columns;
  CypherMap map(out, CypherNotation::kFields, &columns);
  describe(map);
  EXPECT_EQ(out, R"('e_1\fO\'Neil\f\f1/1\f025/100\f\f3\f\ftrue\fa\b\bb\f')");
  const std::string statement = columns.statement();
  EXPECT_THAT(statement, HasSubstr("WITH split(row, '\\f') AS f WITH {id:f[0],props:{name:f[1],"));
  EXPECT_THAT(statement, HasSubstr("title:CASE f[2] WHEN '' THEN null ELSE f[2] END"));
  EXPECT_THAT(statement, HasSubstr("asserted:f[8] = 'true'"));
  EXPECT_THAT(statement, HasSubstr("split(f[10], '\\b') END}} AS row"));
}

TEST(CypherMap, IsAnObjectAsAParameter) {
  std::string out;
  CypherMap map(out, CypherNotation::kJson);
  describe(map);
  EXPECT_EQ(out, R"({"id":"e_1","props":{"name":"O'Neil","title":null,"whole":1.0,"part":0.25,)"
                 R"("nothing":null,"count":3,"begin":null,"asserted":true,"texts":["a","","b"],)"
                 R"("unknown":null}})");
}

TEST(Cypher, LinksClaimsToTheirDocumentsAndToWhatTheySay) {
  const std::string text = cypher(testing::hostile_graph(), true);
  for (const char* const link : {"-[:SUBJECT]->", "-[:OBJECT]->", "-[:STANDS_IN]->",
                                 "-[r:ATTRIBUTED_TO ", "-[:SAYS]->", "-[r:QUALIFIED_BY "}) {
    EXPECT_THAT(text, HasSubstr(link));
  }
}

}  // namespace
}  // namespace newsgraph
