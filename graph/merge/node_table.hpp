#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/identity/identity.hpp"
#include "graph/model/entity.hpp"

namespace newsgraph {

/// Where an article stands in time: articles by publication date, then key; undated last.
struct ArticleOrder {
  std::vector<std::uint32_t> rank;  ///< by article, in order of keys

  /// @param published  EDTF publication dates, in order of the articles' keys.
  explicit ArticleOrder(const std::vector<std::string>& published);
};

/// Gathers what the mentions say about each node.
class NodeTable {
 public:
  NodeTable(const Identity& identity, const ArticleOrder& order,
            const std::vector<std::string>& published)
      : identity_(identity), order_(order), published_(published), nodes_(identity.node_count()) {}

  /// Adds the mentions of the article; articles in order.
  void add(std::uint32_t article, const Extraction& extraction);

  /// A relation or statement stands on `node`.
  void use(Identity::Node node) { nodes_[node].is_used = true; }

  /// The entities of the graph by id, unused phrases left out; `vertex_of` becomes the position of
  /// each node, kNoVertex for those left out.
  std::vector<Entity> finish(std::vector<std::uint32_t>& vertex_of);

 private:
  struct Node {
    bool is_used = false;
    bool is_keepable = false;  ///< a name: worth a node without relations
    NodeKind kind = NodeKind::kValue;
    std::uint64_t id = 0;
    std::uint32_t first_rank = 0xffffffff;  ///< of the earliest mention
    Span first_span;
    std::array<std::uint32_t, 13> types{};
    std::map<std::string, std::uint32_t> forms;
    std::set<std::string> titles;
    std::string value;
    std::uint32_t mentions = 0;
    std::uint32_t articles = 0;
    std::uint32_t last_article = 0xffffffff;
    std::uint32_t first_seen = 0xffffffff;  ///< article of the first date, and of the last
    std::uint32_t last_seen = 0xffffffff;
  };

  void add(std::uint32_t article, const Mention& mention, Node& node, bool is_named);
  Entity entity(const Node& node, bool is_named) const;

  const Identity& identity_;
  const ArticleOrder& order_;
  const std::vector<std::string>& published_;
  std::vector<Node> nodes_;
};

}  // namespace newsgraph
