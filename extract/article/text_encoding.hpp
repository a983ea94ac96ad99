#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

/// What was read as the text that spans may point into: valid UTF-8 with LF line ends and without
/// control characters other than tab and LF.
///
/// A byte order mark is dropped, CR LF and CR become LF, other control characters a space each.
/// @param source  For messages, with the line of what is wrong.
/// @throws ParseError at a NUL byte or invalid UTF-8.
std::string clean_text(std::string_view bytes, const std::string& source);

/// `text` as one line for metadata: white space folded, none at the ends.
std::string fold_space(std::string_view text);

/// `bytes` with each invalid sequence of UTF-8 as U+FFFD; for names of files, which may be
/// anything.
std::string to_valid_utf8(std::string_view bytes);

/// Bytes of the character at `at`; 0 if it is no valid UTF-8 (RFC 3629).
std::size_t utf8_length(std::string_view text, std::size_t at);

/// The character at `at`, which moves behind it; U+FFFD, and one byte, where it is no valid UTF-8.
char32_t next_character(std::string_view text, std::size_t& at);

/// Adds `character` as UTF-8.
void append_character(std::string& text, char32_t character);

}  // namespace newsgraph
