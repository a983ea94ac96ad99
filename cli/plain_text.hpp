#pragma once

#include <iosfwd>
#include <string>

#include "extract/article/article.hpp"

namespace newsgraph::cli {

/// Reads plain text as one article: the stretches between blank lines are its paragraphs.
/// @param source  File name for messages.
/// @throws ParseError over the limit of an article's size.
Article read_plain_article(std::istream& in, const std::string& source);

/// The name of what is read from `source`: the file's without ending, or "stdin".
std::string document_name(const std::istream& in, const std::string& source);

}  // namespace newsgraph::cli
