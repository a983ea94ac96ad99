#include <algorithm>

#include "extract/base/one_of.hpp"
#include "extract/mention/document.hpp"
#include "extract/mention/restriction.hpp"

/// Which stretch of the article the words of an argument or of a clause are.
namespace newsgraph {
namespace {

/// Which kind of quotation mark the token is, opening or closing: 0 if none.
char quotation_kind(const Token& token) {
  if (token.xpos != "``" && token.xpos != "''") return 0;
  const bool single = is_one_of(token.form, {"'", "`", "\xE2\x80\x98", "\xE2\x80\x99"});
  return single ? 1 : 2;
}

/// How many more quotations of `kind` are opened than closed in the tokens from `first` to `last`.
int open_quotations(const Tree& tree, TokenIndex first, TokenIndex last, char kind) {
  int open = 0;
  for (TokenIndex t = first; t <= last; ++t) {
    if (quotation_kind(tree.token(t)) != kind) continue;
    open += tree.token(t).xpos == "``" ? 1 : -1;
  }
  return open;
}

/// The bracket or quotation mark behind `last` that closes one opened from `first` on; `last` if
/// there is none.
TokenIndex closing_mark(const Tree& tree, TokenIndex first, TokenIndex last) {
  if (last + 1 == tree.size()) return last;
  const Token& next = tree.token(last + 1);
  int brackets = 0;
  for (TokenIndex t = first; t <= last; ++t) {
    brackets += tree.token(t).form == "(" ? 1 : 0;
    brackets -= tree.token(t).form == ")" ? 1 : 0;
  }
  const bool quoted =
      next.xpos == "''" && open_quotations(tree, first, last, quotation_kind(next)) == 1;
  return (brackets == 1 && next.form == ")") || quoted ? last + 1 : last;
}

/// The quotation mark before `first` that opens one closed up to `last`; `first` if there is none.
TokenIndex opening_mark(const Tree& tree, TokenIndex first, TokenIndex last) {
  if (first == 0 || tree.token(first - 1).xpos != "``") return first;
  const char kind = quotation_kind(tree.token(first - 1));
  return open_quotations(tree, first, last, kind) == -1 ? first - 1 : first;
}

/// "A, B and C" of nouns alone: none has a subject of its own.
bool is_list_of_nouns(const Tree& tree, TokenIndex first) {
  const std::vector<TokenIndex> members = tree.with_conjuncts(first);
  return std::all_of(members.begin(), members.end(), [&](TokenIndex member) {
    const Upos upos = tree.token(member).upos;
    const bool noun = upos == Upos::kNoun || upos == Upos::kPropn;
    return noun && (member == first || tree.child(member, {"nsubj", "cop", "mark"}) == kNoToken);
  });
}

/// "important" of "is not only important but also cool".
bool is_first_of_both(const Tree& tree, TokenIndex head) {
  if (tree.child(head, "conj") == kNoToken) return false;
  const auto& words = tree.children(head);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
    return c > 0 && c < head && tree.token(c).lemma == "only" && tree.token(c - 1).lemma == "not";
  });
}

/// "failed" of "after Norland failed and Estmark won": both, or it was not then.
bool is_joint_circumstance(const Tree& tree, TokenIndex clause) {
  const TokenIndex second = tree.child(clause, "conj");
  if (!tree.is(clause, "advcl") || second == kNoToken || tree.introducer(clause, "mark").empty()) {
    return false;
  }
  const TokenIndex joint = tree.subtree(second).front();
  return tree.is(joint, "cc") && tree.token(joint).lemma != "but" &&
         tree.token(joint - 1).upos != Upos::kPunct;
}

}  // namespace

Span Document::argument_span(TokenRef head) const { return span_of(head, false); }

Span Document::whole_span(TokenRef head) const {
  const Tree& tree = trees_[head.sentence];
  Span span = argument_span(head);
  for (const TokenIndex c : tree.children(head.token)) {
    if (restriction_of(tree, c) == Restriction::kNone) continue;
    for (const TokenIndex t : until_comma(tree, tree.subtree(c))) {
      if (tree.token(t).upos != Upos::kPunct) span.end = std::max(span.end, tree.token(t).span.end);
    }
  }
  return span;
}

Span Document::clause_span(TokenRef head) const { return span_of(head, true); }

Span Document::span_of(TokenRef head, bool clause) const {
  const Tree& tree = trees_[head.sentence];
  const std::vector<TokenIndex> tokens = tree.subtree(head.token);
  TokenIndex first = head.token;
  TokenIndex last = head.token;
  // Conjuncts are arguments of their own ("between Oslo and Bergen" is one); relative clauses and
  // appositions tell more than what is meant. "the towns were A, B and C" lists what they were.
  const bool listed =
      clause && tree.child(head.token, "cop") != kNoToken && is_list_of_nouns(tree, head.token);
  const bool whole = listed || (clause && is_first_of_both(tree, head.token)) ||
                     (clause && is_joint_circumstance(tree, head.token)) ||
                     tree.introducer(head.token, "case").ends_with("between") ||
                     is_what_makes_up(tree, head.token);
  TokenIndex end = tree.size();
  const bool measure = !clause && tree.child(head.token, "nummod") != kNoToken &&
                       tree.child(head.token, "cop") == kNoToken;
  // "It is time we paid them"
  const bool due = clause && tree.token(head.token).lemma == "time" &&
                   tree.child(head.token, {"nsubj", "expl"}) != kNoToken;
  for (const TokenIndex c : tree.children(head.token)) {
    const bool tells_more =
        (tree.is(c, "conj") && !whole) || (tree.token(c).deprel == "acl:relcl" && !due) ||
        (measure && tree.is(c, "advcl")) ||  // "fell 4 percent after it failed"
        (tree.is(c, "appos") && !tree.token(head.token).deprel.starts_with("root"));
    if (tells_more && c > head.token) end = std::min(end, tree.subtree(c).front());
  }
  // "the home of Roth, who told it": what a comma sets off tells more of any noun.
  for (const TokenIndex t : tokens) {
    if (clause || whole || t < head.token || tree.token(t).deprel != "acl:relcl") continue;
    const TokenIndex front = tree.subtree(t).front();
    if (front > head.token && tree.token(front).form == ",") end = std::min(end, front);
  }
  // Of "Roth is a writer" the noun carries the clause: only its own words are the phrase.
  std::vector<bool> apart(static_cast<std::size_t>(tree.size()), false);
  if (!clause && tree.child(head.token, "cop") != kNoToken) {
    for (const TokenIndex c : tree.children(head.token)) {
      const bool own = is_one_of(tree.token(c).deprel,
                                 {"det", "amod", "nummod", "compound", "nmod", "nmod:poss", "flat",
                                  "nmod:desc", "nmod:unmarked", "acl", "fixed", "case"});
      // "ninety miles south of the coast"
      const bool from_where = c > head.token && amount_at(head) != nullptr &&
                              (tree.is(c, "advmod") || tree.is(c, "obl"));
      // "are over 60"
      const bool bounds = c + 1 == head.token && tree.is(c, "advmod") &&
                          tree.token(head.token).upos == Upos::kNum &&
                          !tree.token(c).lemma.ends_with("ly");
      if (own || from_where || bounds) continue;
      for (const TokenIndex t : tree.subtree(c)) apart[static_cast<std::size_t>(t)] = true;
    }
  }
  // "primarily along party lines": what is before the preposition goes with it; not how far
  // "about 100 miles from Oslo" is.
  TokenIndex preposition = kNoToken;
  for (const TokenIndex c : tree.children(head.token)) {
    if (clause || c > head.token) break;
    if (tree.is(c, "case")) preposition = tree.subtree(c).back();
    if (tree.is(c, "obl") || tree.is(c, "nmod") || tree.is(c, "nummod")) break;
  }
  // "while in care": the conjunction leads in, the preposition is of the clause.
  const bool in_clause = clause && tree.child(head.token, "mark") != kNoToken;
  for (const TokenIndex t : tokens) {
    if (apart[static_cast<std::size_t>(t)] || t <= preposition) continue;
    if (t >= end) break;
    if (tree.is(t, "cc") && tree.head(t) == tree.child(head.token, "conj")) continue;
    // What introduces the phrase, and marks at its edges, are not part of it.
    const bool introduces =
        tree.head(t) == head.token &&
        ((tree.is(t, "det") && tree.token(t).lemma == "no") ||  // polarity
         (tree.is(t, "case") && !in_clause) || tree.is(t, "cc") || tree.is(t, "mark"));
    const bool part_of_introducer =
        tree.is(t, "fixed") && tree.head(tree.head(t)) == head.token && t < head.token;
    if (t < first && !introduces && !part_of_introducer && tree.token(t).upos != Upos::kPunct) {
      first = std::min(first, t);
    }
    if (tree.token(t).upos != Upos::kPunct) last = std::max(last, t);
  }
  // What is said is told without the marks around it.
  if (!clause) first = opening_mark(tree, first, last);
  return {tree.token(first).span.begin, tree.token(closing_mark(tree, first, last)).span.end};
}

}  // namespace newsgraph
