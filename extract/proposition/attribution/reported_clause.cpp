#include "extract/proposition/attribution/reported_clause.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/proposition/attribution/source_cue.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/factuality/signature.hpp"

namespace newsgraph {
namespace {

/// Whether the word at `verb` reports a clause: "said that", "drew attention to the fact that".
bool reports_clause(const Document& document, TokenRef verb) {
  const Tree& tree = document.tree(verb.sentence);
  if (is_attributing(tree, verb.token)) return tree.child(verb.token, "ccomp") != kNoToken;
  for (const TokenIndex c : tree.children(verb.token)) {
    if (!tree.is(c, "obj") && !tree.is(c, "obl")) continue;
    const TokenIndex clause = tree.child(c, "acl");
    if (clause != kNoToken &&
        source_of_content(document, {verb.sentence, c}, {verb.sentence, clause})) {
      return true;
    }
  }
  return false;
}

/// Whether one of `marks` stands right before the first word of the clause, punctuation before its
/// conjunction or relative pronoun.
bool stands_behind(const Tree& tree, TokenIndex clause,
                   std::initializer_list<std::string_view> marks) {
  TokenIndex first = clause;
  for (const TokenIndex t : tree.subtree(clause)) {
    if (tree.token(t).upos != Upos::kPunct) {
      first = t;
      break;
    }
  }
  if (first == 0) return false;
  const std::string& before = tree.token(first - 1).form;
  return std::find(marks.begin(), marks.end(), before) != marks.end();
}

/// Whether the clause and its "and" follow right behind the clause that the verb above reports.
bool joins_complement(const Tree& tree, TokenIndex clause) {
  const TokenIndex above = tree.head(clause);
  const TokenIndex said = tree.child(above, "ccomp");
  const TokenIndex conjunction = tree.child(clause, "cc");
  return tree.is(clause, "conj") && said > above && conjunction != kNoToken && conjunction > 0 &&
         tree.token(conjunction).lemma == "and" &&
         tree.token(conjunction - 1).upos != Upos::kPunct &&
         tree.subtree(said).back() + 1 == conjunction &&
         tree.subtree(clause).front() == conjunction;
}

/// "'It is late,' said Roth as the storm came": a clause beside the words of the quotation, behind
/// their verb of saying.
bool stands_behind_tag(const Tree& tree, TokenIndex clause) {
  if (!tree.is(clause, "advcl") || !has_own_subject(tree, clause)) return false;
  const TokenIndex first = tree.subtree(clause).front();
  for (TokenIndex t = tree.head(clause) + 1; t < first; ++t) {
    if (is_saying(tree, t) && !tree.is_below(t, clause)) return true;
  }
  return false;
}

/// "He stressed that Norland is ready, but any dialogue would depend on Estmark": parsers join the
/// second clause to the verb of saying. Its tense tells that it is reported too: modal, or present
/// behind a verb in the past. Not so in "Roth insists that Norland is ready, but nobody agrees".
/// Without a comma the "and" joins what is said: "Roth noted it was late and the ship had left".
bool continues_report(const Document& document, TokenRef clause) {
  const Tree& tree = document.tree(clause.sentence);
  const TokenIndex above = tree.head(clause.token);
  const bool joined = tree.is(clause.token, "conj") || tree.is(clause.token, "parataxis");
  if (!joined || above > clause.token || !has_own_subject(tree, clause.token)) return false;
  if (is_attributing(tree, clause.token) && tree.child(clause.token, "ccomp") != kNoToken) {
    return false;
  }
  if (is_in_class(tree.token(above).lemma, WordClass::kDeny)) return false;
  if (!reports_clause(document, {clause.sentence, above})) return false;
  if (joins_complement(tree, clause.token)) return true;
  if (!stands_behind(tree, clause.token, {","})) return false;
  const Token& finite = finite_word(tree, clause.token);
  if (finite.xpos == "MD") return true;
  return tree.token(above).xpos == "VBD" && (finite.xpos == "VBZ" || finite.xpos == "VBP");
}

/// "Roth said the plan works, while Brandt resigned": a contrast is beside what is said.
bool is_contrast(const Tree& tree, TokenIndex clause) {
  const std::string marker = tree.introducer(clause, "mark");
  return tree.is(clause, "advcl") && (marker == "while" || marker == "whereas") &&
         tree.head(clause) < clause && has_own_subject(tree, clause) &&
         tree.child(clause, "nsubj") != kNoToken;
}

/// "says it carried freight, despite photos that show windows": what stands behind the main clause
/// as conceded is taken for granted, by the writer too.
bool is_concession(const Tree& tree, TokenIndex i) {
  if (!tree.is(i, "obl") && !tree.is(i, "advcl") && !tree.is(i, "nmod")) return false;
  const std::string marker = tree.introducer(i, tree.is(i, "advcl") ? "mark" : "case");
  return tree.head(i) < i && (marker == "despite" || marker == "in spite of");
}

/// "that the budget include the wall": the bare verb behind one thing or person, which taggers take
/// for a plural.
bool is_subjunctive(const Tree& tree, TokenIndex clause) {
  const std::string& mood = finite_word(tree, clause).xpos;
  if (mood == "VB") return true;
  const TokenIndex subject = tree.child(clause, "nsubj");
  if (mood != "VBP" || subject == kNoToken) return false;
  const std::string& number = tree.token(subject).xpos;
  return (number == "NN" || number == "NNP") && tree.child(subject, "conj") == kNoToken;
}

/// "insists that the budget include the wall, but parliament has not passed it": behind a demand in
/// the subjunctive, a statement with a subject of its own is no part of it.
bool follows_demand(const Tree& tree, TokenIndex clause) {
  if (!tree.is(clause, "conj") || tree.child(clause, "nsubj") == kNoToken) return false;
  const TokenIndex demand = tree.head(clause);
  const std::string& mood = finite_word(tree, clause).xpos;
  const bool states = mood == "VBZ" || mood == "VBD";
  return states && tree.is(demand, "ccomp") && tree.introducer(demand, "mark") == "that" &&
         is_subjunctive(tree, demand);
}

/// "reported Roth to be dead citing two officials": who cites is who reports, though parsers hang
/// the participle on what is reported.
bool is_citation(const Tree& tree, TokenIndex clause) {
  return tree.is(clause, "advcl") && tree.token(clause).lemma == "cite" &&
         tree.token(clause).xpos == "VBG" && tree.introducer(clause, "mark").empty() &&
         !is_attributing(tree, tree.head(clause));
}

/// "They charged him with murder, they said — murder carrying a life sentence": a noun that a dash
/// adds is the writer's.
bool is_afterthought(const Tree& tree, TokenIndex noun) {
  return tree.is(noun, "parataxis") && tree.token(noun).upos == Upos::kNoun &&
         tree.head(noun) < noun && tree.child(noun, {"cop", "nsubj"}) == kNoToken &&
         stands_behind(tree, noun, {"\xE2\x80\x94", "\xE2\x80\x93", "-", "--"});
}

bool is_charging(std::string_view verb) {
  return verb == "accuse" || verb == "suspect" || verb == "blame";
}

/// "Roth said that A works, while B fails": what goes on in the present or with a modal verb behind
/// a report in the past is reported too, unless it says or thinks something of its own.
bool is_reported_contrast(const Tree& tree, TokenIndex clause) {
  const Token& finite = finite_word(tree, clause);
  if (finite.xpos != "VBZ" && finite.xpos != "VBP" && finite.xpos != "MD") return false;
  if (is_attributing(tree, clause)) return false;
  const TokenIndex above = tree.head(clause);
  const TokenIndex saying = tree.head(above);
  return tree.is(above, "ccomp") && saying != kNoHead && is_saying(tree, saying) &&
         tree.token(saying).xpos == "VBD";
}

/// "He lost control, he said, with local media claiming that ...": said by others beside.
bool is_absolute_report(const Tree& tree, TokenIndex clause) {
  const std::string marker = tree.introducer(clause, "mark");
  const bool with = marker == "with" || tree.introducer(clause, "case") == "with";
  return with && tree.is(clause, "advcl") && is_attributing(tree, clause) &&
         tree.child(clause, "nsubj") != kNoToken;
}

/// "gas, which often leaks in Norland,": what a non-restrictive relative clause adds is the
/// writer's (Potts 2005, "The Logic of Conventional Implicatures"), unless a modal verb shows that
/// it belongs to what is said: "battalions, which could support him".
bool is_writers_aside(const Tree& tree, TokenIndex clause) {
  if (tree.token(clause).deprel != "acl:relcl" && tree.token(clause).deprel != "advcl:relcl") {
    return false;
  }
  const std::string& tag = finite_word(tree, clause).xpos;
  if (tag != "VBZ" && tag != "VBP" && tag != "VBD") return false;
  if (!stands_behind(tree, clause, {",", "\xE2\x80\x94", "\xE2\x80\x93", "-", "("})) return false;
  for (const TokenIndex t : tree.subtree(clause)) {
    const std::string& lemma = tree.token(t).lemma;
    if (t >= clause) break;
    if (lemma == "which" || lemma == "who" || lemma == "where" || lemma == "whose") return true;
  }
  return false;
}

/// "Roth said: Norland is ready."
bool follows_colon(const Tree& tree, TokenIndex clause) {
  for (TokenIndex t = tree.head(clause) + 1; t < clause; ++t) {
    if (tree.token(t).form == ":") return true;
  }
  return false;
}

/// "The team noted a risk: Roth remarked, 'The ice is thin'": who is quoted behind the colon is no
/// part of what is noted.
bool quotes_behind_colon(const Tree& tree, TokenIndex clause) {
  if (!is_saying(tree, clause) || tree.child(clause, "nsubj") == kNoToken) return false;
  const TokenIndex said = tree.child(clause, "ccomp");
  if (said == kNoToken || said < clause) return false;
  const auto opens = [&](TokenIndex from, TokenIndex to) {
    for (TokenIndex t = from; t < to; ++t) {
      if (tree.token(t).xpos == "``") return true;
    }
    return false;
  };
  return opens(clause, said) && !opens(tree.head(clause), clause);
}

bool is_saying_participle(const Tree& tree, TokenIndex verb) {
  return (tree.is(verb, "acl") || tree.is(verb, "advcl")) && tree.token(verb).xpos == "VBN" &&
         is_saying(tree, verb);
}

/// "Roth said the port is open, and his critics, who trust nobody, blame him for that", "Roth
/// reported two deaths; Kern reported three": who says or charges something of his own, behind a
/// comma or semicolon, is no part of what somebody else says.
bool is_report_of_others(const Tree& tree, TokenIndex clause) {
  const TokenIndex subject = tree.child(clause, "nsubj");
  const bool joined = tree.is(clause, "conj") && stands_behind(tree, clause, {","});
  const bool listed = tree.is(clause, "ccomp") && stands_behind(tree, clause, {";"});
  if ((!joined && !listed) || subject == kNoToken || subject > clause) return false;
  if (tree.token(subject).upos == Upos::kPron) return false;
  return is_attributing(tree, clause) || is_charging(tree.token(clause).lemma);
}

/// "Roth, reported by the Herald as ill, ...": the content of a participle with its agent.
bool is_relayed_as(const Tree& tree, TokenIndex clause) {
  const TokenIndex verb = tree.head(clause);
  return tree.is(clause, "advcl") && tree.introducer(clause, "mark") == "as" &&
         is_saying_participle(tree, verb);
}

/// The participle between commas itself: the writer adds what others report.
bool is_relay(const Tree& tree, TokenIndex clause) {
  return is_saying_participle(tree, clause) && tree.child(clause, "obl:agent") != kNoToken &&
         tree.introducer(clause, "mark").empty() && stands_behind(tree, clause, {","});
}

/// "expects Norland to attack", "reported Norland to be ready": an infinitive with the object of a
/// verb of thinking or saying as its subject. What one tells Norland to do is no such thing.
bool is_expected_of_object(const Tree& tree, TokenIndex clause) {
  const TokenIndex verb = tree.head(clause);
  const TokenIndex object = tree.child(verb, {"obj", "iobj"});
  const std::string& lemma = tree.token(verb).lemma;
  // "described Norland attacking".
  const bool described = lemma == "describe" && tree.token(clause).xpos == "VBG";
  if (described && tree.is(clause, "xcomp")) return object != kNoToken && object < clause;
  return tree.is(clause, "xcomp") && tree.introducer(clause, "mark") == "to" &&
         object != kNoToken && object < clause && !is_in_class(lemma, WordClass::kFactive) &&
         (is_in_class(lemma, WordClass::kThink) ||
          (is_saying(tree, verb) && signature_of(lemma, Frame::kObject)));
}

/// "the guard would be examined, Roth said, to find the cause": the adjunct goes with the host.
bool belongs_to_host(const Tree& tree, TokenIndex clause) {
  const TokenIndex verb = tree.head(clause);
  return tree.is(clause, "advcl") && tree.token(clause).xpos != "VBG" &&
         tree.is(verb, "parataxis") && is_saying(tree, verb) &&
         tree.child(verb, {"ccomp", "obj"}) == kNoToken && stands_behind(tree, clause, {","});
}

/// "The car stopped; the fuel, officials said, spilled": a sentence of its own.
bool is_parted_by_semicolon(const Tree& tree, TokenIndex clause) {
  if (!tree.is(clause, "parataxis")) return false;
  const TokenIndex above = tree.head(clause);
  for (TokenIndex i = std::min(clause, above); i < std::max(clause, above); ++i) {
    if (tree.token(i).form == ";") return true;
  }
  return false;
}

/// "said as a teenager she was forced to leave", "tweeted the response 'required all hands'":
/// parsers hang what is said on the noun before it.
bool is_said_behind_noun(const Tree& tree, TokenIndex clause) {
  const TokenIndex noun = tree.head(clause);
  if (!tree.is(clause, "acl") || noun > clause) return false;
  const TokenIndex verb = tree.head(noun);
  if (verb == kNoHead || verb > noun || !is_saying(tree, verb)) return false;
  if (tree.is(verb, "parataxis") || tree.child(verb, {"ccomp", "parataxis"}) != kNoToken) {
    return false;
  }
  if (tree.is(noun, "obj")) {
    return stands_behind(tree, clause, {"\"", "\xE2\x80\x9C"}) && tree.token(clause).xpos != "VBG";
  }
  const TokenIndex subject = tree.child(clause, "nsubj");
  const bool right_behind = tree.subtree(noun).front() == verb + 1;
  return tree.is(noun, "obl") && right_behind && subject != kNoToken && subject > noun &&
         subject < clause && tree.child(verb, "obj") == kNoToken &&
         tree.subtree(clause).front() == tree.subtree(subject).front() &&
         !tree.token(subject).xpos.starts_with('W');
}

/// "described a plan that would cost millions": a relative clause on what a source tells of.
bool describes_object(const Document& document, TokenRef clause) {
  const Tree& tree = document.tree(clause.sentence);
  const TokenIndex noun = tree.head(clause.token);
  if (!tree.is(clause.token, "acl:relcl") || !tree.is(noun, "obj")) return false;
  if (tree.token(noun).upos != Upos::kNoun || document.name_at({clause.sentence, noun})) {
    return false;
  }
  if (stands_behind(tree, clause.token, {","})) return false;
  const TokenIndex verb = tree.head(noun);
  return verb != kNoHead && is_saying(tree, verb) && tree.child(verb, "ccomp") == kNoToken;
}

}  // namespace

bool has_own_subject(const Tree& tree, TokenIndex clause) {
  return tree.child(clause, {"nsubj", "csubj", "expl"}) != kNoToken;
}

bool is_charge(const Tree& tree, TokenIndex clause) {
  if (!tree.is(clause, "advcl")) return false;
  const std::string& lemma = tree.token(tree.head(clause)).lemma;
  const std::string marker = tree.introducer(clause, "mark");
  if (lemma == "credit") return marker == "with";
  return is_charging(lemma) && (marker == "of" || marker == "for");
}

bool is_said_of_subject(const Tree& tree, TokenIndex verb) {
  return tree.child(verb, "nsubj:pass") != kNoToken && tree.child(verb, "xcomp") != kNoToken &&
         is_in_class(tree.token(verb).lemma, WordClass::kHearsay);
}

bool is_content_of_object(const Tree& tree, TokenIndex clause) {
  const TokenIndex object = tree.child(tree.head(clause), "obj");
  return object != kNoToken && object < clause && tree.is(clause, "parataxis") &&
         is_in_class(tree.token(object).lemma, WordClass::kSayNoun) && follows_colon(tree, clause);
}

bool is_content_beside(const Tree& tree, TokenIndex clause) {
  const TokenIndex above = tree.head(clause);
  const bool inserted =
      tree.is(clause, "parataxis") &&
      (above > clause || (follows_colon(tree, clause) && !quotes_behind_colon(tree, clause)));
  const bool told = tree.is(clause, "xcomp") && is_said_of_subject(tree, above);
  return inserted || told || belongs_to_host(tree, clause) || tree.is(clause, "csubj:pass") ||
         is_charge(tree, clause) || is_relayed_as(tree, clause) ||
         is_expected_of_object(tree, clause);
}

bool goes_on_reporting(const Document& document, TokenRef clause) {
  return continues_report(document, clause) || describes_object(document, clause) ||
         is_said_behind_noun(document.tree(clause.sentence), clause.token);
}

bool stands_beside_report(const Tree& tree, TokenIndex clause) {
  const bool contrast = is_contrast(tree, clause) && !is_reported_contrast(tree, clause);
  return contrast || is_relay(tree, clause) || is_absolute_report(tree, clause) ||
         is_writers_aside(tree, clause) || is_parted_by_semicolon(tree, clause) ||
         is_report_of_others(tree, clause) || is_concession(tree, clause) ||
         follows_demand(tree, clause) || is_citation(tree, clause) || is_afterthought(tree, clause);
}

bool stands_beside_quotation(const Tree& tree, TokenIndex clause) {
  const bool joined = tree.is(clause, "conj") && has_own_subject(tree, clause);
  return joined || stands_behind_tag(tree, clause);
}

namespace {

bool is_dash(const Tree& tree, TokenIndex i) {
  return i >= 0 && i < tree.size() && tree.token(i).xpos != "HYPH" &&
         is_one_of(tree.token(i).form, {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"});
}

/// "It is common for governments — Roth took office in May — to do so": what dashes enclose is the
/// article's own.
bool is_between_dashes(const Tree& tree, TokenIndex head) {
  for (TokenIndex t = head; t != kNoHead && t != kNoToken; t = tree.head(t)) {
    if (!tree.is(t, "parataxis")) continue;
    const std::vector<TokenIndex> aside = tree.subtree(t);
    const bool opened = is_dash(tree, aside.front()) || is_dash(tree, aside.front() - 1);
    if (!opened) return false;
    // The parser may hang what follows the second dash below what stands between them.
    for (TokenIndex next = t + 1; next <= aside.back() + 1; ++next) {
      if (is_dash(tree, next)) return next > head;
    }
    return false;
  }
  return false;
}

}  // namespace

bool is_presupposed(const Tree& tree, TokenIndex head) {
  if (is_between_dashes(tree, head)) return true;
  const auto is_possessed = [&](TokenIndex noun) {
    return tree.token(noun).upos == Upos::kNoun && tree.child(noun, "nmod:poss") != kNoToken &&
           tree.child(noun, {"nsubj", "cop"}) == kNoToken;
  };
  if (is_possessed(head)) return true;
  return tree.token(head).deprel == "acl:relcl" && is_possessed(tree.head(head)) &&
         !stands_behind(tree, head, {","});
}

}  // namespace newsgraph
