#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/feature_buffer.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/sparse_weights.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// How a form becomes a lemma: change the case, take bytes off the end, put others there.
/// "studies" -> "study" is {kLower, 3, "y"}.
struct LemmaRule {
  enum Case : std::uint8_t { kLower, kKeep, kCapitalize };
  static constexpr std::uint8_t kWhole = 255;  ///< everything is replaced: "went" -> "go"

  Case letter_case = kLower;
  std::uint8_t strip = 0;
  std::string suffix;

  std::string apply(std::string_view form) const;

  /// The rule that turns `form` into `lemma` with the least change.
  static LemmaRule between(std::string_view form, std::string_view lemma);

  friend auto operator<=>(const LemmaRule&, const LemmaRule&) = default;
};

/// What a lemma depends on.
struct LemmaWord {
  std::string_view form;
  Upos upos = Upos::kX;
  std::string_view xpos;
  bool shouted = false;  ///< in a sentence all in capitals, where capitals say nothing
};

/// Lemmas by tags and form: a table of exceptions, and for all other words a linear choice among
/// rules by the word's ending. Plug point: another lemmatizer has to fill lemma.
class Lemmatizer {
 public:
  /// @throws ParseError if `file` is no lemma model.
  explicit Lemmatizer(const ModelFile& file);

  std::string lemma(const LemmaWord& word) const;

  /// Sets the lemma of every token; upos and xpos are needed.
  void lemmatize(Sentence& sentence) const;

 private:
  std::vector<LemmaRule> rules_;
  WordTable exceptions_;  ///< rule number + 1 by lemma_key()
  SparseWeights weights_;
};

/// Whether most of the sentence's words are in capitals, as in headlines: three at least.
bool is_shouted(const Sentence& sentence);

/// Key of the exceptions. Names in capitals have their own ("US"), other words share one.
std::uint64_t lemma_key(const LemmaWord& word);

void lemma_features(const LemmaWord& word, FeatureBuffer& features);

}  // namespace newsgraph
