#include "extract/language/training/inflections.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

bool is_lower_word(std::string_view word) {
  return word.size() >= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool ends_in_consonant_y(std::string_view word) {
  return word.back() == 'y' &&
         std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
}

std::string without_last(const std::string& word) { return word.substr(0, word.size() - 1); }

/// "-s" of nouns and verbs.
std::string with_s(const std::string& word) {
  if (ends_in_consonant_y(word)) return without_last(word) + "ies";
  return word + (ends_in_any(word, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

std::string with_ed(const std::string& verb) {
  if (ends_in_consonant_y(verb)) return without_last(verb) + "ied";
  return verb + (verb.back() == 'e' ? "d" : "ed");
}

std::string with_ing(const std::string& verb) {
  if (verb.ends_with("ie")) return verb.substr(0, verb.size() - 2) + "ying";
  if (verb.back() == 'e' && !ends_in_any(verb, {"ee", "oe", "ye"}))
    return without_last(verb) + "ing";
  return verb + "ing";
}

/// "-er" and "-est".
std::string graded(const std::string& adjective, const std::string& ending) {
  if (ends_in_consonant_y(adjective)) return without_last(adjective) + "i" + ending;
  return adjective + (adjective.back() == 'e' ? ending.substr(1) : ending);
}

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) {
    throw IoError(path.string() +
                  ": cannot be opened for reading; the Debian package wordnet-base has it");
  }
  return in;
}

/// The words of an index file, with how often WordNet's tagged texts have them.
std::map<std::string, int> read_index(const std::filesystem::path& path) {
  std::map<std::string, int> words;
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;  // the licence
    std::istringstream fields(line);
    std::string lemma;
    std::string skipped;
    int pointers = 0;
    int senses = 0;
    int tagged = 0;
    fields >> lemma >> skipped >> skipped >> pointers;
    for (int i = 0; i < pointers; ++i) fields >> skipped;
    if (fields >> senses >> tagged && is_lower_word(lemma)) words[lemma] = tagged;
  }
  return words;
}

/// (form, lemma) of an exception list.
std::vector<std::pair<std::string, std::string>> read_exceptions(
    const std::filesystem::path& path) {
  std::vector<std::pair<std::string, std::string>> exceptions;
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form;
    std::string lemma;
    if (fields >> form >> lemma && is_lower_word(form) && is_lower_word(lemma)) {
      exceptions.emplace_back(form, lemma);
    }
  }
  return exceptions;
}

/// The inflections gathered so far; of two lemmas for one form and tag the more frequent stays.
class Inflections {
 public:
  void add(const std::string& form, const std::string& xpos, const std::string& lemma, int count) {
    auto& best = lemmas_[{form, xpos}];
    if (best.first.empty() || count > best.second) best = {lemma, count};
  }

  std::vector<Inflection> take() const {
    std::vector<Inflection> result;
    for (const auto& [key, value] : lemmas_) {
      result.push_back({key.first, key.second, value.first});
    }
    return result;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::pair<std::string, int>> lemmas_;
};

void add_verbs(const std::filesystem::path& folder, Inflections& inflections) {
  const std::map<std::string, int> verbs = read_index(folder / "index.verb");
  // Beside an irregular form stands the regular one of last resort ("smelt", "smelled").
  std::set<std::string> irregular_past;
  std::set<std::string> irregular_ing;
  for (const auto& [form, lemma] : read_exceptions(folder / "verb.exc")) {
    const auto verb = verbs.find(lemma);
    if (verb == verbs.end()) continue;
    if (form.ends_with("ing")) {
      irregular_ing.insert(lemma);
      inflections.add(form, "VBG", lemma, verb->second);
    } else {
      irregular_past.insert(lemma);
      for (const char* tag : {"VBD", "VBN"}) inflections.add(form, tag, lemma, verb->second);
    }
  }
  for (const auto& [verb, count] : verbs) {
    inflections.add(with_s(verb), "VBZ", verb, count);
    inflections.add(with_ing(verb), "VBG", verb, irregular_ing.contains(verb) ? -1 : count);
    for (const char* tag : {"VBD", "VBN"}) {
      inflections.add(with_ed(verb), tag, verb, irregular_past.contains(verb) ? -1 : count);
    }
  }
  // WordNet does not list pasts that are like the present.
  for (const char* verb :
       {"bet",  "bid",  "broadcast", "burst",  "cast",  "cost",   "cut",    "forecast", "hit",
        "hurt", "knit", "let",       "offset", "put",   "quit",   "read",   "reset",    "rid",
        "set",  "shed", "shut",      "slit",   "split", "spread", "thrust", "upset",    "wed"}) {
    for (const char* tag : {"VBD", "VBN"}) inflections.add(verb, tag, verb, 1000);
  }
}

void add_nouns(const std::filesystem::path& folder, Inflections& inflections) {
  const std::map<std::string, int> nouns = read_index(folder / "index.noun");
  std::set<std::string> irregular;
  for (const auto& [form, lemma] : read_exceptions(folder / "noun.exc")) {
    const auto noun = nouns.find(lemma);
    if (noun == nouns.end()) continue;
    irregular.insert(lemma);
    inflections.add(form, "NNS", lemma, noun->second);
  }
  for (const auto& [noun, count] : nouns) {
    if (count == 0) continue;
    inflections.add(with_s(noun), "NNS", noun, irregular.contains(noun) ? -1 : count);
    // "series", "headquarters": plurals without a singular.
    if (noun.size() > 4 && noun.back() == 's' && !ends_in_any(noun, {"ss", "us", "is"}) &&
        !nouns.contains(without_last(noun)) &&
        !(noun.ends_with("es") && nouns.contains(noun.substr(0, noun.size() - 2)))) {
      inflections.add(noun, "NNS", noun, count);
    }
  }
}

void add_adjectives(const std::filesystem::path& folder, Inflections& inflections) {
  constexpr std::size_t kLongestGraded = 7;
  const std::map<std::string, int> adjectives = read_index(folder / "index.adj");
  for (const auto& [form, lemma] : read_exceptions(folder / "adj.exc")) {
    const auto adjective = adjectives.find(lemma);
    if (adjective == adjectives.end()) continue;
    inflections.add(form, form.ends_with("st") ? "JJS" : "JJR", lemma, adjective->second);
  }
  for (const auto& [adjective, count] : adjectives) {
    if (count == 0 || adjective.size() > kLongestGraded) continue;
    if (ends_in_any(adjective, {"ed", "ing", "ous", "al", "ic", "ful", "er", "est"})) continue;
    inflections.add(graded(adjective, "er"), "JJR", adjective, count);
    inflections.add(graded(adjective, "est"), "JJS", adjective, count);
  }
  // Only the data file shows capitals: offset, file, type, number of words, word, ...
  std::ifstream in = open(folder / "data.adj");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string skipped;
    std::string word;
    fields >> skipped >> skipped >> skipped >> skipped >> word;
    const std::string rest = word.empty() ? "" : word.substr(1);
    if (!word.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0 &&
        is_lower_word(rest)) {
      inflections.add(word, "JJ", word, 0);
    }
  }
}

}  // namespace

std::vector<Inflection> read_inflections(const std::filesystem::path& folder) {
  Inflections inflections;
  add_verbs(folder, inflections);
  add_nouns(folder, inflections);
  add_adjectives(folder, inflections);
  return inflections.take();
}

}  // namespace newsgraph
