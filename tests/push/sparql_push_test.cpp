#include "export/push/sparql_push.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "export/exporter.hpp"
#include "tests/support/fake_http_client.hpp"
#include "tests/support/sample_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using testing::FakeHttpClient;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kMark = " <https://newsgraph.example/push#mark> ";

/// Answers as a triple store would that holds these lines of N-Triples; updates are only noted.
class FakeStore {
 public:
  HttpResponse answer(const HttpRequest& request) {
    if (!refusals.empty()) {
      HttpResponse refusal = refusals.front();
      refusals.erase(refusals.begin());
      return refusal;
    }
    if (request.body == "ASK {}") return {.status = 200, .body = R"({"head":{},"boolean":true})"};
    if (request.body.starts_with("SELECT ?s ?m")) return {.status = 200, .body = marks()};
    if (request.body.starts_with("SELECT")) return {.status = 200, .body = "?s\n"};
    if (request.headers[0].second == "application/n-triples") {
      uploads.push_back(request.body);
      std::istringstream lines(request.body);
      for (std::string line; std::getline(lines, line);) triples.push_back(line);
    } else {
      updates.push_back(request.body);
    }
    return {.status = 204};
  }

  std::vector<HttpResponse> refusals;
  std::vector<std::string> triples;
  std::vector<std::string> uploads;
  std::vector<std::string> updates;

 private:
  std::string marks() const {
    std::string rows = "?s\t?m\n";
    for (const std::string& line : triples) {
      const std::size_t mark = line.find(kMark);
      if (mark == std::string::npos) continue;
      const std::size_t begin = mark + std::string_view(kMark).size();
      rows += line.substr(0, mark) + "\t" + line.substr(begin, line.size() - 2 - begin) + "\n";
    }
    return rows;
  }
};

class PushToSparql : public ::testing::Test {
 protected:
  PushReport push(const KnowledgeGraph& graph, PushOptions options = {}) {
    FakeHttpClient client([this](const HttpRequest& request) { return store.answer(request); });
    Retrier http(client, {}, [](std::chrono::milliseconds) {});
    SparqlEndpoint endpoint(http, parse_push_address(address),
                            {.username = "me", .password = "pw"});
    store.updates.clear();
    store.uploads.clear();
    try {
      const PushReport report = push_to_sparql(graph, options, successors, endpoint);
      requests = client.requests;
      return report;
    } catch (...) {
      requests = client.requests;
      throw;
    }
  }

  std::string message() {
    try {
      push(testing::hostile_graph());
    } catch (const HttpError& error) {
      return error.what();
    }
    return "no error";
  }

  std::string address = "sparql+http://localhost:3030/news";
  FakeStore store;
  Successors successors;
  std::vector<HttpRequest> requests;
};

KnowledgeGraph graph_of(const std::vector<std::string>& people) {
  testing::GraphBuilder build;
  for (const std::string& person : people) build.entity(person, EntityType::kPerson);
  return build.graph();
}

TEST_F(PushToSparql, SendsTheTriplesOfTheExportAndAMarkForEachSubject) {
  const KnowledgeGraph graph = testing::hostile_graph();
  const PushReport report = push(graph);
  std::ostringstream exported;
  find_format("ntriples")->make({})->write(graph, exported);
  std::vector<std::string> expected;
  std::istringstream lines(exported.str());
  for (std::string line; std::getline(lines, line);) expected.push_back(line);
  std::vector<std::string> marks;
  std::vector<std::string> sent;
  for (const std::string& line : store.triples) {
    (line.find(kMark) == std::string::npos ? sent : marks).push_back(line);
  }
  EXPECT_EQ(sent, expected);
  EXPECT_EQ(marks.size(), report.elements);
  EXPECT_EQ(report.added, report.elements);
}

TEST_F(PushToSparql, HasNoBlankNodesSoThatChunksMeanTheSameOneByOne) {
  push(testing::hostile_graph());
  EXPECT_THAT(store.triples, Each(::testing::StartsWith("<")));
  EXPECT_THAT(store.triples, Each(Not(HasSubstr(" _:"))));
}

TEST_F(PushToSparql, MarksASubjectAfterItsLastTriple) {
  push(testing::hostile_graph());
  for (std::size_t i = 0; i < store.triples.size(); ++i) {
    const std::size_t mark = store.triples[i].find(kMark);
    if (mark == std::string::npos) continue;
    const std::string subject = store.triples[i].substr(0, mark + 1);
    EXPECT_TRUE(std::none_of(store.triples.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                             store.triples.end(),
                             [&](const std::string& line) { return line.starts_with(subject); }))
        << subject;
  }
}

TEST_F(PushToSparql, SendsNothingTwice) {
  const PushReport first = push(testing::hostile_graph());
  const PushReport second = push(testing::hostile_graph());
  EXPECT_EQ(second.unchanged, first.elements);
  EXPECT_TRUE(store.uploads.empty());
  EXPECT_TRUE(store.updates.empty());
}

TEST_F(PushToSparql, ReplacesASubjectThatHasChanged) {
  push(graph_of({"Keller", "Danilenko"}));
  const PushReport report = push(graph_of({"Keller", "Yuri Danilenko"}));
  EXPECT_EQ(report.updated, 1u);
  ASSERT_EQ(store.updates.size(), 1u);
  EXPECT_THAT(store.updates[0],
              HasSubstr("VALUES ?s{ <https://newsgraph.example/id/entity/e_0000000000000002>}"));
  EXPECT_THAT(store.updates[0], HasSubstr("<http://www.w3.org/2004/02/skos/core#altLabel>"));
  ASSERT_EQ(store.uploads.size(), 1u);
  EXPECT_THAT(store.uploads[0], HasSubstr("\"Yuri Danilenko\""));
  EXPECT_THAT(store.uploads[0], Not(HasSubstr("Keller")));
}

TEST_F(PushToSparql, LetsNoTextOfAnArticleIntoAStatement) {
  store.triples = {"<https://newsgraph.example/id/entity/e_00000000000000ff>" + std::string(kMark) +
                   "\"0123456789abcdef newsgraph };DROP/**/ALL#\" ."};
  push(testing::hostile_graph());
  push(testing::hostile_graph(), {.prune = Prune::kAnything, .full = true});
  EXPECT_FALSE(store.updates.empty());
  EXPECT_THAT(store.updates, Each(Not(HasSubstr("Keller"))));
  EXPECT_THAT(store.updates, Each(Not(HasSubstr("DROP"))));
}

TEST_F(PushToSparql, OnlyAddsToSubjectsOfVocabularies) {
  push(graph_of({"Keller"}));
  push(graph_of({"Keller"}), {.full = true});
  for (const std::string& update : store.updates) {
    if (update.find("FILTER") == std::string::npos) continue;
    EXPECT_THAT(update, Not(HasSubstr("VALUES ?s{ <http://www.w3.org")));
    const std::string values = update.substr(0, update.find('}', update.find("VALUES")));
    EXPECT_THAT(values, Not(HasSubstr("/ontology#")));
  }
}

TEST_F(PushToSparql, RenamesASubjectThatHasAnotherIdNow) {
  store.triples = {"<https://newsgraph.example/id/entity/e_00000000000000ff>" + std::string(kMark) +
                   "\"0123456789abcdef newsgraph\" ."};
  successors = [](const std::vector<std::uint64_t>& ids) {
    EXPECT_THAT(ids, ElementsAre(0xff));
    return std::unordered_map<std::uint64_t, std::uint64_t>{{0xff, 1}};
  };
  EXPECT_EQ(push(graph_of({"Keller"})).renamed, 1u);
  EXPECT_THAT(store.updates[1],
              HasSubstr("(<https://newsgraph.example/id/entity/e_00000000000000ff> "
                        "<https://newsgraph.example/id/entity/e_0000000000000001>)"));
}

TEST_F(PushToSparql, DoesNotPruneMostOfWhatIsThereUnlessToldSo) {
  push(graph_of({"Keller", "Danilenko"}));
  for (int i = 0; i < 4; ++i) {
    store.triples.push_back("<https://newsgraph.example/id/entity/e_00000000000001" +
                            std::to_string(10 + i) + ">" + kMark +
                            "\"0123456789abcdef newsgraph\" .");
  }
  // The terms of vocabularies, which every graph has, do not count.
  for (const bool dry_run : {true, false}) {
    const PushReport report = push(graph_of({"Keller", "Yuri Danilenko"}),
                                   {.prune = Prune::kMinority, .dry_run = dry_run});
    EXPECT_TRUE(report.is_refused);
    EXPECT_EQ(report.leaving, 4u);
    EXPECT_EQ(report.stored, 7u);
    EXPECT_TRUE(store.updates.empty());
    EXPECT_TRUE(store.uploads.empty());
  }
  const PushReport report = push(graph_of({"Keller", "Danilenko"}), {.prune = Prune::kAnything});
  EXPECT_EQ(report.removed, 4u);
  EXPECT_EQ(store.updates.size(), 1u);
}

TEST_F(PushToSparql, SpeaksToEachStoreInItsWay) {
  struct Row {
    const char* address;
    const char* query;
    const char* update;
    const char* upload;
  };
  for (const auto& [to, query, update, upload] : {
           Row{"sparql+http://h:3030/ds", "http://h:3030/ds/query", "http://h:3030/ds/update",
               "http://h:3030/ds/data?default"},
           Row{"sparql+http://h:7878", "http://h:7878/query", "http://h:7878/update",
               "http://h:7878/store?default"},
           Row{"sparql+http://h:7200/repositories/r", "http://h:7200/repositories/r",
               "http://h:7200/repositories/r/statements?using-graph-uri=null&remove-graph-uri=null"
               "&insert-graph-uri=null",
               "http://h:7200/repositories/r/statements?context=null"},
       }) {
    address = to;
    store = {};
    push(graph_of({"Keller"}));
    push(graph_of({"Keller"}), {.full = true});
    for (const HttpRequest& request : requests) {
      EXPECT_EQ(request.method, "POST");
      const std::string& type = request.headers.at(0).second;
      EXPECT_EQ(request.url, type == "application/sparql-query"    ? query
                             : type == "application/sparql-update" ? update
                                                                   : upload);
    }
  }
}

TEST_F(PushToSparql, SendsTripleStoresTenThousandTriplesAtOnce) {
  std::vector<std::string> people(4000, "x");
  push(graph_of(people));
  EXPECT_GE(store.uploads.size(), 2u);
  for (const std::string& upload : store.uploads) {
    EXPECT_LE(std::count(upload.begin(), upload.end(), '\n'), 20'000);
  }
}

TEST_F(PushToSparql, BeginsTheInventoryAnewWhereItWasCutShort) {
  push(graph_of({"Keller"}));
  bool is_cut = false;
  FakeHttpClient client([&](const HttpRequest& request) {
    HttpResponse response = store.answer(request);
    if (request.body.starts_with("SELECT ?s ?m") && !std::exchange(is_cut, true)) {
      request.on_body(std::string_view(response.body).substr(0, response.body.size() / 2));
      throw TransientHttpError(request.url, 0, "cut");
    }
    return response;
  });
  Retrier http(client, {}, [](std::chrono::milliseconds) {});
  SparqlEndpoint endpoint(http, parse_push_address(address), {});
  const PushReport report = push_to_sparql(graph_of({"Keller"}), {}, {}, endpoint);
  EXPECT_TRUE(is_cut);
  EXPECT_EQ(report.unchanged, report.elements);
}

TEST_F(PushToSparql, TakesNoAnswerForAResultThatIsNone) {
  const HttpResponse connected{.status = 200, .body = R"({"head":{},"boolean":true})"};
  for (const char* const body : {"{}", "", "<html>\n<p>\n", "\n?s\n"}) {
    store.refusals = {connected, {.status = 200, .body = body}};
    EXPECT_THAT(message(), HasSubstr("this is not how a triple store speaks")) << body;
  }
}

TEST_F(PushToSparql, SaysWhatToDoAboutAnAnswerThatIsNone) {
  struct Row {
    HttpResponse response;
    const char* message;
  };
  for (const auto& [response, part] : {
           Row{{.status = 401}, "set SPARQL_USERNAME and SPARQL_PASSWORD"},
           Row{{.status = 403}, "must be allowed to write"},
           Row{{.status = 404, .body = "none"}, "expected the address of a dataset of Fuseki"},
           Row{{.status = 400, .body = "Parse\nerror"}, "answers 400: Parse error"},
           Row{{.status = 301, .headers = {{"location", "https://h/"}}},
               "sends us on to https://h/"},
           Row{{.status = 200, .body = "<html>"}, "this is not how a triple store speaks"},
       }) {
    store.refusals = {response};
    EXPECT_THAT(message(), HasSubstr(part));
  }
}

}  // namespace
}  // namespace newsgraph
