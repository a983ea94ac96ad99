#include "extract/language/enhanced_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"

namespace newsgraph {
namespace {

/// Longer words introduce nothing; they come from damaged text.
constexpr std::size_t kLongestIntroducer = 32;

using Pair = std::pair<std::string_view, std::string_view>;

/// Signs and abbreviations that stand for a preposition or conjunction.
constexpr std::array<Pair, 11> kSpelledOut = {{
    {"&", "and"},
    {"+", "plus"},
    {"/", "slash"},
    {"@", "at"},
    {"-", "to"},  // of a range
    {"–", "to"},
    {"—", "to"},
    {"v.", "versus"},
    {"vs", "versus"},
    {"vs.", "versus"},
    {"w/", "with"},
}};

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void append_letters(std::string_view text, std::string& name) {
  const std::string lower = to_lower(text);
  bool part = !name.empty();
  for (std::size_t pos = 0; pos < lower.size();) {
    const std::size_t begin = pos;
    const CharClass kind = char_class(next_code_point(lower, pos));
    if (kind != CharClass::kLower && kind != CharClass::kLetter) {
      part = !name.empty();
      continue;
    }
    if (part) name += '_';
    part = false;
    name.append(lower, begin, pos - begin);
  }
}

}  // namespace

void append_introducer(const Token& token, std::string& name) {
  // "including", "according to": the participle, not the verb.
  const bool by_form = token.upos == Upos::kVerb || token.lemma.empty();
  std::string_view word = by_form ? token.form : token.lemma;
  if (word.empty() || word.size() > kLongestIntroducer) return;
  if (!is_plain(word) || word == "vs") {
    const auto* known = std::find_if(kSpelledOut.begin(), kSpelledOut.end(),
                                     [&](const Pair& pair) { return pair.first == word; });
    if (known == kSpelledOut.end()) return append_letters(word, name);
    word = known->second;
  }
  if (!name.empty()) name += '_';
  name += word;
}

bool may_be_relative(const Token& token) {
  const std::size_t size = token.form.size();
  if (size < 3 || size > 7) return false;
  const char first = token.form[0];
  if (first != 'w' && first != 'W' && first != 't' && first != 'T') return false;
  const std::string word = to_lower(token.form);
  // The demonstrative is DT.
  if (word == "that") return token.upos == Upos::kPron && token.xpos != "DT";
  return is_one_of(word,
                   {"who", "whom", "whose", "which", "where", "when", "why", "whereby", "wherein"});
}

bool is_circumstance(const Token& noun) {
  return is_one_of(
      noun.lemma, {"time",    "day",    "night",  "week",     "month",      "year",     "moment",
                   "hour",    "minute", "second", "date",     "morning",    "evening",  "afternoon",
                   "weekend", "way",    "reason", "anywhere", "everywhere", "somewhere"});
}

bool takes_time(const Token& verb) {
  return is_one_of(verb.lemma, {"spend", "have", "take", "need", "waste", "lose", "save", "get",
                                "give", "choose", "pick", "set", "remember"});
}

bool needs_object(const Token& verb) {
  return is_one_of(verb.lemma, {"force", "urge", "order", "invite", "persuade", "encourage",
                                "allow", "enable", "compel", "convince", "appoint", "permit"});
}

bool is_tough(const Token& adjective) {
  return is_one_of(adjective.lemma,
                   {"hard", "difficult", "easy", "tough", "impossible", "possible"});
}

bool is_subject_control(const Token& verb) {
  return is_one_of(verb.lemma, {"promise", "vow", "swear", "pledge"});
}

bool is_oblique_control(const Token& verb, const Token& preposition) {
  static constexpr std::array<Pair, 11> kPairs = {{
      {"appeal", "to"},
      {"call", "on"},
      {"call", "upon"},
      {"count", "on"},
      {"depend", "on"},
      {"look", "to"},
      {"plead", "with"},
      {"prevail", "on"},
      {"prevail", "upon"},
      {"rely", "on"},
      {"rely", "upon"},
  }};
  return std::find(kPairs.begin(), kPairs.end(), Pair(verb.lemma, preposition.lemma)) !=
         kPairs.end();
}

}  // namespace newsgraph
