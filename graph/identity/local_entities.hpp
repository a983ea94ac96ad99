#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/identity/name_clusters.hpp"

namespace newsgraph {

/// What one article speaks of: a coreference chain, or what is left of one whose names cannot all
/// name the same.
struct LocalEntity {
  NodeKind kind = NodeKind::kConcept;
  EntityType type = EntityType::kOther;
  std::optional<NameClusters::Use> name;    ///< its fullest name, where it has one
  std::string key;                          ///< of what has no name: equal keys, one node
  std::string head;                         ///< of events: lemma of the head
  std::string date;                         ///< of events: EDTF; empty if unknown
  std::vector<std::uint32_t> participants;  ///< of events: mentions
  bool is_identified = false;               ///< worth a node however little is said of it
};

struct LocalEntities {
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::vector<LocalEntity> entities;
  std::vector<std::uint32_t> of_mention;  ///< index into entities; kNone for unresolved pronouns
  std::vector<std::pair<NameClusters::Use, NameClusters::Use>> acronyms;  ///< (acronym, full name)
};

/// Chains of `extraction` as entities; adds their names to `names`. Names in one chain are taken
/// for one entity unless they contradict each other: a person and a place, two persons with other
/// given or family names, two known states. Those are separated again, the other mentions staying
/// with the most frequent full name.
LocalEntities local_entities(const Extraction& extraction, NameClusters& names);

/// The name by which `mention` takes part in identity: with its title where that makes a name of a
/// given name ("Pope Leo").
std::string identity_name(const Mention& mention);

}  // namespace newsgraph
