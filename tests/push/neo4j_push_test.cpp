#include "export/push/neo4j_push.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <map>
#include <set>
#include <sstream>

#include "export/exporter.hpp"
#include "tests/support/fake_http_client.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::ElementsAre;
using testing::FakeHttpClient;
using ::testing::HasSubstr;
using ::testing::Not;

/// Understands as much of Neo4j's HTTP API as a push needs: keeps the marks of what it is sent, and
/// lists them when it is asked.
class FakeNeo4j {
 public:
  HttpResponse answer(const HttpRequest& request) {
    if (request.method == "GET") return {.status = 200, .body = discovery};
    if (!refusals.empty()) {
      HttpResponse refusal = refusals.front();
      refusals.erase(refusals.begin());
      return refusal;
    }
    rapidjson::Document body;
    body.Parse(request.body);
    EXPECT_FALSE(body.HasParseError()) << request.body;
    if (request.url.ends_with("/query/v2")) {
      if (!has_query_api) return {.status = 404, .body = "<html>not found</html>"};
      return {.status = 202,
              .body = R"({"data":{"fields":[],"values":)" + run(body) + R"(},"bookmarks":["b)" +
                      std::to_string(statements.size()) + R"("]})"};
    }
    std::string rows;
    const std::string values = run(body["statements"][0]);
    rapidjson::Document all;
    all.Parse(values);
    for (const auto& row : all.GetArray()) {
      rows += std::string(rows.empty() ? "" : ",") + R"({"row":)" + text(row) + "}";
    }
    return {.status = 200,
            .body = R"({"results":[{"columns":[],"data":[)" + rows + R"(]}],"errors":[]})"};
  }

  std::string discovery =
      R"({"query":"http://elsewhere/","transaction":"x","neo4j_version":"5.26.0"})";
  bool has_query_api = true;
  std::vector<HttpResponse> refusals;   ///< answers to the next statements instead
  std::vector<std::string> statements;  ///< as they came
  std::vector<std::size_t> row_counts;  ///< of those with rows
  std::map<std::string, std::string> marks;

 private:
  static std::string text(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return buffer.GetString();
  }

  /// @return The rows of the result, as JSON.
  std::string run(const rapidjson::Value& body) {
    const std::string statement = body["statement"].GetString();
    const rapidjson::Value& parameters = body["parameters"];
    statements.push_back(statement);
    if (statement.starts_with("SHOW CONSTRAINTS")) return R"([[["OTHER"]]])";
    if (parameters.HasMember("after")) return list(statement, parameters);
    if (!parameters.HasMember("rows")) return "[]";
    row_counts.push_back(parameters["rows"].Size());
    for (const auto& entry : parameters["rows"].GetArray()) {
      if (!entry.HasMember("pushed")) continue;
      if (!entry.HasMember("row")) {
        marks[entry["id"].GetString()] = entry["pushed"].GetString();
      } else if (entry["row"].HasMember("id") && statement.ends_with(".pushed = pushed")) {
        marks[entry["row"]["id"].GetString()] = entry["pushed"].GetString();
      }
    }
    return "[]";
  }

  /// Nodes by their letter, relationships all as of the type OTHER.
  std::string list(const std::string& statement, const rapidjson::Value& parameters) const {
    std::string rows;
    for (const auto& [id, mark] : marks) {
      if (id <= parameters["after"].GetString() || id >= parameters["end"].GetString()) continue;
      rows += std::string(rows.empty() ? "" : ",") + "[\"" + id + "\",\"" + mark + "\"]";
    }
    EXPECT_THAT(statement, HasSubstr("ORDER BY x.id LIMIT"));
    return "[" + rows + "]";
  }
};

class PushToNeo4j : public ::testing::Test {
 protected:
  PushReport push(const KnowledgeGraph& graph, PushOptions options = {}) {
    FakeHttpClient client([this](const HttpRequest& request) { return neo4j.answer(request); });
    Retrier http(client, {},
                 [this](std::chrono::milliseconds time) { waits.push_back(time.count()); });
    Neo4jEndpoint endpoint(http, parse_push_address("neo4j+http://localhost"),
                           {.username = "me", .password = "pw"});
    neo4j.statements.clear();
    neo4j.row_counts.clear();
    try {
      const PushReport report = push_to_neo4j(graph, options, successors, endpoint);
      requests = client.requests;
      return report;
    } catch (...) {
      requests = client.requests;
      throw;
    }
  }

  std::string message(const KnowledgeGraph& graph) {
    try {
      push(graph);
    } catch (const HttpError& error) {
      return error.what();
    }
    return "no error";
  }

  /// The statements that ran, of those that contain `part`.
  std::vector<std::string> statements_with(const std::string& part) const {
    std::vector<std::string> found;
    for (const std::string& statement : neo4j.statements) {
      if (statement.find(part) != std::string::npos) found.push_back(statement);
    }
    return found;
  }

  FakeNeo4j neo4j;
  Successors successors;
  std::vector<HttpRequest> requests;
  std::vector<long> waits;
};

/// Keller met Danilenko.
KnowledgeGraph small_graph(const std::string& keller = "Keller") {
  testing::GraphBuilder build;
  const auto article = build.article("a", "Title", "2024-05-01");
  const auto subject = build.entity(keller, EntityType::kPerson);
  const auto object = build.entity("Danilenko", EntityType::kPerson);
  build.relation(subject, "met", object, "OTHER", {build.claim(article, "Keller met Danilenko.")});
  return build.graph();
}

TEST_F(PushToNeo4j, RunsTheStatementsOfTheScript) {
  const KnowledgeGraph graph = testing::hostile_graph();
  for (const bool claims : {false, true}) {
    neo4j = {};
    push(graph, {.claims = claims});
    std::ostringstream script;
    ExportOptions how;
    how.claims = claims;
    find_format("cypher")->make(how)->write(graph, script);
    const std::string text = script.str();
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find("] AS row\n", at)) != std::string::npos; ++found) {
      // Behind the line that makes maps of the script's rows, which are none there.
      at = text.find('\n', at + 9) + 1;
      const std::string statement = text.substr(at, text.find(";\n", at) - at);
      EXPECT_FALSE(statements_with(statement).empty()) << statement;
    }
    EXPECT_GT(found, 3u);
  }
}

TEST_F(PushToNeo4j, MakesConstraintsBeforeAnythingElse) {
  push(small_graph());
  std::size_t first_row = 0;
  while (!neo4j.statements[first_row].starts_with("UNWIND")) ++first_row;
  for (std::size_t i = 0; i < neo4j.statements.size(); ++i) {
    EXPECT_EQ(neo4j.statements[i].starts_with("CREATE "), i < 4) << neo4j.statements[i];
  }
  EXPECT_GT(first_row, 4u);
}

TEST_F(PushToNeo4j, SendsNothingTwice) {
  for (const bool claims : {false, true}) {
    neo4j = {};
    const KnowledgeGraph graph = small_graph();
    const PushReport first = push(graph, {.claims = claims});
    EXPECT_EQ(first.added, claims ? 5u : 4u);
    const PushReport second = push(graph, {.claims = claims});
    EXPECT_EQ(second.unchanged, first.elements);
    EXPECT_EQ(second.added + second.updated, 0u);
    EXPECT_TRUE(statements_with("UNWIND").empty());
  }
}

TEST_F(PushToNeo4j, SendsOnlyWhatHasChanged) {
  push(small_graph());
  const PushReport report = push(small_graph("Marta Keller"));
  EXPECT_EQ(report.updated, 1u);
  EXPECT_EQ(report.unchanged, 3u);
  EXPECT_THAT(neo4j.row_counts, ElementsAre(1));
  EXPECT_THAT(statements_with("UNWIND"), ElementsAre(HasSubstr("MERGE (n:Entity {id: row.id})")));
}

TEST_F(PushToNeo4j, TakesAwayLabelsAndPropertiesThatAreNotThereAnyMore) {
  push(small_graph());
  const std::string statement = statements_with("MERGE (n:Entity").at(0);
  EXPECT_THAT(statement, HasSubstr("REMOVE n:`Concept`"));
  EXPECT_THAT(statement, Not(HasSubstr("REMOVE n:`Person`")));
  for (const HttpRequest& request : requests) {
    if (request.body.find("MERGE (n:Entity") == std::string::npos) continue;
    EXPECT_THAT(request.body, HasSubstr("\"titles\":null"));
    EXPECT_THAT(request.body, HasSubstr("\"value\":null"));
  }
}

TEST_F(PushToNeo4j, MakesARelationshipAnewWhoseEndsHaveChanged) {
  push(small_graph());
  KnowledgeGraph graph = small_graph();
  graph.relations[*boost::edges(graph.relations).first].predicate = "met with";
  push(graph);
  EXPECT_THAT(statements_with("UNWIND"),
              ElementsAre(HasSubstr("a.id <> entry.row.s OR b.id <> entry.row.o\nDELETE r"),
                          HasSubstr("MERGE (a)-[r:`OTHER` {id: row.id}]->(b)")));
}

TEST_F(PushToNeo4j, MarksAClaimOnlyOnceItsRelationshipsAreThere) {
  push(small_graph(), {.claims = true});
  const auto place = [&](const std::string& part) {
    for (std::size_t i = 0; i < neo4j.statements.size(); ++i) {
      if (neo4j.statements[i].find(part) != std::string::npos) return i;
    }
    return std::size_t{0};
  };
  EXPECT_THAT(statements_with("MERGE (c:Claim").at(0), Not(HasSubstr("SET c.pushed")));
  EXPECT_LT(place("MERGE (c)-[:OBJECT]"), place("SET c.pushed"));
  EXPECT_LT(place("MERGE (c:Claim"), place("MERGE (c)-[:OBJECT]"));
}

TEST_F(PushToNeo4j, RenamesANodeThatHasAnotherIdNow) {
  neo4j.marks["e_00000000000000ff"] = "0123456789abcdef newsgraph";
  successors = [](const std::vector<std::uint64_t>& ids) {
    EXPECT_THAT(ids, ElementsAre(0xff));
    return std::unordered_map<std::uint64_t, std::uint64_t>{{0xff, 1}};
  };
  const PushReport report = push(small_graph());
  EXPECT_EQ(report.renamed, 1u);
  EXPECT_EQ(report.gone, 0u);
  EXPECT_EQ(statements_with("SET x.id = row.new REMOVE x.pushed").size(), 1u);
}

TEST_F(PushToNeo4j, LeavesWhatIsGoneUnlessAskedToPrune) {
  neo4j.marks["e_00000000000000ff"] = "0123456789abcdef newsgraph";
  neo4j.marks["e_00000000000000fe"] = "0123456789abcdef other";
  neo4j.marks["e_00000000000000fd"] = "";
  EXPECT_EQ(push(small_graph()).gone, 1u);
  EXPECT_TRUE(statements_with("DELETE").empty());
  const PushReport report = push(small_graph(), {.prune = Prune::kMinority});
  EXPECT_EQ(report.removed, 1u);
  const auto removals = statements_with("DELETE node");
  ASSERT_EQ(removals.size(), 1u);
  EXPECT_THAT(removals[0], HasSubstr("EXISTS { (x)--() }"));
  EXPECT_EQ(neo4j.row_counts, std::vector<std::size_t>{1});
}

TEST_F(PushToNeo4j, GivesUpToAnotherGraphWhatBothHave) {
  neo4j.marks["e_00000000000000ff"] = "0123456789abcdef newsgraph other";
  push(small_graph(), {.prune = Prune::kMinority});
  EXPECT_EQ(neo4j.marks["e_00000000000000ff"], "0123456789abcdef other");
  EXPECT_TRUE(statements_with("DELETE").empty());
}

/// As if another graph had been pushed under this one's name, before or after it.
void put_another_graph(std::map<std::string, std::string>& marks, int size) {
  for (int i = 0; i < size; ++i) {
    marks["e_00000000000001" + std::to_string(10 + i)] = "0123456789abcdef newsgraph";
  }
}

TEST_F(PushToNeo4j, DoesNotPruneMostOfWhatIsThereUnlessToldSo) {
  push(small_graph());
  put_another_graph(neo4j.marks, 5);
  for (const bool dry_run : {true, false}) {
    const auto before = neo4j.marks;
    const PushReport report =
        push(small_graph("Marta Keller"), {.prune = Prune::kMinority, .dry_run = dry_run});
    EXPECT_TRUE(report.is_refused);
    EXPECT_EQ(report.leaving, 5u);
    EXPECT_EQ(report.stored, 9u);
    EXPECT_TRUE(statements_with("UNWIND").empty());
    EXPECT_EQ(neo4j.marks, before);
  }
  const PushReport report = push(small_graph("Marta Keller"), {.prune = Prune::kAnything});
  EXPECT_FALSE(report.is_refused);
  EXPECT_EQ(report.removed, 5u);
  EXPECT_EQ(statements_with("DELETE node").size(), 1u);
}

TEST_F(PushToNeo4j, PrunesUpToHalfOfWhatIsThere) {
  push(small_graph());
  put_another_graph(neo4j.marks, 4);
  EXPECT_FALSE(push(small_graph(), {.prune = Prune::kMinority}).is_refused);
}

TEST_F(PushToNeo4j, CountsNotWhatAnotherGraphKeepsWhenItWeighsPruning) {
  push(small_graph());
  put_another_graph(neo4j.marks, 5);
  for (auto& [id, mark] : neo4j.marks) mark += " other";
  EXPECT_FALSE(push(small_graph(), {.prune = Prune::kMinority}).is_refused);
}

TEST_F(PushToNeo4j, OnlyCountsInADryRun) {
  EXPECT_EQ(push(small_graph(), {.dry_run = true}).added, 4u);
  EXPECT_TRUE(statements_with("UNWIND").empty());
  EXPECT_TRUE(statements_with("CREATE").empty());
}

TEST_F(PushToNeo4j, SendsAtMostAThousandRowsAtOnce) {
  testing::GraphBuilder build;
  for (int i = 0; i < 2500; ++i) build.entity("n" + std::to_string(i), EntityType::kPerson);
  push(build.graph());
  EXPECT_THAT(neo4j.row_counts, ElementsAre(1000, 1000, 500));
}

TEST_F(PushToNeo4j, GoesOnInTheSameSessionOfACluster) {
  push(small_graph());
  EXPECT_THAT(requests.back().body, HasSubstr("\"bookmarks\":[\"b"));
  EXPECT_THAT(requests[1].body, Not(HasSubstr("bookmarks")));
}

TEST_F(PushToNeo4j, SpeaksTheOlderEndpointWhereThereIsNoOther) {
  const auto urls = [this] {
    std::set<std::string> all;
    for (const HttpRequest& request : requests) all.insert(request.url);
    return all;
  };
  neo4j.has_query_api = false;
  neo4j.discovery = R"({"transaction":"x","neo4j_version":"5.10.0"})";
  push(small_graph());
  EXPECT_THAT(urls(),
              ElementsAre("http://localhost:7474/", "http://localhost:7474/db/neo4j/tx/commit"));
  // A proxy that knows nothing of discovery.
  neo4j.discovery = "<html>welcome</html>";
  EXPECT_EQ(push(small_graph()).unchanged, 4u);
  EXPECT_THAT(urls(),
              ElementsAre("http://localhost:7474/", "http://localhost:7474/db/neo4j/query/v2",
                          "http://localhost:7474/db/neo4j/tx/commit"));
}

TEST_F(PushToNeo4j, DoesNotGoWhereDiscoverySaysOtherwise) {
  push(small_graph());
  for (const HttpRequest& request : requests) {
    EXPECT_TRUE(request.url.starts_with("http://localhost:7474/")) << request.url;
  }
}

TEST_F(PushToNeo4j, AsksForDiscoveryWithoutCredentials) {
  push(small_graph());
  EXPECT_TRUE(requests[0].credentials.empty());
  EXPECT_EQ(requests[1].credentials.password, "pw");
}

TEST_F(PushToNeo4j, TriesAgainAfterATransientErrorOfTheDatabase) {
  const std::string deadlock =
      R"({"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"m"}]})";
  neo4j.refusals = {{.status = 202, .body = deadlock},
                    {.status = 400, .body = deadlock},
                    {.status = 500, .body = deadlock}};
  EXPECT_EQ(push(small_graph()).added, 4u);
  EXPECT_THAT(waits, ElementsAre(500, 1000, 2000));
}

TEST_F(PushToNeo4j, FindsAnErrorWhateverTheStatus) {
  for (const int status : {200, 202, 400}) {
    neo4j.refusals = {
        {.status = status,
         .body =
             R"({"data":{"values":[[1]]},"errors":[{"code":"Neo.ClientError.Statement.SyntaxError",)"
             R"("message":"bad\nthing\u001b[31m"}]})"}};
    EXPECT_EQ(message(small_graph()),
              "http://localhost:7474, database neo4j: Neo.ClientError.Statement.SyntaxError: "
              "bad thing [31m");
  }
}

TEST_F(PushToNeo4j, SaysWhatToDoAboutAnAnswerThatIsNone) {
  struct Row {
    HttpResponse response;
    const char* message;
  };
  for (
      const auto& [response, part] : {
          Row{{.status = 401}, "set NEO4J_USERNAME and NEO4J_PASSWORD"},
          Row{{.status = 401,
          .body = R"({"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"m"}]})"},
              "check NEO4J_USERNAME"},
          Row{{.status = 302, .headers = {{"location", "http://evil/"}}},
              "sends us on to http://evil/; newsgraph does not follow"},
          Row{{.status = 403}, "the account must be allowed to write"},
          Row{{.status = 200, .body = "<html>"}, "this is not how Neo4j speaks"},
          Row{{.status = 200, .body = "{}"}, "answers 200: {}; this is not how Neo4j speaks"},
          Row{{.status = 202, .body = R"({"data":{}})"}, "this is not how Neo4j speaks"},
          Row{{.status = 200, .body = R"({"results":[],"errors":[]})"},
              "this is not how Neo4j speaks"},
          Row{{.status = 202, .body = ""}, "this is not how Neo4j speaks"},
          Row{{.status = 200, .body = std::string(100'000, '[')}, "this is not how Neo4j speaks"},
          Row{{.status = 418, .body = "teapot"}, "answers 418: teapot"},
          Row{{.status = 404,
          .body = R"({"errors":[{"code":"Neo.ClientError.Database.DatabaseNotFound","message":"m"}]})"},
              "named at the end of the address"},
      }) {
    neo4j.refusals = {response};
    EXPECT_THAT(message(small_graph()), HasSubstr(part));
    EXPECT_THAT(message(small_graph()), Not(HasSubstr("pw")));
  }
}

TEST_F(PushToNeo4j, TakesNoAnswerOfTheOlderEndpointForAResultThatIsNone) {
  neo4j.discovery = R"({"transaction":"x","neo4j_version":"5.10.0"})";
  for (const char* const body : {"{}", R"({"results":[],"errors":[]})", R"({"results":[{}]})",
                                 R"({"data":{"fields":[],"values":[]}})"}) {
    neo4j.refusals = {{.status = 200, .body = body}};
    EXPECT_THAT(message(small_graph()), HasSubstr("this is not how Neo4j speaks")) << body;
  }
}

TEST_F(PushToNeo4j, RefusesAServerThatIsTooOld) {
  neo4j.discovery = R"({"transaction":"x","neo4j_version":"4.4.9"})";
  EXPECT_THAT(message(small_graph()), HasSubstr("this is Neo4j 4.4.9; expected 5.7 or later"));
}

}  // namespace
}  // namespace newsgraph
