#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "extract/article/article_reader.hpp"
#include "extract/base/line_reader.hpp"

namespace newsgraph {

/// Reads a file of sentences, one a line; empty lines are passed over. Each article holds the next
/// kSentences of them, a block a sentence.
class SentenceReader : public ArticleReader {
 public:
  /// Sentences that are analysed together, which is faster than one by one.
  static constexpr std::size_t kSentences = 64;

  /// Bytes of a line: more is no sentence. Each tuple repeats its sentence, so that what is written
  /// grows with the square of this.
  static constexpr std::size_t kMostSentence = 64 * 1024;

  /// @param source  For messages: "sentences.txt", "<stdin>".
  SentenceReader(std::unique_ptr<std::istream> in, std::string source);

  std::optional<Article> next() override;
  std::string source() const override;
  std::uint64_t bytes() const override { return lines_.bytes(); }
  std::optional<std::uint64_t> total_bytes() const override { return std::nullopt; }

 private:
  std::unique_ptr<std::istream> in_;
  std::string source_;
  LineReader lines_;
  std::string failure_;  ///< of the line read last; told when the sentences before it are out
  bool ended_ = false;
};

/// Opens `path`, or standard input for "-".
/// @throws IoError if it cannot be opened.
std::unique_ptr<ArticleReader> open_sentences(const std::string& path);

}  // namespace newsgraph
