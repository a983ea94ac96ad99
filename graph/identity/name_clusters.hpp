#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/identity/person_name.hpp"

namespace newsgraph {

/// As what a name is used, as far as identity cares. Persons are never organisations or places;
/// those are one family, because "the Kremlin" and "London" are both.
enum class NameFamily : std::uint8_t { kPerson, kThing, kUnknown };

/// Decides which names, over all articles, name one entity.
///
/// The decision is a function of the set of names alone, never of how often or in which order they
/// came. Strong names are put together by key, so that all members of a cluster agree pairwise;
/// weak names (a bare family name, one with an initial, an acronym that an article introduced) join
/// a cluster only where it is the only one they fit:
///
///     Marta Keller, Marta J. Keller      one cluster: same family, given names agree, no middle
///     conflicts Keller                             joins it, as long as there is no other Keller
///     Ivan Keller                        another; now "Keller" stands alone, unless the article
///     names
///                                        just one of the two in full
///     ACF                                joins "Alpine Climbing Federation", where an article
///     writes both
class NameClusters {
 public:
  using Use = std::uint32_t;  ///< a distinct (name, family)
  using Cluster = std::uint32_t;

  /// Makes `name` known; the same for equal arguments.
  Use add(std::string_view name, NameFamily family);
  /// An article gives `acronym` as short for `full`.
  void add_acronym(Use acronym, Use full);

  /// To be called once, after all names are known.
  void resolve();

  /// The cluster of `use` in an article whose names are `beside` (a bare family name belongs to
  /// the only full name of the article it fits, before it looks at other articles).
  Cluster cluster(Use use, std::span<const Use> beside) const;

  std::size_t cluster_count() const { return clusters_.size(); }
  const std::string& name(Use use) const { return uses_[use].name; }
  NameFamily family(Use use) const { return uses_[use].family; }
  const PersonName& person(Use use) const { return uses_[use].person; }

 private:
  struct NameUse {
    std::string name;
    NameFamily family = NameFamily::kUnknown;
    PersonName person;     ///< of persons
    std::string key;       ///< of things
    Cluster cluster = 0;   ///< after resolve()
    bool is_weak = false;  ///< after resolve(): the article may know better
    std::set<Use> full;    ///< of an acronym: what it was introduced for
  };

  void settle_families();
  void resolve_things();
  void resolve_acronyms();
  void resolve_full_persons();
  void resolve_initials();
  void resolve_bare_persons();
  Cluster cluster_of_key(const std::string& key);
  void add_candidate(const PersonName& person, Cluster cluster);

  std::vector<NameUse> uses_;
  std::unordered_map<std::string, Use> index_;
  std::unordered_map<std::string, Cluster> clusters_;
  std::unordered_map<std::string, std::set<Cluster>> by_family_name_;  ///< of full names
  std::set<std::string> thing_keys_;
};

}  // namespace newsgraph
