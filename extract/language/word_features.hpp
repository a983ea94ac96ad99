#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// What is known of a word from raw text and treebanks: its clusters (words used alike share one;
/// 0 if unknown) and its ambiguity class (the set of tags it was seen with; 0 if unknown).
struct WordClass {
  std::uint16_t fine = 0;
  std::uint8_t coarse = 0;
  std::uint8_t ambiguity = 0;
};

/// Values by hashed word, read in place from a model: 8 bytes a slot, linear probing.
class WordTable {
 public:
  WordTable() = default;

  /// @param bytes  A section that encode_word_table() made; must outlive this object.
  /// @throws ParseError (naming `source`)
  WordTable(std::string_view bytes, const std::string& source);

  /// @param key  word_key() of the form.
  WordClass find(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint32_t check;
    WordClass value;
  };
  std::uint64_t slots_ = 0;
  const Slot* table_ = nullptr;
  friend std::string encode_word_table(
      const std::vector<std::pair<std::uint64_t, WordClass>>& words);
};

/// The bytes that WordTable reads; keys must differ.
std::string encode_word_table(const std::vector<std::pair<std::uint64_t, WordClass>>& words);

/// Hashed views of one word, computed once and shared by tagger, parser and the reader of names.
/// Quotes, dashes and digits are unified first (“ to ", – to -, 7 to 0).
struct WordFeatures {
  std::uint32_t form = 0;        ///< as written
  std::uint32_t lower = 0;       ///< in lower case
  std::uint32_t shape = 0;       ///< "Xx", "XX", "0-0", runs shortened to two
  std::uint32_t prefix[3] = {};  ///< first 1, 2, 3 bytes of the lower-case form
  std::uint32_t suffix[4] = {};  ///< last 1 to 4
  std::uint32_t fine = 0;
  std::uint32_t coarse = 0;
  std::uint32_t ambiguity = 0;
  bool capital = false;       ///< starts with an upper case letter
  bool has_capital = false;   ///< an upper case letter anywhere
  bool all_capitals = false;  ///< two letters or more, none in lower case
  bool has_digit = false;
  bool has_hyphen = false;
};

/// Replaces `result` by `form` with one spelling for each quote and dash, and 0 for every digit.
void unify(std::string_view form, std::string& result);

/// What stands for `c` in the shape of a word: X for upper case, x for other letters, 0 for digits,
/// ? for what is not ASCII.
char shape_mark(char32_t c);

/// Key of a word in WordTable: hash of the form after unification.
std::uint64_t word_key(std::string_view form);

WordFeatures word_features(std::string_view form, const WordTable& words);

/// Replaces `features` by those of the tokens of all `sentences` in one row.
void word_features(std::span<const Sentence> sentences, const WordTable& words,
                   std::vector<WordFeatures>& features);

/// Replaces `features` by those of the sentence's tokens.
void word_features(const Sentence& sentence, const WordTable& words,
                   std::vector<WordFeatures>& features);

}  // namespace newsgraph
