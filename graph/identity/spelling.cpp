#include "graph/identity/spelling.hpp"

#include <array>

namespace newsgraph {
namespace {

struct Rewrite {
  std::string_view from;
  std::string_view to;
};

// One pass from left to right, first match wins; longer spellings first. What a romanisation
// writes, and the one letter (or pair) that all of them are taken for.
constexpr std::array kRewrites = {
    Rewrite{"shch", "sh"}, Rewrite{"tsch", "ch"}, Rewrite{"sch", "sh"},  // Shcherba, Schewtsch
    Rewrite{"tch", "ch"},  Rewrite{"dzh", "j"},   Rewrite{"cz", "ch"},   // Ivantchouk, Dzhokhar
    Rewrite{"ch", "ch"},   Rewrite{"sh", "sh"},                          // kept from the h rules
    Rewrite{"zh", "j"},    Rewrite{"dj", "j"},    Rewrite{"kh", "h"},    // Zhukov, Djibril, Kharkiv
    Rewrite{"gh", "g"},    Rewrite{"dh", "d"},    Rewrite{"th", "t"},    // Ghani, Riyadh
    Rewrite{"ph", "f"},    Rewrite{"ck", "k"},    Rewrite{"tz", "ts"},   // Philipp, Matz
    Rewrite{"ou", "u"},    Rewrite{"oo", "u"},    Rewrite{"ee", "i"},    // Mahmoud, Rajeev
    Rewrite{"ks", "x"},    Rewrite{"w", "v"},     Rewrite{"q", "k"},     // Aleksei, Walesa
    Rewrite{"y", "i"},
};

constexpr std::array kEndings = {
    Rewrite{"enka", "enko"},                       // Belarusian
    Rewrite{"iov", "ev"}, Rewrite{"iova", "eva"},  // Kiselyov
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string rewrite(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    const Rewrite* found = nullptr;
    for (const Rewrite& rule : kRewrites) {
      if (word.starts_with(rule.from)) {
        found = &rule;
        break;
      }
    }
    if (found) {
      out += found->to;
      word.remove_prefix(found->from.size());
      continue;
    }
    const char c = word.front();
    const char next = word.size() > 1 ? word[1] : ' ';
    if (c == 'c') {
      out += next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
    } else if (c == 'j' && !is_vowel(next)) {
      out += 'i';  // Zarovskij
    } else if (c != '-' && c != '\'') {
      out += c;
    }
    word.remove_prefix(1);
  }
  return out;
}

/// Diphthongs and glides: "ai", "ei" alike; an i before or behind another i or e is no letter.
std::string settle_vowels(const std::string& word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char next = i + 1 < word.size() ? word[i + 1] : ' ';
    char c = word[i];
    if (c == 'a' && next == 'i') c = 'e';           // Hussain, Hussein
    if (c == 'i' && next == 'e') continue;          // Evgeniev, Evgenev; Yeltsin
    if (!out.empty() && out.back() == c) continue;  // doubled
    out += c;
  }
  return out;
}

}  // namespace

std::string spelling_key(std::string_view word) {
  if (word.size() <= 3) return std::string(word);
  // Rahmanoff, Rahmanov
  const bool french = word.ends_with("off");
  std::string key = rewrite(french ? word.substr(0, word.size() - 2) : word) + (french ? "v" : "");
  key = settle_vowels(key);
  for (const Rewrite& ending : kEndings) {
    if (key.ends_with(ending.from)) {
      key.replace(key.size() - ending.from.size(), ending.from.size(), ending.to);
      break;
    }
  }
  // Abdulla, Abdullah
  if (key.size() > 3 && key.back() == 'h' && is_vowel(key[key.size() - 2])) key.pop_back();
  return key;
}

}  // namespace newsgraph
