#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

/// What of a block can be seen without understanding it.
struct BlockFeatures {
  std::size_t words = 0;           ///< that hold a letter or digit
  std::size_t capitalised = 0;     ///< of the words after the first: begin in upper case
  std::size_t function_words = 0;  ///< of the words after the first: "the", "of", "has", "would"
  std::size_t columns = 0;         ///< characters
  bool ends_sentence = false;   ///< with . ! ? …, quotes and brackets behind them looked through
  bool ends_with_stop = false;  ///< with a full stop
  bool ends_with_colon = false;
  bool holds_sentences = false;  ///< a sentence ends within it, too
  bool verb = false;             ///< something looks like a finite verb; see may_be_caption()
  bool credit = false;      ///< a short line with a picture's credit: "A banner. Image: Jane Roe."
  bool call = false;        ///< calls on the reader: "Subscribe to our newsletter", "Read more"
  bool label = false;       ///< credit, caption or list of tags: "Photo: ...", "Filed under: ..."
  bool picture = false;     ///< says what a picture shows: "Portrait of a man, looking serious."
  bool separators = false;  ///< a trail or row of links: "World » Asia", "Home | News | Sport"
  bool address = false;     ///< mostly a URL, e-mail address or account name
  bool footnote = false;    ///< "*recognised as ...", "© 2024 ...", "(Reporting by ...)"
  bool tag = false;         ///< an item of one or two words: "- News"
  bool section = false;     ///< names what follows the article: "Comments", "Related stories"
  std::string folded;       ///< lower case, letters and digits only: equal for repeated lines

  /// Share of the words after the first that are capitalised, in [0, 1].
  double capital_share() const;
  /// Share of the words that are function words, in [0, 1].
  double function_share() const;

  /// A picture's credit or description: stands within articles as well as around them.
  bool is_picture() const { return label || picture || credit; }
  /// Furniture by itself, wherever it stands.
  bool is_furniture() const;
  /// A short phrase with a full stop but no visible verb: "Protesters at the march." Only its
  /// neighbours can tell whether it is a caption.
  bool may_be_caption() const;
  /// Running text: one or more whole sentences, or a long one whose stop is missing.
  bool is_sentence() const;
};

BlockFeatures block_features(std::string_view block, bool bullet);

}  // namespace newsgraph
