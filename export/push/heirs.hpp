#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/push/ledger.hpp"

/// What became of elements of a store that the graph does not have any more. Ids are those of the
/// earliest mention or claim, so they change as articles come in, and can be followed.
namespace newsgraph {

struct KnowledgeGraph;
struct Relation;

/// What became of ids of entities that are not in the graph any more: the ids of the entities that
/// their mentions are of now. Those that came to nothing are left out.
using Successors = std::function<std::unordered_map<std::uint64_t, std::uint64_t>(
    const std::vector<std::uint64_t>&)>;

/// What an element is now.
struct Heir {
  std::string id;                      ///< "e_…", "r_…"
  const Relation* relation = nullptr;  ///< where it is a relation or statement
};

/// Finds the heirs of many ids at once.
class Heirs {
 public:
  /// @param ids  "e_0123456789abcdef" of entities, "r_…" of relations and statements; others have
  ///             no heirs.
  Heirs(const KnowledgeGraph& graph, const Successors& successors,
        const std::vector<std::string_view>& ids);

  /// What has the element's mentions, or its claim, now.
  std::optional<Heir> of(std::string_view id) const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> entities_;
  std::unordered_map<std::uint64_t, const Relation*> relations_;
};

/// Parts `unwanted` into what has another id now, which it returns, and what is gone.
/// @param id_of   The id of a Stored, "" if it has none that could change.
/// @param rename  (Stored&, const Heir&) -> std::optional<Renamed>, nullopt if nobody wants the
///                heir.
template <typename Renamed, typename Stored, typename IdOf, typename Rename>
std::vector<Renamed> take_renamed(const KnowledgeGraph& graph, const Successors& successors,
                                  std::vector<Stored>& unwanted, IdOf id_of, Rename rename) {
  std::vector<std::string_view> ids;
  for (const Stored& stored : unwanted) ids.push_back(id_of(stored));
  const Heirs heirs(graph, successors, ids);
  std::vector<Renamed> renamed;
  std::vector<Stored> gone;
  for (Stored& stored : unwanted) {
    std::optional<Renamed> now;
    // What another graph has too stays what it is there.
    if (stored.fate == Ledger::Unwanted::kOwn) {
      if (const std::optional<Heir> heir = heirs.of(id_of(stored))) now = rename(stored, *heir);
    }
    if (now) {
      renamed.push_back(std::move(*now));
    } else {
      gone.push_back(std::move(stored));
    }
  }
  unwanted = std::move(gone);
  return renamed;
}

}  // namespace newsgraph
