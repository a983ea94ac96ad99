#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// Pushing a graph into a running store. What is there afterwards is what the script or file of
/// the same options would have made of an empty one; only what differs is sent.
/// export/push/README.md tells how it knows.
namespace newsgraph {

struct KnowledgeGraph;
struct Relation;

struct PushOptions {
  std::string name = "newsgraph";  ///< under which the store knows this graph, is_graph_name()
  bool claims = false;             ///< Neo4j: claims as nodes
  std::string base = "https://newsgraph.example/";  ///< RDF: start of every IRI
  bool prune = false;    ///< take away what an earlier push put there and is not in the graph now
  bool full = false;     ///< write everything, whatever the store says it holds
  bool dry_run = false;  ///< only count
};

/// What a push did: counts of elements, which are nodes and relationships of Neo4j, and subjects
/// of triples in RDF.
struct PushReport {
  std::uint64_t elements = 0;   ///< of the graph
  std::uint64_t added = 0;      ///< were not in the store
  std::uint64_t updated = 0;    ///< were there, but not as they are now
  std::uint64_t unchanged = 0;  ///< were there, and were left alone
  std::uint64_t renamed = 0;    ///< have another id now, because things turned out to be one
  std::uint64_t removed = 0;    ///< pruned, or given up to the other graph that has them
  std::uint64_t gone =
      0;  ///< not in the graph any more, but left, because pruning was not asked for
  std::uint64_t kept =
      0;  ///< would have been pruned, but have something of somebody else's attached
};

/// Rows looked at, of all that the graph has.
struct PushProgress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;    ///< 0 while the push finds out what the store holds
  std::uint64_t written = 0;  ///< of those done, the ones sent
};
using OnPushProgress = std::function<void(const PushProgress&)>;

/// What became of ids of entities that are not in the graph any more: the ids of the entities that
/// their mentions are of now. Those that came to nothing are left out.
using Successors = std::function<std::unordered_map<std::uint64_t, std::uint64_t>(
    const std::vector<std::uint64_t>&)>;

/// What became of relations and statements likewise: an id is that of the earliest claim, so it is
/// the relation which has that claim now.
std::unordered_map<std::uint64_t, const Relation*> relation_successors(
    const KnowledgeGraph& graph, const std::unordered_set<std::uint64_t>& ids);

/// Reads "e_0123456789abcdef"; false if `text` is not `letter`, '_' and 16 hexadecimal digits.
bool read_id(std::string_view text, char letter, std::uint64_t& id);

}  // namespace newsgraph
