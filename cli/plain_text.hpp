#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "extract/article/article.hpp"

namespace newsgraph::cli {

/// Reads plain text as one article: the stretches between blank lines are its paragraphs.
/// @param source  File name for messages.
/// @throws ParseError over the limit of an article's size.
Article read_plain_article(std::istream& in, const std::string& source);

/// The name of what is read from `source`: the file's without ending, or "stdin".
std::string document_name(const std::istream& in, const std::string& source);

/// Opens each file ("-": standard input) and gives it to `read` with its name for messages. What
/// cannot be read is told on standard error, and the next file follows.
/// @return The exit code: kSuccess, kSomeFailed or kFailure.
int read_each(const std::vector<std::string>& files,
              const std::function<void(std::istream&, const std::string&)>& read);

}  // namespace newsgraph::cli
