#pragma once

#include <string>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/proposition/open_ie/open_tuples.hpp"

namespace newsgraph {

/// The Open IE tuples of one article.
struct OpenExtraction {
  std::vector<std::string> sentences;  ///< as written, white space folded
  std::vector<OpenTuple> tuples;       ///< in order of their sentences
  std::uint64_t tokens = 0;

  friend bool operator==(const OpenExtraction&, const OpenExtraction&) = default;
};

/// Articles to Open IE tuples; stands beside PropositionExtractor, and shares all but its last
/// step.
class OpenTupleExtractor {
 public:
  /// Where sentences and words end.
  enum class Tokens : std::uint8_t {
    kFound,  ///< found by the tokenizer
    kGiven,  ///< every block of the article is a sentence, its words stand apart, with the brackets
             ///< and quotes of the Penn Treebank (penn_tokens.hpp)
  };

  OpenTupleExtractor(LanguageEngine engine, TupleStyle style, Tokens tokens);

  /// A pure function of the article; callable from several threads.
  OpenExtraction extract(const Article& article) const;

 private:
  LanguageEngine engine_;
  TupleStyle style_;
  Tokens tokens_;
};

}  // namespace newsgraph
