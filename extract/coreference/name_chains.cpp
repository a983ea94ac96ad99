#include "extract/coreference/name_chains.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : name + ' ') {
    if (c == ' ' || c == '-') {
      if (!word.empty()) words.push_back(word);
      word.clear();
    } else if (c != '.') {
      word += c;
    }
  }
  if (words.size() > 1 && to_lower(words.front()) == "the") words.erase(words.begin());
  return words;
}

std::string folded(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += to_lower(word);
  }
  return text;
}

/// "NAF" for "Norland Armed Forces", and for "Armed Forces of Norland" read as "AFN".
bool is_acronym_of(const std::string& acronym, const std::vector<std::string>& words) {
  std::string all;
  std::string content;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    const char initial = word[0];
    const bool function_word = initial >= 'a' && initial <= 'z';
    const char upper = function_word ? static_cast<char>(initial - 'a' + 'A') : initial;
    all += upper;
    if (!function_word) content += upper;
  }
  return acronym.size() >= 2 && (acronym == all || acronym == content);
}

}  // namespace

void chain_names(Document& document) {
  std::vector<Mention>& mentions = document.mentions();
  std::vector<std::uint32_t> names;
  std::vector<std::vector<std::string>> words(mentions.size());
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].form != MentionForm::kName) continue;
    names.push_back(i);
    words[i] = words_of(mentions[i].text);
  }
  // In order of the text: the first mention of a chain gives it its number.
  std::sort(names.begin(), names.end(),
            [&](std::uint32_t a, std::uint32_t b) { return mentions[a].span < mentions[b].span; });

  // One type a form, by majority; ties go to the smaller type, which is the likelier one.
  std::map<std::string, std::array<int, 16>> votes;
  for (const std::uint32_t i : names) {
    ++votes[folded(words[i])][static_cast<std::size_t>(mentions[i].type)];
  }
  for (const std::uint32_t i : names) {
    const auto& counts = votes[folded(words[i])];
    const auto best = std::max_element(counts.begin(), counts.end());
    mentions[i].type = static_cast<EntityType>(best - counts.begin());
  }

  std::map<std::string, std::uint32_t> first_of_form;
  std::map<std::string, std::set<std::string>> full_names_of;  // surname to full names of persons
  for (const std::uint32_t i : names) {
    const std::string form = folded(words[i]);
    const auto [known, is_new] = first_of_form.emplace(form, i);
    mentions[i].chain = known->second;
    if (is_new && mentions[i].type == EntityType::kPerson && words[i].size() > 1) {
      full_names_of[to_lower(words[i].back())].insert(form);
    }
  }
  for (const std::uint32_t i : names) {
    // A surname alone is the one person of that surname whose full name the article gives.
    if (words[i].size() == 1) {
      const auto owners = full_names_of.find(to_lower(words[i].front()));
      if (owners != full_names_of.end() && owners->second.size() == 1) {
        const std::uint32_t chain = first_of_form[*owners->second.begin()];
        const std::uint32_t own = first_of_form[folded(words[i])];
        if (own == chain) continue;  // joined before: once a form, not once a mention
        const std::uint32_t first = mentions[chain].span < mentions[own].span ? chain : own;
        for (const std::uint32_t member : names) {
          if (mentions[member].chain == chain || mentions[member].chain == own) {
            mentions[member].chain = first;
            mentions[member].type = EntityType::kPerson;
          }
        }
        first_of_form[*owners->second.begin()] = first;
        first_of_form[folded(words[i])] = first;
      }
    }
  }
  // "Norland Armed Forces (NAF)".
  for (std::size_t n = 1; n < names.size(); ++n) {
    const Mention& mention = mentions[names[n]];
    const Mention& before = mentions[names[n - 1]];
    if (mention.sentence != before.sentence || before.span.end > mention.span.begin) continue;
    const std::string between =
        span_text(document.article().text, {before.span.end, mention.span.begin});
    if (between != "(") continue;
    std::string letters;
    for (const std::string& word : words[names[n]]) letters += word;
    if (!is_acronym_of(letters, words[names[n - 1]])) continue;
    const std::uint32_t from = mention.chain;
    const std::uint32_t to = before.chain;
    if (from == to) continue;
    for (const std::uint32_t member : names) {
      if (mentions[member].chain == from) {
        mentions[member].chain = to;
        mentions[member].type = mentions[to].type;
      }
    }
  }
}

}  // namespace newsgraph
