#include "extract/language/names/name_lists.hpp"

#include "extract/language/feature_hash.hpp"
#include "extract/language/names/name_labels.hpp"

namespace newsgraph {
namespace {

std::uint64_t longer_key(std::uint64_t key, const WordFeatures& word) {
  return feature_hash(98, key, word.lower);
}

}  // namespace

std::uint64_t NameLists::key(std::span<const WordFeatures> words) {
  std::uint64_t key = 0;
  for (const WordFeatures& word : words) key = longer_key(key, word);
  return key;
}

std::uint16_t NameLists::find(std::span<const WordFeatures> words) const {
  return table_.find(key(words)).fine;
}

void NameLists::find_all(std::span<const WordFeatures> words,
                         std::vector<ListedName>& found) const {
  found.assign(words.size(), {});
  for (std::size_t i = 0; i < words.size();) {
    std::uint16_t lists = 0;
    std::size_t length = 0;
    if (words[i].has_capital) {
      std::uint64_t key = 0;
      for (std::size_t n = 1; n <= kLongest && i + n <= words.size(); ++n) {
        key = longer_key(key, words[i + n - 1]);
        if (!words[i + n - 1].has_capital) continue;
        const std::uint16_t listed = table_.find(key).fine;
        if (listed == 0) continue;
        lists = listed;
        length = n;
      }
    }
    for (std::size_t k = 0; k < length; ++k) {
      const auto place = length == 1       ? NameLabel::kUnit
                         : k == 0          ? NameLabel::kBegin
                         : k + 1 == length ? NameLabel::kLast
                                           : NameLabel::kInside;
      found[i + k] = {lists, static_cast<std::uint8_t>(place)};
    }
    i += length == 0 ? 1 : length;
  }
}

}  // namespace newsgraph
