#include "export/push/address.hpp"

#include "extract/base/error.hpp"
#include "extract/http/url.hpp"

namespace newsgraph {
namespace {

constexpr const char* kExamples =
    "expected e.g. neo4j+http://localhost:7474, neo4j+https://host:7473/database, "
    "sparql+http://localhost:3030/dataset (Fuseki), sparql+http://localhost:7878 (Oxigraph) or "
    "sparql+http://localhost:7200/repositories/name (GraphDB, RDF4J)";

bool is_bolt(const std::string& scheme) {
  return scheme.starts_with("bolt") || scheme == "neo4j" || scheme == "neo4j+s" ||
         scheme == "neo4j+ssc";
}

[[noreturn]] void refuse_bolt(const Url& url) {
  const bool encrypted = url.scheme.find('+') != std::string::npos;
  const bool hosted = url.host.ends_with(".databases.neo4j.io");
  const std::string http = "neo4j+http" + std::string(encrypted || hosted ? "s" : "") + "://" +
                           url.host +
                           (hosted      ? ""
                            : encrypted ? ":7473"
                                        : ":7474") +
                           (url.path == "/" ? "" : url.path);
  throw Error(url.origin() +
              " is an address of Neo4j's Bolt protocol (port 7687); newsgraph speaks HTTP with it, "
              "which has a port of its own, 7474 (7473 encrypted): --to " +
              http);
}

PushAddress neo4j_address(Url url) {
  if (url.port == "7687") {
    throw Error(url.host +
                ":7687 is the port of Neo4j's Bolt protocol; that of HTTP is 7474 "
                "(7473 encrypted) unless neo4j.conf says otherwise");
  }
  const bool encrypted = url.scheme == "https";
  // Neo4j's hosted databases answer at HTTPS's own port.
  if (url.port.empty() && !url.host.ends_with(".databases.neo4j.io")) {
    url.port = encrypted ? "7473" : "7474";
  }
  std::string database = url.path.substr(1);
  if (database.ends_with('/')) database.pop_back();
  if (database.find('/') != std::string::npos) {
    throw Error("the database in the address is \"" + database +
                "\"; expected one name: neo4j+http://host:7474/database");
  }
  return {.protocol = PushAddress::Protocol::kNeo4j,
          .url = url.origin(),
          .database = database.empty() ? "neo4j" : database,
          .is_private = encrypted || url.is_loopback()};
}

PushAddress sparql_address(const Url& url) {
  std::string address = url.origin() + url.path;
  while (address.ends_with('/')) address.pop_back();
  return {.protocol = PushAddress::Protocol::kSparql,
          .url = address,
          .is_private = url.scheme == "https" || url.is_loopback()};
}

}  // namespace

std::string PushAddress::credentials_prefix() const {
  return protocol == Protocol::kNeo4j ? "NEO4J" : "SPARQL";
}

PushAddress parse_push_address(const std::string& text) {
  std::optional<Url> url = parse_url(text);
  if (!url) throw Error("\"" + text + "\" is no address of a store; " + kExamples);
  if (url->has_credentials) {
    // Not shown: the password may be right.
    throw Error(
        "the address of a store must not hold a user or password, since others see command "
        "lines; put them into the environment, or into a file for --credentials");
  }
  if (is_bolt(url->scheme)) refuse_bolt(*url);
  if (!url->query.empty()) {
    throw Error("\"" + text + "\": the address of a store has no \"?\"; " + kExamples);
  }
  const std::string scheme = url->scheme;
  const std::size_t plus = scheme.find('+');
  const std::string store = scheme.substr(0, plus);
  url->scheme = plus == std::string::npos ? "" : scheme.substr(plus + 1);
  if (url->scheme == "http" || url->scheme == "https") {
    if (store == "neo4j") return neo4j_address(*url);
    if (store == "sparql") return sparql_address(*url);
  }
  throw Error("\"" + text + "\": no store is known by \"" + scheme + "://\"; " + kExamples);
}

}  // namespace newsgraph
