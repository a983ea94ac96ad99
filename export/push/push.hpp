#pragma once

#include <cstdint>
#include <functional>
#include <string>

/// Pushing a graph into a running store. What is there afterwards is what the script or file of
/// the same options would have made of an empty one; only what differs is sent.
/// export/push/README.md tells how it knows.
namespace newsgraph {

class Ledger;

/// Whether to take away what an earlier push put there and is not in the graph now.
enum class Prune {
  kNothing,
  kMinority,  ///< unless that is most of what is there under the name: then do nothing at all
  kAnything,
};

struct PushOptions {
  std::string name = "newsgraph";  ///< under which the store knows this graph, is_graph_name()
  bool claims = false;             ///< Neo4j: claims as nodes
  std::string base = "https://newsgraph.example/";  ///< RDF: start of every IRI
  Prune prune = Prune::kNothing;
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

  std::uint64_t stored = 0;   ///< were in the store under the name; without terms of vocabularies
  std::uint64_t leaving = 0;  ///< those of them that pruning takes out of the store
  bool is_refused = false;    ///< Prune::kMinority, but most would go: only counted, nothing done

  /// Whether pruning takes away more than half. Then the name is likely to be another graph's, or
  /// this graph to be a part of what was pushed.
  bool loses_most() const { return leaving * 2 > stored; }
};

/// Rows looked at, of all that the graph has.
struct PushProgress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;    ///< 0 while the push finds out what the store holds
  std::uint64_t written = 0;  ///< of those done, the ones sent
};
using OnPushProgress = std::function<void(const PushProgress&)>;

/// Counts into the report what becomes of that which the graph does not have any more, and decides
/// whether pruning may go ahead.
void weigh_pruning(Prune prune, std::uint64_t unwanted, PushReport& report);

/// Counts into the report what of the graph is to be written.
void count_wanted(const Ledger& ledger, PushReport& report);

}  // namespace newsgraph
