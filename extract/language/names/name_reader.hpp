#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "extract/language/model_file.hpp"
#include "extract/language/names/name_lists.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// Finds and types the names of an article, as a second opinion beside the network's or alone: a
/// small network over hashed features (reader_features.hpp) of words with capitals. What it sees
/// that a reader of single sentences does not: the other places of a word in the article, and lists
/// of names. README.md describes it.
///
/// Immutable after construction and callable from several threads. What comes out depends on the
/// article alone, not on threads or processor.
class NameReader {
 public:
  /// @param file  A model of kind "name reader"; must outlive this.
  /// @throws ParseError
  explicit NameReader(const ModelFile& file);
  ~NameReader();
  NameReader(NameReader&&) noexcept;
  NameReader& operator=(NameReader&&) noexcept;

  /// Sets names of an article's sentences, whose xpos is needed.
  /// @param features  Of all their words in one row.
  /// @param scores    What another model thinks of the labels of each sentence,
  ///                  [word][NameLabel::kCount] in units of 1 / kScoreUnits (Network::NameScores);
  ///                  empty if there is none.
  void find_names(std::span<Sentence> sentences, std::span<const WordFeatures> features,
                  std::span<const std::vector<std::int32_t>> scores) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
