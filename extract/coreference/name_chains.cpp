#include "extract/coreference/name_chains.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/mention/name_types.hpp"
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

/// The name of a person without the initials in its middle: "Ana R. Roth" is "Ana Roth".
std::vector<std::string> without_initials(const std::vector<std::string>& words) {
  if (words.size() < 3 || words.back().size() == 1) return words;
  std::vector<std::string> kept = words;
  std::erase_if(
      kept, [&](const std::string& word) { return word.size() == 1 && &word != &kept.front(); });
  return kept;
}

/// "Storm Ana", "Tropical Storm Ana", "Hurricane Ana": one storm, whatever it was when.
bool is_storm(const Mention& mention, const std::vector<std::string>& words) {
  const bool thing = mention.type == EntityType::kEvent || mention.type == EntityType::kOther;
  return thing && words.size() > 1 && is_storm_title(words[words.size() - 2]);
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

/// Whether the mention at `n` of `names` is a place whatever its surname says: before its
/// region ("Allen, Texas"), or by where it stands ("lives in Allen", "Ann
/// Allen flew to Allen").
bool is_placed(const Document& document, const std::vector<std::uint32_t>& names, std::size_t n,
               const std::string& owner) {
  const std::vector<Mention>& mentions = document.mentions();
  const Mention& mention = mentions[names[n]];
  if (n + 1 < names.size()) {
    const Mention& next = mentions[names[n + 1]];
    if (next.sentence == mention.sentence && next.type == EntityType::kPlace &&
        mention.span.end <= next.span.begin &&
        span_text(document.article().text, {mention.span.end, next.span.begin}) == ",") {
      return true;
    }
  }
  const TokenRef head = document.head_of(names[n]);
  const Tree& tree = document.tree(head.sentence);
  const std::string preposition = tree.introducer(head.token, "case");
  if (preposition == "in" || preposition == "near") {
    return tree.is(head.token, "obl") || mention.type != EntityType::kPerson;
  }
  if (preposition != "to" && preposition != "from") return false;
  if (mention.type != EntityType::kPerson) return true;
  // A person beside herself would be a pronoun.
  for (std::size_t before = n; before-- > 0;) {
    const Mention& other = mentions[names[before]];
    if (other.sentence != mention.sentence || n - before > 8) break;
    if (folded(without_initials(words_of(other.text))) == owner) return true;
  }
  return false;
}

/// The chains of the names of an article: mentions by chain, so that joining costs what is joined.
class NameChains {
 public:
  explicit NameChains(std::vector<Mention>& mentions) : mentions_(mentions) {}

  void add(std::uint32_t chain, std::uint32_t mention) {
    mentions_[mention].chain = chain;
    members_[chain].push_back(mention);
  }

  /// Puts the members of `from` into `to`.
  void join(std::uint32_t from, std::uint32_t to, EntityType type) {
    if (from == to) return;
    std::vector<std::uint32_t> moved = std::move(members_[from]);
    members_.erase(from);
    for (const std::uint32_t member : moved) {
      mentions_[member].type = type;
      add(to, member);
    }
  }

  void set_type(std::uint32_t chain, EntityType type) {
    for (const std::uint32_t member : members_[chain]) mentions_[member].type = type;
  }

 private:
  std::vector<Mention>& mentions_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> members_;
};

/// A name in capitals without brackets is the one name of the article that it abbreviates: "the
/// World Health Organization ... the WHO".
std::map<std::string, std::uint32_t> abbreviated_names(
    const std::vector<Mention>& mentions, const std::vector<std::uint32_t>& names,
    const std::vector<std::vector<std::string>>& words) {
  std::map<std::string, std::set<std::string>> forms;  // by acronym
  std::map<std::string, std::uint32_t> first;
  for (const std::uint32_t i : names) {
    if (words[i].size() < 2 || mentions[i].type == EntityType::kPerson) continue;
    std::string all;
    std::string content;
    for (const std::string& word : words[i]) {
      const bool function_word = word[0] >= 'a' && word[0] <= 'z';
      all += function_word ? static_cast<char>(word[0] - 'a' + 'A') : word[0];
      if (!function_word) content += word[0];
    }
    const std::string form = folded(words[i]);
    for (const std::string& acronym : {all, content}) {
      forms[acronym].insert(form);
      first.emplace(acronym, i);
    }
  }
  std::erase_if(first, [&](const auto& entry) { return forms[entry.first].size() != 1; });
  return first;
}

/// "Ana Roth ... I thanked Ana": a given name alone is the one person of the article whose full
/// name begins with it, unless it is somebody's surname.
void join_given_names(const std::vector<Mention>& mentions, const std::vector<std::uint32_t>& names,
                      const std::vector<std::vector<std::string>>& words,
                      std::map<std::string, std::uint32_t>& first_of_form, NameChains& chains) {
  std::map<std::string, std::set<std::uint32_t>> bearers;  // given name to chains
  std::set<std::string> surnames;
  for (const std::uint32_t i : names) {
    if (mentions[i].type != EntityType::kPerson || words[i].size() < 2) continue;
    bearers[to_lower(words[i].front())].insert(mentions[i].chain);
    surnames.insert(to_lower(words[i].back()));
  }
  for (const std::uint32_t i : names) {
    if (mentions[i].type != EntityType::kPerson || words[i].size() != 1) continue;
    const std::string form = to_lower(words[i].front());
    const auto found = bearers.find(form);
    if (found == bearers.end() || found->second.size() != 1 || surnames.contains(form)) continue;
    const std::uint32_t full = *found->second.begin();
    const std::uint32_t own = mentions[i].chain;
    if (own == full) continue;
    const bool earlier = mentions[own].span < mentions[full].span;
    const std::uint32_t first = earlier ? own : full;
    chains.join(earlier ? full : own, first, EntityType::kPerson);
    first_of_form[form] = first;
    found->second = {first};
  }
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
    if (mentions[i].type == EntityType::kPerson) words[i] = without_initials(words[i]);
    if (is_storm(mentions[i], words[i])) {
      mentions[i].type = EntityType::kEvent;
      words[i] = {words[i].back()};
    }
  }
  // In order of the text: the first mention of a chain gives it its number.
  std::sort(names.begin(), names.end(),
            [&](std::uint32_t a, std::uint32_t b) { return mentions[a].span < mentions[b].span; });

  std::map<std::string, std::set<std::string>> full_names_of;  // surname to full names of persons
  for (const std::uint32_t i : names) {
    if (mentions[i].type == EntityType::kPerson && words[i].size() > 1) {
      full_names_of[to_lower(words[i].back())].insert(folded(words[i]));
    }
  }
  // A surname that is a place as well has two forms: "Ann Washington flew to Washington."
  std::vector<std::string> forms(mentions.size());
  std::set<std::string> placed;
  for (std::size_t n = 0; n < names.size(); ++n) {
    const std::uint32_t i = names[n];
    forms[i] = folded(words[i]);
    const auto owners = full_names_of.find(forms[i]);
    if (words[i].size() != 1 || owners == full_names_of.end()) continue;
    if (is_placed(document, names, n, *owners->second.begin())) {
      forms[i] += "/place";
      placed.insert(forms[i]);
    }
  }

  // One type a form, by majority; ties go to the smaller type, which is the likelier one.
  std::map<std::string, std::array<int, 16>> votes;
  for (const std::uint32_t i : names) {
    ++votes[forms[i]][static_cast<std::size_t>(mentions[i].type)];
  }
  for (const std::uint32_t i : names) {
    const auto& counts = votes[forms[i]];
    const auto best = std::max_element(counts.begin(), counts.end());
    mentions[i].type = placed.contains(forms[i]) ? EntityType::kPlace
                                                 : static_cast<EntityType>(best - counts.begin());
  }

  NameChains chains(mentions);
  std::map<std::string, std::uint32_t> first_of_form;
  full_names_of.clear();
  for (const std::uint32_t i : names) {
    const auto [known, is_new] = first_of_form.emplace(forms[i], i);
    chains.add(known->second, i);
    if (is_new && mentions[i].type == EntityType::kPerson && words[i].size() > 1) {
      full_names_of[to_lower(words[i].back())].insert(forms[i]);
    }
  }
  for (const std::uint32_t i : names) {
    // A surname alone is the one person of that surname whose full name the article gives.
    if (words[i].size() != 1) continue;
    const auto owners = full_names_of.find(forms[i]);
    if (owners == full_names_of.end() || owners->second.size() != 1) continue;
    const std::uint32_t chain = first_of_form[*owners->second.begin()];
    const std::uint32_t own = first_of_form[forms[i]];
    if (own == chain) continue;  // joined before: once a form, not once a mention
    const std::uint32_t first = mentions[chain].span < mentions[own].span ? chain : own;
    chains.join(first == chain ? own : chain, first, EntityType::kPerson);
    chains.set_type(first, EntityType::kPerson);
    first_of_form[*owners->second.begin()] = first;
    first_of_form[forms[i]] = first;
  }
  join_given_names(mentions, names, words, first_of_form, chains);
  // "Norland Armed Forces (NAF)".
  std::set<std::string> explained;
  for (std::size_t n = 1; n < names.size(); ++n) {
    const Mention& mention = mentions[names[n]];
    const Mention& before = mentions[names[n - 1]];
    if (mention.sentence != before.sentence || before.span.end > mention.span.begin) continue;
    const std::string between =
        span_text(document.article().text, {before.span.end, mention.span.begin});
    if (between != "(") continue;
    std::string letters;
    for (const std::string& word : words[names[n]]) letters += word;
    explained.insert(letters);
    const std::vector<std::string>& full = words[names[n - 1]];
    // "Norlandic Armed Forces (AF)".
    const bool without_first = full.size() > 2 && before.type != EntityType::kPerson &&
                               mention.type == before.type &&
                               is_acronym_of(letters, {full.begin() + 1, full.end()});
    if (!is_acronym_of(letters, full) && !without_first) continue;
    chains.join(mention.chain, before.chain, mentions[before.chain].type);
  }
  const auto abbreviated = abbreviated_names(mentions, names, words);
  for (const std::uint32_t i : names) {
    if (words[i].size() != 1 || words[i].front().size() < 2) continue;
    const auto full = abbreviated.find(words[i].front());
    if (full == abbreviated.end() || explained.contains(full->first)) continue;
    // Two letters are the initials of much: they must be of one type as well.
    const EntityType type = mentions[full->second].type;
    if (full->first.size() == 2 && mentions[i].type != type) continue;
    const std::uint32_t a = mentions[full->second].chain;
    const std::uint32_t b = mentions[i].chain;
    if (a == b) continue;
    const bool earlier = mentions[b].span < mentions[a].span;
    chains.join(earlier ? a : b, earlier ? b : a, type);
    chains.set_type(earlier ? b : a, type);
  }
}

}  // namespace newsgraph
