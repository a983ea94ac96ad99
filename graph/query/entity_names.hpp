#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

/// Entities by their names, as a person types them.
///
///     "Marta Keller", "KELLER, Marta"   the entity with that alias
///     "mart kel"                        the one alias whose words begin so
///     "e_0123456789abcdef"              the entity with that id
///     "Marta Keler"                     nothing, with the suggestion "Marta Keller"
namespace newsgraph {

/// How a name was found, surest first.
enum class NameMatch : std::uint8_t {
  kId,         ///< it is the entity's id
  kExact,      ///< folded, it equals an alias
  kWords,      ///< its words begin words of an alias, in order
  kSubstring,  ///< it stands within an alias
  kSimilar,    ///< an alias is a few edits away: only ever a suggestion
};

struct NamedEntity {
  std::uint32_t vertex = 0;
  std::string alias;  ///< as the graph has it
  NameMatch match = NameMatch::kExact;
  friend bool operator==(const NamedEntity&, const NamedEntity&) = default;
};

/// What a name may mean.
struct NameLookup {
  /// Entities with that name, all found in the same way. Named entities first, then events,
  /// concepts, values; within a kind those whose label it is, then by mentions, then by vertex.
  std::vector<NamedEntity> candidates;
  /// If there are no candidates: entities with a name like it, nearest first.
  std::vector<NamedEntity> suggestions;

  /// Whether the first candidate is meant beyond reasonable doubt: it is the only one, or an exact
  /// match that is a named entity while the others are not, or that is mentioned at least five
  /// times as often as every other.
  bool is_clear() const;

  std::vector<std::uint32_t> mentions;  ///< of the candidates, for is_clear()
  std::vector<NodeKind> kinds;
};

/// All aliases, folded, in one block of memory. A lookup is one pass over it: about 3 ms for a
/// million aliases, some 20 ms where it ends in suggestions; building it is one pass too, so that a
/// program that asks once does not pay for an index.
class EntityNames {
 public:
  EntityNames() = default;
  explicit EntityNames(const KnowledgeGraph& graph);

  /// Adds the entity `vertex` = 0, 1, 2, ..., with its label and aliases.
  void add(const Entity& entity);

  /// @param limit  At most so many candidates, and as many suggestions.
  NameLookup find(std::string_view name, std::size_t limit = 20) const;

  std::size_t size() const { return names_.size(); }

 private:
  struct Name {
    std::uint64_t signature = 0;
    std::uint32_t vertex = 0;
    std::uint32_t begin = 0;  ///< into folded_
    std::uint32_t size = 0;
    std::uint32_t alias = 0;  ///< of the entity; 0 is its label
  };
  struct Known {
    std::uint64_t id = 0;
    std::uint32_t first_name = 0;
    std::uint32_t mentions = 0;
    NodeKind kind = NodeKind::kEntity;
  };
  struct Found {
    std::uint32_t name = 0;
    std::uint32_t distance = 0;  ///< edits of a similar name; else whether it is not the label
  };

  std::string_view folded(const Name& name) const {
    return std::string_view(folded_).substr(name.begin, name.size);
  }
  void add_name(std::string_view text, std::uint32_t alias);
  template <typename Test>
  std::vector<Found> scan(Test test) const;
  std::vector<Found> similar(const std::string& wanted) const;
  std::vector<NamedEntity> ranked(std::vector<Found> found, NameMatch match,
                                  std::size_t limit) const;

  std::vector<Known> entities_;
  std::vector<Name> names_;
  std::string folded_;
  std::string original_;  ///< aliases as written, in the order of names_
  std::vector<std::uint32_t> original_begin_{0};
};

}  // namespace newsgraph
