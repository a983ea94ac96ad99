#pragma once

#include <string>
#include <string_view>

#include "extract/article/article.hpp"

namespace newsgraph {

/// Gives a read article its content hash, and its key: id, else url, else `fallback_key`, else the
/// content hash.
void identify(Article& article, const std::string& fallback_key);

/// A date of the metadata as EDTF; empty for an empty one.
/// @throws ParseError naming `field` if `text` is no date.
std::string read_date_field(std::string_view text, std::string_view field,
                            const std::string& source);

/// @throws ParseError if the text is empty or longer than kMostText, or some metadata than
///         kMostMetadata.
void check_limits(const Article& article);

}  // namespace newsgraph
