#include "extract/mention/name_pieces.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "737"; years stand between names that are not one: "In Norland 2019 Cup organisers".
bool is_model_number(std::string_view form) {
  const bool year = form.size() == 4 && (form.starts_with("19") || form.starts_with("20"));
  return !year && !form.empty() && std::all_of(form.begin(), form.end(), is_digit);
}

/// "116th".
bool is_ordinal(std::string_view form) {
  if (form.size() < 3 || !is_digit(form.front())) return false;
  const std::string_view ending = form.substr(form.size() - 2);
  return (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") &&
         std::all_of(form.begin(), form.end() - 2, is_digit);
}

bool may_be_product(NameType type) {
  return type == NameType::kProduct || type == NameType::kOther || type == NameType::kWork;
}

bool is_named(const Sentence& sentence, std::uint32_t token) {
  return std::any_of(sentence.names.begin(), sentence.names.end(), [&](const NamedMention& name) {
    return name.begin <= token && token < name.end;
  });
}

/// "Norland" and "Max" around "737" are one product.
void join_around_numbers(Sentence& sentence) {
  for (std::size_t n = 1; n < sentence.names.size(); ++n) {
    NamedMention& maker = sentence.names[n - 1];
    const NamedMention& model = sentence.names[n];
    const bool made = may_be_product(maker.type) || maker.type == NameType::kOrganization;
    if (!made || !may_be_product(model.type) || model.begin != maker.end + 1 ||
        !is_model_number(sentence.tokens[maker.end].form)) {
      continue;
    }
    maker.end = model.end;
    maker.type = NameType::kProduct;
    maker.score = std::min(maker.score, model.score);
    sentence.names.erase(sentence.names.begin() + static_cast<std::ptrdiff_t>(n));
    --n;
  }
}

/// "Southern Norland": a region of its own where it has a capital, not Norland.
void take_in_directions(Sentence& sentence) {
  static constexpr std::array<std::string_view, 10> kDirections = {
      "North",    "South",   "East",    "West",    "Northern",
      "Southern", "Eastern", "Western", "Central", "Upper"};
  for (NamedMention& name : sentence.names) {
    // At the beginning of a sentence every word has a capital.
    if (name.type != NameType::kPlace || name.begin < 2) continue;
    const bool directed = is_one_of(sentence.tokens[name.begin - 1].form, kDirections);
    if (directed && !is_named(sentence, name.begin - 1)) --name.begin;
  }
}

/// "Roth v. Norland": a case in court is one name, though only one side may have been found.
void join_cases(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  std::vector<NamedMention> names;
  for (NamedMention name : sentence.names) {
    const std::string between = name.begin < 2 ? "" : tokens[name.begin - 1].form;
    const bool versus = between == "v." || between == "v";
    if (versus && is_capitalized(tokens[name.begin - 2].form)) {
      const bool both = !names.empty() && names.back().end + 1 == name.begin;
      name.begin = both ? names.back().begin : name.begin - 2;
      name.type = NameType::kLaw;
      if (both) names.pop_back();
    }
    names.push_back(name);
  }
  sentence.names = std::move(names);
}

/// "G-7": the number behind the hyphen is part of the name.
void take_in_numbers(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  for (NamedMention& name : sentence.names) {
    if (name.end + 1 >= tokens.size()) continue;
    const bool joined = tokens[name.end].xpos == "HYPH" && !tokens[name.end].space_after &&
                        !tokens[name.end - 1].space_after;
    if (joined && is_digit(tokens[name.end + 1].form.front()) &&
        !is_named(sentence, name.end + 1)) {
      name.end += 2;
    }
  }
}

/// Whether the token names one work: "film", not "films".
bool is_one_work(const Token& token) {
  static constexpr std::array<std::string_view, 11> kWorks = {"film",  "movie", "series", "book",
                                                              "novel", "album", "song",   "play",
                                                              "show",  "game",  "musical"};
  return std::find(kWorks.begin(), kWorks.end(), token.form) != kWorks.end();
}

/// Whether the tokens from `i` are a year in brackets.
bool is_bracketed_year(const Sentence& sentence, std::size_t i) {
  if (i + 2 >= sentence.tokens.size()) return false;
  const std::string& year = sentence.tokens[i + 1].form;
  return sentence.tokens[i].form == "(" && sentence.tokens[i + 2].form == ")" && year.size() == 4 &&
         std::all_of(year.begin(), year.end(), is_digit);
}

/// "the film Kern and the Sea (2021)": one title.
void join_titles(Sentence& sentence) {
  for (std::size_t n = 1; n < sentence.names.size(); ++n) {
    NamedMention& first = sentence.names[n - 1];
    const NamedMention& second = sentence.names[n];
    const std::size_t gap = second.begin - first.end;
    const bool joined = first.begin > 0 && second.begin > first.end && gap <= 2 &&
                        sentence.tokens[first.end].form == "and" &&
                        (gap == 1 || sentence.tokens[first.end + 1].form == "the");
    if (!joined || !is_one_work(sentence.tokens[first.begin - 1]) ||
        !is_bracketed_year(sentence, second.end)) {
      continue;
    }
    first.end = second.end;
    first.type = NameType::kWork;
    first.score = std::min(first.score, second.score);
    sentence.names.erase(sentence.names.begin() + static_cast<std::ptrdiff_t>(n));
    --n;
  }
}

/// "The 116th Assembly": one of several bodies of that name.
void take_in_ordinals(Sentence& sentence) {
  for (NamedMention& name : sentence.names) {
    const bool numbered = name.type == NameType::kOrganization || name.type == NameType::kEvent ||
                          name.type == NameType::kLaw;
    if (!numbered || name.begin == 0) continue;
    const Token& before = sentence.tokens[name.begin - 1];
    const bool belongs = before.head >= static_cast<TokenIndex>(name.begin) &&
                         before.head < static_cast<TokenIndex>(name.end);
    if (belongs && is_ordinal(before.form)) --name.begin;
  }
}

/// "Bishop Emeritus Ana Roth", "guest of honour Ana Roth": the title ends before the name.
void leave_out_titles(Sentence& sentence) {
  for (NamedMention& name : sentence.names) {
    if (name.type != NameType::kPerson || name.end - name.begin < 2 || name.begin == 0) continue;
    const std::string first = to_lower(sentence.tokens[name.begin].form);
    const bool honoured =
        (first == "honour" || first == "honor") && sentence.tokens[name.begin - 1].lemma == "of";
    if (first == "emeritus" || first == "emerita" || honoured) ++name.begin;
  }
}

/// "White Palace Press Secretary": the name of a body ends before what is press, vice or deputy.
void leave_out_titles_behind(Sentence& sentence) {
  static constexpr std::array<std::string_view, 4> kTitleWords = {"press", "deputy", "vice",
                                                                  "assistant"};
  for (NamedMention& name : sentence.names) {
    const bool body = name.type == NameType::kOrganization || name.type == NameType::kPlace;
    if (!body || name.end - name.begin < 2 || name.end >= sentence.tokens.size()) continue;
    const bool before_role =
        is_in_class(to_lower(sentence.tokens[name.end].lemma), WordClass::kRole);
    const std::string last = to_lower(sentence.tokens[name.end - 1].form);
    if (before_role && is_one_of(last, kTitleWords)) --name.end;
  }
}

/// Whether the tokens from `i` are "[", one letter, "]" and the rest of a word, without spaces.
bool is_bracketed_initial(const Sentence& sentence, std::size_t i) {
  if (i + 3 >= sentence.tokens.size()) return false;
  const auto& tokens = sentence.tokens;
  const std::string& rest = tokens[i + 3].form;
  return tokens[i].form == "[" && tokens[i + 1].form.size() == 1 &&
         is_letter(tokens[i + 1].form.front()) && tokens[i + 2].form == "]" &&
         !tokens[i].space_after && !tokens[i + 1].space_after && !tokens[i + 2].space_after &&
         !rest.empty() && is_letter(rest.front());
}

/// The rest of the word gets its letter back; brackets and letter stay where they are.
void mend_bracketed_initials(Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!is_bracketed_initial(sentence, i)) continue;
    const std::string& letter = sentence.tokens[i + 1].form;
    Token& word = sentence.tokens[i + 3];
    word.form = letter + word.form;
    word.lemma = to_lower(letter) + word.lemma;
  }
}

}  // namespace

void join_name_pieces(std::vector<Sentence>& sentences) {
  for (Sentence& sentence : sentences) {
    join_around_numbers(sentence);
    join_titles(sentence);
    take_in_ordinals(sentence);
    take_in_numbers(sentence);
    take_in_directions(sentence);
    join_cases(sentence);
    leave_out_titles(sentence);
    leave_out_titles_behind(sentence);
    mend_bracketed_initials(sentence);
  }
}

}  // namespace newsgraph
