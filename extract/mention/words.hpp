#pragma once

#include <string>
#include <string_view>

#include "extract/base/span.hpp"

namespace newsgraph {

/// ASCII letters of `text` in lower case; other bytes unchanged. For closed-class English words.
std::string to_lower(std::string_view text);

/// `text` with runs of white space folded into one blank and none at the ends.
std::string fold_space(std::string_view text);

/// The folded text of `span`.
std::string span_text(std::string_view text, Span span);

/// Whether `word` begins with an upper-case letter (ASCII, or any letter outside it that is upper).
bool is_capitalized(std::string_view word);

}  // namespace newsgraph
