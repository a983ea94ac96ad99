#include "graph/identity/name_clusters.hpp"

#include <algorithm>

#include "graph/identity/name_tables.hpp"
#include "graph/identity/thing_name.hpp"

namespace newsgraph {
namespace {

constexpr const char* kBare = "bare ";
constexpr const char* kThing = "thing ";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + '.';
  return text;
}

std::string full_key(const PersonName& person) {
  return "person " + person.family + ',' + person.given + ',' + person.suffix;
}

/// What stands for the middle names in the key of a person, given all middle names that go with
/// the same given and family name. Where all of them agree pairwise there is one person and they
/// do not count; else who has none stands alone, and an initial belongs to the only name it fits.
class MiddleNames {
 public:
  void add(const std::vector<std::string>& middles) {
    if (!middles.empty()) all_.insert(middles);
  }

  std::string key(const std::vector<std::string>& middles) const {
    if (agree(all_)) return "";
    if (middles.empty()) return "-";
    std::set<std::vector<std::string>> fitting;
    for (const auto& other : all_) {
      if (middles_agree(middles, other)) fitting.insert(other);
    }
    return joined(agree(fitting) ? *std::max_element(fitting.begin(), fitting.end(), shorter)
                                 : middles);
  }

 private:
  static bool shorter(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::string left = joined(a);
    const std::string right = joined(b);
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  }

  static bool agree(const std::set<std::vector<std::string>>& names) {
    if (names.size() > 8) return false;  // hostile: nobody has that many
    for (const auto& a : names) {
      for (const auto& b : names) {
        if (!middles_agree(a, b)) return false;
      }
    }
    return true;
  }

  std::set<std::vector<std::string>> all_;
};

}  // namespace

NameClusters::Use NameClusters::add(std::string_view name, NameFamily family) {
  std::string key(name);
  key += '\0';
  key += static_cast<char>('0' + static_cast<int>(family));
  const auto [found, added] = index_.emplace(std::move(key), static_cast<Use>(uses_.size()));
  if (added) {
    NameUse use;
    use.name = name;
    use.family = family;
    use.key = thing_key(name);
    if (family != NameFamily::kThing) use.person = parse_person_name(name);
    // "United States", whatever the article's analysis took it for; but "Jordan" may be a person.
    if (use.key.starts_with('=') &&
        (name.find(' ') != std::string_view::npos || is_acronym(name))) {
      use.family = NameFamily::kThing;
    }
    uses_.push_back(std::move(use));
  }
  return found->second;
}

void NameClusters::add_acronym(Use acronym, Use full) {
  if (acronym != full) uses_[acronym].full.insert(full);
}

NameClusters::Cluster NameClusters::cluster_of_key(const std::string& key) {
  return clusters_.emplace(key, static_cast<Cluster>(clusters_.size())).first->second;
}

void NameClusters::add_candidate(const PersonName& person, Cluster cluster) {
  by_family_name_[person.family].insert(cluster);
  if (!person.family_alt.empty()) by_family_name_[person.family_alt].insert(cluster);
}

void NameClusters::resolve() {
  settle_families();
  resolve_full_persons();
  resolve_initials();
  resolve_things();
  resolve_acronyms();
  resolve_bare_persons();
}

/// A name of several words is not both a person's and a thing's: where the analyses of several
/// articles disagree, a given name decides.
void NameClusters::settle_families() {
  std::unordered_map<std::string, unsigned> families;
  for (const NameUse& use : uses_) families[use.key] |= 1u << static_cast<unsigned>(use.family);
  constexpr unsigned kBoth = 1u << static_cast<unsigned>(NameFamily::kPerson) |
                             1u << static_cast<unsigned>(NameFamily::kThing);
  for (NameUse& use : uses_) {
    if ((families[use.key] & kBoth) != kBoth || use.key.find(' ') == std::string::npos) continue;
    use.person = parse_person_name(use.name);
    const bool person = NameTables::instance().is_given_name(use.person.given);
    use.family = person ? NameFamily::kPerson : NameFamily::kThing;
  }
}

void NameClusters::resolve_full_persons() {
  const auto is_full = [](const NameUse& use) {
    if (use.family != NameFamily::kPerson || use.person.is_initial()) return false;
    // A bare "Pope Leo" is as good as a full name.
    return !use.person.is_bare() || !use.person.family_alt.empty();
  };
  std::unordered_map<std::string, MiddleNames> middles;
  for (const NameUse& use : uses_) {
    if (is_full(use)) middles[full_key(use.person)].add(use.person.middles);
  }
  for (NameUse& use : uses_) {
    if (!is_full(use)) continue;
    const std::string key = full_key(use.person);
    use.cluster = cluster_of_key(key + ',' + middles[key].key(use.person.middles));
    add_candidate(use.person, use.cluster);
  }
}

void NameClusters::resolve_initials() {
  // Which full names an initial fits is asked of the names, not of the clusters they made.
  std::unordered_map<std::string, std::vector<const NameUse*>> full;
  for (const NameUse& use : uses_) {
    if (use.family != NameFamily::kPerson || use.person.is_bare() || use.person.is_initial())
      continue;
    full[use.person.family].push_back(&use);
  }
  std::vector<std::pair<PersonName, Cluster>> alone;
  for (NameUse& use : uses_) {
    if (use.family != NameFamily::kPerson || !use.person.is_initial()) continue;
    std::set<Cluster> fitting;
    if (const auto found = full.find(use.person.family); found != full.end()) {
      for (const NameUse* other : found->second) {
        if (given_names_agree(use.person, other->person) &&
            middles_agree(use.person.middles, other->person.middles)) {
          fitting.insert(other->cluster);
        }
      }
    }
    if (fitting.size() == 1) {
      use.cluster = *fitting.begin();
    } else {
      use.cluster = cluster_of_key(full_key(use.person) + ',' + joined(use.person.middles));
      alone.emplace_back(use.person, use.cluster);
    }
  }
  for (const auto& [person, cluster] : alone) add_candidate(person, cluster);
}

void NameClusters::resolve_things() {
  std::set<std::string> persons;  // the words that name a person somewhere
  for (const NameUse& use : uses_) {
    if (use.family == NameFamily::kThing) thing_keys_.insert(use.key);
    if (use.family == NameFamily::kPerson) persons.insert(use.key);
  }
  for (NameUse& use : uses_) {
    // Of unknown family: what its equals are, a thing if there are both or neither.
    if (use.family == NameFamily::kUnknown && !thing_keys_.contains(use.key) &&
        (persons.contains(use.key) ||
         (use.person.is_bare() && by_family_name_.contains(use.person.family)))) {
      continue;
    }
    if (use.family != NameFamily::kPerson) use.cluster = cluster_of_key(kThing + use.key);
  }
}

void NameClusters::resolve_acronyms() {
  std::map<std::string, std::set<Cluster>> introduced;
  for (const NameUse& use : uses_) {
    for (const Use full : use.full) {
      if (uses_[full].full.empty()) introduced[use.key].insert(uses_[full].cluster);
    }
  }
  for (NameUse& use : uses_) {
    if (use.family == NameFamily::kPerson || use.key.starts_with('=') || !is_acronym(use.name))
      continue;
    const auto found = introduced.find(use.key);
    if (found != introduced.end() && found->second.size() == 1)
      use.cluster = *found->second.begin();
  }
}

void NameClusters::resolve_bare_persons() {
  std::unordered_map<std::string, Cluster> persons;  // exact words, for names of unknown family
  for (NameUse& use : uses_) {
    if (use.family != NameFamily::kPerson || !use.person.is_bare() ||
        !use.person.family_alt.empty()) {
      if (use.family == NameFamily::kPerson) persons.emplace(use.key, use.cluster);
      continue;
    }
    use.is_weak = true;
    const auto found = by_family_name_.find(use.person.family);
    // "John" in one article is not the Seth John of another: those who have a given name are many.
    const bool given = NameTables::instance().is_given_name(use.person.family);
    if (found != by_family_name_.end() && found->second.size() == 1 && !given) {
      use.cluster = *found->second.begin();
    } else if (found == by_family_name_.end() && thing_keys_.contains(use.key)) {
      // Nobody of that family name is known: the analysis took a thing for a person.
      use.cluster = cluster_of_key(kThing + use.key);
    } else {
      use.cluster = cluster_of_key(kBare + use.person.family);
    }
    persons.emplace(use.key, use.cluster);
  }
  for (NameUse& use : uses_) {
    if (use.family != NameFamily::kUnknown || thing_keys_.contains(use.key)) continue;
    if (const auto found = persons.find(use.key); found != persons.end()) {
      use.cluster = found->second;
      use.is_weak = use.person.is_bare();
    } else if (const auto family = by_family_name_.find(use.person.family);
               use.person.is_bare() && family != by_family_name_.end()) {
      use.is_weak = true;
      use.cluster = family->second.size() == 1 ? *family->second.begin()
                                               : cluster_of_key(kBare + use.person.family);
    }
  }
}

NameClusters::Cluster NameClusters::cluster(Use use, std::span<const Use> beside) const {
  const NameUse& weak = uses_[use];
  if (!weak.is_weak) return weak.cluster;
  std::set<Cluster> fitting;
  for (const Use other : beside) {
    const NameUse& full = uses_[other];
    if (full.family != NameFamily::kPerson || full.is_weak) continue;
    if (full.person.family == weak.person.family || full.person.family_alt == weak.person.family) {
      fitting.insert(full.cluster);
    }
  }
  return fitting.size() == 1 ? *fitting.begin() : weak.cluster;
}

}  // namespace newsgraph
