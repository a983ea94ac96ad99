#include "extract/proposition/dates/tense.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 5> kFutureForms = {"will", "shall", "'ll", "\xE2\x80\x99ll",
                                                          "wo"};
constexpr std::array<std::string_view, 8> kModals = {"would", "may",    "might", "can",
                                                     "could", "should", "must",  "ca"};
constexpr std::array<std::string_view, 7> kPastForms = {"was", "were", "had", "been",
                                                        "did", "has",  "have"};

bool is_infinitive(const Tree& tree, TokenIndex verb) {
  const TokenIndex mark = tree.child(verb, "mark");
  return mark != kNoToken && tree.token(mark).lemma == "to";
}

/// "is scheduled for November", "has been set for Monday"; "was scheduled" tells of no day to come.
bool is_fixed_for(const Tree& tree, TokenIndex verb) {
  if (!is_one_of(tree.token(verb).lemma, {"schedule", "slate", "set", "plan"})) return false;
  const auto& dependents = tree.children(verb);
  const bool stands = std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
    const std::string form = to_lower(tree.token(c).form);
    return tree.is(c, "aux") && is_one_of(form, {"is", "are", "has", "have"});
  });
  return stands && tree.child(verb, "aux:pass") != kNoToken &&
         std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
           return tree.is(c, "obl") && tree.introducer(c, "case") == "for";
         });
}

/// Verbs and adjectives whose infinitive is still to come.
bool looks_ahead(const Token& governor) {
  static constexpr std::array<std::string_view, 13> kAhead = {
      "agree", "expect", "plan",    "intend", "schedule", "set",   "hope",
      "want",  "due",    "promise", "vow",    "ready",    "likely"};
  return is_one_of(governor.lemma, kAhead) || is_in_class(governor.lemma, WordClass::kPlan) ||
         governor.upos == Upos::kNoun;
}

/// What the finite word of the verb says; nothing where it has none.
std::optional<Tense> finite_tense(const Tree& tree, TokenIndex verb) {
  if (is_fixed_for(tree, verb)) return Tense::kFuture;
  bool modal = false;
  bool past = false;
  bool perfect = false;
  bool been = false;
  bool present = false;
  for (const TokenIndex c : tree.children(verb)) {
    if (!tree.is(c, "aux") && !tree.is(c, "cop")) continue;
    const std::string form = to_lower(tree.token(c).form);
    if (is_one_of(form, kFutureForms)) return Tense::kFuture;
    modal |= is_one_of(form, kModals);
    past |= is_one_of(form, kPastForms);
    perfect |= form == "has" || form == "have";
    been |= form == "been";
    present |= form == "is" || form == "are" || form == "am" || form == "'s" || form == "'re" ||
               form == "do" || form == "does";
  }
  // "would leave on Friday" looks ahead of some day or other, "may have left" back.
  if (modal) return past ? Tense::kPast : Tense::kPresent;
  // "has been planned until May": what is planned now lies ahead.
  const bool planned = tree.token(verb).xpos == "VBN" && looks_ahead(tree.token(verb));
  if (perfect && been && planned) return Tense::kFuture;
  if (past) return Tense::kPast;
  // "is to take effect this week".
  if (present && is_infinitive(tree, verb)) return Tense::kFuture;
  if (present) return Tense::kPresent;  // "is meeting on Tuesday", "the vote is on Tuesday"
  const Token& token = tree.token(verb);
  if (token.xpos == "VBD") return Tense::kPast;
  // "The trial opens on Monday" is a timetable, "says on Monday" a report.
  if (token.xpos == "VBZ" || token.xpos == "VBP") {
    return is_in_class(token.lemma, WordClass::kSay) ? Tense::kPast : Tense::kPresent;
  }
  return std::nullopt;
}

}  // namespace

Tense tense_of(const Tree& tree, TokenIndex predicate) {
  bool noun = false;
  for (TokenIndex i = predicate; i != kNoHead; i = tree.head(i)) {
    const Token& token = tree.token(i);
    const bool verbal =
        token.upos == Upos::kVerb || token.upos == Upos::kAux || tree.child(i, "cop") != kNoToken;
    if (!verbal) {
      // "the vote scheduled for Tuesday", "an upcoming visit".
      for (const TokenIndex c : tree.children(i)) {
        const std::string& lemma = tree.token(c).lemma;
        const bool ahead = lemma == "upcoming" || lemma == "planned" || lemma == "scheduled";
        if (tree.is(c, "amod") && ahead) return Tense::kFuture;
      }
      noun |= is_eventive_noun(token.lemma);
      continue;
    }
    if (const auto tense = finite_tense(tree, i)) {
      // "The tweet on Monday shows ...": what is spoken of now has been.
      const bool modal = tree.child(i, "aux") != kNoToken;
      return noun && !modal && *tense != Tense::kPast ? Tense::kUnknown : *tense;
    }
    const TokenIndex above = tree.head(i);
    if (is_infinitive(tree, i)) {
      if (above == kNoHead || !tree.is(i, "xcomp")) return Tense::kFuture;
      const Token& governor = tree.token(above);
      if (looks_ahead(governor) || governor.lemma == "be") return Tense::kFuture;
      continue;
    }
    // "the talks held on Tuesday"; "scheduled for Tuesday" lies ahead.
    if (token.xpos == "VBN" && !tree.is(i, "xcomp") && !tree.is(i, "conj")) {
      return looks_ahead(token) ? Tense::kFuture : Tense::kPast;
    }
  }
  return Tense::kUnknown;
}

}  // namespace newsgraph
