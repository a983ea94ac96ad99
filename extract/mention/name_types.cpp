#include "extract/mention/name_types.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/words.hpp"

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

/// The noun right before the name that says what it is: "company" in "the energy company Belgas",
/// "Minister" in "Minister Karvat"; null if there is none.
const Token* descriptor_of(const Sentence& sentence, TokenIndex i) {
  if (i == 0) return nullptr;
  const Token& name = sentence.tokens[static_cast<std::size_t>(i)];
  const Token& before = sentence.tokens[static_cast<std::size_t>(i - 1)];
  const bool joined = before.head == i || name.head == i - 1;
  const bool nominal = before.upos == Upos::kPropn || before.upos == Upos::kNoun;
  return joined && nominal ? &before : nullptr;
}

/// "Hurricane Ana", "Tropical Storm Pia": storms bear the names of persons; "Hurricane Centre" is a
/// body.
bool is_storm(const Sentence& sentence, const NamedMention& name) {
  const std::uint32_t words = name.end - name.begin;
  if (words < 2 || words > 3 || name.type == NameType::kOrganization) return false;
  const Token& own = sentence.tokens[name.end - 1];
  const NounClass noun = noun_class(to_lower(own.lemma));
  return is_storm_title(sentence.tokens[name.end - 2].form) && own.xpos == "NNP" &&
         (noun == NounClass::kUnknown || noun == NounClass::kPerson);
}

/// "Karvat Daily", "Northern Wire": what no surname is, but news media are called.
bool is_medium(const Sentence& sentence, const NamedMention& name) {
  static constexpr std::array<std::string_view, 16> kLast = {
      "Daily",   "Weekly",    "Times",   "News",      "Herald",   "Tribune",
      "Gazette", "Chronicle", "Journal", "Telegraph", "Observer", "Television",
      "Network", "Wire",      "Agency",  "Online"};
  return name.end - name.begin > 1 &&
         std::find(kLast.begin(), kLast.end(), sentence.tokens[name.end - 1].form) != kLast.end();
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

bool is_storm_title(std::string_view word) {
  constexpr std::array<std::string_view, 4> kStorms = {"Hurricane", "Typhoon", "Cyclone", "Storm"};
  return std::find(kStorms.begin(), kStorms.end(), word) != kStorms.end();
}

namespace {

/// "Kern" of "Pia Kern": the last words of the names of persons.
std::unordered_set<std::string> surnames(const std::vector<Sentence>& sentences) {
  std::unordered_set<std::string> found;
  for (const Sentence& sentence : sentences) {
    for (const NamedMention& name : sentence.names) {
      if (name.type == NameType::kPerson && name.end - name.begin > 1) {
        found.insert(sentence.tokens[name.end - 1].form);
      }
    }
  }
  return found;
}

}  // namespace

void find_surnames(std::vector<Sentence>& sentences) {
  const std::unordered_set<std::string> known = surnames(sentences);
  for (Sentence& sentence : sentences) {
    std::vector<NamedMention> names;
    for (const NamedMention& name : sentence.names) {
      names.push_back(name);
      // "Roth and Weeks": a surname that is a common noun, too, beside a person.
      const std::uint32_t second = name.end + 1;
      if (name.type != NameType::kPerson || second >= sentence.tokens.size()) continue;
      const Token& token = sentence.tokens[second];
      const bool ends =
          second + 1 == sentence.tokens.size() || !is_capitalized(sentence.tokens[second + 1].form);
      const bool named = std::any_of(
          sentence.names.begin(), sentence.names.end(),
          [&](const NamedMention& other) { return other.begin <= second && second < other.end; });
      if (sentence.tokens[name.end].lemma == "and" && known.contains(token.form) && ends &&
          !named) {
        NamedMention found = name;
        found.begin = second;
        found.end = second + 1;
        names.push_back(found);
        sentence.tokens[second].upos = Upos::kPropn;
        sentence.tokens[second].xpos = "NNP";
      }
    }
    sentence.names = std::move(names);
  }
}

void settle_name_types(std::vector<Sentence>& sentences) {
  std::unordered_map<std::string, NameType> types;
  for (Sentence& sentence : sentences) {
    for (NamedMention& name : sentence.names) {
      if (name.type == NameType::kPerson && is_medium(sentence, name)) {
        name.type = NameType::kOrganization;
      }
      if (!is_storm(sentence, name)) continue;
      name.type = NameType::kEvent;
      types.emplace(sentence.tokens[name.end - 1].form, NameType::kEvent);
    }
  }
  std::unordered_set<std::string> persons;  // words of which the article says otherwise
  std::unordered_set<std::string> peoples;
  for (const Sentence& sentence : sentences) {
    for (const NamedMention& name : sentence.names) {
      const auto first = static_cast<TokenIndex>(name.begin);
      const std::string& form = sentence.tokens[name.begin].form;
      if (name.end - name.begin > 1) {
        if (name.type != NameType::kPerson) continue;
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
          persons.insert(sentence.tokens[i].form);
        }
        continue;
      }
      const Token* const descriptor = descriptor_of(sentence, first);
      const NounClass noun =
          descriptor == nullptr ? NounClass::kUnknown : noun_class(to_lower(descriptor->lemma));
      if (name.type == NameType::kNationality) {
        peoples.insert(form);
      } else if (noun == NounClass::kGroup) {
        types.emplace(form, NameType::kOrganization);
      } else if (noun == NounClass::kLocation || is_where(sentence, first)) {
        types.emplace(form, NameType::kPlace);
      } else if (descriptor != nullptr && name.type == NameType::kPerson) {
        persons.insert(form);
      }
    }
  }
  const auto type_of = [&](const std::string& form) {
    const auto found = types.find(form);
    if (found != types.end()) return found->second;
    const bool place = std::any_of(peoples.begin(), peoples.end(), [&](const std::string& people) {
      return is_demonym(people, form);
    });
    return place ? NameType::kPlace : NameType::kPerson;
  };
  for (Sentence& sentence : sentences) {
    for (NamedMention& name : sentence.names) {
      const std::string& form = sentence.tokens[name.begin].form;
      const bool single = name.end - name.begin == 1;
      if (single && name.type == NameType::kPerson && !persons.contains(form)) {
        name.type = type_of(form);
      }
    }
  }
}

}  // namespace newsgraph
