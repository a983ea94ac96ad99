#include <algorithm>
#include <string>

#include "extract/proposition/clause_rules.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

/// Clauses as objects.
namespace newsgraph {

/// "Roth made gun control a key issue": (Roth; made; gun control a key issue).
void ClauseRules::made(TokenRef subject) {
  // "made him a star": the words would not tell whom.
  if (tree_.token(clause_.objects.front().token).upos == Upos::kPron) return;
  Draft draft = frame("clause");
  draft.subject = subject;
  draft.complement = TokenRef{clause_.sentence, clause_.made};
  draft.from = clause_.objects.front();
  draft.predicate = predicate_of(document_, clause_, "");
  draft.qualifiers = obliques_;
  drafts_.push_back(std::move(draft));
}

/// "Norland called for members to arm": (Norland; called for; members to arm).
void ClauseRules::introduced(TokenRef subject) {
  if (!clause_.introduced) return;
  Draft draft = frame("clause");
  draft.subject = subject;
  draft.complement = TokenRef{clause_.sentence, clause_.introduced->predicate};
  draft.from = TokenRef{clause_.sentence, clause_.introduced->subject};
  draft.predicate = predicate_of(document_, clause_, clause_.introduced->preposition);
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
  Draft draft = frame("clause");
  draft.subject = subject;
  draft.complement = TokenRef{clause_.sentence, clause_.complement};
  draft.from = subject_read_as_object();
  draft.predicate = predicate_of(document_, clause_, "");
  draft.qualifiers = obliques_;
  drafts_.push_back(std::move(draft));
}

/// "talked about how it went": (talked; about how it went), as parsers have it.
void ClauseRules::question(TokenRef subject) {
  for (const TokenIndex word : tree_.children(clause_.last())) {
    if (!tree_.is(word, "obl") || !tree_.token(word).xpos.starts_with('W')) continue;
    if (tree_.child(word, "advcl") == kNoToken) continue;
    Draft draft = frame("clause");
    draft.subject = subject;
    draft.complement = TokenRef{clause_.sentence, word};
    draft.predicate = predicate_of(document_, clause_, tree_.introducer(word, "case"));
    drafts_.push_back(std::move(draft));
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

/// "I hope all of us are", "said that he would": what they are or would is said elsewhere.
bool ClauseRules::is_elliptic(TokenIndex complement) const {
  const TokenIndex inner = tree_.child(complement, "ccomp");
  if (inner != kNoToken && inner > complement) return is_elliptic(inner);
  const auto& dependents = tree_.children(complement);
  return tree_.token(complement).upos == Upos::kAux &&
         std::none_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
           return c > complement && tree_.token(c).upos != Upos::kPunct;
         });
}

}  // namespace newsgraph
