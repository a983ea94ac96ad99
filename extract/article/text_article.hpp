#pragma once

#include <string>
#include <string_view>

#include "extract/article/article.hpp"

namespace newsgraph {

/// An article of plain text: UTF-8, the headline first where there is one, perhaps a byline and a
/// date; what a web page wrapped around it is told apart (article_layout.hpp).
/// @param fallback_key  Its key; empty for its content hash.
/// @throws ParseError if it is no text, empty or too long.
Article read_text_article(std::string_view bytes, const std::string& source,
                          const std::string& fallback_key);

/// An article in Markdown (CommonMark; tables and footnotes of GitHub), perhaps with front matter:
///
///     ---
///     title: Keller will not come to Berlin
///     date: 2024-05-01
///     author: Jane Roe
///     ---
///
/// Of front matter, `key: value` lines with id, url, title, outlet (or publisher, source), author,
/// date (or published), modified (or updated), language (or lang) are read, others ignored. The
/// article's text is what a reader would see: links and emphasis are their words, and images,
/// code, tables, comments and HTML tags are left out.
/// @throws ParseError as above, and for a date that is none.
Article read_markdown_article(std::string_view bytes, const std::string& source,
                              const std::string& fallback_key);

}  // namespace newsgraph
