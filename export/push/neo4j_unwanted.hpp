#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "export/push/neo4j_elements.hpp"
#include "export/push/push.hpp"

/// What becomes of elements of the database that the graph does not have any more.
namespace newsgraph {

/// An element that has another id, or type, now.
struct RenamedElement {
  StoredElement old;
  std::string id;
  std::string type;  ///< of relationships
};

/// Gives elements their new ids. A node keeps what somebody else has put on it or attached to it;
/// where a node of the new id is there already, that one gets it. The ledger knows afterwards what
/// is to be written anew.
void rename(Neo4jEndpoint& endpoint, Ledger& ledger, const std::vector<RenamedElement>& elements);

/// Takes elements away, relationships first; those that other graphs have too lose only this
/// graph's name. Nodes with a relationship that this program has not made are kept.
/// @return The number of nodes kept.
std::uint64_t remove(Neo4jEndpoint& endpoint, const Ledger& ledger,
                     const std::vector<StoredElement>& elements);

/// Those relationships of claims that this program makes, as a pattern.
inline constexpr const char* kClaimLinks =
    "SUBJECT|OBJECT|STANDS_IN|ATTRIBUTED_TO|QUALIFIED_BY|SAYS";

}  // namespace newsgraph
