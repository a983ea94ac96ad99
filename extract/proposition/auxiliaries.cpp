#include "extract/proposition/auxiliaries.hpp"

#include <algorithm>
#include <array>

#include "extract/mention/words.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/open_complement.hpp"

namespace newsgraph {
namespace {

bool is_plural(const Document& document, TokenRef noun) {
  const Token& token = document.tree(noun.sentence).token(noun.token);
  const bool many = token.upos == Upos::kNum && token.lemma != "one" && token.lemma != "1";
  return token.xpos == "NNS" || token.xpos == "NNPS" || many;
}

std::string past_of_be(const Document& document, const Clause& clause) {
  const bool plural = !clause.subjects.empty() && is_plural(document, clause.subjects.front());
  return plural ? "were" : "was";
}

/// "is to" of "the plan is to buy it and sell it", for "sell".
std::string shared_prospect(const Tree& tree, TokenIndex verb) {
  if (!is_joined_infinitive(tree, verb)) return "";
  const TokenIndex first = tree.head(verb);
  const TokenIndex copula = tree.child(first, "cop");
  const TokenIndex to = tree.child(first, "mark");
  const bool told = copula != kNoToken && copula < to && tree.token(first).upos == Upos::kVerb;
  return told ? copula_form(tree, first) + " to" : "";
}

/// Of "who thrive and cannot read or sign it", for "sign": "read", the nearest verb before it that
/// has auxiliaries of its own; the first of all where none has.
TokenIndex conjunct_before(const Tree& tree, TokenIndex verb) {
  TokenIndex first = verb;
  while (tree.is(first, "conj") && tree.head(first) != kNoHead) first = tree.head(first);
  TokenIndex nearest = first;
  for (const TokenIndex member : tree.with_conjuncts(first)) {
    if (member < verb && member > nearest && tree.child(member, "aux") != kNoToken) {
      nearest = member;
    }
  }
  return nearest;
}

/// "may" of "may not read it or work on it", "did" of "did not read or sign it", for the second
/// verb: the auxiliary holds of both.
TokenIndex shared_auxiliary(const Tree& tree, TokenIndex verb) {
  const std::string& tag = tree.token(verb).xpos;
  if (!tree.is(verb, "conj") || (tag != "VB" && tag != "VBP")) return kNoToken;
  if (tree.child(verb, {"nsubj", "aux", "aux:pass", "cop", "mark"}) != kNoToken) return kNoToken;
  verb = conjunct_before(tree, verb);
  const TokenIndex auxiliary = tree.child(verb, "aux");
  if (auxiliary == kNoToken) return kNoToken;
  const Token& token = tree.token(auxiliary);
  const bool does = token.lemma == "do" && tree.token(verb).xpos == "VB";
  return token.xpos == "MD" || does ? auxiliary : kNoToken;
}

}  // namespace

std::string full_form(const Token& token, std::string_view verb_tag, bool copula) {
  const std::string form = to_lower(token.form);
  const bool have = token.lemma == "have";
  if (form == "ca") return "can";
  if (form == "wo" || form == "'ll" || form == "\xE2\x80\x99ll") return "will";
  const bool perfect = have || (!copula && verb_tag == "VBN");
  if (form == "'s" || form == "\xE2\x80\x99s") return perfect ? "has" : "is";
  if (form == "'re" || form == "\xE2\x80\x99re") return "are";
  if (form == "'ve" || form == "\xE2\x80\x99ve") return "have";
  if (form == "'m" || form == "\xE2\x80\x99m") return "am";
  if (form == "'d" || form == "\xE2\x80\x99\x64") {
    return have || verb_tag == "VBN" ? "had" : "would";
  }
  return form;
}

TokenIndex bearer_of_auxiliaries(const Tree& tree, const Clause& clause) {
  const TokenIndex head = clause.head();
  const bool shared =
      clause.passive && tree.is(head, "conj") && tree.child(head, "aux") == kNoToken;
  return shared ? tree.head(head) : head;
}

Auxiliaries auxiliaries_of(const Document& document, const Clause& clause) {
  const Tree& tree = document.tree(clause.sentence);
  Auxiliaries auxiliaries;
  if (const TokenIndex shared = shared_auxiliary(tree, clause.head()); shared != kNoToken) {
    const std::string form = to_lower(tree.token(shared).form);
    if (tree.token(shared).xpos == "MD") {
      auxiliaries.written = auxiliaries.readable = form;
    } else {
      auxiliaries.past = form == "did";
    }
  }
  if (const std::string prospect = shared_prospect(tree, clause.head()); !prospect.empty()) {
    auxiliaries.written = auxiliaries.readable = prospect;
  }
  for (const TokenIndex c : tree.children(bearer_of_auxiliaries(tree, clause))) {
    // "are to be kept"; of a copula link_of() has the "to".
    if (tree.is(c, "mark") && tree.token(c).lemma == "to" && !auxiliaries.written.empty() &&
        !clause.copular) {
      append_word(auxiliaries.written, "to");
      append_word(auxiliaries.readable, "to");
    }
    const bool copula = clause.copular && tree.is(c, "cop");
    if (!tree.is(c, "aux") && !copula) continue;
    const Token& token = tree.token(c);
    if (token.lemma == "do" && !tree.is(c, "cop")) {
      auxiliaries.past = to_lower(token.form) == "did";
      continue;
    }
    const bool plain_copula = tree.token(c).deprel != "aux";
    std::string form = full_form(token, tree.token(clause.head()).xpos, plain_copula);
    // "has yet to be signed", negated, is "was signed".
    if (clause.unfulfilled && form == "be") form = "was";
    form = agreeing(document, clause, std::move(form));
    append_word(auxiliaries.written, form);
    const bool perfect_alone = auxiliaries.readable.empty();  // not "would have faced"
    if ((token.lemma == "have" || form == "has" || form == "had") && token.upos == Upos::kAux &&
        perfect_alone) {
      continue;
    }
    const bool alone = form == "been" && auxiliaries.readable.empty();
    append_word(auxiliaries.readable, alone ? past_of_be(document, clause) : form);
  }
  const bool only_perfect = auxiliaries.readable.empty() && !auxiliaries.written.empty();
  if (only_perfect && !clause.passive && !clause.copular) auxiliaries.past = true;
  const bool inner = clause.unfulfilled && has_infinitive_mark(tree, clause.head());
  if (inner && !clause.passive && !clause.copular) auxiliaries.past = true;
  // "asked about Elmia", "a treaty signed in Oslo": without an auxiliary a passive all the same.
  // One in the past tense is the parser's mistake for a clause: "a house collapsed in Oslo".
  const bool participle = tree.token(clause.head()).xpos == "VBN";
  if (clause.passive && participle && auxiliaries.readable.empty()) {
    auxiliaries.readable = past_of_be(document, clause);
  }
  return auxiliaries;
}

std::string copula_form(const Tree& tree, TokenIndex head) {
  TokenIndex copula = kNoToken;
  for (const TokenIndex c : tree.children(head)) {
    if (tree.is(c, "cop")) copula = c;  // the nearest: "the argument was that the act is a tool"
  }
  if (copula == kNoToken) return "is";
  const std::string form = to_lower(tree.token(copula).form);
  const TokenIndex auxiliary = tree.child(head, "aux");
  if (form == "been" && auxiliary != kNoToken && tree.token(auxiliary).lemma == "have") {
    return tree.token(auxiliary).xpos == "VBD" ? "was" : "has been";
  }
  static constexpr std::array<std::string_view, 9> kFinite = {
      "is", "was", "are", "were", "am", "'m", "'re", "\xE2\x80\x99re", "\xE2\x80\x99m"};
  return std::find(kFinite.begin(), kFinite.end(), form) != kFinite.end() ? form : "is";
}

std::string agreeing(const Document& document, const Clause& clause, std::string form) {
  const bool each_singular =
      clause.subjects.size() > 1 &&
      std::none_of(clause.subjects.begin(), clause.subjects.end(), [&](TokenRef subject) {
        const Token& token = document.tree(subject.sentence).token(subject.token);
        return is_plural(document, subject) || token.upos == Upos::kPron;
      });
  if (!each_singular) return form;
  if (form == "were") return "was";
  if (form == "are") return "is";
  return form == "have" ? "has" : form;
}

}  // namespace newsgraph
