#include "extract/proposition/clause_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/source_cue.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/open_complement.hpp"

namespace newsgraph {

bool is_named(const Document& document, TokenRef head) {
  return document.name_at(document.referent(head)).has_value();
}

bool is_name(Document& document, TokenRef head) {
  const auto mention = document.mention_of(head);
  return mention && document.mentions()[*mention].form == MentionForm::kName;
}

bool may_be_named(const Document& document, TokenRef head) {
  return is_named(document, head) || document.tree(head.sentence).token(head.token).xpos == "PRP";
}

namespace {

/// "As Roth learned early, courts are free", "as Kern put it": what is said or known is the main
/// clause.
bool points_to_main_clause(const Tree& tree, const Clause& clause) {
  const std::string& verb = tree.token(clause.last()).lemma;
  const bool speaks = is_in_class(verb, WordClass::kSay) || is_in_class(verb, WordClass::kThink) ||
                      is_in_class(verb, WordClass::kFactive) ||
                      is_in_class(verb, WordClass::kEvidence);
  return speaks && !clause.passive && clause.objects.empty() && clause.recipients.empty() &&
         clause.complement == kNoToken && tree.is(clause.head(), "advcl") &&
         tree.introducer(clause.head(), "mark") == "as";
}

/// "the Sea" of "in Kern and the Sea", one title.
bool is_later_part_of_name(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const auto name = document.name_at(head);
  return name && tree.is(head.token, "conj") &&
         document.name_at({head.sentence, tree.head(head.token)}) == name;
}

/// "eager for talks"; not so "reluctant".
bool is_for_event(std::string_view adjective) {
  return is_one_of(adjective, {"ready", "eager", "prepared", "unprepared"});
}

/// "may free people who were jailed": any of them, so that nobody need have been. Not so where
/// names tell who, nor of what may have happened.
bool is_any_of_a_kind(const Tree& tree, TokenIndex noun, TokenIndex clause) {
  const TokenIndex governor = tree.head(noun);
  const auto& described_by = tree.children(noun);
  const bool bare = tree.token(noun).xpos == "NNS" &&
                    std::all_of(described_by.begin(), described_by.end(),
                                [&](TokenIndex c) { return c > noun || tree.is(c, "case"); });
  if (!bare || governor == kNoHead) return false;
  bool modal = false;
  for (const TokenIndex c : tree.children(governor)) {
    if (!tree.is(c, "aux")) continue;
    if (tree.token(c).lemma == "have") return false;
    modal |= is_one_of(tree.token(c).lemma, {"may", "must", "shall", "can"});
  }
  const std::vector<TokenIndex> words = tree.subtree(clause);
  return modal && std::none_of(words.begin(), words.end(),
                               [&](TokenIndex t) { return tree.token(t).upos == Upos::kPropn; });
}

/// "less affected by it", "rarely used by him".
bool is_weighed(const Tree& tree, TokenIndex verb) {
  const auto& adverbs = tree.children(verb);
  return std::any_of(adverbs.begin(), adverbs.end(), [&](TokenIndex c) {
    return tree.is(c, "advmod") && c < verb &&
           is_one_of(tree.token(c).lemma, {"less", "least", "rarely", "seldom", "infrequently"});
  });
}

/// "She did so at Roth's request", "told them to leave, which they did": what was done is said
/// before, and "did" alone says nothing.
bool stands_for_another(const Tree& tree, TokenIndex verb) {
  if (tree.token(verb).lemma != "do") return false;
  const auto& dependents = tree.children(verb);
  const TokenIndex object = tree.child(verb, "obj");
  if (object != kNoToken) {
    const bool bare = std::all_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
      return c == object || tree.is(c, "nsubj") || tree.is(c, "aux") || tree.is(c, "punct");
    });
    return bare && object > 0 && object < verb && tree.token(object).lemma == "which" &&
           tree.token(object - 1).form == ",";
  }
  return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
    return c > verb && tree.is(c, "advmod") && tree.token(c).lemma == "so";
  });
}

/// "any ship exceeding 300 tons", "all ships exceeding 300 tons need a pilot": whichever ships do.
/// But "all hostages held by Norland were freed" tells of some.
bool is_condition_of_any(const Tree& tree, TokenIndex participle) {
  const TokenIndex noun = tree.head(participle);
  const TokenIndex determiner = tree.child(noun, "det");
  if (determiner == kNoToken || determiner > noun || tree.token(participle - 1).form == "," ||
      tree.child(noun, "nummod") != kNoToken) {
    return false;
  }
  const std::string& which = tree.token(determiner).lemma;
  if (which == "any" || which == "every" || which == "no") return true;
  const TokenIndex verb = tree.head(noun);
  if ((which != "all" && which != "each") || tree.token(participle).xpos != "VBG" ||
      verb == kNoHead || !tree.is(noun, "nsubj")) {
    return false;
  }
  const std::string& tag = finite_word(tree, verb).xpos;
  return tag == "VBP" || tag == "VBZ" || tag == "MD";
}

}  // namespace

void ClauseRules::apply() {
  const std::size_t before = drafts_.size();
  find_drafts();
  for (std::size_t i = before; i < drafts_.size(); ++i) qualify(drafts_[i]);
}

void ClauseRules::find_drafts() {
  for (const Oblique& oblique : clause_.obliques) {
    // "sentenced to five years": not when.
    const bool term =
        oblique.preposition == "to" && tree_.token(clause_.last()).lemma == "sentence";
    if ((!term && is_time_phrase(document_, oblique.head)) ||
        is_source_adjunct(document_, oblique.head, oblique.preposition)) {
      continue;
    }
    if (is_later_part_of_name(document_, oblique.head)) continue;
    if (is_all_of(oblique) && tree_.is(oblique.head.token, "conj")) continue;
    obliques_.push_back(oblique);
  }
  if (tells_which_kind() || asks_for_predicate() || stands_for_another(tree_, clause_.head()) ||
      points_to_main_clause(tree_, clause_)) {
    return;
  }
  if (clause_.existential) return existential();
  if (clause_.passive && !clause_.agents.empty()) {
    if (!is_weighed(tree_, clause_.head())) return passive_with_agent();
    // "is less affected by it than Norland": it does not simply affect it.
    for (const TokenRef& subject : clause_.subjects) {
      for (const TokenRef& agent : clause_.agents) {
        emit(subject, agent, predicate_of(document_, clause_, "by"), "passive");
      }
    }
    return;
  }
  const Upos upos = tree_.token(clause_.head()).upos;
  // "I am with him", but "it is him".
  const bool beside = upos == Upos::kPron && !tree_.introducer(clause_.head(), "case").empty();
  // "Roth was everything that is good."
  const bool indefinite = tree_.token(clause_.head()).xpos == "NN" && upos == Upos::kPron;
  const bool nominal =
      upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum || beside || indefinite;
  // "is among the longest": an adjective in the place of a noun.
  const bool superlative = upos == Upos::kAdj && !tree_.introducer(clause_.head(), "case").empty();
  if (clause_.copular && (nominal || superlative)) return copula();
  if (reciprocal() || is_contest_of_sides()) return;
  for (const TokenRef& subject : clause_.subjects) {
    // Of "ten soldiers and farmers" no ten are soldiers; farmers there are.
    const bool joined = tree_.is(subject.token, "conj");
    if (joined || !is_counted_together(subject)) verb(subject);
  }
}

/// "conditions that harm corals", "papers not asked for elsewhere", "discrimination based on race",
/// "people charged with it": which ones are meant, not that conditions do, that papers are not
/// asked for.
bool ClauseRules::tells_which_kind() const {
  const TokenIndex head = clause_.head();
  const TokenIndex noun = tree_.head(head);
  if (noun == kNoHead) return false;
  const bool relative = is_restrictive_relative(tree_, head);
  if (relative && (is_bare_kind(tree_, noun) || is_any_of_a_kind(tree_, noun, head))) return true;
  const bool bare = tree_.token(noun).upos == Upos::kNoun &&
                    tree_.child(noun, {"det", "nmod:poss", "nummod"}) == kNoToken;
  const bool reduced = is_reduced_relative(tree_, head);
  if (reduced && is_condition_of_any(tree_, head)) return true;
  const bool denied = clause_.polarity == Polarity::kNegated && (relative || reduced);
  return is_grounded(tree_, head) || is_kind_description(tree_, head) || is_ranking(tree_, head) ||
         (bare && denied);
}

/// "The conference was organised by Reuters": (Reuters; organised; conference).
void ClauseRules::passive_with_agent() {
  // "was reported by the Herald to have left": it did not report whom, but what.
  const TokenIndex head = clause_.head();
  const bool tells = is_one_of(tree_.token(head).lemma, {"report", "say", "claim", "allege"}) &&
                     (clause_.last() != head || tree_.child(head, "xcomp") != kNoToken);
  if (tells) {
    for (const TokenRef& subject : clause_.subjects) verb(subject);
    return;
  }
  for (const TokenRef& agent : clause_.agents) {
    for (const TokenRef& subject : clause_.subjects) {
      Draft* const draft = emit(agent, subject, active_predicate_of(document_, clause_), "passive");
      // "was appointed mayor by the council"
      if (draft != nullptr && clause_.nominal != kNoToken) {
        draft->qualifiers.push_back({{clause_.sentence, clause_.nominal}, "as"});
      }
    }
  }
  // "Roth was viewed by many as a rival": what the passive says of its subject stays.
  for (const TokenRef& subject : clause_.subjects) {
    for (const Oblique& oblique : obliques_) {
      if (introduces_circumstance(oblique.preposition) || is_fronted(oblique, subject)) continue;
      emit(subject, oblique.head, predicate_of(document_, clause_, oblique.preposition), "passive");
      break;
    }
  }
}

void ClauseRules::verb(TokenRef subject) {
  const std::size_t before = drafts_.size();
  if (clause_.nominal != kNoToken) nominal(subject);
  objects(subject);
  recipients(subject);
  oblique_arguments(subject);
  occasions(subject);
  if (object_points_back()) settings(subject);
  event(subject);
  complement(subject);
  introduced(subject);
  question(subject);
  if (drafts_.size() == before && clause_.objects.empty() && clause_.recipients.empty()) {
    intransitive(subject);
  }
}

/// "Roth rejected the proposal", "declined to visit Oslo".
void ClauseRules::objects(TokenRef subject) {
  const bool reports = clause_.complement != kNoToken &&
                       is_in_class(tree_.token(clause_.last()).lemma, WordClass::kSay);
  const bool names = !clause_.recipients.empty() &&
                     is_in_class(tree_.token(clause_.last()).lemma, WordClass::kName);
  if (clause_.made != kNoToken) return made(subject);
  // "had her home searched": that she had one is not what is said.
  const bool undergoes = clause_.infinitive != kNoToken &&
                         tree_.token(clause_.infinitive).xpos == "VBN" &&
                         tree_.token(clause_.last()).lemma == "have";
  if (undergoes) return;
  for (const TokenRef& object : clause_.objects) {
    if (names || names_in_free_relative()) continue;
    // "said the reason for it no longer applies": the parser lost the clause.
    if (tree_.token(clause_.last()).lemma == "say" && !clause_.passive) continue;
    if (wishes_of(object)) {
      Draft draft = with_clause(subject, clause_.infinitive, predicate_of(document_, clause_, ""));
      draft.from = object;
      draft.qualifiers = obliques_;
      drafts_.push_back(std::move(draft));
      continue;
    }
    // "told reporters that it failed": whom one told matters where it is somebody.
    if (reports && !may_be_named(document_, object)) continue;
    // "spent years negotiating": the participle says it.
    const TokenIndex participle = tree_.child(object.token, "acl");
    if (participle != kNoToken && tree_.token(participle).xpos == "VBG" &&
        noun_class(tree_.token(object.token).lemma) == NounClass::kTime) {
      continue;
    }
    const bool counted = is_counted_together(object);
    if (counted && tree_.is(object.token, "conj")) continue;
    Draft* const draft =
        emit(subject, object, predicate_of(document_, clause_, result_in(object)), rule());
    if (draft != nullptr && counted) tell_all(*draft);
    // "gives the coral its colour": whom or what.
    if (draft == nullptr || !takes_recipient(tree_.token(clause_.last()).lemma)) continue;
    for (const TokenRef& recipient : clause_.recipients) {
      const bool pronoun = tree_.token(recipient.token).upos == Upos::kPron;
      // A name is told of in its own right where a noun stands for what it gets.
      const bool told =
          is_named(document_, recipient) && tree_.token(object.token).upos == Upos::kNoun;
      if (!pronoun && !told) draft->qualifiers.push_back({recipient, "to"});
    }
  }
}

/// "wants the show to end": not the show.
bool ClauseRules::wishes_of(TokenRef object) const {
  static constexpr std::array<std::string_view, 6> kWishes = {"want",   "wish", "like",
                                                              "prefer", "hate", "expect"};
  return clause_.infinitive != kNoToken && !clause_.passive && clause_.last() < object.token &&
         is_one_of(tree_.token(clause_.last()).lemma, kWishes) &&
         tree_.introducer(clause_.infinitive, "mark") == "to" &&
         tree_.token(object.token).upos != Upos::kPron;
}

/// "what he named the crisis of the age": he names something else so.
bool ClauseRules::names_in_free_relative() const {
  const TokenIndex pronoun = tree_.head(clause_.head());
  return pronoun != kNoHead && tree_.is(clause_.head(), "acl:relcl") &&
         tree_.token(pronoun).lemma == "what" &&
         is_in_class(tree_.token(clause_.last()).lemma, WordClass::kName);
}

/// "told Reuters that ...": (told; Reuters); "gave Roth a medal": (gave medal to; Roth).
void ClauseRules::recipients(TokenRef subject) {
  for (const TokenRef& recipient : clause_.recipients) {
    // "termed Roth a traitor": who is named is the object, the name a qualifier.
    const bool names = is_in_class(tree_.token(clause_.last()).lemma, WordClass::kName);
    if (!names && !may_be_named(document_, recipient)) continue;
    PredicateText predicate = predicate_of(document_, clause_, "");
    if (!clause_.objects.empty() && !names) {
      const Token& given = tree_.token(clause_.objects.front().token);
      // "gave Roth 24 hours" to do something: how many is what is said.
      const bool term = noun_class(given.lemma) == NounClass::kTime &&
                        tree_.child(clause_.objects.front().token, "nummod") != kNoToken;
      if (given.upos != Upos::kNoun || term) continue;
      predicate = with_object(predicate, to_lower(given.form), given.lemma, "to", given.span);
    }
    Draft* const draft = emit(subject, recipient, std::move(predicate), "recipient");
    if (draft == nullptr) continue;
    // "told Reuters that it failed": what one is told.
    if (clause_.complement != kNoToken) {
      const TokenRef told = {clause_.sentence, clause_.complement};
      draft->qualifiers.push_back({told, tree_.introducer(told.token, "mark")});
    }
    if (names && !clause_.objects.empty()) {
      draft->qualifiers.push_back({clause_.objects.front(), "as"});
    }
  }
}

/// "remains the legitimate president": (remains; legitimate president).
void ClauseRules::nominal(TokenRef subject) {
  std::string link = tree_.introducer(clause_.nominal, "mark");
  if (const TokenIndex copula = tree_.child(clause_.nominal, "cop"); copula != kNoToken) {
    // "denied being a spy", "wants to be mayor".
    const std::string be = tree_.token(copula).xpos == "VBG" ? "being" : "be";
    link += link.empty() ? be : ' ' + be;
  }
  // "was reported to be in a coma".
  const std::string preposition = tree_.introducer(clause_.nominal, "case");
  if (!preposition.empty()) link += link.empty() ? preposition : ' ' + preposition;
  for (const TokenIndex member : tree_.with_conjuncts(clause_.nominal)) {
    Draft* const draft =
        emit(subject, {clause_.sentence, member}, predicate_of(document_, clause_, link), rule());
    // What somebody becomes or remains is said of them, as behind a copula.
    if (draft != nullptr) draft->describes = !is_name(document_, {clause_.sentence, member});
  }
}

const char* ClauseRules::rule() const {
  if (clause_.chain.size() > 1) return "control";
  if (clause_.copular) return "copula";
  return clause_.passive ? "passive" : "verb";
}

/// "declined to visit Oslo" is also (declined; Oslo visit); "agreed to take part" (agreed;
/// participation) where nothing else is named.
void ClauseRules::event(TokenRef subject) {
  if (clause_.chain.size() < 2) return;
  const Token& control = tree_.token(clause_.head());
  const bool attitude =
      control.upos == Upos::kAdj && is_in_class(control.lemma, WordClass::kWilling);
  const bool controls = is_in_class(control.lemma, WordClass::kRefuse) ||
                        is_in_class(control.lemma, WordClass::kPlan) || attitude;
  const Token& inner = tree_.token(clause_.last());
  if (!controls || inner.upos != Upos::kVerb || is_in_class(inner.lemma, WordClass::kLight)) {
    return;
  }
  // "voted against confirming Roth": what stands behind a preposition is in the predicate.
  if (is_governed_gerund(tree_, clause_.last())) return;
  const std::string noun = event_noun_of(inner.lemma);
  if (!is_eventive_noun(noun) && noun_class(noun) == NounClass::kUnknown) return;
  std::optional<TokenRef> participant;
  for (const TokenRef& object : clause_.objects) {
    if (is_named(document_, object) && !participant) participant = object;
  }
  for (const Oblique& oblique : obliques_) {
    const bool of_inner = tree_.is_below(oblique.head.token, clause_.last());
    if (of_inner && is_named(document_, oblique.head) && !participant &&
        !introduces_circumstance(oblique.preposition)) {
      participant = oblique.head;
    }
  }
  // "was expected to pass": that others expect something says too little.
  if (clause_.passive && !participant) return;
  Draft draft = frame("event");
  draft.subject = subject;
  draft.predicate = predicate_of(document_, clause_, 1, is_for_event(control.lemma) ? "for" : "");
  const Span span = inner.span;
  if (participant) {
    const auto named = document_.mention_of(*participant);
    if (!named) return;
    draft.event = document_.add_event({clause_.sentence, clause_.last()}, noun, *named,
                                      hull(span, document_.mentions()[*named].span));
  } else if (clause_.objects.empty() && clause_.complement == kNoToken && !noun.ends_with("ing") &&
             !avoids_into() && !inner_has_oblique() &&
             (control.upos != Upos::kAdj || is_for_event(control.lemma))) {
    draft.event = document_.add_action({clause_.sentence, clause_.last()}, noun, span);
  } else {
    return;
  }
  drafts_.push_back(std::move(draft));
}

/// "agreed to help with the search": told in full by the predicate; "help" alone says little.
bool ClauseRules::inner_has_oblique() const {
  return std::any_of(obliques_.begin(), obliques_.end(), [&](const Oblique& oblique) {
    return oblique.head.sentence == clause_.sentence && clause_.chain.size() > 1 &&
           tree_.head(oblique.head.token) == clause_.last() &&
           !introduces_circumstance(oblique.preposition);
  });
}

/// "avoided falling into recession": not every fall.
bool ClauseRules::avoids_into() const {
  return std::any_of(obliques_.begin(), obliques_.end(), [&](const Oblique& oblique) {
    return tree_.token(clause_.last()).xpos == "VBG" &&
           tree_.head(oblique.head.token) == clause_.last();
  });
}

void apply_clause_rules(Document& document, const Clause& clause, std::vector<Draft>& drafts) {
  // "Norland has yet to be recognised by Estmark": (Estmark; recognised; Norland), negated.
  if (clause.unfulfilled && !clause.agents.empty()) {
    Clause inner = clause;
    inner.chain.erase(inner.chain.begin());
    inner.passive = true;
    ClauseRules(document, inner, drafts).apply();
    return;
  }
  ClauseRules(document, clause, drafts).apply();
}

}  // namespace newsgraph
