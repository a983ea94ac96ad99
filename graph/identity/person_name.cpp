#include "graph/identity/person_name.hpp"

#include <algorithm>
#include <array>

#include "graph/identity/fold.hpp"
#include "graph/identity/name_tables.hpp"
#include "graph/identity/spelling.hpp"

namespace newsgraph {
namespace {

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, const std::string& token) {
  return std::find(words.begin(), words.end(), token) != words.end();
}

constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii", "iv"};
// Particles that belong to the family name behind them.
constexpr std::array<std::string_view, 19> kParticles = {
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos",
    "du",  "la",  "le", "bin", "ibn", "ter", "zu",    "af", "abu"};
// Articles of Arabic names, written or left out as one likes.
constexpr std::array<std::string_view, 6> kArabicArticles = {"al-", "el-", "ash-",
                                                             "as-", "ar-", "an-"};

std::string without_article(const std::string& token) {
  for (const std::string_view article : kArabicArticles) {
    if (token.starts_with(article) && token.size() > article.size() + 2) {
      return token.substr(article.size());
    }
  }
  return token;
}

std::string without_hyphens(std::string token) {
  std::erase(token, '-');
  return token;
}

std::string family_key(std::vector<std::string>::const_iterator begin,
                       std::vector<std::string>::const_iterator end) {
  std::string key;
  for (auto token = begin; token != end; ++token) {
    if ((*token == "al" || *token == "el") && token + 1 != end) continue;
    key += spelling_key(without_hyphens(without_article(*token)));
  }
  return key;
}

std::vector<std::string> without_titles(std::vector<std::string> tokens) {
  const NameTables& tables = NameTables::instance();
  std::size_t begin = 0;
  while (begin + 1 < tokens.size() && tables.is_title(tokens[begin])) ++begin;
  // "King Harald" is a name; in "Sheikh Omar Farid" the title is none of it.
  while (begin + 2 < tokens.size() && tables.is_kept_title(tokens[begin])) ++begin;
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(begin));
  return tokens;
}

}  // namespace

PersonName parse_person_name(std::string_view name) {
  const NameTables& tables = NameTables::instance();
  std::vector<std::string> tokens = without_titles(name_tokens(name));
  PersonName parsed;
  if (tokens.size() > 1 && is_one_of(kSuffixes, tokens.back())) {
    parsed.suffix = tokens.back();
    tokens.pop_back();
  }
  if (tokens.empty()) return parsed;
  if (tokens.size() == 2 && tables.is_kept_title(tokens[0])) {
    parsed.family = tokens[0] + ' ' + spelling_key(tokens[1]);
    parsed.family_alt = spelling_key(tokens[1]);
    return parsed;
  }
  if (tokens.size() > 1 && tokens.size() <= 3 && tables.is_family_name_first(tokens[0]) &&
      !is_one_of(kParticles, tokens[0])) {
    parsed.family = spelling_key(tokens[0]);
    std::string given;
    for (std::size_t i = 1; i < tokens.size(); ++i) given += without_hyphens(tokens[i]);
    parsed.given = tables.given_name_key(given);
    parsed.given_letter = given.substr(0, 1);
    // "Kim Keller" and "Lee Marta Keller" are not named family name first after all.
    parsed.family_alt = spelling_key(without_hyphens(tokens.back()));
    return parsed;
  }
  std::size_t family = tokens.size() - 1;
  while (family > 0 &&
         (is_one_of(kParticles, tokens[family - 1]) ||
          (family > 1 && (tokens[family - 1] == "al" || tokens[family - 1] == "el")))) {
    --family;
  }
  const auto begin = tokens.cbegin() + static_cast<std::ptrdiff_t>(family);
  parsed.family = family_key(begin, tokens.cend());
  if (family > 0) {
    parsed.given = tokens[0].size() == 1 ? tokens[0] : tables.given_name_key(tokens[0]);
    parsed.given_letter = tokens[0].substr(0, 1);
    for (std::size_t i = 1; i < family; ++i) {
      parsed.middles.push_back(tokens[i].size() == 1 ? tokens[i]
                                                     : tables.given_name_key(tokens[i]));
    }
  }
  return parsed;
}

bool given_names_agree(const PersonName& a, const PersonName& b) {
  if (a.suffix != b.suffix && !a.is_bare() && !b.is_bare()) return false;
  if (a.is_bare() || b.is_bare()) return true;
  if (a.is_initial() || b.is_initial()) return a.given_letter == b.given_letter;
  return a.given == b.given;
}

bool middles_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool initial = a[i].size() == 1 || b[i].size() == 1;
    if (initial ? a[i][0] != b[i][0] : a[i] != b[i]) return false;
  }
  return true;
}

}  // namespace newsgraph
