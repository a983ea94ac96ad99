#include "graph/identity/alias.hpp"

#include <algorithm>
#include <tuple>

#include "graph/identity/fold.hpp"
#include "graph/identity/name_tables.hpp"
#include "graph/identity/person_name.hpp"
#include "graph/identity/thing_name.hpp"

namespace newsgraph {
namespace {

int fullness(std::string_view form, EntityType type) {
  if (type == EntityType::kPerson) {
    const PersonName person = parse_person_name(form);
    return person.is_bare() ? 0 : person.is_initial() ? 1 : 2;
  }
  const KnownName* known = NameTables::instance().known(form);
  if (known && join(name_tokens(known->name)) == join(name_tokens(form))) return 3;
  return is_acronym(form) ? 0 : 2;
}

std::string words(std::string_view name) {
  std::string joined = join(name_tokens(name));
  std::replace(joined.begin(), joined.end(), '-', ' ');
  return joined.starts_with("the ") ? joined.substr(4) : joined;
}

std::string person_rule(std::string_view form, std::string_view label) {
  const PersonName a = parse_person_name(form);
  const PersonName b = parse_person_name(label);
  if (a.family != b.family && a.family != b.family_alt) return "coreference";
  if (a.is_bare() && !b.is_bare()) return "surname";
  if (!given_names_agree(a, b)) return "coreference";
  if (a.is_initial() != b.is_initial()) return "initial";
  if (a.middles != b.middles) return "middle name";
  // Two given names of one set are mere spellings where their spelling keys are equal.
  const auto given = [](std::string_view name) {
    const auto tokens = name_tokens(name);
    return tokens.empty() ? std::string() : spelling_key(tokens.front());
  };
  return given(form) == given(label) ? "spelling" : "given name";
}

/// Whether one of `forms` is `form` in capitals: then it is no fuller a name than that acronym.
bool is_acronym_in_lower_case(const std::string& form,
                              const std::map<std::string, std::uint32_t>& forms) {
  std::string capitals = form;
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals != form && is_acronym(capitals) && forms.contains(capitals);
}

}  // namespace

std::string choose_phrase(const std::map<std::string, std::uint32_t>& forms) {
  const auto most = std::max_element(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second, a.first.size()) < std::pair(b.second, b.first.size());
  });
  std::string lower = most->first;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return forms.contains(lower) ? lower : most->first;
}

std::string choose_label(const std::map<std::string, std::uint32_t>& forms, EntityType type) {
  const auto rank = [&](const auto& form) {
    const bool possessive = form.first.ends_with("'s") || form.first.ends_with("\u2019s");
    const int full = is_acronym_in_lower_case(form.first, forms) ? 0 : fullness(form.first, type);
    return std::tuple(!possessive, full, form.second, form.first.size());
  };
  // The first of equals in order of bytes, as std::map holds them.
  const auto best = std::max_element(
      forms.begin(), forms.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return best->first;
}

std::string alias_rule(std::string_view form, std::string_view label, EntityType type) {
  if (form == label || words(form) == words(label)) return "name";
  if (type == EntityType::kPerson) return person_rule(form, label);
  const std::string key = thing_key(form);
  if (key == thing_key(label)) {
    return key.starts_with('=') ? "known" : key.starts_with('@') ? "state" : "spelling";
  }
  return is_acronym(form) || is_acronym(label) ? "acronym" : "coreference";
}

}  // namespace newsgraph
