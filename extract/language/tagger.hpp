#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/language/feature_buffer.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/sparse_weights.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// A joint tag: universal and Penn part of speech.
struct JointTag {
  Upos upos = Upos::kX;
  std::string xpos;

  friend auto operator<=>(const JointTag&, const JointTag&) = default;
};

/// Part-of-speech tagger: an averaged perceptron (Collins, 2002) that tags from left to right.
/// Plug point: another tagger has to fill upos and xpos.
class Tagger {
 public:
  /// @throws ParseError if `file` is no tagger.
  explicit Tagger(const ModelFile& file);

  /// Sets upos and xpos of every token. `words` are the features of its tokens.
  void tag(std::span<const WordFeatures> words, Sentence& sentence) const;

 private:
  std::vector<JointTag> tags_;
  SparseWeights weights_;
};

/// Features of token `i` behind tokens that got the tags `tag1` (i - 1) and `tag2` (i - 2); 0
/// stands for no token, tag number t for t + 1. What the trainer and the tagger share.
void tagger_features(std::span<const WordFeatures> words, std::size_t i, std::uint32_t tag1,
                     std::uint32_t tag2, FeatureBuffer& features);

/// Index of the highest of the first `count` scores; the first of equals.
std::size_t best_class(const Scores& scores, std::size_t count);

}  // namespace newsgraph
