#include "extract/language/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>

#include "extract/language/abbreviations.hpp"
#include "extract/language/characters.hpp"

namespace newsgraph {
namespace {

template <std::size_t N>
bool contains(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == '`' || c == U'ʼ'; }
bool is_dash(char32_t c) { return is_one_of(c, U"–—―‒"); }
bool is_hyphen(char32_t c) { return c == '-' || c == U'‐' || c == U'‑'; }

/// What may stand repeated as one token: "...", "--", "!!!", "?!".
bool is_run(char32_t c) { return is_one_of(c, U".-!?*=_~'`\"’‘"); }

/// One code point of a chunk: where it starts in the text, and what it is.
struct Char {
  std::uint32_t begin = 0;
  char32_t c = 0;
  CharClass type = CharClass::kSpace;

  bool letter() const {
    return type == CharClass::kUpper || type == CharClass::kLower || type == CharClass::kLetter;
  }
  bool digit() const { return type == CharClass::kDigit; }
  bool alnum() const { return letter() || digit(); }
};

/// Longer stretches without white space are cut, so that time stays linear in any text.
constexpr std::size_t kLongestChunk = 500;

/// Splits one stretch between white space. Positions are indices into `chars_`, ranges half-open.
class Chunk {
 public:
  Chunk(std::string_view text, std::vector<Span>& tokens) : text_(text), tokens_(tokens) {}

  void add(Char c) { chars_.push_back(c); }
  std::size_t size() const { return chars_.size(); }

  void split(std::uint32_t end) {
    end_ = end;
    if (!chars_.empty()) split_ends(0, chars_.size());
    chars_.clear();
  }

 private:
  std::uint32_t byte(std::size_t i) const { return i < chars_.size() ? chars_[i].begin : end_; }
  std::string_view view(std::size_t begin, std::size_t end) const {
    return text_.substr(byte(begin), byte(end) - byte(begin));
  }
  void emit(std::size_t begin, std::size_t end) {
    if (begin < end) tokens_.push_back({byte(begin), byte(end)});
  }

  void split_ends(std::size_t begin, std::size_t end);
  void split_inside(std::size_t begin, std::size_t end);
  void split_hyphens(std::size_t begin, std::size_t end);
  void split_word(std::size_t begin, std::size_t end);

  bool is_whole(std::size_t begin, std::size_t end) const;
  bool is_internet_name(std::size_t begin, std::size_t end) const;
  bool is_emoticon(std::size_t begin, std::size_t end) const;
  bool keeps_stop(std::size_t begin, std::size_t end) const;
  bool is_phone_or_date(std::size_t begin, std::size_t end) const;
  std::size_t leading(std::size_t begin, std::size_t end) const;
  std::size_t trailing(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::vector<Span>& tokens_;
  std::vector<Char> chars_;
  std::uint32_t end_ = 0;
};

/// "http://…", "www.…", "a@b.org", "@handle", "#topic", "example.com/page".
bool Chunk::is_internet_name(std::size_t begin, std::size_t end) const {
  const std::size_t size = end - begin;
  if (size < 3) return false;
  const std::string_view word = view(begin, end);
  if (is_one_of(chars_[end - 1].c, U",.;:!?)]}>\"'”’»*")) return false;
  if (word.find("://") != word.npos || word.starts_with("www.") || word.starts_with("WWW.")) {
    return true;
  }
  const char32_t first = chars_[begin].c;
  if ((first == '@' || first == '#') && chars_[begin + 1].letter()) {
    return std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                       chars_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Char& c) { return c.alnum() || c.c == '_'; });
  }
  if (const auto at = word.find('@'); at != word.npos) {
    return at > 0 && word.find('.', at) != word.npos && word.back() != '@';
  }
  // A dotted name whose last part, before any path, is a top-level domain.
  const std::string_view host = word.substr(0, word.find('/'));
  const auto dot = host.rfind('.');
  if (dot == host.npos || dot == 0 || dot + 1 == host.size()) return false;
  if (!std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-' || c == '_';
      })) {
    return false;
  }
  return dot >= 2 && contains(kTopLevelDomains, to_lower(host.substr(dot + 1)));
}

/// ":)", ";-)", ":D", "<3".
bool Chunk::is_emoticon(std::size_t begin, std::size_t end) const {
  const std::size_t size = end - begin;
  if (size < 2 || size > 3) return false;
  const char32_t eyes = chars_[begin].c;
  const char32_t mouth = chars_[end - 1].c;
  if (size == 3 && chars_[begin + 1].c != '-') return false;
  if (is_one_of(eyes, U":;=")) return is_one_of(mouth, U")(DPp|/") && !(eyes == '=' && size == 3);
  return eyes == '<' && mouth == '3';
}

bool Chunk::is_whole(std::size_t begin, std::size_t end) const {
  return is_internet_name(begin, end) || is_emoticon(begin, end);
}

/// Length of the punctuation token that starts at `begin`; 0 if a word starts there.
std::size_t Chunk::leading(std::size_t begin, std::size_t end) const {
  const Char& first = chars_[begin];
  if (first.alnum()) return 0;
  const bool more = begin + 1 < end;
  const Char next = more ? chars_[begin + 1] : Char{};
  // "'90s", "'em", "'s" at the start of a chunk keep their apostrophe.
  if (is_apostrophe(first.c) && more) {
    if (next.digit()) {
      std::size_t i = begin + 1;
      while (i < end && chars_[i].digit()) ++i;
      if (i - begin == 3) return 0;
    }
    const std::string rest = to_lower(view(begin + 1, end));
    for (const std::string_view clitic : {"s", "em", "til", "cause", "re", "ve", "ll", "d", "m"}) {
      if (rest == clitic) return 0;
    }
  }
  if ((first.c == '+' || first.c == '-' || first.c == '.') && next.digit()) {
    if (first.c != '-' || begin == 0) return 0;
  }
  if (first.c == '_' || first.c == '&' || first.c == '@') {
    if (more && next.alnum()) return 0;
  }
  if (!is_run(first.c)) return 1;
  std::size_t i = begin + 1;
  while (i < end &&
         (chars_[i].c == first.c || (is_one_of(first.c, U"!?") && is_one_of(chars_[i].c, U"!?")))) {
    ++i;
  }
  return i - begin;
}

/// Whether the word [begin, end) ends in a stop of its own.
bool Chunk::keeps_stop(std::size_t begin, std::size_t end) const {
  return is_abbreviation(view(begin, end));
}

/// Length of the punctuation token that ends at `end`; 0 if a word ends there.
std::size_t Chunk::trailing(std::size_t begin, std::size_t end) const {
  const Char& last = chars_[end - 1];
  if (last.alnum()) return 0;
  const char32_t before = end - begin > 1 ? chars_[end - 2].c : 0;
  if (last.c == '.' && before != '.' && keeps_stop(begin, end)) return 0;
  if (last.c == '+' && before != 0 && chars_[end - 2].alnum()) return 0;     // "C+", "18+"
  if (last.c == '_' || (last.c == '$' && chars_[begin].letter())) return 0;  // "US$"
  if (!is_run(last.c)) return 1;
  std::size_t i = end - 1;
  while (i > begin && (chars_[i - 1].c == last.c ||
                       (is_one_of(last.c, U"!?") && is_one_of(chars_[i - 1].c, U"!?")))) {
    --i;
  }
  return end - i;
}

void Chunk::split_ends(std::size_t begin, std::size_t end) {
  while (begin < end && !is_whole(begin, end)) {
    const std::size_t length = leading(begin, end);
    if (length == 0) break;
    emit(begin, begin + length);
    begin += length;
  }
  if (begin == end) return;
  // Tokens at the end are found last first.
  std::vector<std::size_t> cuts;
  std::size_t core = end;
  while (core > begin && !is_whole(begin, core)) {
    const std::size_t length = trailing(begin, core);
    if (length == 0) break;
    cuts.push_back(core);
    core -= length;
  }
  if (core > begin) {
    if (is_whole(begin, core)) {
      emit(begin, core);
    } else {
      split_inside(begin, core);
    }
  }
  for (std::size_t at = core; !cuts.empty(); cuts.pop_back()) {
    emit(at, cuts.back());
    at = cuts.back();
  }
}

/// Splits at dashes, slashes, brackets and punctuation between letters.
void Chunk::split_inside(std::size_t begin, std::size_t end) {
  std::size_t word = begin;
  std::size_t i = begin;
  const auto cut = [&](std::size_t length) {
    if (word < i) split_hyphens(word, i);
    emit(i, i + length);
    i += length;
    word = i;
  };
  while (i < end) {
    const Char& c = chars_[i];
    const Char previous = i > begin ? chars_[i - 1] : Char{};
    const Char next = i + 1 < end ? chars_[i + 1] : Char{};
    const bool same_next = next.c == c.c;
    if (c.alnum()) {
      ++i;
    } else if (is_dash(c.c) || is_one_of(c.c, U"()[]{}<>\"“”„«»;…?!|~^•·")) {
      cut(1);
    } else if (is_hyphen(c.c) && same_next) {
      std::size_t length = 2;
      while (i + length < end && is_hyphen(chars_[i + length].c)) ++length;
      cut(length);
    } else if (c.c == '.' && same_next) {
      std::size_t length = 2;
      while (i + length < end && chars_[i + length].c == '.') ++length;
      cut(length);
    } else if (is_one_of(c.c, U"/+=*%×") && !(previous.digit() && next.digit() && c.c == '/') &&
               previous.c != 0) {
      // "and/or", "50%-owned"; dates and fractions ("11/28/2000", "1/2") stay whole.
      cut(1);
    } else if (is_one_of(c.c, U",:") && !(previous.digit() && next.digit())) {
      cut(1);
    } else if (is_one_of(c.c, U"$£€¥") && next.digit()) {
      // "US$5": the letters belong to the currency.
      if (word < i && chars_[word].type == CharClass::kUpper) {
        emit(word, i + 1);
        ++i;
        word = i;
      } else {
        cut(1);
      }
    } else if (c.c == '.' && previous.type == CharClass::kLower && next.type == CharClass::kUpper &&
               i - word >= 2 && end - i > 2 && chars_[i + 2].type == CharClass::kLower) {
      cut(1);  // a blank is missing: "peace.The"
    } else {
      ++i;
    }
  }
  if (word < end) split_hyphens(word, end);
}

/// "555-0100", "2004-11-17": digits in groups that a hyphen does not part.
bool Chunk::is_phone_or_date(std::size_t begin, std::size_t end) const {
  std::size_t digits = 0;
  std::size_t hyphens = 0;
  std::size_t group = 0;
  std::size_t shortest = 99;
  for (std::size_t i = begin; i < end; ++i) {
    if (chars_[i].digit()) {
      ++digits;
      ++group;
    } else if (is_hyphen(chars_[i].c)) {
      ++hyphens;
      shortest = std::min(shortest, group);
      group = 0;
    } else if (chars_[i].c != '.') {
      return false;
    }
  }
  shortest = std::min(shortest, group);
  return hyphens > 0 && shortest > 0 && (hyphens >= 2 || digits == 7) && digits >= 6;
}

void Chunk::split_hyphens(std::size_t begin, std::size_t end) {
  if (is_phone_or_date(begin, end)) return emit(begin, end);
  std::size_t word = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_hyphen(chars_[i].c) || i == begin || i + 1 == end) continue;
    if (contains(kJoinedPrefixes, to_lower(view(word, i)))) continue;
    if (word < i) split_word(word, i);
    emit(i, i + 1);
    word = i + 1;
  }
  if (word < end) split_word(word, end);
}

/// Parts clitics, fused words and units.
void Chunk::split_word(std::size_t begin, std::size_t end) {
  const std::size_t size = end - begin;
  const auto cut = [&](std::size_t tail) {
    emit(begin, end - tail);
    emit(end - tail, end);
  };
  if (chars_[begin].digit()) {
    std::size_t i = begin;
    while (i < end && (chars_[i].digit() || is_one_of(chars_[i].c, U".,:"))) ++i;
    if (i < end && (!chars_[i - 1].digit() || view(i, end) == "s")) return emit(begin, end);
    if (i < end && contains(kUnits, to_lower(view(i, end)))) return cut(end - i);
    if (i == end || chars_[i].letter()) return emit(begin, end);
  }
  const std::string word = to_lower(view(begin, end));
  constexpr std::string_view kFused[] = {"cannot", "gonna", "wanna", "gotta", "gimme", "lemme"};
  if (contains(kFused, word)) return cut(word == "cannot" ? 3 : 2);
  if (size > 3 && chars_[end - 1].c == 't' && is_apostrophe(chars_[end - 2].c) &&
      chars_[end - 3].c == 'n') {
    return cut(3);
  }
  if (size > 3 && word.ends_with("'t") && word.ends_with("n't")) return cut(3);  // "DON'T"
  for (std::size_t tail = 2; tail <= 3 && tail < size; ++tail) {
    if (!is_apostrophe(chars_[end - tail].c)) continue;
    const std::string clitic = to_lower(view(end - tail + 1, end));
    for (const std::string_view known : {"s", "d", "m", "re", "ve", "ll"}) {
      if (clitic == known) {
        const bool decade = clitic == "s" && chars_[begin].digit();  // "1960's"
        if (!decade) return cut(tail);
      }
    }
  }
  emit(begin, end);
}

}  // namespace

bool is_title_abbreviation(std::string_view word) {
  return word.size() > 1 && word.back() == '.' &&
         contains(kTitleAbbreviations, to_lower(word.substr(0, word.size() - 1)));
}

bool is_abbreviation(std::string_view word) {
  if (word.size() < 2 || word.back() != '.') return false;
  const std::string_view stem = word.substr(0, word.size() - 1);
  // Initials and acronyms: "J.", "U.S.", "U.S.A."; letters and stops in turn.
  bool letter_expected = true;
  bool acronym = true;
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    const CharClass type = char_class(c);
    const bool is_letter = type == CharClass::kUpper || type == CharClass::kLower;
    if (letter_expected ? !is_letter : c != '.') acronym = false;
    letter_expected = !letter_expected;
    letters += is_letter ? 1 : 0;
  }
  std::size_t first = 0;
  const bool upper = is_upper(next_code_point(word, first));
  if (acronym && letters > 0 && (upper || letters > 1)) return true;
  const std::string lower = to_lower(stem);
  return contains(kTitleAbbreviations, lower) || contains(kOtherAbbreviations, lower);
}

bool is_clitic(std::string_view word, std::string_view next) {
  const std::string tail = to_lower(next);
  const std::string head = to_lower(word);
  constexpr std::string_view kClitics[] = {"'s", "'d", "'m", "'re", "'ve", "'ll", "n't",
                                           "’s", "’d", "’m", "’re", "’ve", "’ll", "n’t"};
  if (contains(kClitics, tail)) return true;
  if (tail == "not") return head == "can";
  if (tail == "na") return head == "gon" || head == "wan";
  if (tail == "ta") return head == "got";
  return tail == "me" && (head == "gim" || head == "lem");
}

std::vector<Span> tokenize(std::string_view text, Span block) {
  std::vector<Span> tokens;
  Chunk chunk(text, tokens);
  for (std::size_t pos = block.begin; pos < block.end;) {
    const auto begin = static_cast<std::uint32_t>(pos);
    const char32_t c = next_code_point(text, pos);
    const CharClass type = char_class(c);
    if (type == CharClass::kSpace) {
      chunk.split(begin);
    } else {
      if (chunk.size() == kLongestChunk) chunk.split(begin);
      chunk.add({begin, c, type});
    }
  }
  chunk.split(block.end);
  // "No." before a number is an abbreviation, else a sentence end.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Span token = tokens[i];
    const std::string_view word = text.substr(token.begin, token.size());
    if (i + 2 < tokens.size() && (word == "No" || word == "Nos") &&
        token.end == tokens[i + 1].begin && tokens[i + 1].size() == 1 && text[token.end] == '.' &&
        text[tokens[i + 2].begin] >= '0' && text[tokens[i + 2].begin] <= '9') {
      token.end = tokens[++i].end;
    }
    tokens[kept++] = token;
  }
  tokens.resize(kept);
  return tokens;
}

}  // namespace newsgraph
