#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/source_cue.hpp"
#include "extract/proposition/clause_rules.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/dates/clause_dates.hpp"

namespace newsgraph {

/// "The counter-offensive failed."
void ClauseRules::intransitive(TokenRef subject) {
  // "as the court found": what is said or thought is elsewhere.
  const std::string& lemma = tree_.token(clause_.last()).lemma;
  // "the talks concluded": no event concludes that something is so.
  const std::string& noun = document_.tree(subject.sentence).token(subject.token).lemma;
  const bool ends = lemma == "conclude" &&
                    (is_eventive_noun(noun) || is_one_of(noun, {"talk", "discussion", "debate"}));
  const bool says_nothing = (is_in_class(lemma, WordClass::kSay) && !ends) ||
                            is_in_class(lemma, WordClass::kThink) || introduces_quotation() ||
                            goes_on_saying();
  if (says_nothing || !is_finite() || is_light() || is_left_open()) return;
  // "It is likely that the talks go on": not somebody is likely.
  const bool likely = clause_.copular && tree_.token(subject.token).lemma == "it" &&
                      tree_.child(clause_.head(), {"csubj", "ccomp"}) != kNoToken;
  if (likely) return;
  // "Here is a company that pays" shows it.
  const bool shows = clause_.copular && clause_.head() < subject.token &&
                     subject.sentence == clause_.sentence &&
                     is_one_of(tree_.token(clause_.head()).lemma, {"here", "there"});
  if (shows) return;
  // "the rock that it is on".
  if (clause_.copular && tree_.token(clause_.head()).upos == Upos::kAdp) return;
  Draft draft = frame("intransitive");
  draft.subject = subject;
  draft.predicate = predicate_of(document_, clause_, "");
  draft.qualifiers = obliques_;
  add_clauses(draft);
  // "started at about 19:00": what is no date stays in its words.
  for (const Oblique& oblique : clause_.obliques) {
    if (is_time_phrase(document_, oblique.head) && !is_date_phrase(document_, oblique.head)) {
      draft.qualifiers.push_back(oblique);
    }
  }
  // "The ship remained there": where, the words before tell.
  const TokenIndex adverb = clause_.last() + 1;
  const bool points = adverb < tree_.size() && tree_.head(adverb) == clause_.last() &&
                      is_one_of(tree_.token(adverb).lemma, {"there", "here"});
  if (draft.qualifiers.empty() && (points || lacks_content(subject) || is_bare_modifier())) return;
  // "is elected indirectly in this way": what stands behind the verb at once.
  const bool behind = !draft.qualifiers.empty() && tells_how(clause_.last() + 1);
  if (draft.qualifiers.empty() || behind || fares(clause_.last())) add_manner(draft.predicate);
  drafts_.push_back(std::move(draft));
}

/// "the majority required": says of which majority something else is said.
bool ClauseRules::is_bare_modifier() const {
  const TokenIndex head = clause_.head();
  return tree_.token(head).deprel == "acl" && tree_.token(head).xpos != "VBG" &&
         tree_.child(head, {"aux", "aux:pass", "nsubj"}) == kNoToken;
}

/// "The talks went well": how is all that is said.
bool ClauseRules::fares(TokenIndex verb) const {
  return is_one_of(tree_.token(verb).lemma, {"go", "fare", "perform", "behave"});
}

/// Whether the word at `i` is an adverb of the verb that tells how: "indirectly", "well".
bool ClauseRules::tells_how(TokenIndex i) const {
  if (i >= tree_.size() || tree_.head(i) != clause_.last()) return false;
  const Token& adverb = tree_.token(i);
  const bool manner = adverb.lemma.ends_with("ly") ||
                      is_one_of(adverb.lemma, {"well", "badly", "short", "hard", "together"});
  const bool adverbial = adverb.upos == Upos::kAdv || adverb.lemma == "short";
  return adverbial && manner && !is_in_class(adverb.lemma, WordClass::kHearsay) &&
         !is_in_class(adverb.lemma, WordClass::kDoubt);
}

/// "is privately owned", "was treated well": of a passive without any argument the adverb is what
/// is said.
void ClauseRules::add_manner(PredicateText& predicate) const {
  const TokenIndex verb = clause_.last();
  if ((!clause_.passive && !fares(verb)) || verb == 0) return;
  const bool before = tells_how(verb - 1);
  if (!before && !tells_how(verb + 1)) return;
  const std::string& adverb = tree_.token(before ? verb - 1 : verb + 1).lemma;
  for (std::string* form : {&predicate.written, &predicate.readable, &predicate.canonical}) {
    if (form->find(adverb) != form->npos) return;
    const std::size_t last = form->rfind(' ');
    if (!before) {
      *form += ' ' + adverb;
    } else if (last != form->npos) {
      form->insert(last + 1, adverb + ' ');
    }
  }
}

/// "Keller agreed, saying that ...", with what was said before; "talked about how they came", where
/// what it was about is a clause; "Keller met", whom?
bool ClauseRules::lacks_content(TokenRef subject) const {
  static constexpr std::array<std::string_view, 3> kAgree = {"agree", "disagree", "concur"};
  static constexpr std::array<std::string_view, 4> kAbout = {"about", "of", "on", "over"};
  const TokenIndex last = clause_.last();
  // "Keller is right: the plan failed", "the answer is simple: nobody knows".
  const bool announces = last + 1 < tree_.size() && tree_.token(last + 1).form == ":";
  if (clause_.copular && announces) return true;
  // "the way they played".
  const TokenIndex noun = tree_.head(clause_.head());
  if (noun != kNoHead && tree_.is(clause_.head(), "acl:relcl") &&
      is_one_of(tree_.token(noun).lemma, {"way", "manner"})) {
    return true;
  }
  if (clause_.copular) return false;
  const auto& behind = tree_.children(last);
  const bool about_clause = std::any_of(behind.begin(), behind.end(), [&](TokenIndex c) {
    if (c < last || !tree_.is(c, "advcl")) return false;
    const TokenIndex first = tree_.subtree(c).front();
    return first == last + 1 && is_one_of(to_lower(tree_.token(first).form), kAbout);
  });
  // "was based on Roth winning"
  if (about_clause || clause_.passive) return about_clause;
  if (is_one_of(tree_.token(last).lemma, kAgree)) return true;
  const Token& one = document_.tree(subject.sentence).token(subject.token);
  // "but Roth declined": what? Prices decline, too.
  const std::string& verb = tree_.token(last).lemma;
  const bool somebody = one.upos == Upos::kPron || is_person(document_, subject) ||
                        noun_class(one.lemma) == NounClass::kPerson;
  if (somebody && (verb == "decline" || verb == "refuse")) return true;
  const bool meets = last == clause_.head() && tree_.token(last).lemma == "meet";
  const bool one_alone = one.upos == Upos::kPron ||
                         (document_.name_at(subject) && is_person(document_, subject)) ||
                         noun_class(one.lemma) == NounClass::kPerson;
  return meets && one.xpos != "NNS" && one_alone;
}

/// "Keller continued, “...”": what he said comes next.
bool ClauseRules::introduces_quotation() const {
  const TokenIndex comma = clause_.last() + 1;
  if (comma + 1 >= tree_.size()) return false;
  const Token& mark = tree_.token(comma + 1);
  const bool opens = mark.xpos == "``" || mark.form == "\xE2\x80\x9C";
  return opens && (tree_.token(comma).form == "," || tree_.token(comma).form == ":");
}

/// "continued by noting that ...", "agreed, saying that ...": what is said comes next.
bool ClauseRules::goes_on_saying() const {
  const TokenIndex last = clause_.last();
  const std::string& lemma = tree_.token(last).lemma;
  if (lemma != "continue" && lemma != "agree" && lemma != "begin" && lemma != "go") return false;
  return std::any_of(tree_.children(last).begin(), tree_.children(last).end(), [&](TokenIndex c) {
    return c > last && tree_.is(c, "advcl") && tree_.token(c).xpos == "VBG" &&
           is_in_class(tree_.token(c).lemma, WordClass::kSay);
  });
}

/// "opposing" of "with Norland voting for it and Estmark opposing", "decided to" of what was said
/// before: without what it takes the verb says nothing.
bool ClauseRules::is_left_open() const {
  const TokenIndex last = clause_.last();
  if (clause_.copular) return false;
  const bool participle = tree_.token(clause_.head()).xpos == "VBG" &&
                          tree_.child(clause_.head(), {"aux", "aux:pass"}) == kNoToken;
  if (participle) return true;
  // "were banned from washing more often than once a day": not from washing.
  const auto compares = [&](TokenIndex c) {
    return c > last && tree_.is(c, "advmod") && tree_.child(c, {"obl", "advcl"}) != kNoToken;
  };
  const auto& behind = tree_.children(last);
  if (clause_.chain.size() > 1 && std::any_of(behind.begin(), behind.end(), compares)) return true;
  // An infinitive, gerund or clause that no rule could read as its argument.
  return std::any_of(tree_.children(last).begin(), tree_.children(last).end(), [&](TokenIndex c) {
    // "talked about how it went"
    const bool asks = tree_.is(c, "obl") && tree_.token(c).xpos.starts_with('W');
    const bool clause = tree_.is(c, "xcomp") || tree_.is(c, "ccomp") || asks;
    const bool purpose = tree_.is(c, "advcl") && is_infinitive(tree_, c) && c == last + 2;
    return c > last && (clause || purpose);
  });
}

/// "has", "did" without what makes sense of them.
bool ClauseRules::is_light() const {
  const std::string& lemma = tree_.token(clause_.last()).lemma;
  return !clause_.copular && (lemma == "have" || lemma == "do" || lemma == "be" ||
                              tree_.token(clause_.last()).xpos == "MD");
}

/// Whether the predicate is one of a full clause: of participles and infinitives without any
/// argument too little is left ("for them to feed on").
bool ClauseRules::is_finite() const {
  if (clause_.copular || tree_.child(clause_.head(), "aux") != kNoToken ||
      tree_.child(clause_.head(), "aux:pass") != kNoToken) {
    return true;
  }
  // "demanded that Roth resign", "forced Roth to resign": bare, but a clause.
  if (tree_.is(clause_.head(), "xcomp") || tree_.child(clause_.head(), "nsubj") != kNoToken) {
    return true;
  }
  const std::string& tag = tree_.token(clause_.head()).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" ||
         (tree_.is(clause_.head(), "conj") && tag != "VBG");
}

}  // namespace newsgraph
