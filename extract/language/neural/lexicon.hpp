#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/model_file.hpp"

namespace newsgraph {

/// Words as the network sees them: [vector of the word ; sum of the vectors of its subwords].
///
/// Forms are unified first (word_features.hpp): “ is ", – is -, every digit is 0. The word is
/// looked up in lower case, by its hash. Subwords, by code points, are hashed into buckets:
///
///     "w" + form                          wCovid-00
///     "s" + shape                         sXxx-00, runs cut to two
///     "p" + first 1 to 4 in lower case    pc  pco  pcov  pcovi
///     "e" + last 1 to 6 in lower case     e0  e00  e-00  ed-00  eid-00  evid-00
///     "m" + skeleton, if the form has     mx-x
///           a hyphen or a full stop
///
/// The trainer's words.py does the same.
class NetworkLexicon {
 public:
  static constexpr std::uint32_t kUnknown = 0;  ///< row of words that the table does not have
  static constexpr std::uint32_t kRoot = 1;     ///< row of the artificial root
  static constexpr std::size_t kMostSubwords = 13;

  /// Reads the sections "words", "word vectors" and "subword vectors"; `file` must outlive this.
  /// @param word_size, subword_size  Lengths of the vectors.
  /// @throws ParseError
  NetworkLexicon(const ModelFile& file, std::size_t word_size, std::size_t subword_size);

  /// Length of an input vector.
  std::size_t size() const { return word_size_ + subword_size_; }

  /// Writes the input vector of `form` to `vector`.
  void look_up(std::string_view form, float* vector) const;

  /// That of the artificial root, which has no subwords.
  void look_up_root(float* vector) const;

 private:
  std::uint32_t row(std::string_view lower) const;

  /// Vectors of 8-bit numbers, each with its scale.
  struct Table {
    const std::int8_t* values = nullptr;
    const float* scale = nullptr;
    std::size_t rows = 0;
  };
  static Table read_table(const ModelFile& file, std::string_view section, std::size_t size);

  std::size_t word_size_;
  std::size_t subword_size_;
  const std::uint64_t* hashes_ = nullptr;  ///< of the words from row 2 on, rising
  std::size_t words_ = 0;
  Table word_table_;
  Table subword_table_;
};

/// Replaces `parts` by the subwords of `form`.
void find_subwords(std::string_view form, std::vector<std::string>& parts);

}  // namespace newsgraph
