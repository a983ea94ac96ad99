#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/identity/local_entities.hpp"
#include "graph/identity/name_clusters.hpp"

namespace newsgraph {

/// Which mentions over all articles are one node.
///
/// Articles are added one by one, then resolve() decides; the outcome depends on the set of
/// articles only. Named entities go by NameClusters; noun phrases by their words;
/// literals by type and value; events by head noun, named participants and date: events of
/// different dates are different, one without a date belongs to the only one it can be.
///
///     "Southport visit", "visit to Southport"   one event: visit + {Southport}
///
/// Memory: a number a mention, and each distinct name and phrase once.
class Identity {
 public:
  using Node = std::uint32_t;
  static constexpr Node kNone = 0xffffffff;

  /// @param least_confidence  Of the propositions that count where a phrase is a node because much
  ///                          is said of it.
  explicit Identity(double least_confidence) : least_confidence_(least_confidence) {}

  /// Articles are numbered from 0 in the order in which they are added.
  void add(const Extraction& extraction);
  /// To be called once, after the last add().
  void resolve();

  /// The node of each mention of an article; kNone for pronouns that stand for nothing known.
  const std::vector<Node>& nodes(std::size_t article) const { return articles_[article].nodes; }
  std::size_t node_count() const { return node_count_; }
  /// Whether the node has a name in some article.
  bool is_named(Node node) const { return node < named_count_; }
  /// Whether the node tells what it is, or several clauses have it as subject or object.
  /// Others are phrases that nobody would look up ("big step"): words of what is said of another
  /// node.
  bool is_notable(Node node) const { return notable_[node]; }

 private:
  struct LocalNode {
    NodeKind kind = NodeKind::kConcept;
    bool is_named = false;
    bool is_identified = false;
    std::uint32_t index = 0;  ///< name use, or phrase
  };
  struct Event {
    std::uint32_t local = 0;
    std::string head, date;
    std::vector<std::uint32_t> participants;  ///< locals
  };
  struct ArticleNodes {
    std::vector<LocalNode> locals;
    std::vector<std::uint32_t> of_mention;
    std::vector<Event> events;
    std::vector<std::uint32_t> uses;  ///< by mention: clauses it is subject or object of
    std::vector<Node> nodes;
  };

  std::vector<Node> resolve_locals(const ArticleNodes& article) const;
  void resolve_events(std::vector<std::vector<Node>>& locals);
  Node intern(const std::string& key);

  double least_confidence_;
  NameClusters names_;
  std::unordered_map<std::string, std::uint32_t> phrases_;
  std::vector<ArticleNodes> articles_;
  std::size_t named_count_ = 0;
  std::size_t node_count_ = 0;
  std::vector<bool> notable_;
};

}  // namespace newsgraph
