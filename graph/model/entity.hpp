#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// A surface form of an entity.
struct Alias {
  std::string text;
  std::uint32_t count = 0;  ///< mentions in this form
  std::string rule;  ///< why it is this entity: "name", "surname", "spelling", "acronym", ...

  friend bool operator==(const Alias&, const Alias&) = default;
};

/// A node of the knowledge graph: the Boost.Graph vertex property.
struct Entity {
  std::uint64_t id = 0;  ///< that of its earliest mention; printed as e_<16 hex digits>
  std::string label;     ///< its most frequent full name, or noun phrase
  NodeKind kind = NodeKind::kEntity;
  EntityType type = EntityType::kOther;
  std::string value;                ///< of kValue: normalised
  std::vector<Alias> aliases;       ///< names only, label included; by count, then text
  std::vector<std::string> titles;  ///< "President", "Ambassador"; sorted, unique
  std::uint32_t mentions = 0;
  std::uint32_t articles = 0;  ///< in how many articles it is mentioned
  std::string first_seen;      ///< publication dates of its mentions, EDTF; empty if unknown
  std::string last_seen;

  friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace newsgraph
