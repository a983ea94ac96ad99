#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/base/span.hpp"
#include "extract/language/feature_buffer.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/sparse_weights.hpp"

namespace newsgraph {

/// A token as the splitter sees it.
struct BoundaryToken {
  enum class Kind : std::uint8_t {
    kOutside,  ///< before the first or behind the last token
    kWord,     ///< in lower case
    kCapitalized,
    kCapitals,
    kLetters,  ///< without case, or in mixed case
    kNumber,
    kMixed,  ///< letters and digits
    kComma,
    kSymbol,
    kInternet,  ///< with "@", "://" or "www."
    kTitle,     ///< "Mr."
    kInitial,   ///< "J."
    kAcronym,   ///< "U.S."
    kShort,     ///< "Inc."
    kStop,      ///< "."
    kQuestion,  ///< "?", "!", "?!"
    kEllipsis,
    kColon,
    kSemicolon,
    kDash,
    kBullet,
    kDrawing,  ///< "====", "***"
    kOpenQuote,
    kCloseQuote,
    kQuote,  ///< straight, with blanks or none on both sides
    kOpenBracket,
    kCloseBracket,
  };
  Kind kind = Kind::kOutside;
  std::uint32_t form = 0;    ///< hashes: as written but for digits and quotes,
  std::uint32_t lower = 0;   ///< in lower case,
  std::uint32_t shape = 0;   ///< by classes of characters,
  std::uint32_t suffix = 0;  ///< of the last three bytes
  std::uint8_t size = 0;     ///< in bytes, at most 255
  bool space_before = false;
};

/// What may tell a sentence's end, seen from the place between two tokens of a block: the words
/// around it past quotes and brackets, abbreviations, capitals, open brackets, how long the
/// sentence is so far, and whether the block starts its sentences with capitals at all.
class BoundaryView {
 public:
  /// `tokens` are those of one block of `text`.
  BoundaryView(std::string_view text, const std::vector<Span>& tokens);

  /// The token `i`, or one of kind kOutside.
  const BoundaryToken& token(std::size_t i) const;

  /// Whether no sentence ends before token `i` > 0, without a closer look: it is a comma, a word in
  /// lower case behind another word or a comma, or glued to the word before it.
  bool is_impossible(std::size_t i) const;

  /// Whether token `i` is a bullet, which starts a sentence whatever stands before it.
  bool is_bullet(std::size_t i) const;

  /// Features of the place before token `i` > 0, for a sentence that starts at token `begin`.
  void features(std::size_t begin, std::size_t i, FeatureBuffer& features) const;

  /// The tokens around the place before token `i` > 0, past the quotes and brackets that close
  /// before and open behind it; `left` is at least `begin`.
  struct Neighbours {
    std::size_t left = 0;
    std::size_t right = 0;
    std::uint32_t closers = 0;  ///< which of them stand between, coded
    std::uint32_t openers = 0;
  };
  Neighbours neighbours(std::size_t begin, std::size_t i) const;

 private:
  void see_block();

  std::vector<BoundaryToken> tokens_;
  std::vector<std::uint8_t> depth_;  ///< of open brackets before each token, at most 3
  std::vector<bool> quoted_;         ///< whether a quote is open before each token
  std::uint32_t style_ = 0;          ///< how the block starts its sentences
};

/// Splits tokenized blocks into sentences: a linear model decides at each place between two tokens,
/// from left to right. Learned from treebanks; see training/sentence_trainer.cpp.
///
///     He left (at 5 p.m.). | She works for Acme Inc. in the U.S. | “Why?” he asked. | • peace | •
///     land
class SentenceSplitter {
 public:
  /// @throws ParseError if `file` is no model of this kind.
  explicit SentenceSplitter(const ModelFile& file);

  /// Where the sentences of a tokenized block end: for each, the index behind its last token, in
  /// order; the last one is tokens.size(). Never an empty sentence, none above kLongestSentence
  /// (long_sentences.hpp).
  std::vector<std::size_t> split(std::string_view text, const std::vector<Span>& tokens) const;

 private:
  SparseWeights weights_;  ///< of class 1, an end; that of class 0 is its negative
};

}  // namespace newsgraph
