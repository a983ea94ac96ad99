#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/word_features.hpp"

namespace newsgraph {

/// Lists that a name may stand in; a bit of NameLists::find() each. Their sources are in
/// models/README.md.
enum class NameList : std::uint8_t {
  kGivenName,    ///< census
  kSurname,      ///< census, frequent
  kRareSurname,  ///< census
  kCountry,      ///< countries and states of the United States
  kLargeCity,    ///< from 100,000 inhabitants
  kCity,         ///< from 15,000
  kKnownPerson,  ///< WordNet's persons, as the next three
  kKnownPlace,   ///<
  kKnownGroup,   ///<
  kKnownOther,   ///< works, events, buildings
};

/// Where a word stands in the longest listed name at that place.
struct ListedName {
  std::uint16_t lists = 0;  ///< 0: in none
  std::uint8_t place = 0;   ///< NameLabel::Place
};

/// Names by lists, as hashes: hints among others, of which the reader learns how far to trust them.
class NameLists {
 public:
  static constexpr std::size_t kLongest = 6;  ///< in words

  NameLists() = default;

  /// @param bytes  A section of a ModelFile, as encode_word_table() makes it; must outlive this.
  /// @throws ParseError (naming `source`)
  NameLists(std::string_view bytes, const std::string& source) : table_(bytes, source) {}

  /// Key of the name that `words` form.
  static std::uint64_t key(std::span<const WordFeatures> words);

  /// The lists that the name of these words stands in, a bit each; case does not matter.
  std::uint16_t find(std::span<const WordFeatures> words) const;

  /// For each word of a sentence its place in the longest listed names, found from left to right;
  /// they begin with a capital.
  void find_all(std::span<const WordFeatures> words, std::vector<ListedName>& found) const;

 private:
  WordTable table_;
};

}  // namespace newsgraph
