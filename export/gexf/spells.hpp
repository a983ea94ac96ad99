#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

/// When relations were reported, for timelines.
namespace newsgraph {

/// Days from `first` to `last`, both included, as numbers YYYYMMDD; 0 where an interval is open.
struct Spell {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const Spell&, const Spell&) = default;
};

/// Adds the days that an EDTF date may mean; nothing where no year is known.
void add_spell(std::vector<Spell>& spells, std::string_view date);

/// Sorts spells, and makes those one that overlap or follow one another without a day between:
/// Gephi refuses intervals of one element that overlap.
void merge_spells(std::vector<Spell>& spells);

/// Spells of a relation: the dates of its claims, merged. Empty if a claim has none: then nothing
/// is known about when it does not hold.
std::vector<Spell> spells_of(const KnowledgeGraph& graph, const Relation& relation);

/// "2024-05-01"
std::string day_text(std::uint32_t day);

}  // namespace newsgraph
