#include "graph/identity/name_tables.hpp"

#include <algorithm>

#include "graph/identity/fold.hpp"
#include "graph/identity/spelling.hpp"
#include "graph/identity/tables_embedded.hpp"

namespace newsgraph {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    if (at != 0 || separator != ' ') parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// Lines that are neither empty nor comments.
std::vector<std::string_view> lines(std::string_view table) {
  std::vector<std::string_view> kept;
  for (const std::string_view line : split(table, '\n')) {
    if (!line.empty() && line.front() != '#') kept.push_back(line);
  }
  return kept;
}

std::string key_of(std::string_view name) {
  std::string joined = join(name_tokens(name));
  std::replace(joined.begin(), joined.end(), '-', ' ');
  return joined;
}

}  // namespace

const NameTables& NameTables::instance() {
  static const NameTables tables;
  return tables;
}

NameTables::NameTables() {
  read_known(embedded::kCountries, true);
  read_known(embedded::kKnownNames, false);
  read_given_names();
  read_titles();
  for (const std::string_view line : lines(embedded::kFamilyNameFirst)) {
    for (const std::string_view word : split(line, ' ')) family_first_.emplace(word);
  }
}

void NameTables::read_known(std::string_view table, bool countries) {
  for (const std::string_view line : lines(table)) {
    const auto columns = split(line, '\t');
    if (columns.size() < 3) continue;
    const std::string_view name = columns[countries ? 0 : 1];
    const auto type = countries ? EntityType::kPlace : entity_type_from_string(columns[0]);
    names_.push_back({std::string(name), type.value_or(EntityType::kOther)});
    const auto add = [&](std::string_view alias) {
      if (alias.empty()) return;
      const std::string key = key_of(alias);
      const bool is_short = is_acronym(alias) && key.size() <= 3;
      (is_short ? acronyms_ : known_).emplace(key, names_.size() - 1);
    };
    add(name);
    for (const std::string_view alias : split(columns[2], '|')) add(alias);
    if (!countries) continue;
    for (const std::string_view adjective : split(columns[1], '|')) {
      adjectives_.emplace(key_of(adjective), std::string(name));
    }
  }
}

void NameTables::read_given_names() {
  for (const std::string_view line : lines(embedded::kGivenNames)) {
    const auto names = split(line, ' ');
    for (const std::string_view name : names) {
      given_.emplace(spelling_key(name), std::string(names.front()));
    }
  }
}

void NameTables::read_titles() {
  for (std::string_view line : lines(embedded::kTitles)) {
    const bool keep = line.starts_with("keep:");
    if (keep) line.remove_prefix(5);
    for (const std::string_view word : split(line, ' '))
      (keep ? kept_titles_ : titles_).emplace(word);
  }
}

const KnownName* NameTables::known_folded(const std::string& name) const {
  auto found = known_.find(name);
  if (found == known_.end()) {
    found = acronyms_.find(name);
    if (found == acronyms_.end()) return nullptr;
  }
  return &names_[found->second];
}

const KnownName* NameTables::known(std::string_view name) const {
  std::string key = key_of(name);
  if (key.starts_with("the ")) {
    key.erase(0, 4);
    name.remove_prefix(std::min<std::size_t>(name.size(), 4));
  }
  if (key.size() > 3 || is_acronym(name)) return known_folded(key);
  const auto found = known_.find(key);  // "who" and "us" are no names
  return found == known_.end() ? nullptr : &names_[found->second];
}

const std::string* NameTables::state_of(const std::string& adjective) const {
  const auto found = adjectives_.find(adjective);
  return found == adjectives_.end() ? nullptr : &found->second;
}

std::string NameTables::given_name_key(const std::string& given) const {
  std::string key = spelling_key(given);
  const auto found = given_.find(key);
  return found == given_.end() ? key : found->second;
}

bool is_acronym(std::string_view name) {
  std::size_t letters = 0;
  for (const char c : name) {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      ++letters;
    } else if (c != '.' && c != '&' && c != '-') {
      return false;
    }
  }
  return letters >= 2 && letters <= 6 && name.front() >= 'A' && name.front() <= 'Z';
}

}  // namespace newsgraph
