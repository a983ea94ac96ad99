#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "extract/base/line_reader.hpp"
#include "extract/language/sentence.hpp"

/// CoNLL-U (https://universaldependencies.org/format.html): the treebanks' format. Read without the
/// enhanced layer and empty nodes.
namespace newsgraph {

/// Words [begin, end) of a sentence that are written as one: "don't".
struct MultiwordToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string form;

  friend bool operator==(const MultiwordToken&, const MultiwordToken&) = default;
};

/// A sentence as a CoNLL-U or IOB2 file shows it. Token::span counts bytes of `text`.
struct ConlluSentence {
  Sentence sentence;
  std::string text;                       ///< the words with the blanks that the file states
  std::vector<std::string> comments;      ///< lines before the words, with their "#"
  std::vector<MultiwordToken> multiword;  ///< in order, disjoint; none in IOB2 files
  std::vector<std::string> tags;          ///< IOB2 files: "B-PER", "O"; with the second tag of the
                                          ///< source behind a tab ("O\tB-MISC") if it has one
  bool new_document = false;
  bool new_paragraph = false;
};

/// Reads sentences one by one from CoNLL-U (10 columns) or IOB2 (index, token, tag ...; 3 to 5
/// columns) text; in the latter, blanks are those of the comment "# text = ..." if there is one
/// that fits, else one behind every word. Lines may end with CR LF, a byte order mark and the last
/// blank line are optional.
class ConlluReader {
 public:
  static constexpr std::size_t kLongestLine = 1024 * 1024;  ///< in bytes

  /// @param source  File name for messages.
  ConlluReader(std::istream& in, std::string source);

  /// @return false at the end of the input.
  /// @throws ParseError naming the line, for text that is no UTF-8 or has control characters, a
  ///         line of another shape, an id out of order, a head or range out of the sentence.
  bool next(ConlluSentence& sentence);

 private:
  void add_line(const std::string& line, ConlluSentence& result);
  void add_multiword(const std::vector<std::string>& columns, ConlluSentence& result);
  void add_word(const std::vector<std::string>& columns, ConlluSentence& result);
  void check_empty_node(const std::string& id, const ConlluSentence& result) const;
  void check_characters(const std::string& line) const;
  [[noreturn]] void fail(const std::string& what) const;

  LineReader lines_;
  std::string source_;
  std::size_t multiword_end_ = 0;  ///< 1-based id of the last word of the open range
  bool multiword_space_ = true;
};

/// All sentences of the file `path`.
/// @throws IoError, ParseError
std::vector<ConlluSentence> read_conllu(const std::string& path);

/// Writes `sentence` with its enhanced graph (enhanced_graph.hpp) in DEPS, unless it has no tree,
/// and its names as `Name=B-PER` in MISC.
/// @param comments   Lines to put before the words, each with its "#".
/// @param multiword  In order, disjoint.
void write_conllu(const Sentence& sentence, const std::vector<std::string>& comments,
                  const std::vector<MultiwordToken>& multiword, std::ostream& out);

/// The multiword tokens of a sentence that came from raw text: clitics with the word they stand at
/// ("2-3 don't"), so that surface tokens are what stands between blanks and punctuation.
std::vector<MultiwordToken> multiword_tokens(const Sentence& sentence);

/// The words of `sentence` with single blanks where there is white space: what `# text` has to say.
std::string text_of(const Sentence& sentence);

}  // namespace newsgraph
