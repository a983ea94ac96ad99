#pragma once

#include <string>

namespace newsgraph {

/// A store that a graph can be pushed to, as --to names it:
///
///     neo4j+http://localhost:7474             the database "neo4j"
///     neo4j+https://db.example.org:7473/news  the database "news"
///     sparql+http://localhost:3030/news       Fuseki, the dataset "news"
///     sparql+http://localhost:7878            Oxigraph
///     sparql+https://db.example.org:7200/repositories/news   GraphDB, RDF4J
struct PushAddress {
  enum class Protocol { kNeo4j, kSparql };
  Protocol protocol = Protocol::kNeo4j;
  std::string url;            ///< http or https, without a slash at the end
  std::string database = {};  ///< of Neo4j
  bool is_private = false;    ///< encrypted, or on this machine

  /// What the names of credentials in the environment begin with: "NEO4J", "SPARQL".
  std::string credentials_prefix() const;
};

/// @throws Error that says what is expected, also for Bolt addresses and for such with credentials.
PushAddress parse_push_address(const std::string& text);

}  // namespace newsgraph
