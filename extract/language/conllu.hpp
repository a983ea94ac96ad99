#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

/// CoNLL-U (https://universaldependencies.org/format.html): the treebanks' format. Read without the
/// enhanced layer and empty nodes; a multiword token is kept as the words it stands for.
namespace newsgraph {

/// A sentence as a CoNLL-U or IOB2 file shows it. Token::span counts bytes of `text`.
struct ConlluSentence {
  Sentence sentence;
  std::string text;                   ///< the words with the blanks that the file states
  std::vector<std::string> comments;  ///< lines before the words, with their "#"
  std::vector<std::string> tags;      ///< IOB2 files: "B-PER", "O"; with the second tag of the
                                      ///< source behind a tab ("O\tB-MISC") if it has one
  bool new_document = false;
  bool new_paragraph = false;
};

/// Reads sentences one by one from CoNLL-U (10 columns) or IOB2 (index, token, tag ...) text.
class ConlluReader {
 public:
  /// @param source  File name for messages.
  ConlluReader(std::istream& in, std::string source);

  /// @return false at the end of the input.
  /// @throws ParseError for a line of another shape, a head out of range, a bad number.
  bool next(ConlluSentence& sentence);

 private:
  void add_line(const std::string& line, ConlluSentence& result);
  void add_multiword(const std::vector<std::string>& columns, ConlluSentence& result);
  void add_word(const std::vector<std::string>& columns, ConlluSentence& result);
  [[noreturn]] void fail(const std::string& what) const;

  std::istream& in_;
  std::string source_;
  std::uint64_t line_ = 0;
  std::size_t multiword_end_ = 0;  ///< 1-based id of the last word of the open range
  bool multiword_space_ = true;
};

/// All sentences of the file `path`.
/// @throws IoError, ParseError
std::vector<ConlluSentence> read_conllu(const std::string& path);

/// Writes `sentence` with its enhanced graph (enhanced_graph.hpp) in DEPS, unless it has no tree,
/// and its names as `Name=B-PER` in MISC. Clitics become multiword tokens
/// ("2-3 don't"), so that surface tokens are what stands between blanks and punctuation.
/// @param comments  Lines to put before the words, each with its "#".
void write_conllu(const Sentence& sentence, const std::vector<std::string>& comments,
                  std::ostream& out);

}  // namespace newsgraph
