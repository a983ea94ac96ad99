#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/model_file.hpp"
#include "extract/language/sentence.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// Morphological features: what the treebanks mostly give to a word with its tags in the same
/// place of the tree, else to its tags in that place.
///
///     They were (3rd person plural) seen (passive) by people who like (plural) swimming (gerund)
class Morphology {
 public:
  /// @throws ParseError if `file` is no lemma model.
  explicit Morphology(const ModelFile& file);

  /// Sets feats of every token, and the lemma of clitics that only the tree tells apart ("'s" is
  /// "be" or "have"); lemmas, tags and the tree are needed.
  void analyse(Sentence& sentence) const;

 private:
  std::uint16_t find(const Token& token, std::uint64_t place) const;

  std::vector<std::string> values_;
  WordTable by_word_;  ///< number of the value + 1 by morphology_key()
};

/// For each token a number for what its place in the tree says about its features: who the subject
/// is, whether there are auxiliaries, whether a pronoun is a subject or starts a relative clause;
/// 0 for words that the tree says nothing about.
std::vector<std::uint64_t> morphology_places(const Sentence& sentence);

/// Key of a word with its tags in a place; with an empty form, of the tags alone.
std::uint64_t morphology_key(const Token& token, std::string_view form, std::uint64_t place);

}  // namespace newsgraph
