#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/article/text_encoding.hpp"  // fold_space
#include "extract/base/span.hpp"
#include "extract/language/characters.hpp"  // to_lower

namespace newsgraph {

/// The text of `span`, white space folded.
std::string span_text(std::string_view text, Span span);

/// Words of `text`, whose white space is folded.
std::size_t word_count(std::string_view text);

/// Puts `word`, unless it is empty, behind `text` and a blank.
void append_word(std::string& text, std::string_view word);

/// Whether `word` begins with an upper-case letter.
bool is_capitalized(std::string_view word);

}  // namespace newsgraph
