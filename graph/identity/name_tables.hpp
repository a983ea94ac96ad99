#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/identity/spelling.hpp"

namespace newsgraph {

/// A place or organisation that goes by several names (tables/countries.tsv, known_names.tsv).
struct KnownName {
  std::string name;  ///< usual: "United States"
  EntityType type = EntityType::kPlace;
};

/// What is known of names in general, never of single persons: the files in tables/, which are
/// compiled in. Immutable; one instance serves all threads.
class NameTables {
 public:
  static const NameTables& instance();

  /// The place or organisation of that name, as written; acronyms of up to three letters only in
  /// capitals ("US", not "us"). nullptr if unknown.
  const KnownName* known(std::string_view name) const;
  /// As known(), by name_tokens() joined.
  const KnownName* known_folded(const std::string& name) const;

  /// The state of a nationality adjective, folded: "north korean" gives "North Korea".
  const std::string* state_of(const std::string& adjective) const;

  /// First name of the set of equivalents that `given` (folded) stands in, else its spelling key.
  std::string given_name_key(const std::string& given) const;

  /// Whether given_name_key() made `key` of a name that the table holds.
  bool is_given_name(const std::string& key) const { return given_.contains(spelling_key(key)); }

  bool is_title(const std::string& token) const { return titles_.contains(token); }
  /// Titles that make a name of a single given name: pope, king.
  bool is_kept_title(const std::string& token) const { return kept_titles_.contains(token); }
  bool is_family_name_first(const std::string& token) const {
    return family_first_.contains(token);
  }

 private:
  NameTables();
  void read_known(std::string_view table, bool countries);
  void read_given_names();
  void read_titles();

  std::vector<KnownName> names_;
  std::unordered_map<std::string, std::size_t> known_;       // folded -> names_
  std::unordered_map<std::string, std::size_t> acronyms_;    // of up to three letters, alike
  std::unordered_map<std::string, std::string> adjectives_;  // folded -> state
  std::unordered_map<std::string, std::string> given_;       // spelling key -> first of its set
  std::unordered_set<std::string> titles_, kept_titles_, family_first_;
};

/// Whether `name` is one word of two to six capitals and digits ("NATO", "G7", "U.S.").
bool is_acronym(std::string_view name);

}  // namespace newsgraph
