#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/mention/words.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/signature.hpp"

namespace newsgraph {

/// Signatures of what the table does not list: a claim, a command, an open question.
inline constexpr Signature kAssertion = {Effect::kHolds, Effect::kPossible};
inline constexpr Signature kCommand = {Effect::kAhead, Effect::kAhead};
inline constexpr Signature kOpen = {Effect::kPossible, Effect::kPossible};

/// Reads the factuality of a sentence's words from the root down: by word its context, its marks,
/// and both together (factuality.hpp). The inside of SentenceFactuality.
class FactualityReader {
 public:
  explicit FactualityReader(const Tree& tree) : tree_(tree) {}

  void run();

  std::vector<Factuality> contexts;
  std::vector<Factuality> marks;
  std::vector<Factuality> events;

 private:
  const Factuality& event(TokenIndex i) const { return events[static_cast<std::size_t>(i)]; }
  const Factuality& context(TokenIndex i) const { return contexts[static_cast<std::size_t>(i)]; }
  const Factuality& mark(TokenIndex i) const { return marks[static_cast<std::size_t>(i)]; }

  void find_questions();
  Factuality event_of(TokenIndex i) const;
  Factuality marks_of(TokenIndex i) const;
  bool shares_auxiliaries(TokenIndex i, TokenIndex first) const;

  // What the place below `above` makes of the word `i` (factuality_contexts.cpp).
  Factuality context_of(TokenIndex i) const;
  Factuality main_clause(TokenIndex i) const;
  Factuality conjunct(TokenIndex i, TokenIndex mate) const;
  TokenIndex mate_of(TokenIndex i) const;
  Factuality relative_clause(TokenIndex i, TokenIndex above) const;
  Factuality open_complement(TokenIndex i, TokenIndex above) const;
  Factuality clausal_argument(TokenIndex i, TokenIndex above) const;
  Factuality adverbial_clause(TokenIndex i, TokenIndex above) const;
  Factuality noun_clause(TokenIndex i, TokenIndex above) const;
  Factuality nominal(TokenIndex i, TokenIndex above) const;

  // Of gerunds and participles (factuality_gerunds.cpp).
  Factuality gerund_subject(TokenIndex above, const Factuality& governor) const;
  bool is_told_of(TokenIndex gerund) const;
  Factuality gerund(TokenIndex i, TokenIndex above, const std::string& marker) const;
  bool tells_rule(TokenIndex verb) const;
  bool decides(TokenIndex verb) const;
  bool suffers(TokenIndex subject) const;

  bool is_asked(TokenIndex i) const { return asked_[static_cast<std::size_t>(i)]; }
  bool is_predicate(TokenIndex i) const;
  bool is_nominal(TokenIndex i) const;
  bool is_gerund(TokenIndex i) const;
  bool is_passive(TokenIndex i) const;
  bool is_past(TokenIndex i) const;
  bool is_indefinite(TokenIndex noun) const;
  bool is_definite(TokenIndex noun) const;
  bool is_relative_pronoun(TokenIndex i) const;
  bool is_embedded_question(TokenIndex i, TokenIndex above) const;
  bool denies(TokenIndex argument) const;
  bool tells_occurrence(TokenIndex verb) const;
  bool is_sought_by(TokenIndex word) const;
  bool is_awaited(TokenIndex i, TokenIndex above) const;
  bool is_future_in_past(TokenIndex verb) const;
  std::string lemma(TokenIndex i) const { return to_lower(tree_.token(i).lemma); }
  std::optional<Signature> listed(TokenIndex i, Frame frame) const;
  Signature signature(TokenIndex i, Frame frame, Signature otherwise) const {
    return listed(i, frame).value_or(otherwise);
  }

  const Tree& tree_;
  std::vector<bool> asked_;  ///< by word: whether it stands in a question
};

}  // namespace newsgraph
