#include "extract/proposition/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace newsgraph {
namespace {

/// How far a rule is trusted where the parser is sure. Set by hand, not calibrated: see
/// tests/QUALITY.md.
double prior(std::string_view rule) {
  static constexpr std::array<std::pair<std::string_view, double>, 14> kPriors = {{
      {"verb", 0.85},
      {"control", 0.85},
      {"passive", 0.85},
      {"copula", 0.80},
      {"title", 0.90},
      {"apposition", 0.85},
      {"relational noun", 0.85},
      {"affiliation", 0.80},
      {"nominalisation", 0.75},
      {"event", 0.80},
      {"oblique", 0.70},
      {"intransitive", 0.80},
      {"existential", 0.80},
      {"clause", 0.80},
  }};
  for (const auto& [name, value] : kPriors) {
    if (name == rule) return value;
  }
  return 0.7;
}

double rounded(double value) { return std::round(value * 10000.0) / 10000.0; }

}  // namespace

double confidence_of(const Document& document, const Draft& draft) {
  const Tree& tree = document.tree(draft.clause.sentence);
  double weakest = 1.0;
  const auto weigh = [&](TokenRef at) {
    if (at.sentence != draft.clause.sentence || tree.head(at.token) == kNoHead) return;
    const double score = static_cast<double>(tree.token(at.token).head_score);
    if (score > 0.0) weakest = std::min(weakest, score);
  };
  weigh(draft.subject);
  if (draft.object) weigh(*draft.object);
  weigh(draft.clause);
  // Beyond forty tokens every ten cost a tenth of the trust.
  const double length = static_cast<double>(tree.size());
  const double length_factor = length <= 40.0 ? 1.0 : std::max(0.6, 1.0 - (length - 40.0) / 100.0);
  return rounded(prior(draft.rule) * (0.6 + 0.4 * weakest) * length_factor);
}

double participant_confidence() { return 0.8; }

}  // namespace newsgraph
