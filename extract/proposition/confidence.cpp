#include "extract/proposition/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "extract/base/one_of.hpp"

namespace newsgraph {
namespace {

/// Log odds of a reading that nothing speaks against, and what each of Grounds::values() adds: the
/// output of tests/quality/fit_confidence.py on tests/quality/judged.
constexpr double kIntercept = 1.75;
constexpr std::array<double, Grounds::kCount> kWeights = {-1.09, -0.33, -0.42, 0.13, -0.26, -0.57,
                                                          -0.36, 1.23,  0.37,  0.26, -0.37, 0.01};

/// 1 / (1 + exp(-x)) between the points of a table, so that every processor gives the same.
double logistic(double x) {
  static constexpr std::array<double, 13> kAtHalves = {0.0474, 0.0759, 0.1192, 0.1824, 0.2689,
                                                       0.3775, 0.5,    0.6225, 0.7311, 0.8176,
                                                       0.8808, 0.9241, 0.9526};
  const double place = std::clamp((x + 3.0) * 2.0, 0.0, 12.0);
  const auto below = std::min(static_cast<std::size_t>(place), std::size_t{11});
  return kAtHalves[below] +
         (kAtHalves[below + 1] - kAtHalves[below]) * (place - static_cast<double>(below));
}

double rounded(double value) { return std::round(value * 10000.0) / 10000.0; }

bool is_pronoun(Document& document, TokenRef head) {
  const auto mention = document.mention_of(head);
  return mention && document.mentions()[*mention].form == MentionForm::kPronoun;
}

}  // namespace

Grounds grounds_of(Document& document, const Draft& draft) {
  const Tree& tree = document.tree(draft.clause.sentence);
  Grounds grounds;
  const auto stand_on = [&](TokenRef at) {
    if (at.sentence != draft.clause.sentence || tree.head(at.token) == kNoHead) return;
    const double score = static_cast<double>(tree.token(at.token).head_score);
    if (score <= 0.0) return;  // a tree that no parser made
    grounds.weakest_arc = std::max(grounds.weakest_arc, 1.0 - score);
    grounds.arcs += 1.0 - score;
    if (tree.is(at.token, "conj")) grounds.conjunct = 1;
  };
  stand_on(draft.subject);
  if (draft.object) stand_on(*draft.object);
  stand_on(draft.clause);
  grounds.length = std::clamp((static_cast<double>(tree.size()) - 15.0) / 25.0, 0.0, 2.0);

  const TokenIndex head = draft.clause.token;
  const std::string& tag = tree.token(head).xpos;
  const bool auxiliary = tree.child(head, {"aux", "aux:pass", "cop"}) != kNoToken;
  grounds.participle = !auxiliary && (tag == "VBG" || tag == "VBN" || tag == "VB") ? 1 : 0;
  const bool pronoun =
      is_pronoun(document, draft.subject) || (draft.object && is_pronoun(document, *draft.object));
  grounds.pronoun = pronoun ? 1 : 0;
  const bool below = tree.is(head, "advcl") || tree.is(head, "acl") || tree.is(head, "parataxis");
  grounds.subordinate = below ? 1 : 0;

  const std::string_view rule = draft.rule;
  grounds.noun_phrase =
      is_one_of(rule, {"title", "apposition", "affiliation", "relational noun"}) ? 1 : 0;
  grounds.nominalised = rule == "nominalisation" ? 1 : 0;
  const bool behind_preposition =
      draft.object && !tree.introducer(draft.object->token, "case").empty();
  grounds.oblique = behind_preposition && grounds.noun_phrase == 0 ? 1 : 0;
  grounds.clause = draft.complement ? 1 : 0;
  grounds.bare = !draft.object && !draft.event && !draft.complement ? 1 : 0;
  return grounds;
}

double confidence_of(const Grounds& grounds) {
  const std::array<double, Grounds::kCount> values = grounds.values();
  double log_odds = kIntercept;
  for (std::size_t i = 0; i < values.size(); ++i) log_odds += kWeights[i] * values[i];
  return rounded(logistic(log_odds));
}

double participant_confidence() { return 0.9; }

}  // namespace newsgraph
