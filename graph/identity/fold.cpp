#include "graph/identity/fold.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::unique_ptr<icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      icu::UnicodeString("Any-Latin; NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower"),
      UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !made) {
    throw Error(std::string("ICU cannot transliterate to Latin: ") + u_errorName(status) +
                "; its data (libicu) is incomplete");
  }
  return made;
}

std::string transliterate(std::string_view text) {
  // One a thread: ICU does not promise that an instance may be shared.
  thread_local const std::unique_ptr<icu::Transliterator> to_latin = make_transliterator();
  auto unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  to_latin->transliterate(unicode);
  std::string latin;
  unicode.toUTF8String(latin);
  return latin;
}

/// Typographic apostrophes become plain ones, so that "Kyiv’s" keeps its possessive.
std::string plain_apostrophes(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    if (three == "\u2019" || three == "\u2018" || three == "\u02bc") {
      plain += '\'';
      i += three.size() - 1;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) {
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    return folded;
  }
  return transliterate(plain_apostrophes(text));
}

std::vector<std::string> name_tokens(std::string_view name) {
  const std::string text = fold(name);
  std::vector<std::string> tokens;
  std::string token;
  const auto close = [&] {
    while (token.ends_with('-')) token.pop_back();
    if (!token.empty()) tokens.push_back(std::move(token));
    token.clear();
  };
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_letter(c) || is_digit(c)) {
      token += c;
    } else if (c == '\'' && at(i + 1) == 's' && !is_letter(at(i + 2)) && !token.empty()) {
      ++i;  // possessive
      close();
    } else if (c == '\'') {
      // within a word: O'Neil
    } else if (c == '.' && token.size() <= 4 && !is_letter(at(i + 2)) && is_letter(at(i + 1)) &&
               (i < 2 || text[i - 2] == '.' || i == 1 || !is_letter(text[i - 2]))) {
      // between the letters of an acronym: U.S., U.S.A
    } else if (c == '-' && !token.empty() && (is_letter(at(i + 1)) || is_digit(at(i + 1)))) {
      token += c;
    } else if (c == '.' && at(i + 1) == '-' && !token.empty()) {
      // J.-P.
    } else {
      close();
      if (c == '&') tokens.emplace_back("and");
    }
  }
  close();
  return tokens;
}

std::string join(const std::vector<std::string>& tokens) {
  std::string joined;
  for (const std::string& token : tokens) {
    if (!joined.empty()) joined += ' ';
    joined += token;
  }
  return joined;
}

std::string fold_phrase(std::string_view text) {
  std::string folded;
  for (const char c : fold(text)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

}  // namespace newsgraph
