#include "extract/language/name_repair.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/language/known_names.hpp"

namespace newsgraph {
namespace {

/// A certainty for names that a rule made.
constexpr float kRuleScore = 0.8F;

/// Whether the tokens from `begin` spell `words`; the index behind them if so.
std::optional<std::uint32_t> match(const std::vector<Token>& tokens, std::size_t begin,
                                   std::string_view words) {
  std::size_t i = begin;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (i == tokens.size() || tokens[i].form != word) return std::nullopt;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    ++i;
  }
  return static_cast<std::uint32_t>(i);
}

/// Adds `name` and takes away what it covers; keeps a longer name that covers it.
void add(std::vector<NamedMention>& names, const NamedMention& name) {
  for (const NamedMention& other : names) {
    const bool apart = other.end <= name.begin || name.end <= other.begin;
    const bool inside = name.begin <= other.begin && other.end <= name.end;
    if (!apart && !(inside && (other.begin != name.begin || other.end != name.end))) return;
  }
  std::erase_if(names, [&](const NamedMention& other) {
    return other.begin < name.end && name.begin < other.end;
  });
  const auto at = std::find_if(names.begin(), names.end(),
                               [&](const NamedMention& other) { return other.begin >= name.end; });
  names.insert(at, name);
}

void add_known(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].form[0] < 'A' || tokens[i].form[0] > 'Z') continue;
    for (const KnownName& known : kKnownNames) {
      const auto end = match(tokens, i, known.words);
      // A single common word at the start of a longer capitalised one is something else.
      if (end && !(*end < tokens.size() && tokens[*end].xpos.starts_with("NNP"))) {
        add(sentence.names, {i, *end, known.type, kRuleScore});
      }
    }
    for (const std::string_view body : kStateBodies) {
      const auto end = match(tokens, i, body);
      if (!end || *end >= tokens.size() || tokens[*end].form != "of") continue;
      for (const NamedMention& place : sentence.names) {
        if (place.begin == *end + 1 && place.type == NameType::kPlace) {
          add(sentence.names, {i, place.end, NameType::kOrganization, kRuleScore});
          break;
        }
      }
    }
  }
}

/// The type that the other names give a part; PER for what nothing is known of.
NameType type_of_part(const NamedMention& whole) {
  const bool common = whole.type <= NameType::kPlace;
  return common ? whole.type : NameType::kPerson;
}

/// "Macron-Merkel" before a common noun; "Coca-Cola" is one.
bool is_joined_pair(const std::vector<Token>& tokens, const NamedMention& name) {
  if (name.type == NameType::kOrganization) return false;
  if (name.end - name.begin != 3 || tokens[name.begin + 1].xpos != "HYPH") return false;
  if (tokens[name.begin].xpos != "NNP" || tokens[name.begin + 2].xpos != "NNP") return false;
  return name.end < tokens.size() && tokens[name.end].upos == Upos::kNoun;
}

/// "Macron-Merkel" before a common noun, where only one of both was found: adds the other.
void complete_pairs(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  const auto named = [&](std::uint32_t i) {
    return std::find_if(sentence.names.begin(), sentence.names.end(),
                        [&](const NamedMention& name) { return name.begin <= i && i < name.end; });
  };
  for (std::uint32_t i = 0; i + 3 < tokens.size(); ++i) {
    if (!is_joined_pair(tokens, {i, i + 3, NameType::kOther, 0})) continue;
    const auto left = named(i);
    const auto right = named(i + 2);
    if ((left == sentence.names.end()) == (right == sentence.names.end())) continue;
    const NamedMention& found = left == sentence.names.end() ? *right : *left;
    if (found.end - found.begin != 1) continue;
    const std::uint32_t other = found.begin == i ? i + 2 : i;
    add(sentence.names, {other, other + 1, found.type, found.score});
  }
}

/// "Leonid Kuchma Oleg Soskin": the third word is used like the first, the second is not.
bool is_two_persons(std::span<const WordFeatures> words, const NamedMention& name) {
  if (name.type != NameType::kPerson || name.end - name.begin != 4) return false;
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (!words[i].capital || words[i].all_capitals) return false;
  }
  const std::uint32_t given = words[name.begin].coarse;
  return given != 0 && words[name.begin + 2].coarse == given &&
         words[name.begin + 1].coarse != given && words[name.begin + 3].coarse != given;
}

/// "OSLO Ana Maria Roth": a dateline that lost its dash; "JEAN Claude Roth" may be somebody.
bool begins_with_dateline(std::span<const WordFeatures> words, const Sentence& sentence,
                          const NamedMention& name) {
  if (name.begin != 0 || name.end < 4 || name.type == NameType::kOrganization) return false;
  if (!words[0].all_capitals || sentence.tokens[0].form.size() < 4) return false;
  return !words[1].all_capitals && words[1].capital && !words[2].all_capitals && words[2].capital;
}

void split(std::span<const WordFeatures> words, Sentence& sentence) {
  std::vector<NamedMention> names;
  for (const NamedMention& name : sentence.names) {
    if (is_joined_pair(sentence.tokens, name)) {
      const NameType type = type_of_part(name);
      names.push_back({name.begin, name.begin + 1, type, name.score});
      names.push_back({name.begin + 2, name.end, type, name.score});
    } else if (begins_with_dateline(words, sentence, name)) {
      names.push_back({0, 1, NameType::kPlace, name.score});
      names.push_back({1, name.end, NameType::kPerson, name.score});
    } else if (is_two_persons(words, name)) {
      names.push_back({name.begin, name.begin + 2, name.type, name.score});
      names.push_back({name.begin + 2, name.end, name.type, name.score});
    } else {
      names.push_back(name);
    }
  }
  sentence.names = std::move(names);
}

bool is_within(std::int32_t token, const NamedMention& name) {
  return token >= static_cast<std::int32_t>(name.begin) &&
         token < static_cast<std::int32_t>(name.end);
}

/// Joins a name to the one before it where `joins(before, name)`.
template <typename Joins>
void join_names(Sentence& sentence, const Joins& joins) {
  std::vector<NamedMention> names;
  for (const NamedMention& name : sentence.names) {
    if (!names.empty() && joins(names.back(), name)) {
      names.back().end = name.end;
    } else {
      names.push_back(name);
    }
  }
  sentence.names = std::move(names);
}

/// "High Court of Norland and Estmark": a body of two places is one name.
void join_places_of_bodies(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  join_names(sentence, [&](const NamedMention& body, const NamedMention& place) {
    const bool of_place = body.type == NameType::kOrganization && body.end - body.begin >= 3 &&
                          tokens[body.end - 2].form == "of";
    const bool article = body.end + 1 < place.begin && tokens[body.end + 1].form == "the";
    return of_place && place.type == NameType::kPlace && tokens[body.end].form == "and" &&
           place.begin == body.end + (article ? 2U : 1U);
  });
}

/// "the Bill and Melinda Gates Foundation": a foundation of two people is one name.
void join_founders(Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> kFounded = {"Foundation", "Trust",  "Fund",
                                                               "Institute",  "Center", "Centre"};
  const std::vector<Token>& tokens = sentence.tokens;
  std::vector<NamedMention> names;
  for (NamedMention name : sentence.names) {
    const bool founded =
        name.end - name.begin >= 3 &&
        std::find(kFounded.begin(), kFounded.end(), tokens[name.end - 1].form) != kFounded.end();
    const bool joined =
        founded && name.begin >= 3 && tokens[name.begin - 1].form == "and" &&
        (tokens[name.begin - 3].form == "the" || tokens[name.begin - 3].form == "The");
    const std::uint32_t first = joined ? name.begin - 2 : name.begin;
    // Whatever the recogniser took "Bill" for, if anything; "the Pentagon and Norland Science
    // Foundation" are two.
    const bool given = joined && tokens[first].xpos == "NNP" && is_within(tokens[first].head, name);
    // "the Clinton and Gates Foundation chiefs" are of two.
    const bool modifies = name.end < tokens.size() && tokens[name.end].xpos == "NNS";
    if (given && !modifies &&
        (names.empty() || names.back().end <= first || names.back().begin == first)) {
      if (!names.empty() && names.back().begin == first) names.pop_back();
      name.begin = first;
      name.type = NameType::kOrganization;
    }
    names.push_back(name);
  }
  sentence.names = std::move(names);
}

/// "Obi-Wan", "COVID-19": what a hyphen joins to a name is part of it, if it is no name of its own.
void join_hyphenated_parts(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  const auto is_hyphen = [&](std::size_t i) {
    return i > 0 && i + 1 < tokens.size() && !tokens[i - 1].space_after && !tokens[i].space_after &&
           tokens[i].xpos == "HYPH";
  };
  const auto is_proper = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].xpos.starts_with("NNP");
  };
  std::vector<NamedMention>& names = sentence.names;
  for (std::size_t n = 0; n < names.size(); ++n) {
    NamedMention& name = names[n];
    // "Norland Revenue Service-Criminal Investigation" are two.
    if (name.type == NameType::kOrganization && name.end > name.begin + 1) continue;
    const std::uint32_t before = n == 0 ? 0 : names[n - 1].end;
    const std::uint32_t behind =
        n + 1 == names.size() ? static_cast<std::uint32_t>(tokens.size()) : names[n + 1].begin;
    while (name.begin >= before + 2 && is_hyphen(name.begin - 1) && is_proper(name.begin - 2)) {
      name.begin -= 2;
    }
    while (name.end + 2 <= behind && is_hyphen(name.end) && !is_proper(name.end + 2) &&
           (is_proper(name.end + 1) || tokens[name.end + 1].xpos == "CD")) {
      name.end += 2;
    }
  }
}

/// "the Iran Freedom and Support Act", "the Farms for Oslo Act": all words up to the article.
void complete_acts(Sentence& sentence) {
  static constexpr std::array<std::string_view, 8> kInside = {"and", "of", "for",  "to",
                                                              "in",  "on", "from", "with"};
  static constexpr std::array<std::string_view, 6> kOfPlays = {"First",  "Second", "Third",
                                                               "Fourth", "Fifth",  "Last"};
  constexpr std::uint32_t kMostWords = 10;
  const std::vector<Token>& tokens = sentence.tokens;
  const auto is_capital = [&](std::uint32_t i) {
    return tokens[i].form.front() >= 'A' && tokens[i].form.front() <= 'Z';
  };
  // "Norland and the Farm Act", "Clean Air Act and Clean Water Act": whole by itself.
  const auto ends_name = [&](std::uint32_t i) {
    return tokens[i].form == "Act" ||
           std::any_of(sentence.names.begin(), sentence.names.end(),
                       [&](const NamedMention& name) { return name.end == i + 1; });
  };
  for (std::uint32_t act = 2; act < tokens.size(); ++act) {
    if (tokens[act].form != "Act" || !tokens[act].xpos.starts_with("NNP")) continue;
    std::uint32_t begin = act;
    while (begin > 0 && act - begin < kMostWords) {
      const bool inside =
          begin > 1 && is_capital(begin - 2) && !ends_name(begin - 2) &&
          std::find(kInside.begin(), kInside.end(), tokens[begin - 1].form) != kInside.end();
      if (!inside && (!is_capital(begin - 1) || tokens[begin - 1].upos == Upos::kDet)) break;
      begin -= inside ? 2 : 1;
    }
    // Behind an article alone it is sure where the name begins.
    const bool article = begin > 0 && tokens[begin - 1].upos == Upos::kDet;
    const bool of_play = begin + 1 == act && std::find(kOfPlays.begin(), kOfPlays.end(),
                                                       tokens[begin].form) != kOfPlays.end();
    if (!article || begin == act || of_play) continue;
    add(sentence.names, {begin, act + 1, NameType::kLaw, kRuleScore});
    for (NamedMention& name : sentence.names) {
      if (name.begin == begin && name.end == act + 1) name.type = NameType::kLaw;
    }
  }
}

/// "S. 9", "H.R. 1065": a bill.
void add_bills(Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> kHouses = {"S.",   "H.R.", "S.B.",
                                                              "H.B.", "A.B.", "S.J.Res."};
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool house = std::find(kHouses.begin(), kHouses.end(), tokens[i].form) != kHouses.end();
    const bool numbered = tokens[i + 1].upos == Upos::kNum && tokens[i + 1].deprel == "flat" &&
                          tokens[i + 1].head == static_cast<std::int32_t>(i);
    if (house && numbered) add(sentence.names, {i, i + 2, NameType::kLaw, kRuleScore});
  }
}

/// "University of California, San Diego": a campus of a university that has several.
void join_campuses(Sentence& sentence) {
  static constexpr std::array<std::string_view, 12> kSeveral = {
      "Alabama",  "Arkansas",  "California", "Colorado", "Hawaii", "Illinois",
      "Maryland", "Minnesota", "Missouri",   "Nebraska", "Texas",  "Wisconsin"};
  const std::vector<Token>& tokens = sentence.tokens;
  join_names(sentence, [&](const NamedMention& university, const NamedMention& town) {
    const bool behind = town.type == NameType::kPlace && town.begin == university.end + 1 &&
                        tokens[university.end].form == "," &&
                        university.end == university.begin + 3;
    if (!behind || tokens[university.begin].form != "University" ||
        tokens[university.begin + 1].form != "of" ||
        std::find(kSeveral.begin(), kSeveral.end(), tokens[university.begin + 2].form) ==
            kSeveral.end()) {
      return false;
    }
    // "At the University of Texas, Austin's mayor spoke."
    const bool owns = town.end < tokens.size() && tokens[town.end].xpos == "POS";
    return !owns &&
           std::any_of(tokens.begin() + town.begin, tokens.begin() + town.end,
                       [&](const Token& token) { return is_within(token.head, university); });
  });
}

/// "Eastern District of Norland": a share of a country is one name with it.
void join_shares_of_places(Sentence& sentence) {
  static constexpr std::array<std::string_view, 5> kShares = {"District", "Circuit", "Court",
                                                              "Diocese", "Archdiocese"};
  const std::vector<Token>& tokens = sentence.tokens;
  join_names(sentence, [&](const NamedMention& share, const NamedMention& place) {
    return place.type == NameType::kPlace && place.begin == share.end + 1 &&
           share.end >= share.begin + 2 && tokens[share.end].form == "of" &&
           std::find(kShares.begin(), kShares.end(), tokens[share.end - 1].form) != kShares.end();
  });
}

/// "Workers' Party", where only the party was found.
void join_owners_of_bodies(Sentence& sentence) {
  static constexpr std::array<std::string_view, 10> kBodies = {
      "Party",   "Union",      "League",      "Front",    "Congress",
      "Council", "Federation", "Association", "Alliance", "Movement"};
  const std::vector<Token>& tokens = sentence.tokens;
  std::uint32_t before = 0;
  for (NamedMention& name : sentence.names) {
    const bool body =
        name.type == NameType::kOrganization &&
        std::find(kBodies.begin(), kBodies.end(), tokens[name.end - 1].form) != kBodies.end();
    const bool owned =
        body && name.begin >= before + 2 && tokens[name.begin - 1].xpos == "POS" &&
        (tokens[name.begin - 2].xpos == "NNPS" ||  // "Peoples'", though tagged as one
         (tokens[name.begin - 2].xpos == "NNP" && tokens[name.begin - 1].form != "'s" &&
          tokens[name.begin - 1].form != "’s"));
    if (owned) name.begin -= 2;
    before = name.end;
  }
}

/// Where the words that `acronym` stands for, which end before `end`, begin: "Automatic
/// Identification System" of "AIS" (Schwartz and Hearst 2003); nothing if they do not.
std::optional<std::uint32_t> begin_of_acronym(const std::vector<Token>& tokens, std::uint32_t end,
                                              std::string_view acronym) {
  std::uint32_t word = end;
  for (std::size_t left = acronym.size(); left > 0;) {
    if (word == 0) return std::nullopt;
    const char initial = tokens[--word].form.front();
    if (initial == acronym[left - 1]) {  // "TfO" has the "f" of "Transport for Oslo"
      --left;
    } else if (initial < 'a' || initial > 'z' || word + 1 == end) {
      return std::nullopt;  // only "of", "and" and the like are left out
    }
  }
  return word;
}

/// "Automatic Identification System (AIS)": a name begins where its acronym says.
void complete_by_acronyms(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  for (NamedMention& name : sentence.names) {
    if (name.end + 2 >= tokens.size() || tokens[name.end].form != "(" ||
        tokens[name.end + 2].form != ")") {
      continue;
    }
    const std::string& acronym = tokens[name.end + 1].form;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool small_inside = acronym.size() == 3 && is_capital(acronym[0]) &&
                              is_capital(acronym[2]) && acronym[1] >= 'a' && acronym[1] <= 'z';
    const bool capitals = acronym.size() > 1 &&
                          (small_inside || std::all_of(acronym.begin(), acronym.end(), is_capital));
    if (!capitals) continue;
    const auto begin = begin_of_acronym(tokens, name.end, acronym);
    if (!begin || *begin >= name.begin) continue;
    const bool covers =
        std::any_of(sentence.names.begin(), sentence.names.end(), [&](const NamedMention& other) {
          return other.end <= name.begin && other.end > *begin && other.begin < *begin;
        });
    if (!covers) name.begin = *begin;
  }
  // What a name now covers is no name of its own.
  std::vector<NamedMention> names;
  for (const NamedMention& name : sentence.names) {
    while (!names.empty() && names.back().begin >= name.begin) names.pop_back();
    names.push_back(name);
  }
  sentence.names = std::move(names);
}

}  // namespace

void repair_names(std::span<const WordFeatures> words, Sentence& sentence) {
  split(words, sentence);
  complete_pairs(sentence);
  add_known(sentence);
  join_places_of_bodies(sentence);
  join_founders(sentence);
  join_hyphenated_parts(sentence);
  complete_acts(sentence);
  add_bills(sentence);
  join_campuses(sentence);
  join_shares_of_places(sentence);
  join_owners_of_bodies(sentence);
  complete_by_acronyms(sentence);
}

}  // namespace newsgraph
