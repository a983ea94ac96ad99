#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause_rules.hpp"

/// What is true of several together and not of each.
namespace newsgraph {
namespace {

/// Verbs that two do to each other, and the preposition before the other.
struct Reciprocal {
  std::string_view verb;
  std::string_view preposition;
};

constexpr std::array<Reciprocal, 8> kReciprocal = {{{"meet", ""},
                                                    {"marry", ""},
                                                    {"divorce", ""},
                                                    {"merge", "with"},
                                                    {"clash", "with"},
                                                    {"collide", "with"},
                                                    {"negotiate", "with"},
                                                    {"reconcile", "with"}}};

/// "both", "separately", "twice", "young": what each does by himself.
bool tells_of_each(const Tree& tree, TokenIndex verb) {
  const auto& words = tree.children(verb);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
    if (tree.is(c, "xcomp") || tree.is(c, "amod")) return true;
    const TokenIndex determiner = tree.child(c, "det");
    const bool each = determiner != kNoToken && tree.token(determiner).lemma == "every";
    return each || is_one_of(to_lower(tree.token(c).lemma),
                             {"both", "each", "separately", "twice", "regularly", "often",
                              "independently", "respectively"});
  });
}

}  // namespace

/// "Keller and Roth met in Oslo": each the other. Not so "ministers and experts met", who are many.
bool ClauseRules::reciprocal() {
  const TokenIndex verb = clause_.last();
  const auto known = std::find_if(
      kReciprocal.begin(), kReciprocal.end(),
      [&](const Reciprocal& reciprocal) { return reciprocal.verb == tree_.token(verb).lemma; });
  const bool alone = clause_.chain.size() == 1 && clause_.objects.empty() &&
                     clause_.recipients.empty() && clause_.complement == kNoToken &&
                     clause_.nominal == kNoToken && !clause_.passive && !clause_.copular;
  if (known == kReciprocal.end() || !alone || clause_.subjects.size() != 2) return false;
  const TokenRef one = clause_.subjects.front();
  const TokenRef other = clause_.subjects.back();
  const auto is_one = [&](TokenRef side) {
    return side.sentence == clause_.sentence && !tree_.token(side.token).xpos.ends_with("NNS") &&
           tree_.child(side.token, "nummod") == kNoToken;
  };
  const bool joined = is_one(one) && is_one(other) && tree_.is(other.token, "conj") &&
                      tree_.introducer(other.token, "cc") == "and" &&
                      tree_.child(one.token, "cc:preconj") == kNoToken;
  // "met with the mayor", "negotiated for Norland": with or for somebody else.
  const bool others = std::any_of(obliques_.begin(), obliques_.end(), [](const Oblique& oblique) {
    return is_one_of(oblique.preposition, {"with", "against", "for", "into"});
  });
  if (!joined || others || tells_of_each(tree_, verb)) return false;
  emit(one, other, predicate_of(document_, clause_, std::string(known->preposition)), "verb");
  return true;
}

/// "Keller and Roth defeated Brandt and Kern": two sides, not four wins.
bool ClauseRules::is_contest_of_sides() const {
  const auto named = [&](const std::vector<TokenRef>& side) {
    return side.size() > 1 && std::all_of(side.begin(), side.end(), [&](TokenRef member) {
             return is_named(document_, member);
           });
  };
  return is_one_of(tree_.token(clause_.last()).lemma, {"defeat", "beat"}) &&
         named(clause_.subjects) && named(clause_.objects);
}

/// "a thousand images and videos": so many of both, none of either. Not so "ten men and a woman".
bool ClauseRules::is_counted_together(TokenRef member) const {
  if (member.sentence != clause_.sentence) return false;
  const TokenIndex first = first_conjunct(member);
  bool others = false;
  for (const TokenIndex c : tree_.children(first)) {
    if (!tree_.is(c, "conj")) continue;
    const bool bare =
        tree_.token(c).xpos == "NNS" &&
        tree_.child(c, {"det", "nummod", "nmod:poss", "amod", "compound"}) == kNoToken;
    // "four children, sisters and brothers"
    if (!bare || tree_.child(c, "punct") != kNoToken) return false;
    others = true;
  }
  return others && tree_.token(first).xpos == "NNS" && tree_.child(first, "nummod") != kNoToken;
}

/// "found a thousand images and videos": the object is all of them, in words.
void ClauseRules::tell_all(Draft& draft) const {
  const TokenRef first = *draft.object;
  Span all = document_.argument_span(first);
  for (const TokenIndex member : tree_.with_conjuncts(first.token)) {
    all = hull(all, document_.argument_span({first.sentence, member}));
  }
  draft.whole = true;
  draft.description = span_text(document_.article().text, all);
}

}  // namespace newsgraph
