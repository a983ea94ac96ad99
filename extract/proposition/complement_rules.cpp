#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/proposition/clause_rules.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

/// Clauses as objects.
namespace newsgraph {
namespace {

/// "about" of "talked about how it went", where the parser has "how it went" as an adjunct.
std::string preposition_of_question(const Tree& tree, TokenIndex adjunct) {
  static constexpr std::array<std::string_view, 5> kPrepositions = {"about", "on", "of", "over",
                                                                    "into"};
  const TokenIndex mark = tree.child(adjunct, "mark");
  if (!tree.is(adjunct, "advcl") || mark == kNoToken) return "";
  const bool asks = mark + 1 < tree.size() && tree.token(mark + 1).xpos.starts_with('W');
  const std::string preposition = tree.introducer(adjunct, "mark");
  const bool governed =
      std::find(kPrepositions.begin(), kPrepositions.end(), preposition) != kPrepositions.end();
  return asks && governed ? preposition : "";
}

}  // namespace

/// What the clause at `head` says as object of `predicate`.
Draft ClauseRules::with_clause(TokenRef subject, TokenIndex head, PredicateText predicate) const {
  Draft draft = frame("clause");
  draft.subject = subject;
  draft.complement = TokenRef{clause_.sentence, head};
  draft.predicate = std::move(predicate);
  return draft;
}

/// "Roth made gun control a key issue": (Roth; made; gun control a key issue).
void ClauseRules::made(TokenRef subject) {
  // "making October the deadliest month", where the first noun is a date and no object; "made him a
  // star": the words would not tell whom.
  if (clause_.objects.empty() || tree_.token(clause_.objects.front().token).upos == Upos::kPron)
    return;
  Draft draft = with_clause(subject, clause_.made, predicate_of(document_, clause_, ""));
  draft.from = clause_.objects.front();
  draft.qualifiers = obliques_;
  drafts_.push_back(std::move(draft));
}

/// "Norland called for members to arm": (Norland; called for; members to arm).
void ClauseRules::introduced(TokenRef subject) {
  if (!clause_.introduced) return;
  const auto& [inner, predicate, preposition] = *clause_.introduced;
  Draft draft = with_clause(subject, predicate, predicate_of(document_, clause_, preposition));
  draft.from = TokenRef{clause_.sentence, inner};
  draft.qualifiers = obliques_;
  drafts_.push_back(std::move(draft));
}

/// "Roth ensured that the talks went on": the object is what the clause says.
void ClauseRules::complement(TokenRef subject) {
  if (clause_.complement == kNoToken || is_elliptic(clause_.complement)) return;
  // "It was reported that ...": nothing is reported but the clause.
  const bool expletive = tree_.token(subject.token).lemma == "it" &&
                         tree_.token(subject.token).upos == Upos::kPron &&
                         (clause_.passive || clause_.copular);
  if (expletive) return;
  Draft draft = with_clause(subject, clause_.complement, predicate_of(document_, clause_, ""));
  draft.from = subject_read_as_object();
  draft.qualifiers = obliques_;
  drafts_.push_back(std::move(draft));
}

/// "talked about how it went": (talked about; how it went), where the parser takes "how" for a
/// noun (talked; about how it went).
void ClauseRules::question(TokenRef subject) {
  for (const TokenIndex word : tree_.children(clause_.last())) {
    std::string preposition = preposition_of_question(tree_, word);
    const bool noun = tree_.is(word, "obl") && tree_.token(word).xpos.starts_with('W') &&
                      tree_.child(word, "advcl") != kNoToken;
    if (noun) preposition = tree_.introducer(word, "case");
    if (!noun && preposition.empty()) continue;
    drafts_.push_back(with_clause(subject, word, predicate_of(document_, clause_, preposition)));
  }
}

/// "adding, “An inquiry into it is under way”": the parser may have the subject of what is said as
/// object of the verb.
std::optional<TokenRef> ClauseRules::subject_read_as_object() const {
  const bool lacks_subject =
      tree_.child(clause_.complement, {"nsubj", "csubj", "expl"}) == kNoToken &&
      !has_infinitive_mark(tree_, clause_.complement);
  if (!lacks_subject || clause_.objects.empty()) return std::nullopt;
  const TokenRef object = clause_.objects.front();
  const bool between = object.sentence == clause_.sentence && clause_.last() < object.token &&
                       object.token < clause_.complement;
  return between ? std::optional(object) : std::nullopt;
}

/// "I hope all of us are", "said that he would", "reported Roth said": what they are or would, or
/// what was said, stands elsewhere.
bool ClauseRules::is_elliptic(TokenIndex complement) const {
  const TokenIndex inner = tree_.child(complement, "ccomp");
  if (inner != kNoToken && inner > complement) return is_elliptic(inner);
  const auto& dependents = tree_.children(complement);
  const Token& last = tree_.token(complement);
  return (last.upos == Upos::kAux || last.lemma == "say") &&
         std::none_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
           return c > complement && tree_.token(c).upos != Upos::kPunct;
         });
}

}  // namespace newsgraph
