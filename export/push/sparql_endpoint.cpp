#include "export/push/sparql_endpoint.hpp"

#include <optional>

#include "export/push/answers.hpp"

namespace newsgraph {
namespace {

/// For the first request: a wrong address is to be told soon.
constexpr int kFirstAttempts = 3;
constexpr const char* kWho = "a triple store";

bool has_path(const std::string& url) {
  return url.find('/', url.find("://") + 3) != std::string::npos;
}

std::vector<std::string_view> columns(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> columns;
  for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos;) {
    columns.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  columns.push_back(line);
  return columns;
}

/// SPARQL's tab-separated results: a line of names, then a line a row.
class TsvReader {
 public:
  explicit TsvReader(const SparqlEndpoint::OnRow& on_row) : on_row_(on_row) {}

  void take(std::string_view piece) {
    for (std::size_t end; (end = piece.find('\n')) != std::string_view::npos;) {
      line_ += piece.substr(0, end);
      take_line();
      piece.remove_prefix(end + 1);
    }
    line_ += piece;
    // Nothing that a store of ours would hold.
    if (line_.size() > (1 << 20)) throw Error("the triple store sends a line without an end");
  }
  /// @return Whether it was a result: its first line names variables, "?s".
  bool finish() {
    if (!line_.empty()) take_line();
    return is_result_;
  }

 private:
  void take_line() {
    if (is_header_) {
      is_header_ = false;
      is_result_ = line_.starts_with('?');
    } else if (is_result_) {
      on_row_(columns(line_));
    }
    line_.clear();
  }

  const SparqlEndpoint::OnRow& on_row_;
  std::string line_;
  bool is_header_ = true;
  bool is_result_ = false;
};

}  // namespace

SparqlEndpoint::SparqlEndpoint(Retrier& http, const PushAddress& address,
                               HttpCredentials credentials)
    : http_(http), address_(address), credentials_(std::move(credentials)) {
  const std::string& url = address_.url;
  if (url.find("/repositories/") != std::string::npos) {
    // GraphDB and RDF4J take every graph for the default one unless told otherwise.
    query_url_ = url;
    update_url_ =
        url + "/statements?using-graph-uri=null&remove-graph-uri=null&insert-graph-uri=null";
    upload_url_ = url + "/statements?context=null";
  } else {
    query_url_ = url + "/query";
    update_url_ = url + "/update";
    // Fuseki has its datasets below a path; Oxigraph is one store, which without "?default" puts
    // each upload into a graph of its own.
    upload_url_ = url + (has_path(url) ? "/data?default" : "/store?default");
  }
}

HttpRequest SparqlEndpoint::post(const std::string& url, const char* type, std::string body) const {
  return {.method = "POST",
          .url = url,
          .headers = {{"Content-Type", type}},
          .body = std::move(body),
          .credentials = credentials_};
}

HttpResponse SparqlEndpoint::send(const HttpRequest& request, int attempts) {
  return http_.send(
      request, [&](const HttpResponse& response) { check(request, response); }, attempts);
}

void SparqlEndpoint::check(const HttpRequest& request, const HttpResponse& response) const {
  check_is_no_redirect(request, response);
  check_is_let_in(request, response, address_);
}

void SparqlEndpoint::refuse(const HttpRequest& request, const HttpResponse& response) const {
  const std::string body = excerpt(response.body);
  std::string what = request.url + ": the server answers " + std::to_string(response.status) +
                     (body.empty() ? "" : ": " + body);
  if (response.status == 404 || response.status == 405) {
    what +=
        "; expected the address of a dataset of Fuseki (http://host:3030/dataset), of Oxigraph "
        "(http://host:7878) or of a repository of GraphDB or RDF4J "
        "(http://host:7200/repositories/name)";
  }
  throw HttpError(request.url, response.status, what);
}

void SparqlEndpoint::connect() {
  HttpRequest request = post(query_url_, "application/sparql-query", "ASK {}");
  request.headers.emplace_back("Accept", "application/sparql-results+json");
  HttpResponse response;
  try {
    response = send(request, kFirstAttempts);
  } catch (const HttpError& error) {
    if (error.status() != 0) throw;
    throw HttpError(error.url(), 0,
                    std::string(error.what()) + "; is the triple store running there?");
  }
  if (!response.is_success()) refuse(request, response);
  if (response.body.find("\"boolean\"") == std::string::npos) {
    refuse_stranger(request, response, kWho);
  }
}

void SparqlEndpoint::select(const std::string& query, const std::function<void()>& on_start,
                            const OnRow& on_row) {
  HttpRequest request = post(query_url_, "application/sparql-query", query);
  request.headers.emplace_back("Accept", "text/tab-separated-values");
  std::optional<TsvReader> reader;
  request.on_start = [&] {
    reader.emplace(on_row);
    on_start();
  };
  request.on_body = [&](std::string_view piece) { reader->take(piece); };
  const HttpResponse response = send(request);
  if (!response.is_success()) refuse(request, response);
  if (!reader->finish()) refuse_stranger(request, response, kWho);
}

void SparqlEndpoint::update(std::string statement) {
  const HttpRequest request = post(update_url_, "application/sparql-update", std::move(statement));
  const HttpResponse response = send(request);
  if (!response.is_success()) refuse(request, response);
}

void SparqlEndpoint::upload(std::string ntriples) {
  const HttpRequest request = post(upload_url_, "application/n-triples", std::move(ntriples));
  const HttpResponse response = send(request);
  if (!response.is_success()) refuse(request, response);
}

}  // namespace newsgraph
