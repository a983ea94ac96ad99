#include "extract/language/neural/tree_decoder.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace newsgraph {
namespace {

constexpr std::uint8_t kNew = 0;
constexpr std::uint8_t kOnPath = 1;
constexpr std::uint8_t kAttached = 2;  // its arcs lead to the root

/// A price on arcs from the root, higher than all differences between trees together: the best tree
/// pays it once.
constexpr std::int64_t kRootPrice = std::int64_t{1} << 48;

}  // namespace

std::span<const std::uint32_t> TreeDecoder::decode(std::span<const std::int32_t> scores,
                                                   std::size_t words) {
  nodes_ = words + 1;
  assert(scores.size() >= nodes_ * nodes_);
  heads_.assign(nodes_, 0);
  for (std::size_t child = 1; child < nodes_; ++child) {
    const std::int32_t* row = scores.data() + child * nodes_;
    std::size_t best = 0;
    for (std::size_t head = 1; head < nodes_; ++head) {
      if (row[head] > row[best] && head != child) best = head;
    }
    heads_[child] = static_cast<std::uint32_t>(best);
  }
  // Mostly the best arcs are a tree.
  if (is_tree()) return heads_;
  read(scores);
  for (std::uint32_t node = 1; node < nodes_; ++node) {
    if (states_[outermost_[node]] == kNew) attach(node);
  }
  expand();
  return heads_;
}

bool TreeDecoder::is_tree() {
  seen_.assign(nodes_, 0);
  std::size_t roots = 0;
  for (std::uint32_t start = 1; start < nodes_; ++start) {
    roots += heads_[start] == 0 ? 1 : 0;
    std::uint32_t node = start;
    while (node != 0 && seen_[node] == 0) {
      seen_[node] = start;
      node = heads_[node];
    }
    if (node != 0 && seen_[node] == start) return false;
  }
  return roots == 1;
}

void TreeDecoder::read(std::span<const std::int32_t> scores) {
  entries_.resize(nodes_ * nodes_);
  for (std::uint32_t child = 1; child < nodes_; ++child) {
    for (std::size_t head = 0; head < nodes_; ++head) {
      entries_[child * nodes_ + head] = {scores[child * nodes_ + head], child};
    }
    entries_[child * nodes_].score -= kRootPrice;
  }
  rows_.resize(nodes_);
  outermost_.resize(nodes_);
  for (std::uint32_t node = 0; node < nodes_; ++node) rows_[node] = outermost_[node] = node;
  arcs_.assign(nodes_, {});
  parents_.assign(nodes_, 0);
  states_.assign(nodes_, kNew);
  states_[0] = kAttached;
}

/// Follows best arcs from `start` up to the root or to a node from which they lead there.
void TreeDecoder::attach(std::uint32_t start) {
  path_.assign(1, start);
  states_[start] = kOnPath;
  for (;;) {
    const std::uint32_t node = path_.back();
    arcs_[node] = best_arc(node);
    const std::uint32_t next = outermost_[arcs_[node].head];
    if (states_[next] == kAttached) break;
    if (states_[next] == kNew) {
      states_[next] = kOnPath;
      path_.push_back(next);
      continue;
    }
    const auto begin = std::find(path_.begin(), path_.end(), next);
    const std::uint32_t cycle = contract({begin, path_.end()});
    path_.erase(begin, path_.end());
    path_.push_back(cycle);
  }
  for (const std::uint32_t node : path_) states_[node] = kAttached;
}

TreeDecoder::Arc TreeDecoder::best_arc(std::uint32_t node) const {
  const Entry* entries = row(node);
  Arc best{std::numeric_limits<std::int64_t>::min(), 0, 0};
  for (std::uint32_t head = 0; head < nodes_; ++head) {
    if (entries[head].score > best.score && outermost_[head] != node) {
      best = {entries[head].score, head, entries[head].child};
    }
  }
  return best;
}

/// Makes one node of a cycle. An arc into it takes the place of one of the cycle's arcs, so it is
/// worth the difference.
std::uint32_t TreeDecoder::contract(std::span<const std::uint32_t> cycle) {
  const auto made = static_cast<std::uint32_t>(parents_.size());
  Entry* merged = row(cycle.front());
  for (std::size_t head = 0; head < nodes_; ++head) {
    merged[head].score -= arcs_[cycle.front()].score;
  }
  for (const std::uint32_t node : cycle.subspan(1)) {
    const Entry* entries = row(node);
    for (std::size_t head = 0; head < nodes_; ++head) {
      const std::int64_t score = entries[head].score - arcs_[node].score;
      if (score > merged[head].score) merged[head] = {score, entries[head].child};
    }
  }
  rows_.push_back(rows_[cycle.front()]);
  arcs_.emplace_back();
  parents_.push_back(0);
  states_.push_back(kOnPath);
  for (const std::uint32_t node : cycle) parents_[node] = made;
  for (std::uint32_t& node : outermost_) {
    if (node != made && parents_[node] == made) node = made;
  }
  return made;
}

/// Opens cycles, the last made first: the arc into a cycle replaces that of the member it ends in.
void TreeDecoder::expand() {
  for (auto node = static_cast<std::uint32_t>(parents_.size() - 1); node >= nodes_; --node) {
    std::uint32_t member = arcs_[node].child;
    while (parents_[member] != node) member = parents_[member];
    arcs_[member] = arcs_[node];
  }
  for (std::size_t child = 1; child < nodes_; ++child) heads_[child] = arcs_[child].head;
}

}  // namespace newsgraph
