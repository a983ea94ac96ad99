#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph {

/// The highest-scored dependency tree: every word has one head, exactly one word hangs on the root,
/// and there is no cycle (Chu and Liu, 1965; Edmonds, 1967).
///
/// Cycles are contracted along a growing path of best arcs (Gabow, Galil, Spencer and Tarjan,
/// 1986), which takes O(words^2) time on a complete graph. Keeps its memory from one sentence to
/// the next.
class TreeDecoder {
 public:
  /// @param scores  [child * (words + 1) + head] of nodes 0 (the root) to `words`; those of the
  ///                root as a child and of a node as its own head do not matter. Within ±2^24.
  /// @return Heads by node, that of the root 0; valid until the next call. Of equal arcs the one
  ///         from the lower head is taken.
  std::span<const std::uint32_t> decode(std::span<const std::int32_t> scores, std::size_t words);

 private:
  /// The best arc into a node from some other node, and where in the node it ends.
  struct Arc {
    std::int64_t score = 0;
    std::uint32_t head = 0;
    std::uint32_t child = 0;
  };
  struct Entry {
    std::int64_t score = 0;
    std::uint32_t child = 0;
  };

  bool is_tree();
  void read(std::span<const std::int32_t> scores);
  void attach(std::uint32_t start);
  Arc best_arc(std::uint32_t node) const;
  std::uint32_t contract(std::span<const std::uint32_t> cycle);
  void expand();

  Entry* row(std::uint32_t node) { return entries_.data() + rows_[node] * nodes_; }
  const Entry* row(std::uint32_t node) const { return entries_.data() + rows_[node] * nodes_; }

  std::size_t nodes_ = 0;             ///< words and the root
  std::vector<std::uint32_t> heads_;  ///< the result
  std::vector<std::uint32_t> seen_;   ///< by node: the walk towards the root that came by first
  // By node, those behind the words being contracted cycles in the order they were made.
  std::vector<Entry> entries_;     ///< arcs into a node from each word, less what opening it costs
  std::vector<std::size_t> rows_;  ///< where in `entries_`: a cycle takes a member's place
  std::vector<Arc> arcs_;          ///< the arc chosen for each node
  std::vector<std::uint32_t> parents_;    ///< the cycle that a node is in, 0 for none
  std::vector<std::uint8_t> states_;      ///< kNew, kOnPath or kAttached
  std::vector<std::uint32_t> outermost_;  ///< by word: the node that has it
  std::vector<std::uint32_t> path_;
};

}  // namespace newsgraph
