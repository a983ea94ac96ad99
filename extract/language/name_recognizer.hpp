#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/language/calibration.hpp"
#include "extract/language/feature_buffer.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/sparse_weights.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

inline constexpr std::size_t kNameTypes = 9;

/// A token's label: outside (0), or its place in a name of a type (BILOU).
struct NameLabel {
  enum Place : std::uint8_t { kBegin, kInside, kLast, kUnit };
  static constexpr std::size_t kCount = 1 + 4 * kNameTypes;
  static constexpr std::uint32_t kOutside = 0;

  static std::uint32_t of(NameType type, Place place) {
    return 1 + 4 * static_cast<std::uint32_t>(type) + place;
  }
  static NameType type(std::uint32_t label) { return static_cast<NameType>((label - 1) / 4); }
  static Place place(std::uint32_t label) { return static_cast<Place>((label - 1) % 4); }

  /// Whether the name goes on behind a token with `label`.
  static bool is_open(std::uint32_t label) {
    return label != kOutside && (place(label) == kBegin || place(label) == kInside);
  }
  /// Whether `next` may follow `label`.
  static bool can_follow(std::uint32_t label, std::uint32_t next) {
    const bool continues = next != kOutside && (place(next) == kInside || place(next) == kLast);
    if (!is_open(label)) return !continues;
    return continues && type(label) == type(next);
  }
};

/// The types that the words of an article's names had so far, so that "Soskin" behind "Oleg Soskin"
/// is known as a person.
class NameMemory {
 public:
  void add(std::uint32_t form, NameType type) { ++counts_[form][static_cast<std::size_t>(type)]; }

  /// 0 if the word was in no name yet, else the number of its most frequent type + 1.
  std::uint32_t find(std::uint32_t form) const;

 private:
  std::unordered_map<std::uint32_t, std::array<std::uint16_t, kNameTypes>> counts_;
};

/// Names that an earlier model found again and again in raw text, with the type it mostly gave
/// them; hashes only. A hint among others: the recogniser learns how far to trust it.
class NameLexicon {
 public:
  static constexpr std::size_t kLongest = 6;

  NameLexicon() = default;

  /// @param bytes  A section of a ModelFile, as encode_word_table() makes it: NameType + 1 by key.
  /// @throws ParseError (naming `source`)
  NameLexicon(std::string_view bytes, const std::string& source) : table_(bytes, source) {}

  /// For each word 0, or a number for type, frequency and place in the longest known name there.
  void find(std::span<const WordFeatures> words, std::vector<std::uint32_t>& hints) const;

  /// Key of the name that `words` form.
  static std::uint64_t key(std::span<const WordFeatures> words);

 private:
  WordTable table_;
};

/// What the recogniser sees of one word beside WordFeatures.
struct NameWord {
  std::uint32_t tag = 0;
  std::uint32_t hint = 0;       ///< from NameLexicon
  std::uint32_t run_begin = 0;  ///< the run of capitalised words around it, [begin, end)
  std::uint32_t run_end = 0;
  bool may_start = false;  ///< whether a name may start here at all
};
void name_words(std::span<const WordFeatures> words, const Sentence& sentence,
                const NameLexicon& lexicon, std::vector<NameWord>& result);

void name_features(std::span<const WordFeatures> words, std::span<const NameWord> name_words,
                   std::size_t i, std::uint32_t label1, std::uint32_t label2,
                   const NameMemory& memory, FeatureBuffer& features);

/// Finds and types names: an averaged perceptron that labels from left to right. Titles are no
/// part of a name. Plug point: another recogniser has to fill names.
class NameRecognizer {
 public:
  /// @throws ParseError if `file` is no name model.
  explicit NameRecognizer(const ModelFile& file);

  /// Sets names; upos and xpos are needed. Reads and extends what `memory` knows of the article.
  void recognize(std::span<const WordFeatures> words, Sentence& sentence, NameMemory& memory) const;

 private:
  NameLexicon lexicon_;
  SparseWeights weights_;
  MarginCalibration calibration_;
};

/// The best label that may follow `previous`; `margin` becomes its lead over the next.
std::uint32_t best_name_label(const Scores& scores, std::uint32_t previous, bool last_token,
                              std::int32_t& margin);

/// The names that a sequence of labels means.
std::vector<NamedMention> names_of(std::span<const std::uint32_t> labels);

}  // namespace newsgraph
