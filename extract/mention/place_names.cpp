#include "extract/mention/place_names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/mention/tree.hpp"

namespace newsgraph {
namespace {

/// One has these in persons, too: "confidence in Roth".
constexpr std::array<std::string_view, 14> kInPersons = {
    "confidence", "trust",  "faith",   "belief",  "interest", "believe", "confide",
    "interested", "change", "partner", "delight", "invest",   "find",    "see"};

/// "the government in Karvat", "arrived in Karvat".
bool is_where(const Sentence& sentence, TokenIndex i) {
  const Token& name = sentence.tokens[static_cast<std::size_t>(i)];
  if (i == 0 || name.head == kNoHead) return false;
  const Token& before = sentence.tokens[static_cast<std::size_t>(i - 1)];
  const bool adjunct = is_relation(name.deprel, "obl") || is_relation(name.deprel, "nmod");
  if (!adjunct || before.head != i || before.deprel != "case" || before.lemma != "in") return false;
  const Token& governor = sentence.tokens[static_cast<std::size_t>(name.head)];
  return std::find(kInPersons.begin(), kInPersons.end(), governor.lemma) == kInPersons.end();
}

/// "Minister Karvat", "Mr Karvat".
bool has_title(const Sentence& sentence, TokenIndex i) {
  if (i == 0) return false;
  const Token& before = sentence.tokens[static_cast<std::size_t>(i - 1)];
  const bool joined =
      before.head == i || sentence.tokens[static_cast<std::size_t>(i)].head == i - 1;
  return joined && (before.upos == Upos::kPropn || before.upos == Upos::kNoun);
}

/// "Karvatian" or "Karvati" beside "Karvat", "Norlandish" beside "Norland".
bool is_demonym(std::string_view form, std::string_view place) {
  constexpr std::array<std::string_view, 9> kSuffixes = {"n",   "an", "ian", "ese", "i",
                                                         "ish", "er", "ic",  "ns"};
  if (!form.starts_with(place)) return false;
  const std::string_view suffix = form.substr(place.size());
  return std::find(kSuffixes.begin(), kSuffixes.end(), suffix) != kSuffixes.end();
}

}  // namespace

void settle_place_names(std::vector<Sentence>& sentences) {
  std::unordered_set<std::string> places;
  std::unordered_set<std::string> persons;  // words of which the article says otherwise
  std::unordered_set<std::string> peoples;
  for (const Sentence& sentence : sentences) {
    for (const NamedMention& name : sentence.names) {
      const auto first = static_cast<TokenIndex>(name.begin);
      const std::string& form = sentence.tokens[name.begin].form;
      const bool single = name.end - name.begin == 1;
      if (name.type == NameType::kPerson && (!single || has_title(sentence, first))) {
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
          persons.insert(sentence.tokens[i].form);
        }
      } else if (single && name.type == NameType::kNationality) {
        peoples.insert(form);
      } else if (single && is_where(sentence, first)) {
        places.insert(form);
      }
    }
  }
  const auto is_place = [&](const std::string& form) {
    return places.contains(form) ||
           std::any_of(peoples.begin(), peoples.end(),
                       [&](const std::string& people) { return is_demonym(people, form); });
  };
  for (Sentence& sentence : sentences) {
    for (NamedMention& name : sentence.names) {
      const std::string& form = sentence.tokens[name.begin].form;
      if (name.type == NameType::kPerson && name.end - name.begin == 1 && !persons.contains(form) &&
          is_place(form)) {
        name.type = NameType::kPlace;
      }
    }
  }
}

}  // namespace newsgraph
