#include "graph/identity/thing_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "graph/identity/fold.hpp"
#include "graph/identity/name_tables.hpp"
#include "graph/identity/spelling.hpp"

namespace newsgraph {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::array<std::string_view, 14> kCompanyEndings = {
    "inc", "incorporated", "ltd", "limited", "llc", "plc", "corp",
    "co",  "gmbh",         "ag",  "sa",      "nv",  "ooo", "pjsc"};

bool is_company_ending(const std::string& token) {
  return std::find(kCompanyEndings.begin(), kCompanyEndings.end(), token) != kCompanyEndings.end();
}

std::string join_range(Tokens::const_iterator begin, Tokens::const_iterator end) {
  return join(Tokens(begin, end));
}

/// The state that `words` name: by its name or as an adjective. "" if none.
std::string state_named(const std::string& words) {
  const NameTables& tables = NameTables::instance();
  if (const std::string* state = tables.state_of(words)) return *state;
  const KnownName* known = tables.known_folded(words);
  // States are the known places that have an adjective; acronyms below three letters are words too.
  return known && known->type == EntityType::kPlace && words != "car" ? known->name : "";
}

/// "norwegian armed forces", "armed forces of the norway": the state and the rest.
bool split_state(const Tokens& tokens, std::string& state, Tokens& rest) {
  for (std::size_t n = std::min<std::size_t>(tokens.size() - 1, 4); n > 0; --n) {
    const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(n);
    if (state = state_named(join_range(tokens.begin(), end)); !state.empty()) {
      rest.assign(end, tokens.end());
      return true;
    }
  }
  for (std::size_t i = tokens.size() - 1; i-- > 1;) {
    if (tokens[i] != "of") continue;
    auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (*begin == "the" && begin + 1 != tokens.end()) ++begin;
    if (state = state_named(join_range(begin, tokens.end())); !state.empty()) {
      rest.assign(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
  }
  return false;
}

/// Of short words too little is left to tell one from another: "Allen", "Alien".
std::string spelled(const Tokens& tokens) {
  constexpr std::size_t kShortest = 5;
  std::string key;
  for (const std::string& token : tokens) {
    if (!key.empty()) key += ' ';
    const std::string spelling = spelling_key(token);
    key += spelling.size() >= kShortest ? spelling : token;
  }
  return key;
}

}  // namespace

std::string thing_key(std::string_view name) {
  if (const KnownName* known = NameTables::instance().known(name)) return '=' + known->name;
  Tokens tokens;
  for (std::string& token : name_tokens(name)) {
    for (std::size_t hyphen; (hyphen = token.find('-')) != std::string::npos;) {
      if (hyphen > 0) tokens.push_back(token.substr(0, hyphen));
      token.erase(0, hyphen + 1);
    }
    if (!token.empty()) tokens.push_back(std::move(token));
  }
  if (tokens.size() > 1 && tokens.front() == "the") tokens.erase(tokens.begin());
  while (tokens.size() > 1 && is_company_ending(tokens.back())) tokens.pop_back();
  std::string state;
  Tokens rest;
  if (tokens.size() > 1 && split_state(tokens, state, rest))
    return '@' + state + ' ' + spelled(rest);
  return spelled(tokens);
}

}  // namespace newsgraph
