#include "extract/language/sentence_splitter.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/language/long_sentences.hpp"
#include "extract/language/tokenizer.hpp"

namespace newsgraph {

namespace {

using Kind = BoundaryToken::Kind;

std::uint32_t hash32(std::string_view bytes) {
  return static_cast<std::uint32_t>(hash_bytes(bytes));
}

/// 0, 1, 2, 3, 4, 6, 9, 14, 20, 30, more: where lengths begin to mean something else.
std::uint64_t bucket(std::size_t length) {
  constexpr std::size_t kBounds[] = {0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 50};
  return static_cast<std::uint64_t>(
      std::lower_bound(std::begin(kBounds), std::end(kBounds), length) - std::begin(kBounds));
}

BoundaryToken view(std::string_view form, bool space_before, bool space_behind) {
  BoundaryToken token;
  token.space_before = space_before;
  token.size = static_cast<std::uint8_t>(std::min<std::size_t>(form.size(), 255));
  std::string unified;
  std::string shape;
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t others = 0;
  char32_t first = 0;
  for (std::size_t pos = 0; pos < form.size();) {
    const char32_t c = next_code_point(form, pos);
    const CharClass type = char_class(c);
    if (first == 0) first = c;
    char mark = 'x';
    switch (type) {
      case CharClass::kUpper:
        ++upper;
        mark = 'X';
        break;
      case CharClass::kLower:
        ++lower;
        break;
      case CharClass::kLetter:
      case CharClass::kFormat:
        ++letters;
        break;
      case CharClass::kDigit:
        ++digits;
        mark = '0';
        break;
      default:
        ++others;
        mark = c < 128 ? static_cast<char>(c) : '?';
    }
    if (shape.size() < 2 || shape[shape.size() - 1] != mark || shape[shape.size() - 2] != mark) {
      shape += mark;
    }
    if (type == CharClass::kDigit) {
      unified += '0';
    } else if (c == U'’' || c == U'‘' || c == U'ʼ') {
      unified += '\'';
    } else {
      append_utf8(unified, c);
    }
  }
  const std::size_t all_letters = upper + lower + letters;
  if (all_letters > 0 && others > 0 && form.back() == '.') {
    token.kind = is_title_abbreviation(form)          ? Kind::kTitle
                 : all_letters == 1                   ? Kind::kInitial
                 : others == all_letters && upper > 0 ? Kind::kAcronym
                                                      : Kind::kShort;
  } else if (all_letters > 0 && (form.find('@') != form.npos || form.find("://") != form.npos ||
                                 form.starts_with("www."))) {
    token.kind = Kind::kInternet;
  } else if (all_letters > 0) {
    token.kind = digits > 0                      ? Kind::kMixed
                 : upper == 0 && lower > 0       ? Kind::kWord
                 : upper == 1 && is_upper(first) ? Kind::kCapitalized
                 : upper == all_letters          ? Kind::kCapitals
                                                 : Kind::kLetters;
  } else if (digits > 0) {
    token.kind = Kind::kNumber;
  } else if (form == "." || form == "。") {
    token.kind = Kind::kStop;
  } else if (form.find_first_not_of(".…") == form.npos) {
    token.kind = Kind::kEllipsis;
  } else if (form.find_first_not_of(".!?") == form.npos) {
    token.kind = Kind::kQuestion;
  } else if (form == ":") {
    token.kind = Kind::kColon;
  } else if (form == ";") {
    token.kind = Kind::kSemicolon;
  } else if (form == ",") {
    token.kind = Kind::kComma;
  } else if (is_one_of(form, {"-", "--", "---", "–", "—", "―"})) {
    token.kind = Kind::kDash;
  } else if (is_one_of(form, {"•", "▪", "■", "►", "●", "‣"})) {
    token.kind = Kind::kBullet;
  } else if (is_one_of(form, {"“", "«", "„", "‘", "‘‘", "``"})) {
    token.kind = Kind::kOpenQuote;
  } else if (is_one_of(form, {"”", "»", "’", "’’", "''"})) {
    token.kind = Kind::kCloseQuote;
  } else if (is_one_of(form, {"\"", "'", "\"'", "'\""})) {
    token.kind = space_before == space_behind ? Kind::kQuote
                 : space_before               ? Kind::kOpenQuote
                                              : Kind::kCloseQuote;
  } else if (is_one_of(form, {"(", "[", "{"})) {
    token.kind = Kind::kOpenBracket;
  } else if (is_one_of(form, {")", "]", "}"})) {
    token.kind = Kind::kCloseBracket;
  } else if (form.size() >= 3) {
    token.kind = Kind::kDrawing;
  } else {
    token.kind = Kind::kSymbol;
  }
  token.shape = hash32(shape);
  if (token.kind >= Kind::kOpenQuote && token.kind <= Kind::kQuote) {
    token.form = token.lower = token.suffix = static_cast<std::uint32_t>(token.kind);
    return token;
  }
  if (token.kind == Kind::kInternet) unified = "www";
  const std::string small = to_lower(unified);
  token.form = hash32(unified);
  token.lower = hash32(small);
  token.suffix =
      hash32(std::string_view(small).substr(small.size() - std::min<std::size_t>(small.size(), 3)));
  return token;
}

}  // namespace

BoundaryView::BoundaryView(std::string_view text, const std::vector<Span>& tokens) {
  tokens_.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool space_before = i == 0 || tokens[i - 1].end != tokens[i].begin;
    const bool space_behind = i + 1 == tokens.size() || tokens[i].end != tokens[i + 1].begin;
    tokens_.push_back(
        view(text.substr(tokens[i].begin, tokens[i].size()), space_before, space_behind));
  }
  see_block();
}

void BoundaryView::see_block() {
  std::uint8_t depth = 0;
  bool quoted = false;
  std::size_t small = 0;
  std::size_t large = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const BoundaryToken& token = tokens_[i];
    if (token.kind == Kind::kCloseBracket && depth > 0) --depth;
    if (token.kind == Kind::kCloseQuote) quoted = false;
    depth_.push_back(depth);
    quoted_.push_back(quoted);
    if (token.kind == Kind::kOpenBracket && depth < 3) ++depth;
    if (token.kind == Kind::kOpenQuote) quoted = true;
    const bool stopped =
        i == 0 || tokens_[i - 1].kind == Kind::kStop || tokens_[i - 1].kind == Kind::kQuestion;
    if (stopped && token.kind == Kind::kWord) ++small;
    if (stopped && (token.kind == Kind::kCapitalized || token.kind == Kind::kCapitals)) ++large;
  }
  style_ = small == 0 ? (large > 1 ? 0 : 1) : large == 0 ? 4 : small > large ? 3 : 2;
}

const BoundaryToken& BoundaryView::token(std::size_t i) const {
  static const BoundaryToken outside;
  return i < tokens_.size() ? tokens_[i] : outside;
}

bool BoundaryView::is_impossible(std::size_t i) const {
  const Kind left = tokens_[i - 1].kind;
  const Kind right = tokens_[i].kind;
  if (right == Kind::kWord && left <= Kind::kComma) return true;
  if (right == Kind::kComma) return true;
  return !tokens_[i].space_before && left <= Kind::kMixed && right <= Kind::kMixed;
}

bool BoundaryView::is_bullet(std::size_t i) const {
  return tokens_[i].kind == Kind::kBullet && tokens_[i].space_before;
}

BoundaryView::Neighbours BoundaryView::neighbours(std::size_t begin, std::size_t i) const {
  constexpr std::uint32_t kMost = 3;
  Neighbours result{i - 1, i, 0, 0};
  for (std::uint32_t n = 0; n < kMost && result.left > begin; ++n, --result.left) {
    const Kind kind = tokens_[result.left].kind;
    if (kind != Kind::kCloseQuote && kind != Kind::kCloseBracket) break;
    result.closers = result.closers * 3 + (kind == Kind::kCloseQuote ? 1 : 2);
  }
  for (std::uint32_t n = 0; n < kMost && result.right + 1 < tokens_.size(); ++n, ++result.right) {
    const Kind kind = tokens_[result.right].kind;
    if (kind != Kind::kOpenQuote && kind != Kind::kOpenBracket) break;
    result.openers = result.openers * 3 + (kind == Kind::kOpenQuote ? 1 : 2);
  }
  return result;
}

void BoundaryView::features(std::size_t begin, std::size_t i, FeatureBuffer& features) const {
  const auto [left, right, closers, openers] = neighbours(begin, i);
  const BoundaryToken& l0 = token(left);
  const BoundaryToken& l1 = token(left - 1);  // wraps around to one outside
  const BoundaryToken& l2 = token(left - 2);
  const BoundaryToken& r0 = token(right);
  const BoundaryToken& r1 = token(right + 1);
  const BoundaryToken& r2 = token(right + 2);
  const auto kind = [](const BoundaryToken& token) {
    return static_cast<std::uint64_t>(token.kind);
  };
  const std::uint64_t space = tokens_[i].space_before ? 1 : 0;
  const std::uint64_t around = kind(l0) << 8 | kind(r0) << 1 | space;
  const std::uint64_t enclosed =
      static_cast<std::uint64_t>(depth_[i]) << 1 | (quoted_[i] ? 1U : 0U);
  const BoundaryToken& first = tokens_[begin];
  const std::uint64_t length = bucket(i - begin);
  features.clear();
  features.add(0);
  features.add(1, l0.form);
  features.add(2, r0.form);
  features.add(3, l0.lower);
  features.add(4, r0.lower);
  features.add(5, l1.lower, kind(l0));
  features.add(6, r1.lower, kind(r0));
  features.add(7, around);
  features.add(8, l0.lower, r0.lower);
  features.add(9, l0.lower, r0.shape, space);
  features.add(10, l0.shape, r0.lower, space);
  features.add(11, kind(l0), r0.form, space);
  features.add(12, l0.form, kind(r0), space);
  features.add(13, l1.lower, l0.lower, kind(r0));
  features.add(14, r0.lower, r1.lower, kind(l0));
  features.add(15, l1.shape, l0.shape, kind(r0));
  features.add(16, r0.shape, r1.shape, kind(l0));
  features.add(17, l0.shape, r0.shape, space);
  features.add(18, l1.shape, l0.shape, r0.shape);
  features.add(19, l0.shape, r0.shape, r1.shape);
  features.add(20, kind(l1), around);
  features.add(21, kind(r1), around);
  features.add(22, kind(l2), kind(l1), around);
  features.add(23, kind(r2), kind(r1), around);
  features.add(24, kind(l1), kind(r1), around);
  features.add(25, closers, around);
  features.add(26, openers, around);
  features.add(27, closers, openers, enclosed);
  features.add(28, enclosed, around);
  features.add(29, length, around);
  features.add(30, bucket(tokens_.size() - i), around);
  features.add(31, style_, around);
  features.add(32, style_, l0.lower, kind(r0));
  features.add(33, style_, r0.lower, kind(l0));
  features.add(34, kind(first), around);
  features.add(35, first.lower, length, kind(l0));
  features.add(36, std::min<std::size_t>(l1.size, 5), l1.shape, around);
  features.add(37, std::min<std::size_t>(l0.size, 5), around);
  features.add(38, l0.suffix, around);
  features.add(39, kind(l2), kind(l1), kind(l0), kind(r0), kind(r1), kind(r2));
  features.add(40, l2.lower, l1.lower, l0.lower);
  features.add(41, r0.lower, r1.lower, r2.lower);
  features.add(42, style_, length, around);
}

SentenceSplitter::SentenceSplitter(const ModelFile& file)
    : weights_(file.section("weights"), file.path()) {
  if (weights_.classes() != 2) throw ParseError(file.path(), 0, "weights of another model");
}

namespace {

/// Adds the end of the sentence of tokens [begin, end), with those of its pieces if it is too long.
void add_end(std::string_view text, const std::vector<Span>& tokens, std::size_t begin,
             std::size_t end, std::vector<std::size_t>& ends) {
  for (const std::size_t cut : cut_long(end - begin, [&](std::size_t i) {
         const Span token = tokens[begin + i];
         return token.size() == 1 &&
                std::string_view(",;:").find(text[token.begin]) != std::string_view::npos;
       })) {
    ends.push_back(begin + cut);
  }
}

}  // namespace

std::vector<std::size_t> SentenceSplitter::split(std::string_view text,
                                                 const std::vector<Span>& tokens) const {
  std::vector<std::size_t> ends;
  if (tokens.empty()) return ends;
  const BoundaryView view(text, tokens);
  FeatureBuffer features;
  Scores scores;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!view.is_bullet(i)) {
      if (view.is_impossible(i)) continue;
      view.features(begin, i, features);
      weights_.score(features.view(), scores);
      if (scores[1] <= 0) continue;
    }
    add_end(text, tokens, begin, i, ends);
    begin = i;
  }
  add_end(text, tokens, begin, tokens.size(), ends);
  return ends;
}

}  // namespace newsgraph
