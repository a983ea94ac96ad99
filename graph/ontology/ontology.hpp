#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// A class of relations: one of PLOVER's event classes, or STATE, ROLE, LOCATED, OTHER.
struct RelationClass {
  std::string name;   ///< "REJECT"
  std::string label;  ///< "Reject"
  std::string description;
  std::string group;                    ///< "verbal cooperation"; empty if none
  std::vector<std::string> contraries;  ///< names of classes: "SUPPORT"
};

/// The classes of relations and the predicates that belong to them (schemas/news.ontology.json,
/// compiled in).
///
///     "decline to visit"  REJECT    the longest listed beginning decides: "decline to"
///     "back"              SUPPORT
///     "be president of"   ROLE
///     "frobnicate"        OTHER
class Ontology {
 public:
  static const Ontology& instance();

  /// @throws ParseError if `json` is not in the form of schemas/ontology.schema.json.
  explicit Ontology(std::string_view json);

  /// All classes, in the order of the file.
  const std::vector<RelationClass>& classes() const { return classes_; }

  /// The class of a canonical predicate between entities of these types; OTHER if no beginning of
  /// it is listed.
  const std::string& classify(std::string_view canonical, EntityType subject,
                              EntityType object) const;

  /// The predicates that say the contrary: "accept" of "reject". Empty if none is listed.
  std::span<const std::string> contraries(const std::string& canonical) const;

 private:
  struct Entry {
    std::size_t index = 0;            ///< into classes_
    std::vector<EntityType> objects;  ///< only with one of these as object; any if empty
    std::vector<EntityType> subjects;
  };

  const Entry* find(std::string_view predicate, EntityType subject, EntityType object) const;
  const Entry* longest(std::string_view canonical, EntityType subject, EntityType object) const;

  std::vector<RelationClass> classes_;
  std::size_t other_ = 0;
  std::unordered_map<std::string, std::vector<Entry>> predicates_;
  std::unordered_set<std::string> transparent_;
  std::unordered_map<std::string, std::vector<std::string>> contraries_;
};

}  // namespace newsgraph
