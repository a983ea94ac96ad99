#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/tree_editor.hpp"
#include "extract/mention/words.hpp"
#include "extract/values/time_expression.hpp"

namespace newsgraph {
namespace {

/// Governed verbs stand near.
constexpr int kMaxClimb = 4;

class ClauseRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) read_adjective(i);
    for (TokenIndex i = 0; i < count; ++i) read_particle(i);
    for (TokenIndex i = 0; i < count; ++i) join_auxiliaries(i);
    for (TokenIndex i = 0; i < count; ++i) join_parted_auxiliary(i);
    for (TokenIndex i = 0; i < count; ++i) leave_auxiliary(i);
    for (TokenIndex i = 0; i < count; ++i) join_verb_to_finite(i);
    for (TokenIndex i = 0; i < count; ++i) join_bare_verb(i);
    for (TokenIndex i = 0; i < count; ++i) read_conjunction(i);
    for (TokenIndex i = 0; i < count; ++i) part_gerund(i);
    for (TokenIndex i = 0; i < count; ++i) read_adjunct(i);
    for (TokenIndex i = 0; i < count; ++i) give_gerund_subject(i);
    for (TokenIndex i = 0; i < count; ++i) leave_earlier_clause(i);
    for (TokenIndex i = 0; i < count; ++i) measure_verb(i);
    for (TokenIndex i = 0; i < count; ++i) read_measure(i);
    for (TokenIndex i = 0; i < count; ++i) read_active(i);
    for (TokenIndex i = 0; i < count; ++i) part_verbs(i);
    for (TokenIndex i = 0; i < count; ++i) read_modal_verb(i);
    for (TokenIndex i = 0; i < count; ++i) give_object(i);
    for (TokenIndex i = 0; i < count; ++i) give_complement(i);
    for (TokenIndex i = 0; i < count; ++i) read_degree(i);
    for (TokenIndex i = 0; i < count; ++i) leave_outer_copula(i);
    for (TokenIndex i = 0; i < count; ++i) read_parted_passive(i);
    for (TokenIndex i = 0; i < count; ++i) date_effect(i);
    for (TokenIndex i = 0; i < count; ++i) give_inner_subject(i);
    for (TokenIndex i = 0; i < count; ++i) rest_on_event(i);
    for (TokenIndex i = 0; i < count; ++i) give_condition(i);
    for (TokenIndex i = 0; i < count; ++i) complete_clause(i);
    for (TokenIndex i = 0; i < count; ++i) compare_gerund(i);
    give_subject();
  }

 private:
  /// "Crimes are punishable by law": no participle ends so.
  void read_adjective(TokenIndex i) {
    Token& word = token(i);
    const bool able = word.form.ends_with("able") || word.form.ends_with("ible");
    if (!able || (word.xpos != "VBN" && word.xpos != "VBD")) return;
    word.upos = Upos::kAdj;
    word.xpos = "JJ";
    word.lemma = to_lower(word.form);
    word.feats = "Degree=Pos";
    for (Token& other : sentence_.tokens) {
      if (other.head != i) continue;
      if (other.deprel == "aux:pass") other.deprel = "cop";
      if (other.deprel == "nsubj:pass") other.deprel = "nsubj";
      if (other.deprel == "obl:agent") other.deprel = "obl";
    }
  }

  /// "The lion was referred to as a king": a preposition alone is of the verb before it.
  void read_particle(TokenIndex i) {
    const TokenIndex verb = token(i).head;
    const bool alone = is_relation(token(i).deprel, "obl") && token(i).xpos == "IN" &&
                       verb != kNoHead && verb + 1 == i && token(verb).xpos == "VBN";
    if (!alone || i + 1 >= size() || token(i + 1).lemma != "as") return;
    token(i).deprel = "compound:prt";
  }

  /// "Counted on Norland paying", "based on Roth and his aide, Kern, leaving": on an event.
  void rest_on_event(TokenIndex gerund) {
    const TokenIndex verb = token(gerund).head;
    if (token(gerund).xpos != "VBG" || token(gerund).deprel != "advcl" || verb == kNoHead ||
        verb > gerund || child(gerund, "mark") != kNoToken || child(gerund, "nsubj") != kNoToken ||
        !is_one_of(token(verb).lemma,
                   {"base", "bank", "count", "depend", "hinge", "insist", "rely"})) {
      return;
    }
    const bool comma = token(gerund - 1).form == ",";
    const TokenIndex before = gerund - (comma ? 2 : 1);
    TokenIndex subject = before;
    // Bounded, in case a rule before has made a cycle.
    for (TokenIndex climb = 0; climb < size() && subject > verb; ++climb) {
      if (token(subject).head == verb) break;
      subject = token(subject).head;
    }
    if (subject <= verb || token(subject).head != verb ||
        !is_relation(token(subject).deprel, "obl") || preposition_of(subject) != "on") {
      return;
    }
    // A comma stands there only where it ends an apposition.
    TokenIndex beside = before;
    while (beside != subject && token(beside).deprel != "appos") beside = token(beside).head;
    if (comma && beside == subject) return;
    attach(child(subject, "case"), gerund, "mark");
    attach(subject, gerund, "nsubj");
  }

  /// "The army left and would return if Norland attacked": what one would do has the condition.
  void give_condition(TokenIndex condition) {
    const TokenIndex first = token(condition).head;
    const TokenIndex mark = child(condition, "mark");
    if (!is_relation(token(condition).deprel, "advcl") || first == kNoHead || first > condition ||
        mark == kNoToken || mark < first || !is_tensed(first) ||
        (token(mark).lemma != "if" && token(mark).lemma != "unless")) {
      return;
    }
    for (TokenIndex verb = mark - 1; verb > first; --verb) {
      if (token(verb).head != first || token(verb).deprel != "conj") continue;
      const TokenIndex modal = child(verb, "aux");
      if (modal != kNoToken && token(modal).xpos == "MD") attach(condition, verb, "advcl");
      return;
    }
  }

  /// "banned from washing more often than once a year": how often they may not wash.
  void compare_gerund(TokenIndex adverb) {
    const TokenIndex verb = token(adverb).head;
    if (token(adverb).deprel != "advmod" || verb == kNoHead || adverb < 2 ||
        token(adverb - 1).xpos != "RBR" || token(adverb - 1).head != adverb ||
        !is_one_of(token(verb).lemma, {"ban", "bar", "prohibit", "prevent", "keep", "stop"})) {
      return;
    }
    const TokenIndex gerund = adverb - 2;
    if (token(gerund).xpos == "VBG" && token(gerund).head == verb && verb < gerund &&
        child(gerund, "mark") != kNoToken) {
      attach(adverb, gerund, "advmod");
    }
  }

  /// "They described Roth stealing it": what has a subject of its own is a whole clause.
  void complete_clause(TokenIndex clause) {
    const TokenIndex subject = child(clause, "nsubj");
    if (token(clause).deprel == "xcomp" && token(clause).xpos == "VBG" && subject != kNoToken &&
        subject > token(clause).head) {
      token(clause).deprel = "ccomp";
    }
  }

  /// "The talks were on Monday reported to be over": a time parts the passive.
  void read_parted_passive(TokenIndex time) {
    const TokenIndex verb = token(time).head;
    if (verb == kNoHead || verb != time + 1 || token(verb).xpos != "VBN" || !is_time(time)) return;
    const TokenIndex be = child(time, "cop");
    const TokenIndex subject = child(time, "nsubj");
    if (be == kNoToken || subject == kNoToken) return;
    attach(be, verb, "aux:pass");
    attach(subject, verb, "nsubj:pass");
  }

  /// "announced her resignation effective Monday": the day is when it takes effect.
  void date_effect(TokenIndex time) {
    const TokenIndex verb = token(time).head;
    if (!is_relation(token(time).deprel, "obl") || verb == kNoHead || !is_time(time) ||
        !is_one_of(token(verb).lemma, {"announce", "submit", "tender", "impose", "declare"})) {
      return;
    }
    const TokenIndex effective = child(verb, "xcomp");
    const TokenIndex object = child(verb, "obj");
    if (effective == kNoToken || token(effective).lemma != "effective" || object == kNoToken ||
        object > effective || effective > time || child(time, "case") != kNoToken) {
      return;
    }
    attach(time, effective, token(time).deprel);
    attach(effective, object, "acl");
  }

  /// "the rule that the court has said should guide us": it guides, and nobody says a rule.
  void give_inner_subject(TokenIndex relative) {
    const TokenIndex speech = token(relative).head;
    if (token(relative).deprel != "obj" || !token(relative).xpos.starts_with('W') ||
        speech == kNoHead || token(speech).deprel != "acl:relcl") {
      return;
    }
    const TokenIndex clause = child(speech, "ccomp");
    if (clause == kNoToken || clause < speech || child(clause, "nsubj") != kNoToken ||
        child(clause, "mark") != kNoToken) {
      return;
    }
    const bool finite =
        is_tensed(clause) || child(clause, "aux") != kNoToken || child(clause, "cop") != kNoToken;
    if (finite) attach(relative, clause, "nsubj");
  }

  void leave_auxiliary(TokenIndex i) {
    const TokenIndex auxiliary = token(i).head;
    if (auxiliary == kNoHead || token(auxiliary).deprel != "aux") return;
    const std::string& relation = token(i).deprel;
    if (relation == "conj" || relation == "cc" || relation == "fixed") return;
    attach(i, token(auxiliary).head, relation);
  }

  /// `auxiliary` was taken for a verb of its own.
  void join_auxiliaries(TokenIndex auxiliary) {
    const std::string& lemma = token(auxiliary).lemma;
    const bool may_help = lemma == "do" || lemma == "have" || token(auxiliary).xpos == "MD";
    const bool alone = token(auxiliary).upos == Upos::kVerb || token(auxiliary).upos == Upos::kAux;
    if (!may_help || !alone || token(auxiliary).deprel == "aux") return;
    // Only "not", a conjunction and auxiliaries may stand between it and its verb.
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    TokenIndex verb = auxiliary + 1;
    bool joined = false;
    for (; verb < count; ++verb) {
      const Upos upos = token(verb).upos;
      joined |= upos == Upos::kCconj;
      if (upos != Upos::kPart && upos != Upos::kAdv && upos != Upos::kCconj && upos != Upos::kAux) {
        break;
      }
    }
    if (!joined || verb == count || token(verb).upos != Upos::kVerb) return;
    if (token(verb - 1).upos == Upos::kCconj || child(verb, "nsubj") != kNoToken) return;
    const bool same_place =
        token(verb).head == token(auxiliary).head && token(verb).deprel == token(auxiliary).deprel;
    if (!same_place && token(verb).head != auxiliary) return;
    token(verb).head = token(auxiliary).head;
    token(verb).deprel = token(auxiliary).deprel;
    for (Token& other : sentence_.tokens) {
      if (other.head == auxiliary) other.head = verb;
    }
    token(auxiliary).head = verb;
    token(auxiliary).deprel = "aux";
    token(auxiliary).upos = Upos::kAux;
  }

  /// "The seat has, since it was founded, always elected Roth": an auxiliary that inserted words
  /// part from its verb is no verb of its own.
  void join_parted_auxiliary(TokenIndex auxiliary) {
    const TokenIndex count = size();
    if (token(auxiliary).lemma != "have" || auxiliary + 1 >= count ||
        token(auxiliary + 1).form != "," || token(auxiliary).deprel == "aux" ||
        child(auxiliary, "obj") != kNoToken) {
      return;
    }
    const TokenIndex verb = child(auxiliary, "ccomp");
    if (verb == kNoToken || verb < auxiliary || token(verb).upos != Upos::kVerb) return;
    const std::string& tag = token(verb).xpos;
    if ((tag != "VBN" && tag != "VBD") || child(verb, "nsubj") != kNoToken ||
        child(verb, "mark") != kNoToken || child(verb, "aux") != kNoToken) {
      return;
    }
    token(verb).xpos = "VBN";
    give_place(auxiliary, verb);
    token(auxiliary).deprel = "aux";
    token(auxiliary).upos = Upos::kAux;
  }

  /// `verb` stands where `other_head` stood, with all that hung on it.
  void give_place(TokenIndex other_head, TokenIndex verb) {
    token(verb).head = token(other_head).head;
    token(verb).deprel = token(other_head).deprel;
    for (Token& other : sentence_.tokens) {
      if (other.head == other_head) other.head = verb;
    }
    token(other_head).head = verb;
  }

  /// A bare verb, "tell" of "the day I can see them, hug them and tell them", is coordinated with
  /// the last bare verb before it, not with a finite one further up.
  void join_bare_verb(TokenIndex i) {
    const TokenIndex above = token(i).head;
    if (token(i).xpos != "VB" || token(i).upos != Upos::kVerb || i == 0 || above == kNoHead ||
        above > i || (token(i).deprel != "conj" && token(i).deprel != "parataxis")) {
      return;
    }
    const bool joined = token(i - 1).form == "," || token(i - 1).upos == Upos::kCconj;
    if (!joined || !is_tensed(above) || child(above, "nsubj") == kNoToken) return;
    for (const std::string_view own : {"nsubj", "aux", "mark"}) {
      if (child(i, own) != kNoToken) return;
    }
    for (TokenIndex mate = i - 1; mate > above; --mate) {
      if (token(mate).upos != Upos::kVerb || !is_below(mate, above)) continue;
      const bool governed = child(mate, "aux") != kNoToken || child(mate, "mark") != kNoToken ||
                            (token(mate).deprel == "conj" && token(token(mate).head).xpos == "VB");
      if (token(mate).xpos == "VB" && governed) attach(i, mate, "conj");
      return;
    }
  }

  /// "Has, in a statement, called on drivers": what a preposition leads in is no object.
  void read_adjunct(TokenIndex i) {
    if (token(i).deprel != "obj" || !is_nominal(i) || token(i).head == kNoHead) return;
    const TokenIndex preposition = child(i, "case");
    static constexpr std::string_view kPlain[] = {"in", "at", "on", "into", "onto", "during"};
    if (preposition == kNoToken || preposition > i) return;
    for (const std::string_view plain : kPlain) {
      if (to_lower(token(preposition).form) == plain) token(i).deprel = "obl";
    }
  }

  /// "Has, in a statement, called on Roth", "Phanfone impacted upon the coast.": without a form of
  /// "be" a perfect is active, and a past tense outside of headlines.
  void read_active(TokenIndex subject) {
    const TokenIndex verb = token(subject).head;
    if (token(subject).deprel != "nsubj:pass" || verb == kNoHead) return;
    if (child(verb, "aux:pass") != kNoToken) return;
    const TokenIndex auxiliary = child(verb, "aux");
    const bool perfect = auxiliary != kNoToken && token(auxiliary).lemma == "have";
    const bool past = auxiliary == kNoToken && token(verb).xpos.starts_with("VB") &&
                      token(verb).upos == Upos::kVerb && token(verb).head == kNoHead &&
                      token(size() - 1).form == ".";
    if (perfect || past) token(subject).deprel = "nsubj";
    if (past) token(verb).xpos = "VBD";
  }

  /// "Visits before the war began covered half of it": other verbs than "be" and "get" make no
  /// passive, and the noun behind "before" is the subject of the one right behind it.
  void part_verbs(TokenIndex i) {
    const std::string& lemma = token(i).lemma;
    if (token(i).deprel != "aux:pass" || token(i).xpos != "VBD" || i == 0 || lemma == "be" ||
        lemma == "get") {
      return;
    }
    const TokenIndex verb = token(i).head;
    const TokenIndex noun = i - 1;
    const TokenIndex marker = child(noun, "case");
    if (verb != i + 1 || marker == kNoToken || token(noun).deprel != "nmod") return;
    const std::string word = to_lower(token(marker).form);
    if (word != "before" && word != "after" && word != "since" && word != "until") return;
    const TokenIndex described = token(noun).head;
    attach(i, described, "acl");
    token(i).upos = Upos::kVerb;
    attach(noun, i, "nsubj");
    token(marker).head = i;
    token(marker).deprel = "mark";
    if (token(described).deprel == "nsubj:pass") token(described).deprel = "nsubj";
  }

  /// "Killed five and wounded ten": of two verbs the nearer has the object right behind it, where
  /// the other has its own.
  void give_object(TokenIndex object) {
    const TokenIndex verb = token(object).head;
    const TokenIndex nearer = object - 1;
    if (token(object).deprel != "obj" || verb == kNoHead || nearer <= verb ||
        token(nearer).head != verb || token(nearer).deprel != "conj" ||
        token(nearer).upos != Upos::kVerb || child(nearer, "obj") != kNoToken) {
      return;
    }
    const TokenIndex own = child(verb, "obj");
    if (verb < own && own < nearer) attach(object, nearer, "obj");
  }

  /// "Declined on Monday to visit Oslo": when and where it was declined makes no purpose of what
  /// was.
  void give_complement(TokenIndex infinitive) {
    const TokenIndex verb = token(infinitive).head;
    const TokenIndex to = child(infinitive, "mark");
    if (token(infinitive).deprel != "advcl" || verb == kNoHead || verb > infinitive ||
        to == kNoToken || token(to).lemma != "to" || token(verb).upos != Upos::kVerb ||
        !takes_infinitive(token(verb).lemma)) {
      return;
    }
    for (const std::string_view own : {"obj", "iobj", "xcomp", "ccomp", "nsubj:pass"}) {
      if (child(verb, own) != kNoToken) return;
    }
    for (TokenIndex i = verb + 1; i < to; ++i) {
      if (!is_below(i, verb) || (token(i).head == verb && !is_setting(i))) return;
    }
    token(infinitive).deprel = "xcomp";
  }

  static bool takes_infinitive(std::string_view lemma) {
    return is_in_class(lemma, WordClass::kRefuse) || is_in_class(lemma, WordClass::kPlan);
  }

  /// "Last week", "in Oslo", "at the meeting", "repeatedly".
  bool is_setting(TokenIndex i) {
    if (is_time(i) || token(i).deprel == "advmod") return true;
    const TokenIndex preposition = child(i, "case");
    if (!is_relation(token(i).deprel, "obl") || preposition == kNoToken) return false;
    const std::string word = to_lower(token(preposition).form);
    return word == "in" || word == "at" || word == "on" || word == "during" || word == "after";
  }

  /// "Stripes may dazzle flies": what stands behind a modal and a bare verb is no verb.
  void read_modal_verb(TokenIndex verb) {
    const TokenIndex object = token(verb).head;
    if (verb == 0 || token(verb - 1).xpos != "MD" || token(verb).xpos != "VB" ||
        token(verb).upos != Upos::kVerb || object != verb + 1 || token(object).xpos != "VBZ" ||
        !is_relation(token(verb).deprel, "nsubj")) {
      return;
    }
    give_place(object, verb);
    token(object).deprel = "obj";
    token(object).upos = Upos::kNoun;
    token(object).xpos = "NNS";
    token(object).feats = "Number=Plur";
  }

  /// "Opposed Norland joining the union": what one is for or against is the event.
  void give_gerund_subject(TokenIndex gerund) {
    static constexpr std::string_view kTakeEvents[] = {
        "oppose",  "advocate", "favor", "favour",  "mind",    "envisage",
        "imagine", "entail",   "risk",  "involve", "justify", "anticipate"};
    const TokenIndex verb = token(gerund).head;
    if (token(gerund).xpos != "VBG" || gerund == 0 || verb == kNoHead || verb > gerund) return;
    const bool clause = token(gerund).deprel == "advcl" || token(gerund).deprel == "ccomp" ||
                        token(gerund).deprel == "xcomp";
    const TokenIndex object = child(verb, "obj");
    if (!clause || object == kNoToken || object > gerund || child(gerund, "mark") != kNoToken ||
        child(gerund, "nsubj") != kNoToken || !is_below(gerund - 1, object)) {
      return;
    }
    for (const std::string_view takes_event : kTakeEvents) {
      if (token(verb).lemma != takes_event) continue;
      attach(gerund, verb, "ccomp");
      attach(object, gerund, "nsubj");
      return;
    }
  }

  /// "Fell 4 percent after it failed": how much, not how long after.
  void measure_verb(TokenIndex i) {
    const TokenIndex mark = token(i).head;
    if (token(i).deprel != "obl:unmarked" || mark != i + 1 || token(mark).deprel != "mark" ||
        unit_of(token(i).lemma) != TimeUnit::kNone) {
      return;
    }
    const TokenIndex clause = token(mark).head;
    const TokenIndex verb = clause == kNoHead ? kNoHead : token(clause).head;
    if (verb == kNoHead || verb > i || token(clause).deprel != "advcl") return;
    attach(i, verb, "obl:unmarked");
  }

  /// "Three weeks before he died, Roth was found": how long before tells when he was found.
  void leave_earlier_clause(TokenIndex i) {
    const TokenIndex verb = token(i).head;
    if (token(i).deprel != "obl:unmarked" || verb == kNoHead || token(verb).deprel != "advcl" ||
        i + 1 >= size() || unit_of(token(i).lemma) == TimeUnit::kNone) {
      return;
    }
    const std::string mark = to_lower(token(i + 1).form);
    const bool leads = token(i + 1).head == verb && token(i + 1).deprel == "mark";
    if (leads && (mark == "before" || mark == "after")) attach(i, i + 1, "obl:unmarked");
  }

  /// "Lived millions of years after it": a measure of time before what it is measured from is no
  /// object.
  void read_measure(TokenIndex i) {
    if (token(i).deprel != "obj" || token(i).head == kNoHead || token(i).head > i) return;
    const TokenIndex of = child(i, "nmod");
    const TokenIndex unit = of == kNoToken ? i : of;
    if (unit_of(token(unit).lemma) == TimeUnit::kNone || unit + 1 >= size()) return;
    const std::string next = to_lower(token(unit + 1).form);
    const bool measured = next == "after" || next == "before" || next == "ago" || next == "later";
    if (measured && token(unit).xpos == "NNS") token(i).deprel = "obl:unmarked";
  }

  /// "Helped Roth a lot", "changed quite a bit": how much, not what.
  void read_degree(TokenIndex i) {
    const TokenIndex article = child(i, "det");
    const TokenIndex verb = token(i).head;
    if (!is_one_of(token(i).lemma, {"lot", "bit", "deal"}) || token(i).deprel != "obj" ||
        verb == kNoHead || verb > i || article == kNoToken || token(article).lemma != "a" ||
        child(i, "nmod") != kNoToken) {
      return;
    }
    const TokenIndex great = child(i, "amod");
    if (token(i).lemma == "deal" && (great == kNoToken || token(great).lemma != "great")) return;
    token(i).deprel = "obl:unmarked";
    if (const TokenIndex whom = child(verb, "iobj"); whom != kNoToken) token(whom).deprel = "obj";
  }

  /// "The question is, who pays the bill", "the thing is Norland won": the first copula is none of
  /// the clause's. Of "it was not that they came" it denies the clause.
  void leave_outer_copula(TokenIndex copula) {
    const TokenIndex predicate = token(copula).head;
    if (token(copula).deprel != "cop" || predicate == kNoHead || copula + 1 >= predicate ||
        child(predicate, "nsubj:outer") == kNoToken) {
      return;
    }
    // "The claim is that he sold it": with "that" the rules expect it here.
    const TokenIndex mark = child(predicate, "mark");
    if (mark != kNoToken && token(mark).lemma == "that") return;
    for (TokenIndex i = copula + 1; i < size(); ++i) {
      if (token(i).head != predicate) continue;
      const std::string& relation = token(i).deprel;
      if (relation == "advmod" && token(i).lemma == "not") return;
      if (relation != "cop" && relation != "nsubj" && relation != "nsubj:pass") continue;
      token(copula).deprel = "dep";
      return;
    }
  }

  void join_verb_to_finite(TokenIndex i) {
    const auto is_tensed = [&](TokenIndex verb) {
      return token(verb).xpos == "VBZ" || token(verb).xpos == "VBD";
    };
    TokenIndex above = token(i).head;
    if (token(i).deprel != "conj" || !is_tensed(i) || token(i).upos != Upos::kVerb) return;
    if (above == kNoHead) return;
    if (token(above).xpos != "VB" || child(above, "mark") == kNoToken) return;
    if (child(i, "nsubj") != kNoToken || child(above, "nsubj") != kNoToken) return;
    for (int climb = 0; climb < kMaxClimb && token(above).xpos == "VB"; ++climb) {
      const bool governed =
          is_relation(token(above).deprel, "xcomp") || is_relation(token(above).deprel, "advcl");
      if (!governed || token(above).head == kNoHead) return;
      above = token(above).head;
    }
    if (is_tensed(above) && above < i) attach(i, above, "conj");
  }

  /// "Rumours that Norland attacked Oslo": a verb with its object has no other one in "that".
  void read_conjunction(TokenIndex i) {
    Token& word = token(i);
    const TokenIndex verb = word.head;
    if (word.lemma != "that" || word.deprel != "obj" || verb == kNoHead || verb < i) return;
    bool has_object = false;
    for (TokenIndex c = verb + 1; c < static_cast<TokenIndex>(sentence_.tokens.size()); ++c) {
      has_object |= token(c).head == verb && token(c).deprel == "obj";
    }
    if (!has_object || child(verb, "nsubj") == kNoToken) return;
    word.upos = Upos::kSconj;
    word.xpos = "IN";
    word.feats.clear();
    word.deprel = "mark";
    if (is_relation(token(verb).deprel, "acl")) token(verb).deprel = "acl";
  }

  /// "Accused the minister of having stolen it": what a preposition leads in is an adverbial
  /// clause.
  void part_gerund(TokenIndex i) {
    if (token(i).deprel != "xcomp") return;
    const TokenIndex marker = child(i, "mark");
    if (marker == kNoToken || token(marker).upos == Upos::kPart) return;
    const TokenIndex auxiliary = child(i, "aux");
    const TokenIndex first = auxiliary == kNoToken ? i : auxiliary;
    if (token(first).xpos == "VBG") token(i).deprel = "advcl";
  }

  void give_subject() {
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    TokenIndex root = 0;
    while (root < count && token(root).head != kNoHead) ++root;
    if (root == count) return;
    if (!is_nominal(root) || child(root, "cop") != kNoToken || child(root, "nsubj") != kNoToken) {
      return;
    }
    for (TokenIndex i = root + 1; i < static_cast<TokenIndex>(sentence_.tokens.size()); ++i) {
      if (!is_finite(i) || child(i, "nsubj") != kNoToken || child(i, "mark") != kNoToken ||
          is_relation(token(i).deprel, "acl:relcl")) {
        continue;
      }
      attach_root(i, root);
      return;
    }
  }

  /// A copular predicate, or a verb in the past or present tense, that stands for a clause.
  bool is_finite(TokenIndex i) {
    const TokenIndex copula = child(i, "cop");
    if (copula != kNoToken) return is_tensed(copula);
    return token(i).upos == Upos::kVerb && token(i).deprel == "acl" && is_tensed(i);
  }

  void attach_root(TokenIndex predicate, TokenIndex subject) {
    token(predicate).head = kNoHead;
    token(predicate).deprel = "root";
    token(subject).head = predicate;
    token(subject).deprel = "nsubj";
    for (Token& other : sentence_.tokens) {
      if (other.head == subject && other.upos == Upos::kPunct) other.head = predicate;
    }
  }
};

}  // namespace

void repair_clauses(Sentence& sentence) { ClauseRepair(sentence).run(); }

}  // namespace newsgraph
