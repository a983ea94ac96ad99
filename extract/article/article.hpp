#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/base/span.hpp"

namespace newsgraph {

/// What a stretch of an article's text is. Only paragraphs are read for propositions.
enum class BlockKind : std::uint8_t {
  kTitle,      ///< the headline, where it stands in the text
  kDateline,   ///< a line that is only a date, a byline, or place and date
  kHeading,    ///< a sub-heading: "The Mayor's Refusal"
  kParagraph,  ///< running text
  kFurniture,  ///< what the page wraps around the article: menus, teasers, credits, buttons
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;  ///< into Article::text, without surrounding white space; never empty

  friend bool operator==(const Block&, const Block&) = default;
};

/// One article as it was read: metadata and text, before any linguistic analysis.
///
/// schemas/article.schema.json is the same as a JSON document. Dates are EDTF (base/date.hpp),
/// empty where unknown; nothing is ever taken from file times or the clock.
struct Article {
  std::string
      key;  ///< identity: id, else url, else path relative to the argument, else content hash
  std::string id;
  std::string url;
  std::string title;
  std::string outlet;
  std::string author;
  std::string published;
  std::string modified;
  std::string language;       ///< BCP 47; empty if unknown
  std::string text;           ///< valid UTF-8 without NUL; what every span points into
  std::vector<Block> blocks;  ///< in order of the text, disjoint; between them only white space
  std::string source;  ///< where it was read, for messages: "a.txt", "feed.jsonl:12", "<stdin>"
  std::string content_hash;  ///< sha256_hex over title, dates and text: equal for the same version

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace newsgraph
