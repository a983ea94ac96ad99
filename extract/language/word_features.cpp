#include "extract/language/word_features.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"

namespace newsgraph {
namespace {

std::uint64_t slot_of(std::uint64_t key, std::uint64_t slots) { return (key >> 32) * slots >> 32; }

/// One mark for each character, runs cut to two: "Xx", "0,0", "X.X.".
std::uint32_t shape_of(std::string_view form) {
  std::uint64_t hash = 0;
  char last = 0;
  int run = 0;
  for (std::size_t pos = 0; pos < form.size();) {
    const char mark = shape_mark(next_code_point(form, pos));
    run = mark == last ? run + 1 : 1;
    last = mark;
    if (run <= 2) hash = (hash ^ static_cast<unsigned char>(mark)) * 0x100000001b3ULL;
  }
  return static_cast<std::uint32_t>(mix_bits(hash));
}

std::uint32_t hash32(std::string_view bytes) {
  return static_cast<std::uint32_t>(hash_bytes(bytes));
}

}  // namespace

/// `form` with one spelling for each quote and dash, 0 for every digit, and no soft hyphens.
void unify(std::string_view form, std::string& result) {
  result.clear();
  for (std::size_t pos = 0; pos < form.size();) {
    const char32_t c = next_code_point(form, pos);
    if (c < 128) {
      result += static_cast<char>(c >= '0' && c <= '9' ? '0' : c);
      continue;
    }
    switch (c) {
      case U'‘':
      case U'’':
      case U'ʼ':
        result += '\'';
        break;
      case U'“':
      case U'”':
      case U'«':
      case U'»':
        result += '"';
        break;
      case U'‐':
      case U'‑':
      case U'–':
        result += '-';
        break;
      case U'—':
        result += "--";
        break;
      case U'…':
        result += "...";
        break;
      default:
        if (char_class(c) != CharClass::kFormat) append_utf8(result, c);
    }
  }
}

char shape_mark(char32_t c) {
  switch (char_class(c)) {
    case CharClass::kUpper:
      return 'X';
    case CharClass::kLower:
    case CharClass::kLetter:
      return 'x';
    case CharClass::kDigit:
      return '0';
    default:
      return c < 128 ? static_cast<char>(c) : '?';
  }
}

WordTable::WordTable(std::string_view bytes, const std::string& source) {
  static_assert(sizeof(Slot) == 8);
  if (bytes.size() < sizeof(Slot) || bytes.size() % sizeof(Slot) != 0) {
    throw ParseError(source, 0, "the word table is cut off");
  }
  slots_ = bytes.size() / sizeof(Slot);
  table_ = reinterpret_cast<const Slot*>(bytes.data());
}

WordClass WordTable::find(std::uint64_t key) const {
  if (slots_ == 0) return {};
  const auto check = static_cast<std::uint32_t>(key) | 1;
  for (std::uint64_t slot = slot_of(key, slots_), seen = 0; seen < slots_; ++seen) {
    if (table_[slot].check == check) return table_[slot].value;
    if (table_[slot].check == 0) return {};
    slot = slot + 1 == slots_ ? 0 : slot + 1;
  }
  return {};
}

std::string encode_word_table(const std::vector<std::pair<std::uint64_t, WordClass>>& words) {
  const std::uint64_t slots = words.size() * 5 / 4 + 1;
  std::vector<WordTable::Slot> table(slots, {0, {}});
  for (const auto& [key, value] : words) {
    std::uint64_t slot = slot_of(key, slots);
    while (table[slot].check != 0) slot = slot + 1 == slots ? 0 : slot + 1;
    table[slot] = {static_cast<std::uint32_t>(key) | 1, value};
  }
  std::string bytes(slots * sizeof(WordTable::Slot), '\0');
  std::memcpy(bytes.data(), table.data(), bytes.size());
  return bytes;
}

std::uint64_t word_key(std::string_view form) {
  std::string unified;
  unify(form, unified);
  return hash_bytes(unified);
}

WordFeatures word_features(std::string_view form, const WordTable& words) {
  thread_local std::string unified;
  unify(form, unified);
  const std::string lower = to_lower(unified);
  WordFeatures features;
  const std::uint64_t key = hash_bytes(unified);
  features.form = static_cast<std::uint32_t>(key);
  WordClass known = words.find(key);
  std::uint64_t lower_key = key;
  if (lower != unified) {
    lower_key = hash_bytes(lower);
    if (known.fine == 0 || known.ambiguity == 0) {
      const WordClass other = words.find(lower_key);
      if (known.fine == 0) {
        known.fine = other.fine;
        known.coarse = other.coarse;
      }
      if (known.ambiguity == 0) known.ambiguity = other.ambiguity;
    }
  }
  features.lower = static_cast<std::uint32_t>(lower_key);
  features.fine = known.fine;
  features.coarse = known.coarse;
  features.ambiguity = known.ambiguity;
  features.shape = shape_of(unified);
  const std::string_view view(lower);
  for (std::size_t n = 1; n <= 4; ++n) {
    const std::size_t length = std::min(n, view.size());
    if (n <= 3) features.prefix[n - 1] = hash32(view.substr(0, length));
    features.suffix[n - 1] = hash32(view.substr(view.size() - length));
  }
  std::size_t letters = 0;
  bool small = false;
  bool first = true;
  for (std::size_t pos = 0; pos < unified.size(); first = false) {
    const char32_t c = next_code_point(unified, pos);
    const CharClass type = char_class(c);
    if (type == CharClass::kUpper) {
      ++letters;
      features.has_capital = true;
      if (first) features.capital = true;
    }
    if (type == CharClass::kLower) small = true;
    if (type == CharClass::kDigit) features.has_digit = true;
    if (c == '-') features.has_hyphen = true;
  }
  features.all_capitals = letters >= 2 && !small;
  return features;
}

void word_features(std::span<const Sentence> sentences, const WordTable& words,
                   std::vector<WordFeatures>& features) {
  features.clear();
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) {
      features.push_back(word_features(token.form, words));
    }
  }
}

void word_features(const Sentence& sentence, const WordTable& words,
                   std::vector<WordFeatures>& features) {
  word_features({&sentence, 1}, words, features);
}

}  // namespace newsgraph
