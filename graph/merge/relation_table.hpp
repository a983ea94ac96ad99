#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/identity/identity.hpp"
#include "graph/merge/merge.hpp"
#include "graph/merge/node_table.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// Gathers propositions into relations and statements: what has the same subject, canonical
/// predicate, object, polarity and modality is one.
class RelationTable {
 public:
  RelationTable(const Identity& identity, NodeTable& nodes, const ArticleOrder& order,
                const MergeOptions& options, KnowledgeGraph& graph, MergeReport& report)
      : identity_(identity),
        nodes_(nodes),
        order_(order),
        options_(options),
        graph_(graph),
        report_(report) {}

  /// Adds the propositions of the article, and to the graph the sentences they stand in.
  void add(std::uint32_t article, const Extraction& extraction);

  /// Moves everything into the graph, whose vertices and articles must be there.
  /// @param vertex_of  The vertex of each node.
  void finish(const std::vector<std::uint32_t>& vertex_of);

 private:
  using Group = std::uint32_t;
  static constexpr Group kDropped = 0xffffffff;
  static constexpr Group kOpen = 0xfffffffe;

  /// What makes claims one relation.
  struct Key {
    enum class Object : std::uint8_t { kNone, kNode, kGroup, kText };
    Identity::Node subject = 0;
    std::uint32_t canonical = 0;  ///< into strings_
    Object object_kind = Object::kNone;
    std::uint32_t object = 0;  ///< node, group, or folded text in strings_
    Polarity polarity = Polarity::kAffirmed;
    Modality modality = Modality::kActual;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  using Counts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< (string, count)
  struct Gathered {
    Key key;
    Relation relation;
    Counts readable;
    Counts object_texts;  ///< of kText
  };

  void add_proposition(std::uint32_t index);
  std::optional<Key> key_of(const Proposition& proposition);
  Identity::Node node(const Argument& argument) const;
  Group reported(const Argument& object) const;
  const std::string& label_of(const Argument& object) const;
  const std::string& object_text(const Argument& object) const;
  Claim claim(const Proposition& proposition);
  std::uint32_t sentence(std::uint32_t index);
  std::uint32_t intern(const std::string& text);
  void count(Counts& counts, const std::string& text);
  std::string most_frequent(const Counts& counts) const;

  void finish_relation(Gathered& gathered, const std::vector<std::uint32_t>& vertex_of);
  void date_and_count(Relation& relation) const;
  void assign_ids();
  void mark_contested();
  void move_into_graph(const std::vector<std::uint32_t>& vertex_of);

  const Identity& identity_;
  NodeTable& nodes_;
  const ArticleOrder& order_;
  const MergeOptions& options_;
  KnowledgeGraph& graph_;
  MergeReport& report_;

  std::vector<std::string> strings_;
  std::unordered_map<std::string, std::uint32_t> string_index_;
  std::vector<Gathered> groups_;
  std::unordered_map<Key, Group, KeyHash> group_index_;

  // Of the article being added:
  std::uint32_t article_ = 0;
  const Extraction* extraction_ = nullptr;
  std::vector<Group> group_of_;          ///< by proposition
  std::vector<std::uint32_t> sentence_;  ///< by sentence: index into the graph's
};

}  // namespace newsgraph
