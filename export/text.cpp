#include "export/text.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <system_error>

namespace newsgraph {
namespace {

constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// Whether one of eight bytes is beyond ASCII or below the blank (Mycroft's test for a byte less
/// than n, exact while all bytes are ASCII).
bool needs_a_look(std::uint64_t eight) {
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  constexpr std::uint64_t kBlanks = 0x2020202020202020u;
  return ((eight | ((eight - kBlanks) & ~eight)) & kHigh) != 0;
}

bool is_kept(unsigned char ascii) {
  return ascii >= 0x20 || ascii == '\t' || ascii == '\n' || ascii == '\r';
}

/// Length of the valid UTF-8 sequence at `text`, by the Unicode Standard's table 3-7; 0 if there is
/// none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  const auto continues = [&byte](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char lowest = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char highest = lead == 0xED ? 0x9F : 0xBF;  // beyond are surrogates
    return byte(1) >= lowest && byte(1) <= highest && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char lowest = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char highest = lead == 0xF4 ? 0x8F : 0xBF;
    return byte(1) >= lowest && byte(1) <= highest && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

bool is_noncharacter(std::string_view sequence) {
  return sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
}

/// Where the first thing stands that must not stay as it is; text.size() if there is none.
std::size_t find_unclean(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size()) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, 8);
      if (!needs_a_look(eight)) {
        at += 8;
        continue;
      }
    }
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0) return at;
    if (length == 1 && !is_kept(static_cast<unsigned char>(text[at]))) return at;
    if (length == 3 && is_noncharacter(text.substr(at, 3))) return at;
    at += length;
  }
  return at;
}

}  // namespace

std::string_view clean_text(std::string_view text, std::string& scratch) {
  std::size_t clean = find_unclean(text);
  if (clean == text.size()) return text;
  scratch.clear();
  while (true) {
    scratch += text.substr(0, clean);
    text.remove_prefix(clean);
    if (text.empty()) return scratch;
    const std::size_t length = sequence_length(text);
    if (length == 0) scratch += kReplacementCharacter;
    text.remove_prefix(length == 0 ? 1 : length);
    clean = find_unclean(text);
  }
}

void append_escaped(std::string& out, std::string_view text, const EscapeTable& table) {
  std::string scratch;
  text = clean_text(text, scratch);
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view replacement = table[text[i]];
    if (replacement.empty()) continue;
    out.append(text, written, i - written);
    out += replacement;
    written = i + 1;
  }
  out.append(text, written, text.size() - written);
}

void append_number(std::string& out, std::uint64_t value) {
  char digits[20];
  const auto result = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, result.ptr);
}

void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) value = 0;
  // The longest: a denormal number has 324 zeros and 17 digits behind the point.
  char digits[400];
  const auto result =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  out.append(digits, result.ptr);
}

void append_percent_encoded(std::string& out, std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string scratch;
  for (const char c : clean_text(text, scratch)) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
}

bool is_iri_character(char byte) {
  return static_cast<unsigned char>(byte) > 0x20 && byte != 0x7F &&
         std::string_view("<>\"{}|\\^`").find(byte) == std::string_view::npos;
}

std::string web_address(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || url.size() == scheme) return "";
  std::string iri;
  std::string scratch;
  for (const char c : clean_text(url, scratch)) {
    if (is_iri_character(c)) {
      iri += c;
    } else {
      append_percent_encoded(iri, {&c, 1});
    }
  }
  return iri;
}

}  // namespace newsgraph
