#include "extract/proposition/trace.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extract/mention/words.hpp"
#include "extract/proposition/clause.hpp"
#include "extract/proposition/draft.hpp"

namespace newsgraph {
namespace {

std::string text_at(const Document& document, TokenRef head) {
  return span_text(document.article().text, document.argument_span(head));
}

/// The label of the mention headed by `head`, of its antecedent for a pronoun; else its text.
std::string label_at(Document& document, TokenRef head) {
  // "his successor, Ana Roth": the words, not the name that they refer to.
  if (document.referent(head) != head) return document.short_phrase(head);
  const auto mention = document.mention_of(head);
  if (!mention) return text_at(document, head);
  const Mention& own = document.mentions()[*mention];
  const Mention& first = document.mentions()[document.chain_of(*mention)];
  const std::string& label = own.form == MentionForm::kPronoun ? first.text : own.text;
  return label.empty() ? text_at(document, head) : label;
}

}  // namespace

const char* to_string(RejectionReason reason) {
  switch (reason) {
    case RejectionReason::kUnresolvedPronoun:
      return "unresolved_pronoun";
    case RejectionReason::kPointsBack:
      return "points_back";
    case RejectionReason::kShellNoun:
      return "shell_noun";
    case RejectionReason::kNoPhrase:
      return "no_phrase";
    case RejectionReason::kSameNode:
      return "same_node";
    case RejectionReason::kBareValue:
      return "bare_value";
    case RejectionReason::kLongPredicate:
      return "long_predicate";
    case RejectionReason::kEmptyClause:
      return "empty_clause";
    case RejectionReason::kDuplicate:
      return "duplicate";
    case RejectionReason::kNoSubject:
      return "no_subject";
    case RejectionReason::kOnlySource:
      return "only_source";
    case RejectionReason::kBareInfinitive:
      return "bare_infinitive";
    case RejectionReason::kNoRule:
      return "no_rule";
  }
  return "no_rule";
}

void Trace::no_clause(const Document& document, TokenRef at) {
  const Tree& tree = document.tree(at.sentence);
  const bool is_predicate =
      tree.token(at.token).upos == Upos::kVerb || tree.child(at.token, "cop") != kNoToken;
  const TokenIndex mark = tree.child(at.token, "mark");
  const bool is_open =
      tree.is(at.token, "xcomp") || (mark != kNoToken && tree.token(mark).lemma == "to");
  // Participles before nouns and the like are no clauses to begin with.
  if (is_predicate && is_open) no_clauses_.push_back(at);
}

void Trace::clause(const Document& document, const Clause& clause, std::size_t drafts) {
  std::vector<TokenRef> chain;
  for (const TokenIndex link : clause.chain) chain.push_back({clause.sentence, link});
  in_clauses_.insert(chain.begin(), chain.end());
  for (const TokenIndex part : {clause.nominal, clause.infinitive}) {
    if (part != kNoToken) in_clauses_.insert({clause.sentence, part});
  }
  if (drafts != 0) return;
  const PredicateText predicate = predicate_of(document, clause, "");
  Rejection rejection;
  rejection.reason = clause.wished             ? RejectionReason::kBareInfinitive
                     : clause.subjects.empty() ? RejectionReason::kNoSubject
                                               : RejectionReason::kNoRule;
  rejection.sentence = clause.sentence;
  rejection.span = predicate.span;
  rejection.predicate = predicate.written;
  empty_.push_back({std::move(rejection), std::move(chain)});
}

void Trace::reject(Document& document, const Draft& draft, RejectionReason reason,
                   std::optional<TokenRef> culprit) {
  Rejection rejection;
  rejection.reason = reason;
  rejection.sentence = draft.clause.sentence;
  rejection.span = draft.predicate.span;
  rejection.subject = label_at(document, draft.subject);
  rejection.predicate = draft.predicate.readable;
  if (draft.object) rejection.object = label_at(document, *draft.object);
  if (draft.event) rejection.object = document.mentions()[*draft.event].text;
  if (draft.complement) rejection.object = text_at(document, *draft.complement);
  rejection.rule = draft.rule;
  if (culprit) rejection.culprit = text_at(document, *culprit);
  readings_.push_back(std::move(rejection));
}

void Trace::reject(const Proposition& proposition, RejectionReason reason) {
  Rejection rejection;
  rejection.reason = reason;
  rejection.sentence = proposition.sentence;
  rejection.span = proposition.predicate_span;
  rejection.subject = proposition.subject.text;
  rejection.predicate = proposition.readable;
  rejection.object = proposition.object.text;
  rejection.rule = proposition.rule;
  if (reason == RejectionReason::kDuplicate) rejection.kept_id = proposition.id;
  readings_.push_back(std::move(rejection));
}

std::vector<Rejection> Trace::rejections(const Document& document) const {
  std::vector<Rejection> all = readings_;
  for (const TokenRef& at : no_clauses_) {
    // "to visit" of "declined to visit" is part of what was read.
    if (in_clauses_.contains(at)) continue;
    const Token& token = document.tree(at.sentence).token(at.token);
    Rejection rejection;
    rejection.reason = RejectionReason::kBareInfinitive;
    rejection.sentence = at.sentence;
    rejection.span = token.span;
    rejection.predicate = token.form;
    all.push_back(std::move(rejection));
  }
  for (const EmptyClause& clause : empty_) {
    all.push_back(clause.rejection);
    const bool tells_source = std::any_of(clause.chain.begin(), clause.chain.end(),
                                          [&](TokenRef at) { return sources_.contains(at); });
    if (tells_source) all.back().reason = RejectionReason::kOnlySource;
  }
  std::stable_sort(all.begin(), all.end(), [](const Rejection& a, const Rejection& b) {
    return std::tie(a.sentence, a.span) < std::tie(b.sentence, b.span);
  });
  return all;
}

}  // namespace newsgraph
