#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/language/names/name_lists.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// What the reader of names sees of an article's words, in one row from the first sentence to the
/// last: their features, runs of capitals, lists, and where else in the article a word stands.
class NameArticle {
 public:
  /// A word and its surroundings.
  struct Word {
    std::uint32_t tag = 0;    ///< hash of its Penn tag
    std::uint32_t begin = 0;  ///< its sentence, [begin, end)
    std::uint32_t end = 0;
    std::uint32_t run_begin = 0;  ///< the run of words with capitals around it, else the word
    std::uint32_t run_end = 0;
    std::uint16_t lists = 0;  ///< of the word by itself
    ListedName listed;        ///< of the longest listed name there
    bool proper = false;      ///< tagged as a proper noun
    bool headline = false;    ///< most words of its sentence have capitals
  };

  /// Other places of a word that are looked at.
  static constexpr std::size_t kMostOthers = 4;

  /// Replaces what was read by `sentences`, whose xpos is needed.
  /// @param features  Of all their words in one row (word_features()). They and `lists` must
  /// outlive
  ///                  what is read.
  void read(std::span<const Sentence> sentences, std::span<const WordFeatures> features,
            const NameLists& lists);

  std::size_t size() const { return words_.size(); }
  const Word& word(std::size_t i) const { return words_[i]; }
  const WordFeatures& features(std::size_t i) const { return features_[i]; }
  std::span<const WordFeatures> features() const { return features_; }
  const NameLists& lists() const { return *lists_; }

  /// Whether word `i` may be part of a name as far as the reader is concerned: it has a capital or
  /// the tag of a proper noun, or stands with at most another between two with capitals ("Bank of
  /// the West").
  bool is_candidate(std::size_t i) const;

  /// Whether the article has word `i` in small letters.
  bool is_small_elsewhere(std::size_t i) const { return small_.contains(features_[i].lower); }

  /// Sets `others` to the first places where the form of word `i` stands beside this one.
  /// @return how many there are in the whole article, this one counted.
  std::uint32_t others(std::size_t i, std::vector<std::uint32_t>& others) const;

 private:
  struct Places {
    std::uint32_t count = 0;
    std::array<std::uint32_t, kMostOthers + 1> first{};
  };

  void read_sentence(const Sentence& sentence);

  const NameLists* lists_ = nullptr;
  std::span<const WordFeatures> features_;
  std::vector<Word> words_;
  std::vector<ListedName> listed_;                    ///< of the sentence at hand
  std::unordered_map<std::uint32_t, Places> places_;  ///< of words with a capital, by form
  std::unordered_set<std::uint32_t> small_;           ///< words without one
};

}  // namespace newsgraph
