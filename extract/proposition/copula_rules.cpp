#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/auxiliaries.hpp"
#include "extract/proposition/clause_rules.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

namespace newsgraph {

/// "There is no readiness for peace": (readiness; exists), negated.
void ClauseRules::existential() {
  const TokenIndex subject = tree_.child(clause_.head(), "nsubj");
  if (subject == kNoToken) return;
  // "There is no doubt that": says that it is so.
  if (is_excluded(tree_, subject) && is_one_of(tree_.token(subject).lemma, {"doubt", "question"})) {
    return;
  }
  // "There is water": of what kind must be told by the phrase itself, or in what place it is.
  const bool tells =
      std::any_of(
          tree_.children(subject).begin(), tree_.children(subject).end(),
          [&](TokenIndex c) {
            // "operations done on ships": that they are done is a claim of its own.
            const bool participle = tree_.is(c, "acl") &&
                                    tree_.child(c, {"obl", "advcl", "xcomp"}) != kNoToken &&
                                    restriction_of(tree_, c) == Restriction::kNone;
            return tree_.is(c, "nmod") ||
                   (tree_.is(c, "acl") && tree_.token(c).deprel != "acl:relcl" && !participle);
          }) ||
      is_named(document_, {clause_.sentence, subject});
  Draft draft = frame("existential");
  draft.subject = {clause_.sentence, subject};
  draft.predicate = predicate_of(document_, clause_, "");
  draft.qualifiers = obliques_;
  const bool plural = tree_.token(subject).xpos == "NNS" || tree_.token(subject).xpos == "NNPS";
  // "There were no candidates elected": it is not said that there are none.
  const TokenIndex participle = tree_.child(subject, "acl");
  if (tells && participle != kNoToken && tree_.token(participle).xpos == "VBN" &&
      tree_.child(participle, {"obl", "obl:agent", "xcomp", "advcl", "nsubj", "aux"}) == kNoToken) {
    const std::string form = to_lower(tree_.token(participle).form);
    draft.predicate.canonical = "be " + form;
    draft.predicate.readable = (plural ? "were " : "was ") + form;
    draft.predicate.span = tree_.token(participle).span;
    drafts_.push_back(std::move(draft));
    return;
  }
  draft.predicate.canonical = "exist";
  draft.predicate.readable = plural ? "exist" : "exists";
  const std::size_t before = drafts_.size();
  for (const TokenIndex bearer : {clause_.head(), subject}) {
    for (const TokenIndex c : tree_.children(bearer)) {
      existential_place(draft, c);
    }
  }
  if (tells && drafts_.size() == before) drafts_.push_back(std::move(draft));
}

/// "There is a base in Elmia": (base; exists in; Elmia).
void ClauseRules::existential_place(const Draft& exists, TokenIndex place) {
  const TokenRef head = {clause_.sentence, place};
  if (place < exists.subject.token || !(tree_.is(place, "obl") || tree_.is(place, "nmod"))) return;
  static constexpr std::array<std::string_view, 9> kPlaces = {
      "in", "at", "on", "near", "within", "inside", "around", "across", "outside"};
  const std::string preposition = tree_.introducer(place, "case");
  if (std::find(kPlaces.begin(), kPlaces.end(), preposition) == kPlaces.end()) return;
  const auto name = document_.name_at(document_.referent(head));
  const bool placed = name ? tree_.sentence().names[*name].type == NameType::kPlace
                           : noun_class(tree_.token(place).lemma) == NounClass::kLocation;
  if (!placed) return;
  Draft draft = exists;
  draft.object = head;
  std::erase_if(draft.qualifiers, [&](const Oblique& oblique) { return oblique.head == head; });
  for (std::string* form :
       {&draft.predicate.written, &draft.predicate.canonical, &draft.predicate.readable}) {
    *form += ' ' + preposition;
  }
  drafts_.push_back(std::move(draft));
}

/// "Roth is the former mayor of Oslo"; "London's preferred candidate is Roth".
void ClauseRules::copula() {
  const TokenRef nominal = {clause_.sentence, clause_.head()};
  // "The plan is under discussion", "Roth is in Oslo".
  const std::string preposition = tree_.introducer(nominal.token, "case");
  if (!preposition.empty()) {
    for (const TokenRef& subject : clause_.subjects) {
      Draft* const draft = emit(subject, nominal, bare_copula(preposition), "copula");
      if (draft != nullptr) draft->describes = tree_.token(nominal.token).upos == Upos::kAdj;
    }
    return;
  }
  if (is_of_all_together() || copula_with_counterpart()) return;
  const TokenRef named = document_.referent(nominal);
  for (const TokenRef& subject : clause_.subjects) {
    if (is_placeholder(subject)) continue;
    Draft base = frame("copula");
    base.predicate = predicate_of(document_, clause_, "");
    if (const auto list = list_of(subject)) {
      base.subject = subject;
      base.object = nominal;
      base.predicate.written = base.predicate.readable = copula_form(tree_, nominal.token);
      base.predicate.canonical = "be";
      constexpr std::size_t kListWords = 16;
      if (word_count(*list) > kListWords) continue;
      base.describes = true;
      base.description = *list;
      drafts_.push_back(base);
      continue;
    }
    // Who holds the roles: the name that the predicate names, or the subject.
    const bool names_holder =
        document_.name_at(named).has_value() && named != subject && is_name(document_, named);
    const TokenRef holder = names_holder ? named : subject;
    if (names_holder) {
      base.rule = "relational noun";
      const bool relational = add_relational(document_, holder, subject, base, drafts_);
      // "They were Norlanders" makes nobody a "they".
      const bool pronoun = tree_.token(subject.token).upos == Upos::kPron;
      if (!relational && !pronoun && document_.name_at(nominal)) {
        add_role(document_, holder, subject, base, drafts_);
      }
    }
    if (document_.name_at(nominal) && is_name(document_, nominal)) {
      // "Kyiv is not Paris": two names.
      if (is_named(document_, subject)) emit(subject, nominal, base.predicate, "copula");
      continue;
    }
    base.rule = "copula";
    for (const TokenIndex member : tree_.with_conjuncts(nominal.token)) {
      // "was a writer and lived in Oslo", "is a cook and he is good": that is another clause.
      const bool own_clause =
          member != nominal.token && tree_.child(member, {"nsubj", "cop"}) != kNoToken;
      if (tree_.token(member).upos == Upos::kVerb || own_clause) continue;
      Draft role = base;
      role.modality = combined(role.modality, modality_of_phrase(tree_, member));
      add_role(document_, holder, {clause_.sentence, member}, role, drafts_);
    }
  }
}

/// "is home to many people", "was witness to the crime": (is home to; many people).
bool ClauseRules::copula_with_counterpart() {
  const TokenIndex noun = clause_.head();
  const Token& token = tree_.token(noun);
  static constexpr std::array<std::string_view, 7> kToSomebody = {
      "home", "host", "party", "heir", "prey", "victim", "witness"};
  if (!is_one_of(token.lemma, kToSomebody) ||
      tree_.child(noun, {"det", "amod", "nmod:poss", "compound", "conj"}) != kNoToken) {
    return false;
  }
  for (const TokenIndex c : tree_.children(noun)) {
    const bool behind = c > noun && tree_.subtree(c).front() == noun + 1 && !tree_.is(c, "acl");
    if (!behind || tree_.introducer(c, "case") != "to") continue;
    for (const TokenRef& subject : clause_.subjects) {
      for (const TokenIndex other : tree_.with_conjuncts(c)) {
        emit(subject, {clause_.sentence, other}, bare_copula(token.lemma + " to"), "copula");
      }
    }
    return true;
  }
  return false;
}

/// "The costs are food, rent and light": none of them is the costs alone. The words of the list, if
/// it is one of what several things are.
std::optional<std::string> ClauseRules::list_of(TokenRef subject) const {
  const TokenIndex head = clause_.head();
  const Token& several = document_.tree(subject.sentence).token(subject.token);
  const std::vector<TokenIndex> members = tree_.with_conjuncts(head);
  const bool plain = std::all_of(members.begin(), members.end(), [&](TokenIndex member) {
    const std::string& tag = tree_.token(member).xpos;
    return (tag == "NN" || tag == "NNP") && tree_.child(member, "det") == kNoToken &&
           (member == head || tree_.child(member, {"nsubj", "cop"}) == kNoToken);
  });
  if (several.xpos != "NNS" || members.size() < 2 || !plain) return std::nullopt;
  const TokenIndex last = tree_.subtree(members.back()).back();
  const Span first = document_.argument_span({clause_.sentence, head});
  return span_text(document_.article().text, hull(first, tree_.token(last).span));
}

/// "Roth and Kern were the only guards", "the two best friends": not so of each.
bool ClauseRules::is_of_all_together() const {
  // "The dead are 14 civilians and a soldier": neither is all of them.
  const std::vector<TokenIndex> members = tree_.with_conjuncts(clause_.head());
  const bool counted = std::any_of(members.begin(), members.end(), [&](TokenIndex member) {
    return tree_.child(member, "nummod") != kNoToken;
  });
  if (members.size() > 1 && counted) return true;
  const auto& modifiers = tree_.children(clause_.head());
  return clause_.subjects.size() > 1 && tree_.token(clause_.head()).xpos == "NNS" &&
         std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
           return c < clause_.head() && (tree_.token(c).lemma == "only" || tree_.is(c, "nummod"));
         });
}

/// "Where is Roth?" says nothing of Roth.
bool ClauseRules::asks_for_predicate() const {
  const std::string& tag = tree_.token(clause_.head()).xpos;
  if (clause_.copular && tag.starts_with('W')) return true;
  // "what would it do there?", "know what they do there"
  const TokenIndex asked = tree_.child(clause_.last(), "obj");
  return asked != kNoToken && asked < clause_.head() && tree_.token(asked).xpos == "WP" &&
         !tree_.is(clause_.head(), "acl:relcl");
}

/// "It was Roth who led": the pronoun of a cleft, or a question word, is nobody.
bool ClauseRules::is_placeholder(TokenRef subject) const {
  const Token& token = tree_.token(subject.token);
  if (subject.sentence != clause_.sentence || token.upos != Upos::kPron) return false;
  if (token.xpos.starts_with('W')) return true;
  if (token.lemma == "it" && tree_.child(clause_.head(), {"csubj", "ccomp"}) != kNoToken)
    return true;
  // "It is high time for Norland to act."
  if (token.lemma == "it" && tree_.token(clause_.head()).lemma == "time") return true;
  for (const TokenIndex c : tree_.children(clause_.head())) {
    // "it is the intent of Norland for the union to go on".
    if (token.lemma == "it" && c > clause_.head() && tree_.introducer(c, "mark") == "for to")
      return true;
  }
  return token.lemma == "it" && tree_.child(clause_.head(), "acl:relcl") != kNoToken &&
         is_named(document_, {clause_.sentence, clause_.head()});
}

/// "is in": the copula without its predicate.
PredicateText ClauseRules::bare_copula(const std::string& preposition) const {
  PredicateText predicate;
  const TokenIndex copula = tree_.child(clause_.head(), "cop");
  predicate.written =
      agreeing(document_, clause_, copula_form(tree_, clause_.head())) + ' ' + preposition;
  predicate.readable = predicate.written;
  predicate.canonical = "be " + preposition;
  predicate.span = tree_.token(copula).span;
  return predicate;
}

}  // namespace newsgraph
