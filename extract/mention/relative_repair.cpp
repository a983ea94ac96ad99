#include <string>
#include <string_view>
#include <vector>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/tree_editor.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

/// Nouns stand a few phrases above one another.
constexpr int kMaxClimb = 4;

/// Clauses that describe a noun: to which noun they belong, and whether to one at all.
class RelativeRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) leave_quotation(i);
    for (TokenIndex i = 0; i < count; ++i) name_indefinite(i);
    for (TokenIndex i = 0; i < count; ++i) leave_list(i);
    for (TokenIndex i = 0; i < count; ++i) leave_participle(i);
    for (TokenIndex i = 0; i < count; ++i) leave_place(i);
    for (TokenIndex who = 0; who < count; ++who) join_to_person(who);
    for (TokenIndex i = 0; i < count; ++i) leave_unique(i);
    for (TokenIndex i = 0; i < count; ++i) give_relative_subject(i);
    for (TokenIndex which = 0; which < count; ++which) {
      const TokenIndex clause = clause_of(which);
      if (clause == kNoToken) continue;
      join_to_nearest(clause, which);
      join_to_agent(clause, which);
      join_to_place(clause, which);
      leave_person(clause, which);
      agree(clause, which);
      if (comments_on_clause(clause, which)) leave_noun(clause);
    }
  }

 private:
  /// "drove up to a station seeking help": no place seeks anything.
  void leave_place(TokenIndex participle) {
    const TokenIndex place = token(participle).head;
    if (token(participle).deprel != "acl" || token(participle).xpos != "VBG" || place == kNoHead ||
        place + 1 != participle || token(place).deprel != "obl") {
      return;
    }
    const TokenIndex verb = token(place).head;
    const bool moves = verb != kNoHead && verb < place &&
                       is_one_of(token(verb).lemma,
                                 {"go", "come", "drive", "walk", "run", "flee", "travel", "return",
                                  "move", "fly", "arrive", "march", "rush", "head", "gather"}) &&
                       is_one_of(preposition_of(place), {"to", "at", "into", "in"});
    const bool wants = is_one_of(token(participle).lemma, {"seek", "hope", "try", "attempt", "ask",
                                                           "beg", "search", "wait"});
    const NounClass noun = noun_class(token(place).lemma);
    const bool somewhere = name_at(place) != nullptr
                               ? name_at(place)->type == NameType::kPlace
                               : noun == NounClass::kLocation ||
                                     (noun == NounClass::kUnknown && token(place).xpos == "NN");
    if (moves && wants && somewhere) attach(participle, verb, "advcl");
  }

  /// The clause with `which` as subject behind a comma, if it describes a noun; else kNoToken.
  TokenIndex clause_of(TokenIndex which) {
    const TokenIndex clause = token(which).head;
    const bool relative = which > 0 && to_lower(token(which).form) == "which" &&
                          token(which - 1).form == "," && is_relation(token(which).deprel, "nsubj");
    if (!relative || clause == kNoHead || token(clause).deprel != "acl:relcl") return kNoToken;
    return token(clause).head != kNoHead && token(clause).head < which ? clause : kNoToken;
  }

  /// "the home of Roth, who told it": no home tells anything.
  void join_to_person(TokenIndex who) {
    const TokenIndex clause = token(who).head;
    const bool subject = who > 1 && to_lower(token(who).form) == "who" &&
                         token(who - 1).form == "," && is_relation(token(who).deprel, "nsubj");
    if (!subject || clause == kNoHead || token(clause).deprel != "acl:relcl") return;
    const TokenIndex noun = token(clause).head;
    const TokenIndex near = noun_before(who);
    if (near == kNoToken || near == noun || !is_person_name(near)) return;
    // "the brother of the leader, Ana Roth, who heads it": the name between the commas; not "the
    // brothers of the leader, Ana Roth, who live there".
    const NamedMention* name = name_at(near);
    const auto begin = static_cast<TokenIndex>(name->begin);
    const bool many = token(noun).xpos == "NNS" || token(noun).xpos == "NNPS";
    if (!many && begin > 0 && token(begin - 1).form == "," && is_below(near, noun)) {
      attach(clause, near, "acl:relcl");
      return;
    }
    if (is_role(noun)) return;
    const bool thing = token(noun).upos == Upos::kNoun && token(noun).xpos == "NN" &&
                       noun_class(to_lower(token(noun).lemma)) != NounClass::kPerson;
    if (thing && is_below(near, noun)) attach(clause, near, "acl:relcl");
  }

  /// "the only fines a court may impose": the noun between another and its clause is the subject.
  void give_relative_subject(TokenIndex subject) {
    const TokenIndex noun = token(subject).head;
    if (token(subject).deprel != "appos" || noun == kNoHead || noun > subject) return;
    const TokenIndex clause = child(noun, "acl:relcl");
    if (clause == kNoToken || clause < subject || child(clause, "nsubj") != kNoToken) return;
    const bool finite = is_tensed(clause) || child(clause, "aux") != kNoToken;
    TokenIndex first = subject;
    while (first > noun + 1 && is_below(first - 1, subject)) --first;
    if (finite && first == noun + 1 && child(clause, "obj") == kNoToken) {
      attach(subject, clause, "nsubj");
    }
  }

  /// "The closing of the Bank of Norland which took effect": a name needs no clause that tells
  /// which one is meant, the noun before does.
  void leave_unique(TokenIndex clause) {
    const TokenIndex near = token(clause).head;
    if (token(clause).deprel != "acl:relcl" || near == kNoHead || near > clause) return;
    TokenIndex noun = near;
    while (is_relation(token(noun).deprel, "nmod") && token(noun).deprel != "nmod:poss" &&
           token(noun).head != kNoHead && token(noun).head < noun) {
      noun = token(noun).head;
    }
    const TokenIndex relative = child(clause, "nsubj");
    if (noun == near || name_at(near) == nullptr || relative == kNoToken) return;
    const std::string form = to_lower(token(relative).form);
    const bool restricts =
        relative > near && (form == "which" || form == "that") && token(relative - 1).form != ",";
    if (restricts && token(noun).upos == Upos::kNoun && token(noun).xpos == "NN") {
      attach(clause, noun, "acl:relcl");
    }
  }

  /// The noun whose phrase ends right before the comma, or kNoToken.
  TokenIndex noun_before(TokenIndex which) {
    const TokenIndex last = which - 2;
    if (last < 0 || !is_nominal(last)) return kNoToken;
    TokenIndex noun = last;
    while (token(noun).head != kNoHead && name_at(noun) != nullptr &&
           name_at(token(noun).head) == name_at(noun)) {
      noun = token(noun).head;
    }
    return noun;
  }

  bool is_time_or_number(TokenIndex noun) {
    const std::string lemma = to_lower(token(noun).lemma);
    return noun_class(lemma) == NounClass::kTime || token(noun).upos == Upos::kNum;
  }

  /// "Many who catch measles develop encephalitis, which can cause deafness", "appealed the ruling
  /// to a higher court, which granted it": behind a verb or another of its dependents a clause
  /// describes what it stands behind.
  void join_to_nearest(TokenIndex clause, TokenIndex which) {
    const TokenIndex noun = token(clause).head;
    const TokenIndex near = noun_before(which);
    TokenIndex top = noun;
    while (is_relation(token(top).deprel, "nmod") && token(top).head != kNoHead) {
      top = token(top).head;
    }
    const TokenIndex verb = token(top).head;
    if (near == kNoToken || near == noun || verb == kNoHead || is_below(near, top)) return;
    if (token(verb).upos != Upos::kVerb || is_below(verb, noun) || is_time_or_number(near)) return;
    const bool crossed = is_below(near, verb) && noun < near;
    if (crossed && agrees(clause, near) != Agreement::kNo) attach(clause, near, "acl:relcl");
  }

  /// "A bus operated by Viazul, which is run by the army": the name of who does what a participle
  /// says.
  void join_to_agent(TokenIndex clause, TokenIndex which) {
    const TokenIndex noun = token(clause).head;
    const TokenIndex near = noun_before(which);
    if (near == kNoToken || name_at(near) == nullptr || is_person_name(near)) return;
    const TokenIndex participle = token(near).head;
    const bool agent = participle != kNoHead && token(near).deprel == "obl:agent" &&
                       token(participle).deprel == "acl" && token(participle).head == noun;
    if (agent) attach(clause, near, "acl:relcl");
  }

  /// "The landing at Fath, which has a short runway": what happened somewhere has or is nothing
  /// now, the place does.
  void join_to_place(TokenIndex clause, TokenIndex which) {
    const TokenIndex noun = token(clause).head;
    const TokenIndex near = noun_before(which);
    if (near == kNoToken || token(near).head != noun || token(near).deprel != "nmod") return;
    const NamedMention* name = name_at(near);
    const TokenIndex preposition = child(near, "case");
    if (name == nullptr || name->type != NameType::kPlace || preposition == kNoToken) return;
    const std::string& lemma = token(preposition).lemma;
    const bool present = token(clause).xpos == "VBZ" && token(which).deprel == "nsubj";
    if ((lemma == "in" || lemma == "at") && present && is_event(noun)) {
      attach(clause, near, "acl:relcl");
    }
  }

  /// "The chairman of Norbus, which made ships": "which" is no person.
  void leave_person(TokenIndex clause, TokenIndex which) {
    const TokenIndex noun = token(clause).head;
    const TokenIndex near = noun_before(which);
    if (noun == kNoHead || near == kNoToken || near == noun || !is_role(noun)) return;
    const bool thing = !is_role(near) && !is_person_name(near) && !is_time_or_number(near);
    if (thing && is_below(near, noun)) attach(clause, near, "acl:relcl");
  }

  /// "the visit", "the landing".
  bool is_event(TokenIndex noun) {
    const std::string lemma = to_lower(token(noun).lemma);
    return is_eventive_noun(lemma) || (token(noun).xpos == "NN" && lemma.ends_with("ing"));
  }

  enum class Agreement { kUnknown, kYes, kNo };

  /// Whether the verb of `clause` has the number of `noun`.
  Agreement agrees(TokenIndex clause, TokenIndex noun) {
    std::string form = token(clause).xpos;
    for (const std::string_view relation : {"cop", "aux"}) {
      const TokenIndex word = child(clause, relation);
      if (word == kNoToken) continue;
      form = token(word).xpos;
      if (to_lower(token(word).form) == "was") form = "VBZ";
      if (to_lower(token(word).form) == "were") form = "VBP";
      break;
    }
    // "The threats are heat and frost, which cause": the number may be that of the subject.
    const bool list = child(noun, "conj") != kNoToken || token(noun).deprel == "conj" ||
                      child(noun, "cop") != kNoToken;
    if ((form != "VBZ" && form != "VBP") || list) return Agreement::kUnknown;
    const std::string& tag = token(noun).xpos;
    const bool plural = tag == "NNS";
    if (!plural && tag != "NN") return Agreement::kUnknown;
    return plural == (form == "VBP") ? Agreement::kYes : Agreement::kNo;
  }

  /// "One of the effects of the storm, which were severe": the noun that has the verb's number;
  /// where there is none ("repels bacteria, which has advantages") none is meant, but for a plural
  /// verb: "the plankton, which need light", "the team, which have won".
  void agree(TokenIndex clause, TokenIndex which) {
    const TokenIndex noun = token(clause).head;
    if (agrees(clause, noun) != Agreement::kNo) return;
    TokenIndex above = noun;
    for (int climb = 0; climb < kMaxClimb && is_relation(token(above).deprel, "nmod"); ++climb) {
      above = token(above).head;
      if (above == kNoHead || above > which) break;
      if (is_nominal(above) && agrees(clause, above) == Agreement::kYes) {
        attach(clause, above, "acl:relcl");
        return;
      }
    }
    // "Shares of Norbus, which competes with it".
    const TokenIndex near = noun_before(which);
    if (near != kNoToken && near != noun && is_below(near, noun) &&
        agrees(clause, near) != Agreement::kNo) {
      attach(clause, near, "acl:relcl");
      return;
    }
    if (token(noun).xpos == "NNS") leave_noun(clause);
  }

  /// "..., which means that he left", "..., which turns the reefs white", "praised President Roth,
  /// which was new": what no noun does, or no person is. A name without title may be misread: "the
  /// Oslo Daily, which".
  bool comments_on_clause(TokenIndex clause, TokenIndex which) {
    if (token(clause).deprel != "acl:relcl") return false;
    const TokenIndex noun = token(clause).head;
    const bool object = child(clause, "obj") != kNoToken;
    const TokenIndex result = child(clause, "xcomp");
    const bool resultative = object && result != kNoToken && token(result).upos == Upos::kAdj;
    const bool means = token(clause).lemma == "mean" && child(clause, "ccomp") != kNoToken;
    const bool titled = child(noun, "nmod:desc") != kNoToken ||
                        (token(noun).head != kNoHead && is_role(token(noun).head));
    const bool person = is_person_name(noun) && noun_before(which) == noun && titled;
    return resultative || means || person;
  }

  /// What is said of all that the clause above tells: a "which" without noun.
  void leave_noun(TokenIndex clause) {
    TokenIndex above = token(clause).head;
    while (above != kNoHead && token(above).upos != Upos::kVerb &&
           child(above, "cop") == kNoToken) {
      above = token(above).head;
    }
    if (above != kNoHead) attach(clause, above, "advcl:relcl");
  }

  /// "'It is late,' Roth said, adding that it rains": a participle behind the closing mark is not
  /// part of what is quoted but of the saying.
  void leave_quotation(TokenIndex i) {
    const bool participle =
        token(i).xpos == "VBG" && (token(i).deprel == "advcl" || token(i).deprel == "acl");
    if (!participle || token(i).head == kNoHead || token(i).head > i) return;
    const TokenIndex marker = child(i, "mark");
    if (marker != kNoToken && to_lower(token(marker).form) != "while") return;
    bool closed = false;
    bool parted = false;
    for (TokenIndex k = token(i).head + 1; k < i; ++k) {
      const std::string& tag = token(k).xpos;
      if (tag == "``") return;
      // American commas stand inside the marks.
      parted |= token(k).form == "," && (closed || token(k + 1).xpos == "''");
      closed |= tag == "''";
    }
    if (!closed || !parted) return;
    TokenIndex says = token(i).head;
    while (says != kNoHead && token(says).deprel != "ccomp") says = token(says).head;
    if (says == kNoHead) return;
    const TokenIndex quoted = says;
    says = token(quoted).head;
    if (says == kNoHead || says > quoted || !is_in_class(token(says).lemma, WordClass::kSay)) {
      return;
    }
    for (TokenIndex k = says + 1; k < token(i).head; ++k) {
      if (token(k).xpos == "``") return attach(i, says, "advcl");
    }
  }

  /// "A course at Elm Hall called 'First Steps'": what has a name is not called another; what is
  /// new has to be.
  void name_indefinite(TokenIndex participle) {
    const Token& word = token(participle);
    static constexpr std::string_view kCalls[] = {"call", "name", "title", "entitle", "dub"};
    bool calls = false;
    for (const std::string_view verb : kCalls) calls |= word.lemma == verb;
    if (!calls || word.xpos != "VBN" || word.deprel != "acl" || word.head == kNoHead) return;
    TokenIndex noun = word.head;
    if (name_at(noun) == nullptr || noun > participle) return;
    while (is_relation(token(noun).deprel, "nmod") && token(noun).head != kNoHead &&
           token(noun).head < participle) {
      noun = token(noun).head;
      const TokenIndex article = child(noun, "det");
      const std::string form = article == kNoToken ? "" : to_lower(token(article).form);
      if (form == "a" || form == "an") return attach(participle, noun, "acl");
    }
  }

  /// "A display, featuring birds, built by students": one participle behind the other, each between
  /// commas, describe the same noun.
  void leave_participle(TokenIndex i) {
    const TokenIndex object = token(i).head;
    if (token(i).deprel != "acl" || token(i).xpos != "VBN" || i == 0 || token(i - 1).form != "," ||
        object == kNoHead || token(object).deprel != "obj") {
      return;
    }
    const TokenIndex participle = token(object).head;
    if (participle < 1 || token(participle).xpos != "VBG" || token(participle).deprel != "acl" ||
        token(participle - 1).form != ",") {
      return;
    }
    attach(i, token(participle).head, "acl");
  }

  /// "Their demands include a release, that Roth leave, and an inquiry": behind the comma of a list
  /// a clause with "that" is a member of its own.
  void leave_list(TokenIndex that) {
    const TokenIndex clause = token(that).head;
    if (that == 0 || token(that).lemma != "that" || token(that).deprel != "mark" ||
        token(that - 1).form != "," || clause == kNoHead || token(clause).deprel != "acl:relcl") {
      return;
    }
    if (child(clause, "nsubj") == kNoToken) return;
    TokenIndex noun = token(clause).head;
    const bool member = noun != kNoHead && token(noun).deprel == "conj";
    if (!member || token(noun).head == kNoHead) return;
    noun = token(noun).head;
    const TokenIndex verb = token(noun).head;
    if (token(noun).deprel == "obj" && verb != kNoHead) attach(clause, verb, "ccomp");
  }
};

}  // namespace

void repair_relatives(Sentence& sentence) { RelativeRepair(sentence).run(); }

}  // namespace newsgraph
