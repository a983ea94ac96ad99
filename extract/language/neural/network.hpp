#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "extract/language/model_file.hpp"
#include "extract/language/neural/kernels.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph {

/// The neural model: tags, dependency trees and names from one reading of a sentence by
/// bidirectional LSTMs, with a biaffine parser on top (Dozat and Manning, 2017), in 8-bit
/// arithmetic. README.md describes it.
///
/// Immutable after construction and callable from several threads. What it says of a sentence
/// depends on that sentence's forms alone: not on its neighbours, the number of threads or the
/// processor.
class Network {
 public:
  /// Longer sentences are read in pieces, cut behind punctuation where there is some: attention
  /// between all words would take quadratic time. The pieces' trees are joined by "parataxis".
  static constexpr std::size_t kMostWords = 256;

  /// @param file     A model of kind "network"; must outlive this.
  /// @param kernels  For tests; all give the same.
  /// @throws ParseError
  explicit Network(const ModelFile& file, const Kernels& kernels = best_kernels());
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  /// Scores of a sentence's words for each label of a name, [word][NameLabel::kCount], in units of
  /// 1 / kScoreUnits.
  using NameScores = std::vector<std::int32_t>;

  /// Sets upos, xpos, head, deprel, head_score and names of sentences whose tokens have forms.
  /// Fastest with many sentences at once.
  void annotate(std::span<Sentence> sentences) const;

  /// The same, but in the place of names their scores, one element for each sentence.
  void annotate(std::span<Sentence> sentences, std::vector<NameScores>& scores) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
