#include "extract/proposition/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "extract/base/one_of.hpp"

namespace newsgraph {
namespace {

/// Log odds of a reading that nothing speaks against, and what each of Grounds::values() adds: the
/// output of tests/quality/fit_confidence.py on tests/quality/judged but raw5-*, which is newer.
constexpr double kIntercept = 2.58;
constexpr std::array<double, Grounds::kCount> kWeights = {
    -1.74, -0.59, -0.25, -0.29, -0.85, -0.34, -0.36, -0.28, -1.08, -0.12, -0.68,
    -0.31, -0.33, -0.19, -0.51, -0.40, -1.58, -0.46, 0.57,  1.13,  0.56};

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

bool has_form(Document& document, TokenRef head, MentionForm form) {
  const auto mention = document.mention_of(head);
  return mention && document.mentions()[*mention].form == form;
}

/// "this", "these" before the noun: what they point to is known in part.
bool points(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const TokenIndex determiner = tree.child(head.token, "det");
  if (determiner == kNoToken) return false;
  const std::string& lemma = tree.token(determiner).lemma;
  return lemma == "this" || lemma == "these";
}

bool has_modal(std::string_view predicate) {
  static constexpr std::array<std::string_view, 10> kModals = {
      "can", "could", "may", "might", "would", "should", "must", "will", "shall", "cannot"};
  for (std::size_t begin = 0; begin < predicate.size();) {
    const std::size_t end = std::min(predicate.find(' ', begin), predicate.size());
    if (is_one_of(predicate.substr(begin, end - begin), kModals)) return true;
    begin = end + 1;
  }
  return false;
}

double depth_of(const Tree& tree, TokenIndex token) {
  constexpr int kDeep = 4;
  int depth = 0;
  for (TokenIndex i = tree.head(token); i != kNoHead && depth < kDeep; i = tree.head(i)) ++depth;
  return static_cast<double>(depth) / kDeep;
}

/// Doubts of a parser; a token without a certainty, of a tree that no parser made, leaves none.
double doubt_of(const Token& token) {
  const auto certainty = static_cast<double>(token.head_score);
  return certainty > 0.0 ? 1.0 - certainty : 0.0;
}

void read_arcs(const Document& document, const Draft& draft, Grounds& grounds) {
  const Tree& tree = document.tree(draft.clause.sentence);
  const auto stand_on = [&](TokenRef at) {
    if (at.sentence != draft.clause.sentence || tree.head(at.token) == kNoHead) return;
    grounds.weakest_arc = std::max(grounds.weakest_arc, doubt_of(tree.token(at.token)));
  };
  stand_on(draft.subject);
  if (draft.object) stand_on(*draft.object);
  stand_on(draft.clause);
  double doubts = 0;
  for (const Token& token : tree.sentence().tokens) doubts += doubt_of(token);
  grounds.doubt = doubts / static_cast<double>(std::max(tree.size(), TokenIndex{1}));
  const std::optional<TokenRef> object = draft.object ? draft.object : draft.complement;
  if (!object || object->sentence != draft.clause.sentence) return;
  for (const TokenIndex i : tree.subtree(object->token)) {
    grounds.object_doubt = std::max(grounds.object_doubt, doubt_of(tree.token(i)));
  }
  constexpr double kFar = 12;
  const double words = std::abs(object->token - draft.clause.token);
  grounds.distance = std::min(words / kFar, 1.0);
}

void read_sentence(const Tree& tree, Grounds& grounds) {
  grounds.length = std::clamp((static_cast<double>(tree.size()) - 15.0) / 25.0, 0.0, 2.0);
  for (const Token& token : tree.sentence().tokens) {
    if (token.form == "?") grounds.asked = 1;
    if (token.form == "(") grounds.bracketed = 1;
  }
}

}  // namespace

Grounds grounds_of(Document& document, const Draft& draft, const Proposition& proposition) {
  const Tree& tree = document.tree(draft.clause.sentence);
  const std::string_view rule = draft.rule;
  const bool has_object = draft.object || draft.event || draft.complement;
  const bool unreal = proposition.modality != Modality::kActual;
  const auto is = [](bool condition) { return condition ? 1.0 : 0.0; };
  const auto either = [&](auto&& holds) {
    return is(holds(draft.subject) || (draft.object && holds(*draft.object)));
  };
  Grounds grounds;
  read_arcs(document, draft, grounds);
  read_sentence(tree, grounds);
  const Tree& place = document.tree(draft.subject.sentence);
  if (const TokenIndex above = place.head(draft.subject.token); above != kNoHead) {
    grounds.depth = depth_of(place, above);
    grounds.relative = is(place.token(above).deprel == "acl:relcl");
    grounds.reduced = is(place.token(above).deprel == "acl");
    grounds.embedded = is(place.is(above, "xcomp") || place.is(above, "csubj"));
  }
  grounds.attributed = is(!proposition.attribution.empty());
  grounds.unreal = is(unreal && !has_modal(proposition.predicate));
  grounds.negated = is(proposition.polarity == Polarity::kNegated);
  grounds.bare = is(!has_object);
  grounds.pronoun =
      either([&](TokenRef at) { return has_form(document, at, MentionForm::kPronoun); });
  grounds.pointing = either([&](TokenRef at) { return points(document, at); });
  grounds.unnamed = is(has_form(document, draft.subject, MentionForm::kNominal));
  grounds.opening = is(proposition.sentence == 0 && document.size() > 1);
  grounds.noun_phrase =
      is(is_one_of(rule, {"title", "apposition", "affiliation", "relational noun"}));
  grounds.nominalised = is(rule == "nominalisation");
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
