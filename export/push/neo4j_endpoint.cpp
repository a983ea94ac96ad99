#include "export/push/neo4j_endpoint.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>

#include "export/neo4j/cypher_text.hpp"
#include "export/push/answers.hpp"
#include "export/text.hpp"
#include "extract/base/json_depth.hpp"

namespace newsgraph {
namespace {

/// Deeper than any result of ours.
constexpr std::size_t kDepth = 64;
/// For the first request: a wrong address is to be told soon.
constexpr int kFirstAttempts = 3;
constexpr const char* kWho = "Neo4j";

/// @return Whether `text` is JSON, then in `json`.
bool parse(const std::string& text, rapidjson::Document& json) {
  json.SetNull();
  if (!json_nests_within(text, kDepth)) return false;
  json.Parse(text);
  return !json.HasParseError();
}

const rapidjson::Value* member(const rapidjson::Value& value, const char* name) {
  if (!value.IsObject()) return nullptr;
  const auto found = value.FindMember(name);
  return found == value.MemberEnd() ? nullptr : &found->value;
}

const rapidjson::Value* array(const rapidjson::Value& value, const char* name) {
  const rapidjson::Value* const found = member(value, name);
  return found != nullptr && found->IsArray() ? found : nullptr;
}

std::string text(const rapidjson::Value& value, const char* name) {
  const rapidjson::Value* const found = member(value, name);
  if (found == nullptr || !found->IsString()) return {};
  return {found->GetString(), found->GetStringLength()};
}

}  // namespace

void Neo4jEndpoint::connect() {
  HttpRequest request{.url = address_.url + "/", .headers = {{"Accept", "application/json"}}};
  HttpResponse response;
  try {
    response = http_.send(request, {}, kFirstAttempts);
  } catch (const HttpError& error) {
    throw HttpError(error.url(), error.status(),
                    std::string(error.what()) +
                        "; is Neo4j running there, and is this its port for HTTP (7474, or 7473 "
                        "encrypted)?");
  }
  read_discovery(response);
}

/// {"query": "…", "transaction": "…", "neo4j_version": "5.26.0"}. Its addresses are not used: they
/// are what the server thinks it is called. Proxies answer anything; then run() finds out.
void Neo4jEndpoint::read_discovery(const HttpResponse& response) {
  rapidjson::Document answer;
  if (!response.is_success() || !parse(response.body, answer)) return;
  const std::string version = text(answer, "neo4j_version");
  int major = 0;
  std::from_chars(version.data(), version.data() + version.size(), major);
  if (major > 0 && major < 5) {
    throw HttpError(address_.url, response.status,
                    address_.url + ": this is Neo4j " + excerpt(version, 20) +
                        "; expected 5.7 or later, which can hold relationships to unique ids");
  }
  if (member(answer, "query") != nullptr) {
    api_ = Api::kQuery;
  } else if (member(answer, "transaction") != nullptr) {
    api_ = Api::kTransaction;
  }
}

HttpRequest Neo4jEndpoint::request(std::string_view statement, std::string_view parameters) const {
  HttpRequest request{.method = "POST", .credentials = credentials_};
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  request.url = address_.url + "/db/";
  append_percent_encoded(request.url, address_.database);
  std::string& body = request.body;
  body.reserve(statement.size() + parameters.size() + 256);
  body = "{\"statement\":\"";
  append_escaped(body, statement, kJsonString);
  body += "\",\"parameters\":";
  body += parameters;
  if (api_ == Api::kTransaction) {
    request.url += "/tx/commit";
    body.insert(0, "{\"statements\":[");
    body += "}]}";
  } else {
    request.url += "/query/v2";
    if (!bookmarks_.empty()) body += ",\"bookmarks\":" + bookmarks_;
    body += '}';
  }
  return request;
}

void Neo4jEndpoint::run(std::string_view statement, std::string_view parameters,
                        const OnRow& on_row) {
  rapidjson::Document answer;
  const auto send = [&] {
    const HttpRequest one = request(statement, parameters);
    return http_.send(one, [&](const HttpResponse& response) { check(one, response, answer); });
  };
  HttpResponse response = send();
  // Servers before 5.19, and such where it is switched off, know no Query API.
  if (api_ == Api::kUnknown) {
    api_ = response.status == 404 || response.status == 405 ? Api::kTransaction : Api::kQuery;
    if (api_ == Api::kTransaction) response = send();
  }
  if (!response.is_success()) refuse_stranger(request(statement, parameters), response, kWho);
  if (const rapidjson::Value* const bookmarks = array(answer, "bookmarks")) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    bookmarks->Accept(writer);
    bookmarks_.assign(buffer.GetString(), buffer.GetSize());
  }
  if (on_row) read_rows(answer, on_row);
}

void Neo4jEndpoint::check(const HttpRequest& request, const HttpResponse& response,
                          rapidjson::Document& answer) const {
  check_is_no_redirect(request, response);
  const bool is_json = parse(response.body, answer);
  if (is_json) check_errors(request, response, answer);
  check_is_let_in(request, response, address_);
  // Whoever answers everything with {} has not run the statement.
  if (response.is_success() && (!is_json || rows(answer) == nullptr)) {
    refuse_stranger(request, response, kWho);
  }
}

/// Errors stand in the body, whatever the status: a statement that fails after its first row has
/// answered 202.
void Neo4jEndpoint::check_errors(const HttpRequest& request, const HttpResponse& response,
                                 const rapidjson::Document& answer) const {
  const rapidjson::Value* const errors = array(answer, "errors");
  if (errors == nullptr || errors->Empty()) return;
  const rapidjson::Value& first = (*errors)[0];
  const std::string code = text(first, "code");
  std::string what = address_.url + ", database " + address_.database + ": " + excerpt(code, 100) +
                     ": " + excerpt(text(first, "message"));
  if (code.starts_with("Neo.TransientError.") ||
      code == "Neo.ClientError.Security.AuthenticationRateLimit") {
    throw TransientHttpError(request.url, response.status, what, retry_after(response));
  }
  if (code.starts_with("Neo.ClientError.Security.")) {
    what += "; check NEO4J_USERNAME and NEO4J_PASSWORD, or the file given by --credentials";
  } else if (code == "Neo.ClientError.Database.DatabaseNotFound") {
    what += "; the database is named at the end of the address: neo4j+http://host:7474/database";
  }
  throw HttpError(request.url, response.status, what);
}

const rapidjson::Value* Neo4jEndpoint::rows(const rapidjson::Document& answer) const {
  if (api_ == Api::kTransaction) {
    const rapidjson::Value* const results = array(answer, "results");
    return results == nullptr || results->Empty() ? nullptr : array((*results)[0], "data");
  }
  const rapidjson::Value* const data = member(answer, "data");
  return data == nullptr ? nullptr : array(*data, "values");
}

void Neo4jEndpoint::read_rows(const rapidjson::Document& answer, const OnRow& on_row) const {
  for (const rapidjson::Value& one : rows(answer)->GetArray()) {
    if (api_ == Api::kQuery) {
      if (one.IsArray()) on_row(one);
    } else if (const rapidjson::Value* const row = array(one, "row")) {
      on_row(*row);
    }
  }
}

}  // namespace newsgraph
