#include "extract/language/tokenizer.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>

#include "extract/language/abbreviations.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/token_shapes.hpp"

namespace newsgraph {
namespace {

bool is_apostrophe(char32_t c) { return is_one_of(c, U"'’`ʼ"); }
bool is_dash(char32_t c) { return is_one_of(c, U"–—―‒"); }
bool is_stop(char32_t c) { return is_one_of(c, U".?!…"); }

/// What may stand repeated as one token: "...", "--", "!!!", "<<", "$$$".
bool is_run(char32_t c) { return is_one_of(c, U".-!?*=_~'`\"’‘<>+$#"); }

/// Letters of the second word in the fused word `word` (in lower case); 0 if it is none.
std::size_t fused_tail(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return 0;
  const auto* found = std::find_if(std::begin(kFusedWords), std::end(kFusedWords),
                                   [&](const FusedWord& fused) { return fused.word == word; });
  return found == std::end(kFusedWords) ? 0 : found->tail;
}

/// Longer stretches without white space are cut, so that time stays linear in any text.
constexpr std::size_t kLongestChunk = 500;

/// Splits one stretch between white space. Positions are indices into `chars_`, ranges half-open.
class Chunk {
 public:
  Chunk(std::string_view text, std::uint32_t block_end, std::vector<Span>& tokens)
      : text_(text), block_end_(block_end), tokens_(tokens) {}

  void add(TextChar c) { chars_.push_back(c); }
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
  Stretch stretch(std::size_t begin, std::size_t end) const {
    return {view(begin, end), std::span(chars_).subspan(begin, end - begin)};
  }
  /// Characters without a glyph belong to a token only inside it: a soft hyphen, but no mark of
  /// direction around a word.
  void emit(std::size_t begin, std::size_t end) {
    while (begin < end && chars_[begin].format()) ++begin;
    while (begin < end && chars_[end - 1].format()) --end;
    if (begin < end) tokens_.push_back({byte(begin), byte(end)});
  }

  void split_ends(std::size_t begin, std::size_t end);
  void split_inside(std::size_t begin, std::size_t end);
  void split_hyphens(std::size_t begin, std::size_t end);
  void split_word(std::size_t begin, std::size_t end);

  bool is_whole(std::size_t begin, std::size_t end) const;
  char32_t visible_behind(std::size_t end) const;
  std::string_view word_behind(std::size_t end) const;
  bool is_meant_fused(std::string_view word, std::size_t begin, std::size_t end) const;
  bool keeps_stop(std::size_t begin, std::size_t end) const;
  bool ends_abbreviation(std::size_t word, std::size_t stop, std::size_t end) const;
  std::size_t leading(std::size_t begin, std::size_t end) const;
  std::size_t trailing(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::uint32_t block_end_;
  std::vector<Span>& tokens_;
  std::vector<TextChar> chars_;
  std::uint32_t end_ = 0;
};

bool Chunk::is_whole(std::size_t begin, std::size_t end) const {
  const Stretch stretch = this->stretch(begin, end);
  const std::string_view word = stretch.word;
  return is_internet_name(stretch) || is_emoticon(stretch) || is_file_name(stretch) ||
         is_drawing(stretch) ||
         (word.size() <= 5 && word.find('/') != word.npos &&
          contains(kSlashWords, to_lower(word))) ||
         (word.back() == '!' && contains(kExclaimedNames, to_lower(word)));
}

/// The first character behind `end` that is not white space; 0 if the block ends there.
char32_t Chunk::visible_behind(std::size_t end) const {
  for (std::size_t pos = byte(end); pos < block_end_;) {
    const char32_t c = next_code_point(text_, pos);
    if (char_class(c) != CharClass::kSpace) return c;
  }
  return 0;
}

/// What stands behind the white space behind `end`, up to the next; empty without that space.
std::string_view Chunk::word_behind(std::size_t end) const {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  std::size_t begin = byte(end);
  while (begin < block_end_ && is_space(text_[begin])) ++begin;
  if (begin == byte(end)) return {};
  std::size_t behind = begin;
  while (behind < block_end_ && behind - begin < 20 && !is_space(text_[behind])) ++behind;
  return text_.substr(begin, behind - begin);
}

/// Whether a word that looks fused is not another one: "its cause", "Im Sang-soo", "as is his
/// wont".
bool Chunk::is_meant_fused(std::string_view word, std::size_t begin, std::size_t end) const {
  if (word == "its") return contains(kBehindItIs, to_lower(word_behind(end)));
  if (word == "im") return !is_upper(visible_behind(end));
  if (word == "ive" || word == "hes") return !is_upper(chars_[begin].c);
  if (word == "wont" && !tokens_.empty()) {
    const std::string before = to_lower(text_.substr(tokens_.back().begin, tokens_.back().size()));
    for (const std::string_view other :
         {"my", "your", "his", "her", "its", "our", "their", "is", "are", "was", "were", "be"}) {
      if (before == other) return false;
    }
  }
  return true;
}

/// Length of the punctuation token that starts at `begin`; 0 if a word starts there.
std::size_t Chunk::leading(std::size_t begin, std::size_t end) const {
  const TextChar& first = chars_[begin];
  if (first.alnum()) return 0;
  const bool more = begin + 1 < end;
  const TextChar next = more ? chars_[begin + 1] : TextChar{};
  // "'90s", "'em", "'s" at the start of a chunk keep their apostrophe.
  if (is_apostrophe(first.c) && more) {
    if (next.digit()) {
      std::size_t i = begin + 1;
      while (i < end && chars_[i].digit()) ++i;
      if (i - begin == 3) return 0;
    }
    const std::string rest = to_lower(view(begin + 1, end));
    for (const std::string_view clitic :
         {"s", "em", "n", "til", "cause", "re", "ve", "ll", "d", "m"}) {
      if (rest == clitic) return 0;
    }
  }
  if ((first.c == '+' && next.digit()) || (first.c == '.' && next.digit())) return 0;
  if (first.c == '.' && contains(kFileEndings, to_lower(view(begin + 1, end)))) return 0;  // ".doc"
  if (first.c == '_' || first.c == '&' || first.c == '@') {
    if (more && next.alnum()) return 0;
  }
  if (first.type == CharClass::kSymbol && first.c > 127) return pictograph(stretch(begin, end));
  if (!is_run(first.c)) return 1;
  std::size_t i = begin + 1;
  while (i < end &&
         (chars_[i].c == first.c || (is_one_of(first.c, U"!?") && is_one_of(chars_[i].c, U"!?")))) {
    ++i;
  }
  return i - begin;
}

/// Whether the stop at `end` - 1 belongs to the word before it, as far as what stands around tells.
bool Chunk::keeps_stop(std::size_t begin, std::size_t end) const {
  std::size_t word = end - 1;
  while (word > begin && !is_hyphen(chars_[word - 1].c)) --word;
  if (end - word > 4 && chars_[end - 5].digit() && chars_[end - 3].c == '.')
    word = end - 4;  // "10p.m."
  const std::string_view stem = view(word, end - 1);
  const std::string lower = to_lower(stem);
  if (contains(kNumberAbbreviations, lower)) {
    const char32_t next = visible_behind(end);
    if (next != 0 && char_class(next) == CharClass::kDigit) return true;
    if (!is_upper(chars_[word].c)) return false;
  }
  if (end - word == 2 && (stem == "I" || visible_behind(end) == 0)) return false;  // no initial
  if (lower == "etc") {
    // Treebanks leave the stop to the sentence where one ends.
    const char32_t next = visible_behind(end);
    return next != 0 && !is_upper(next);
  }
  if (contains(kStateAbbreviations, lower) && lower.size() > 1) {
    if (!is_upper(chars_[word].c)) return false;
    if (word > begin) return true;
    const Span before = tokens_.empty() ? Span{} : tokens_.back();
    return before.size() == 1 && is_one_of(static_cast<unsigned char>(text_[before.begin]), U",-");
  }
  return is_abbreviation(view(word, end));
}

/// Whether the stop at `stop`, inside a chunk, ends a word that the next one is glued to: "Nov.28",
/// "Dr.Lee", "J.K.Rowling".
bool Chunk::ends_abbreviation(std::size_t word, std::size_t stop, std::size_t end) const {
  const std::string_view before = view(word, stop + 1);
  if (chars_[stop + 1].digit()) {
    const std::string lower = to_lower(view(word, stop));
    return stop - word >= 2 &&
           (contains(kNumberAbbreviations, lower) || contains(kCapitalAbbreviations, lower));
  }
  if (chars_[stop + 1].type != CharClass::kUpper || end - stop < 4) return false;
  for (std::size_t i = stop + 2; i < end; ++i) {
    if (chars_[i].type != CharClass::kLower) return false;
  }
  return is_abbreviation(before) && to_lower(view(stop + 1, end)) != "phil";
}

/// Length of the punctuation token that ends at `end`; 0 if a word ends there.
std::size_t Chunk::trailing(std::size_t begin, std::size_t end) const {
  const TextChar& last = chars_[end - 1];
  if (last.alnum() && !is_variation_or_tone(last.c)) return 0;
  const char32_t before = end - begin > 1 ? chars_[end - 2].c : 0;
  if (const std::size_t face = emoticon_at_end(stretch(begin, end)); face != 0) return face;
  if (last.c == '.' && before != '.' && keeps_stop(begin, end)) return 0;
  if (last.c == '+' && before != 0 && chars_[end - 2].alnum()) return 0;     // "C+", "18+"
  if (last.c == '_' || (last.c == '$' && chars_[begin].letter())) return 0;  // "US$"
  if (last.c > 127 && (last.type == CharClass::kSymbol || is_variation_or_tone(last.c))) {
    for (std::size_t i = begin; i < end;) {  // the pictograph that reaches to the end
      const std::size_t length = pictograph(stretch(i, end));
      if (i + length == end) return length;
      i += chars_[i].type == CharClass::kSymbol ? length : 1;
    }
  }
  if (!is_run(last.c) && last.c != U'…') return 1;
  std::size_t i = end - 1;
  std::size_t row = 0;  // of stops side by side
  std::size_t longest = 0;
  while (i > begin && is_stop(chars_[i - 1].c) && is_stop(last.c)) --i;
  for (std::size_t k = i; k < end; ++k) {
    row = chars_[k].c == '.' || chars_[k].c == U'…' ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  if (end - i >= 2 && longest <= 1) {  // "?!", ".?", "!."
    return chars_[i].c == '.' && i > begin && keeps_stop(begin, i + 1) ? end - i - 1 : end - i;
  }
  if (longest == end - i && longest >= 2 && before != 0) {
    // "Inc..": one stop each for the word and the sentence.
    if (longest == 2 && last.c == '.' && i > begin && keeps_stop(begin, i + 1)) return 1;
    return longest;  // "...", "…."
  }
  i = end - 1;
  while (i > begin && (chars_[i - 1].c == last.c ||
                       (is_one_of(last.c, U"!?") && is_one_of(chars_[i - 1].c, U"!?")))) {
    --i;
  }
  return end - i;
}

void Chunk::split_ends(std::size_t begin, std::size_t end) {
  while (begin < end && chars_[end - 1].format()) --end;
  while (begin < end && !is_whole(begin, end)) {
    const std::size_t length = chars_[begin].format() ? 1 : leading(begin, end);
    if (length == 0) break;
    emit(begin, begin + length);
    begin += length;
  }
  if (begin == end) return;
  // Tokens at the end are found last first.
  std::vector<std::size_t> cuts;
  std::size_t core = end;
  while (core > begin && !is_whole(begin, core)) {
    const std::size_t length = chars_[core - 1].format() ? 1 : trailing(begin, core);
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
    const TextChar& c = chars_[i];
    if (i == word && i > begin && c.letter()) {  // "below:<http://example.org>"
      std::size_t behind = i;
      while (behind < end && !is_one_of(chars_[behind].c, U"\"<>")) ++behind;
      if (is_internet_name(stretch(i, behind))) {
        emit(i, behind);
        word = i = behind;
        continue;
      }
    }
    const TextChar previous = i > begin ? chars_[i - 1] : TextChar{};
    const TextChar next = i + 1 < end ? chars_[i + 1] : TextChar{};
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
    } else if (is_one_of(c.c, U"/+=*%×°º") &&
               !(c.c == '/' && previous.digit() && next.digit() &&
                 is_fraction_or_date(stretch(word, end))) &&
               previous.c != 0) {
      // "and/or", "50%-owned"; dates and fractions ("11/28/2000", "1/2") stay whole.
      cut(1);
    } else if (c.c == ':' && !(previous.digit() && next.digit())) {
      cut(1);
    } else if (c.c == ',' &&
               !(previous.digit() && next.digit() && is_grouped_number(stretch(word, end)))) {
      cut(1);
    } else if (is_apostrophe(c.c) && previous.digit() && next.digit()) {
      cut(1);  // feet: 5'11
    } else if (c.c == '.' && i > word && i + 1 < end && ends_abbreviation(word, i, end)) {
      emit(word, i + 1);
      word = ++i;
    } else if (is_one_of(c.c, U"$£€¥") && next.digit()) {
      // "US$5": the letters belong to the currency.
      if (word < i && chars_[word].type == CharClass::kUpper) {
        emit(word, i + 1);
        ++i;
        word = i;
      } else {
        cut(1);
      }
    } else if (c.c == '.' &&
               (previous.type == CharClass::kLower ? i - word >= 2 : previous.digit()) &&
               next.type == CharClass::kUpper && end - i > 2 &&
               chars_[i + 2].type == CharClass::kLower) {
      cut(1);  // a blank is missing: "peace.The"
    } else {
      ++i;
    }
  }
  if (word < end) split_hyphens(word, end);
}

void Chunk::split_hyphens(std::size_t begin, std::size_t end) {
  if (is_phone_or_date(stretch(begin, end))) return emit(begin, end);
  std::size_t word = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_hyphen(chars_[i].c) || i == begin || i + 1 == end) continue;
    if (contains(kJoinedPrefixes, to_lower(view(word, i)))) continue;
    if (contains(kJoinedSuffixes, to_lower(view(i + 1, end)))) continue;
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
    const bool generation = end - begin == 2 && view(i, end) == "G";  // "5G"
    if (i < end && !generation && contains(kUnits, to_lower(view(i, end)))) return cut(end - i);
    if (i == end || chars_[i].letter()) return emit(begin, end);
  }
  const std::string word = to_lower(view(begin, end));
  if (const std::size_t tail = fused_tail(word); tail != 0 && is_meant_fused(word, begin, end)) {
    return cut(tail);
  }
  if (size > 3 && is_one_of(chars_[end - 1].c, U"tT") && is_apostrophe(chars_[end - 2].c) &&
      is_one_of(chars_[end - 3].c, U"nN")) {
    return cut(3);
  }
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
  if (word == "V.") return false;  // "George V.", but "Smith v. Hill"
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
  if (contains(kOtherAbbreviations, lower)) return true;
  if (upper) {
    return contains(kTitleAbbreviations, lower) || contains(kCapitalAbbreviations, lower);
  }
  constexpr std::string_view kWords[] = {"col", "det", "gen", "rep", "reps", "rev"};
  return contains(kTitleAbbreviations, lower) && !contains(kWords, lower);
}

bool is_clitic(std::string_view word, std::string_view next) {
  const std::string tail = to_lower(next);
  const std::string head = to_lower(word);
  constexpr std::string_view kClitics[] = {"'s", "'d", "'m", "'re", "'ve", "'ll", "n't",
                                           "’s", "’d", "’m", "’re", "’ve", "’ll", "n’t"};
  if (contains(kClitics, tail)) return true;
  return head + tail != "alot" && fused_tail(head + tail) == tail.size();
}

std::vector<Span> tokenize(std::string_view text, Span block) {
  std::vector<Span> tokens;
  Chunk chunk(text, block.end, tokens);
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
  return tokens;
}

}  // namespace newsgraph
