#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Text to annotated sentences: tokenizer and sentence splitter; tags and dependency trees by one
/// of two models; names by the network and a reader of the whole article, or by the latter alone;
/// lemmas, morphological features and repairs of names.
///
/// Immutable after construction: one engine serves all threads. A pure function of the text:
/// equal text gives equal sentences on every machine.
class LanguageEngine {
 public:
  /// What finds tags, trees and names.
  enum class Model {
    kDefault,  ///< a neural network: neural/network.hpp
    kFast,     ///< averaged perceptrons: faster, by much on older processors, with more mistakes
  };

  /// @param models  Folder with the shipped weights; see models/README.md.
  /// @throws IoError or ParseError if a model is missing, damaged or of another version.
  explicit LanguageEngine(const std::filesystem::path& models, Model model = Model::kDefault);
  ~LanguageEngine();
  LanguageEngine(LanguageEngine&&) noexcept;
  LanguageEngine& operator=(LanguageEngine&&) noexcept;

  /// Sentences of the article's paragraphs, in order; spans point into `article.text`. Accepts any
  /// text and cannot fail.
  std::vector<Sentence> analyse(const Article& article) const;

  /// Sentences of `block` of `text`.
  std::vector<Sentence> analyse(std::string_view text, Span block) const;

  /// Adds tags, lemmas, tree and names to a sentence whose tokens have form and span. Sentences
  /// above kLongestSentence are read in pieces (long_sentences.hpp), so that time stays linear.
  void annotate(Sentence& sentence) const;

  /// The same for the sentences of one article, in order: the network reads them together, which is
  /// faster, and names are looked up throughout the article.
  void annotate(std::span<Sentence> sentences) const;

  /// Changes whenever an output may change: models and code version. Part of the extractor's
  /// fingerprint that the graph file keeps for each article.
  const std::string& fingerprint() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Where the models are: $NEWSGRAPH_MODELS if set, else beside the running program's installation
/// (PREFIX/share/newsgraph/models), else in the build's source tree.
/// @throws IoError naming each place looked at.
std::filesystem::path find_models();

}  // namespace newsgraph
