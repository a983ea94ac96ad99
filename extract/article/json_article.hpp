#pragma once

#include <string>
#include <string_view>

#include "extract/article/article.hpp"

namespace newsgraph {

/// One article as a JSON object (schemas/article.schema.json); members it does not name are
/// ignored, null ones count as missing.
/// @param json          One JSON value; parsed in place, and garbage afterwards.
/// @param source        For messages: "feed.jsonl:12".
/// @param fallback_key  The key of an article without id and url; empty for its content hash.
/// @throws ParseError if it is no such object, holds no text, or is too large or too deep.
Article read_json_article(std::string& json, const std::string& source,
                          const std::string& fallback_key);

}  // namespace newsgraph
