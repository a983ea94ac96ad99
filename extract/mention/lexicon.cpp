#include "extract/mention/lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extract/mention/lexicon_embedded.hpp"

namespace newsgraph {

namespace {

// In the order of WordClass.
constexpr std::array<std::string_view, 31> kClassNames = {
    "say",     "think",   "deny",     "factive", "refuse",   "plan",       "say_noun",    "light",
    "shell",   "hearsay", "negative", "doubt",   "possible", "planned",    "conditional", "role",
    "kind",    "student", "name",     "quote",   "evidence", "conviction", "text",        "body",
    "opinion", "norm",    "wish",     "office",  "declare",  "willing",    "disposed"};

std::string_view next_field(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

/// Lemma to the set of its classes, one bit each.
using ClassTable = std::unordered_map<std::string_view, std::uint32_t>;

ClassTable read_classes() {
  ClassTable table;
  std::string_view rest = embedded::kPredicates;
  while (!rest.empty()) {
    std::string_view line = next_field(rest, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    const std::string_view name = next_field(line, ':');
    const auto found = std::find(kClassNames.begin(), kClassNames.end(), name);
    const std::uint32_t bit = 1U << (found - kClassNames.begin());
    while (!line.empty()) {
      const std::string_view word = next_field(line, ' ');
      if (!word.empty()) table[word] |= bit;
    }
  }
  return table;
}

using RelationalTable = std::unordered_map<std::string_view, RelationalNoun>;

RelationalTable read_relational_nouns() {
  RelationalTable table;
  std::string_view rest = embedded::kRelationalNouns;
  while (!rest.empty()) {
    std::string_view line = next_field(rest, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    const std::string_view noun = next_field(line, '\t');
    RelationalNoun entry;
    entry.possessor_acts = next_field(line, '\t') == "possessor";
    entry.canonical = next_field(line, '\t');
    entry.readable = next_field(line, '\t');
    table.emplace(noun, entry);
  }
  return table;
}

}  // namespace

bool is_in_class(std::string_view lemma, WordClass word_class) {
  static const ClassTable table = read_classes();
  const auto found = table.find(lemma);
  return found != table.end() && (found->second >> static_cast<unsigned>(word_class) & 1U) != 0;
}

const RelationalNoun* relational_noun(std::string_view lemma) {
  static const RelationalTable table = read_relational_nouns();
  const auto found = table.find(lemma);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace newsgraph
