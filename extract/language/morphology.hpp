#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// Morphological features: what mostly goes with the word and its tags in the treebanks, then what
/// only the tree shows (passives, imperatives, participles).
class Morphology {
 public:
  /// @throws ParseError if `file` is no lemma model.
  explicit Morphology(const ModelFile& file);

  /// Sets feats of every token; upos, xpos and the tree are needed.
  void analyse(Sentence& sentence) const;

 private:
  std::vector<std::string> values_;
  WordTable by_word_;  ///< number of the value + 1 by morphology_key()
};

/// Key of a word with its tags; with an empty form, of the tags alone.
std::uint64_t morphology_key(Upos upos, std::string_view xpos, std::string_view form);

}  // namespace newsgraph
