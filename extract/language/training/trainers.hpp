#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/language/tagger.hpp"
#include "extract/language/training/treebank.hpp"

/// One function a model: each learns from examples and writes the file that extract/language reads.
namespace newsgraph {

/// How a perceptron is trained. Dropout (features left out at random, in percent) and a margin that
/// the right class must lead by matter as much as the number of epochs.
struct Learning {
  int epochs = 10;
  std::int32_t margin = 20;
  unsigned dropout = 10;
};

struct TrainingOptions {
  std::filesystem::path data;    ///< the folder with treebank/, ner/ and raw/
  std::filesystem::path models;  ///< where model files are read and written
  /// Raw text parsed by a better parser, as CoNLL-U; empty for none. A word whose DEPREL is "_"
  /// has an unknown head. See README.md.
  std::filesystem::path parsed;
  /// WordNet's folder, for the lemmas of words that the treebanks do not have.
  std::filesystem::path wordnet = "/usr/share/wordnet";
  std::uint64_t seed = 20160305;
  Learning tagger{10, 20, 15};
  Learning parser{10, 20, 15};
  Learning sentences{10, 20, 15};
  std::uint64_t raw_words = 50'000'000;  ///< of the raw text, for word clusters
  std::size_t raw_paragraphs = 60'000;   ///< of the raw text, for the sentence splitter
  std::size_t raw_sentences = 0;         ///< parsed by two parsers, for a third to learn from
};

std::vector<std::filesystem::path> training_treebanks(const TrainingOptions& options);
std::vector<std::filesystem::path> development_treebanks(const TrainingOptions& options);

/// The model "sentences": where sentences end.
void train_sentences(const TrainingOptions& options);

/// Word clusters from raw text: for each word its cluster, a line "fine<TAB>coarse<TAB>form" in
/// `options.models`/clusters.tsv (not shipped).
void train_clusters(const TrainingOptions& options);

/// The model "words": clusters and ambiguity classes.
void train_words(const TrainingOptions& options);

/// The model "tagger".
void train_tagger(const TrainingOptions& options);

/// Predicts the tags of `examples` by taggers that did not see them in training (fivefold).
void tag_by_jackknife(std::vector<Example>& examples, const TrainingOptions& options);

/// The models "parser" and "lemmas"; they need "words" and "tagger".
void train_parser(const TrainingOptions& options);
void train_lemmas(const TrainingOptions& options);

/// The section that MarginCalibration reads, from decisions on held-out text.
struct Decision {
  std::int32_t margin = 0;
  bool right = false;
};
std::string calibrate(std::vector<Decision> decisions);

}  // namespace newsgraph
