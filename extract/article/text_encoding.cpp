#include "extract/article/text_encoding.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/base/hash.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Stops at what is no UTF-8 text, saying what to do about it.
[[noreturn]] void refuse(std::string_view bytes, std::size_t at, const std::string& source) {
  const auto line = static_cast<std::uint64_t>(
      std::count(bytes.begin(), bytes.begin() + static_cast<long>(at), '\n'));
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    throw ParseError(source, 1, "UTF-16; expected UTF-8: convert it with iconv -f UTF-16 -t UTF-8");
  }
  if (byte == 0) {
    throw ParseError(source, line + 1, "NUL byte; expected UTF-8 text: this is no text file");
  }
  throw ParseError(source, line + 1,
                   "byte 0x" + to_hex(byte).substr(14) +
                       " is no UTF-8; expected UTF-8 text: convert it, e.g. with "
                       "iconv -f WINDOWS-1252 -t UTF-8");
}

}  // namespace

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return 0;
  }
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;   // overlong
  if (lead == 0xED && byte(1) >= 0xA0) return 0;  // surrogate
  if (lead == 0xF0 && byte(1) < 0x90) return 0;   // overlong
  if (lead == 0xF4 && byte(1) >= 0x90) return 0;  // above U+10FFFF
  return length;
}

std::string clean_text(std::string_view bytes, const std::string& source) {
  const std::string_view all = bytes;
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const std::size_t dropped = all.size() - bytes.size();
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte >= 0x80) {
      const std::size_t length = utf8_length(bytes, at);
      if (length == 0) refuse(all, dropped + at, source);
      // C1 control characters, and the line separators of Unicode.
      const std::string_view character = bytes.substr(at, length);
      if (length == 2 && byte == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0) {
        text += ' ';
      } else if (character == "\u2028" || character == "\u2029") {
        text += '\n';
      } else {
        text += character;
      }
      at += length;
      continue;
    }
    if (byte == 0) refuse(all, dropped + at, source);
    if (byte == '\r') {
      text += '\n';
      at += at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
      continue;
    }
    text += (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F ? ' '
                                                                          : static_cast<char>(byte);
    ++at;
  }
  return text;
}

std::string fold_space(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t space = 0;
    if (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) {
      space = 1;
    } else if (text.substr(at).starts_with("\u00A0")) {
      space = 2;
    }
    if (space != 0) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
      at += space;
    } else {
      folded += text[at++];
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string to_valid_utf8(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    text += length == 0 ? std::string_view("\uFFFD") : bytes.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return text;
}

char32_t next_character(std::string_view text, std::size_t& at) {
  const std::size_t length = utf8_length(text, at);
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (length == 0) {
    ++at;
    return U'\uFFFD';
  }
  constexpr char32_t kLeadBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t character = byte(0) & kLeadBits[length];
  for (std::size_t i = 1; i < length; ++i) character = character << 6 | (byte(i) & 0x3FU);
  at += length;
  return character;
}

void append_character(std::string& text, char32_t character) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  const auto continuation = [&](int shift) { add(0x80 | (character >> shift & 0x3F)); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0 | character >> 6);
    continuation(0);
  } else if (character < 0x10000) {
    add(0xE0 | character >> 12);
    continuation(6);
    continuation(0);
  } else {
    add(0xF0 | character >> 18);
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

}  // namespace newsgraph
