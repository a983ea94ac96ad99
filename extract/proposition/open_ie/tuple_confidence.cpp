#include "extract/proposition/open_ie/tuple_confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace newsgraph {
namespace {

/// How far a rule is trusted in a main clause where the parser is sure. Round numbers set by hand:
/// what a verb states outright is sure, what a noun phrase implies is often nobody's statement.
double prior(std::string_view rule) {
  static constexpr std::array<std::pair<std::string_view, double>, 20> kPriors = {{
      {"nominal", 0.90},          // remains | the mayor
      {"oblique", 0.85},          // was sold to | Roth
      {"adjunct", 0.85},          // resigned | on Friday
      {"complement", 0.85},       // said | that ...
      {"report", 0.85},           // ..., Roth said
      {"object", 0.80},           // met | Kern
      {"copula", 0.75},           // is | a lawyer
      {"role", 0.75},             // is the mayor of | Oslo
      {"adjective", 0.70},        // is | negotiable
      {"apposition", 0.70},       // Roth, the mayor
      {"place", 0.65},            // Halmar, Norland
      {"state", 0.55},            // was | vaulted
      {"governed", 0.50},         // used arms to defend | Oslo
      {"adverb", 0.50},           // read the letter | aloud
      {"example", 0.45},          // towns such as Oslo
      {"existential", 0.35},      // There | is | hope
      {"weak apposition", 0.30},  // Roth, 47
      {"title", 0.25},            // President Roth
      {"possessive", 0.15},       // Roth's house
      {"intransitive", 0.10},     // resigned
  }};
  for (const auto& [name, value] : kPriors) {
    if (name == rule) return value;
  }
  return 0.0;
}

/// Whether the clause at `head` is set off by a comma: it tells more, not which.
bool is_set_off(const Tree& tree, TokenIndex head) {
  const TokenIndex first = tree.subtree(head).front();
  return tree.token(first).form == "," || (first > 0 && tree.token(first - 1).form == ",");
}

/// What the place of a clause in its sentence leaves of its trust: subordinate clauses, participles
/// above all, are less often statements, and their subjects less sure.
double place(const Tree& tree, TokenIndex head) {
  const bool gerund = tree.token(head).xpos == "VBG" && tree.child(head, "aux") == kNoToken;
  if (tree.is(head, "ccomp")) return 0.75;
  if (tree.is(head, "acl:relcl")) return is_set_off(tree, head) ? 0.9 : 0.7;
  if (tree.is(head, "acl")) return gerund ? 0.5 : 0.7;
  if (tree.is(head, "advcl")) return gerund ? 0.6 : 0.85;
  if (tree.is(head, "xcomp")) return 0.4;
  return 1.0;
}

/// Trees of long sentences hold more mistakes, also where the parser is sure; and arguments beyond
/// twenty words hold more than one statement.
double length(const Tree& tree, const TupleDraft& draft) {
  std::size_t longest = 0;
  for (const Phrase& argument : draft.arguments) longest = std::max(longest, argument.size());
  const double words = std::clamp(1.1 - static_cast<double>(tree.size()) * 0.007, 0.6, 1.0);
  return words * std::clamp(1.2 - static_cast<double>(longest) * 0.01, 0.7, 1.0);
}

}  // namespace

double confidence_of(const Tree& tree, const TupleDraft& draft) {
  double certainty = 1.0;
  const auto weigh = [&](TokenIndex ground) {
    const Token& token = tree.token(ground);
    if (token.head == kNoHead || token.head_score <= 0.0F) return;
    certainty = std::min(certainty, static_cast<double>(token.head_score));
  };
  weigh(draft.head);
  for (const TokenIndex ground : draft.grounds) weigh(ground);
  const double value = prior(draft.rule) * place(tree, draft.head) * length(tree, draft) *
                       (draft.conditional ? 0.7 : 1.0) * (0.5 + 0.5 * certainty);
  return std::round(value * 10000.0) / 10000.0;
}

}  // namespace newsgraph
