#include "graph/query/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Appends to a folded name, keeping its rule of single spaces and none at the start.
class FoldedName {
 public:
  explicit FoldedName(std::size_t size) { text_.reserve(size); }
  void letter(char c) {
    if (pending_space_ && !text_.empty()) text_.push_back(' ');
    pending_space_ = false;
    text_.push_back(c);
  }
  void letters(std::string_view word) {
    for (const char c : word) letter(c);
  }
  void space() { pending_space_ = true; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool pending_space_ = false;
};

void add_ascii(unsigned char c, FoldedName& out) {
  if (c >= 'A' && c <= 'Z') {
    out.letter(static_cast<char>(c - 'A' + 'a'));
  } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '$' || c == '%' || c == '&' ||
             c == '+') {
    out.letter(static_cast<char>(c));
  } else if (c != '\'' && c != '.') {
    out.space();
  }
}

/// Letters that Unicode does not decompose, though readers take the stroke for an accent.
std::string_view without_stroke(UChar32 c) {
  switch (c) {
    case 0xE6:
      return "ae";  // æ
    case 0xF0:
      return "d";  // ð
    case 0xF8:
      return "o";  // ø
    case 0xFE:
      return "th";  // þ
    case 0x111:
      return "d";  // đ
    case 0x127:
      return "h";  // ħ
    case 0x131:
      return "i";  // ı
    case 0x142:
      return "l";  // ł
    case 0x153:
      return "oe";  // œ
    case 0x167:
      return "t";  // ŧ
    default:
      return {};
  }
}

bool is_silent_mark(UChar32 c) {
  return c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xAD;  // apostrophes, soft hyphen
}

void add_unicode(UChar32 c, FoldedName& out) {
  if (c < 0x80) return add_ascii(static_cast<unsigned char>(c), out);
  const int8_t category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      is_silent_mark(c)) {
    return;
  }
  if (const auto plain = without_stroke(c); !plain.empty()) return out.letters(plain);
  if (u_isalnum(c) || category == U_COMBINING_SPACING_MARK || category == U_CURRENCY_SYMBOL ||
      c == 0xFFFD) {
    std::string utf8;
    icu::UnicodeString(c).toUTF8String(utf8);
    return out.letters(utf8);
  }
  out.space();
}

}  // namespace

std::string fold_name(std::string_view name) {
  FoldedName out(name.size());
  if (is_ascii(name)) {  // nearly all names of English news: no need for Unicode's tables
    for (const char c : name) add_ascii(static_cast<unsigned char>(c), out);
    return out.take();
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) throw Error("ICU has no normalisation data; install the package libicu72");
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  text.foldCase();
  const icu::UnicodeString decomposed = nfkd->normalize(text, status);
  if (U_FAILURE(status)) throw Error("a name cannot be normalised: too long");
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    add_unicode(c < 0x80 ? c : u_foldCase(c, U_FOLD_CASE_DEFAULT), out);
  }
  return out.take();
}

std::vector<std::string_view> folded_words(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end != 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

}  // namespace newsgraph
