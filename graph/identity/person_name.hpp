#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// A person's name taken apart, in keys that spelling does not change (spelling.hpp).
///
///     "Gen. Marta J. van Keller Jr."  given "marta", middles {"j"}, family "vankeller", suffix
///     "jr" "Keller"                        family only: the name is bare "Han Min-jun" family
///     "han", given "minjun"
struct PersonName {
  std::string given;                 ///< key of the first given name; one letter for an initial
  std::string given_letter;          ///< its first letter as written
  std::vector<std::string> middles;  ///< keys
  std::string family;                ///< key
  std::string family_alt;            ///< a second word that alone may name the person; often empty
  std::string suffix;                ///< jr, sr, ii, iii, iv

  bool is_bare() const { return given.empty(); }
  bool is_initial() const { return given.size() == 1; }
  friend bool operator==(const PersonName&, const PersonName&) = default;
};

/// Takes any text apart; titles go, but for those that make a name of a given name ("Pope Leo" is
/// the bare name "pope leo").
PersonName parse_person_name(std::string_view name);

/// Whether two names may be one person's by their given names and suffixes: equal, equivalent in
/// another language, one an initial of the other, or one of them bare. Family names are not looked
/// at.
bool given_names_agree(const PersonName& a, const PersonName& b);

/// Whether middle names agree: one has none, or each equals, or is the initial of, its opposite.
bool middles_agree(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace newsgraph
