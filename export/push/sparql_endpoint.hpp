#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "export/push/address.hpp"
#include "extract/http/retry.hpp"

namespace newsgraph {

/// The default graph of a triple store, by SPARQL 1.1 over HTTP: Fuseki, Oxigraph, GraphDB, RDF4J
/// and what is laid out like one of them.
class SparqlEndpoint {
 public:
  SparqlEndpoint(Retrier& http, const PushAddress& address, HttpCredentials credentials);

  /// Asks whether anybody is there.
  /// @throws HttpError if not, or no triple store.
  void connect();

  /// Takes a row of a result, a column each as N-Triples has them, "" where there is nothing.
  using OnRow = std::function<void(const std::vector<std::string_view>& row)>;

  /// Runs a SELECT and hands on its rows as they come.
  /// @param on_start  Called before the first row, and again if the query has to be sent again.
  void select(const std::string& query, const std::function<void()>& on_start, const OnRow& on_row);

  /// Runs an update that may be run twice.
  void update(std::string statement);

  /// Adds triples.
  void upload(std::string ntriples);

 private:
  HttpRequest post(const std::string& url, const char* type, std::string body) const;
  HttpResponse send(const HttpRequest& request, int attempts = 0);
  void check(const HttpRequest& request, const HttpResponse& response) const;
  [[noreturn]] void refuse(const HttpRequest& request, const HttpResponse& response) const;

  Retrier& http_;
  PushAddress address_;
  HttpCredentials credentials_;
  std::string query_url_;
  std::string update_url_;
  std::string upload_url_;
};

}  // namespace newsgraph
