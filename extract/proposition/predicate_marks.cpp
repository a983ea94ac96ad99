#include "extract/proposition/predicate_marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/negation.hpp"
#include "extract/proposition/signature.hpp"

namespace newsgraph {
namespace {

/// Modal auxiliaries of one predicate.
struct Auxiliaries {
  bool possible = false;  ///< "may", "can"
  bool planned = false;   ///< "will", "must"
  bool would = false;
  bool ability = false;  ///< "can" or "could": negated, they deny the act itself
  bool perfect = false;  ///< "have" behind a modal
};

/// Adverbs that tell how often something happened.
bool is_frequency(std::string_view adverb) {
  static constexpr std::array<std::string_view, 7> kOften = {
      "sometimes", "often", "usually", "frequently", "regularly", "occasionally", "routinely"};
  return std::find(kOften.begin(), kOften.end(), adverb) != kOften.end();
}

Auxiliaries auxiliaries_of(const Tree& tree, TokenIndex head) {
  Auxiliaries found;
  const std::string& tag = tree.token(head).xpos;
  bool habit = false;
  for (const TokenIndex c : tree.children(head)) {
    habit |= tree.is(c, "advmod") && is_frequency(tree.token(c).lemma);
    if (!tree.is(c, "aux")) continue;
    const std::string form = to_lower(tree.token(c).form);
    const std::string& lemma = tree.token(c).lemma;
    found.possible |= is_in_class(form, WordClass::kPossible);
    found.planned |= (is_in_class(form, WordClass::kPlanned) && form != "would") || lemma == "will";
    // "'d visited" is "had visited".
    const bool short_had = form != "would" && tag != "VB";
    found.would |= lemma == "would" && !short_had;
    found.ability |= lemma == "can" || lemma == "could" || form == "could" || form == "ca";
    // "would have signed", but not the past perfect of "had signed".
    found.perfect |= form == "have" && (found.possible || found.planned || found.would);
  }
  // "would often visit Oslo" did so.
  if (habit && !found.perfect) found.would = false;
  found.planned |= found.would;
  return found;
}

Modality of_auxiliaries(const Auxiliaries& auxiliaries, bool negated) {
  // "would have signed" did not (Iatridou 2000): a condition that is not met.
  if (auxiliaries.would && auxiliaries.perfect) return Modality::kConditional;
  // "should have signed", "may have signed".
  if (auxiliaries.perfect && auxiliaries.planned) return Modality::kPossible;
  // "could not reach a deal": who cannot does not.
  if (auxiliaries.ability && negated && !auxiliaries.perfect) return Modality::kActual;
  if (auxiliaries.possible) return Modality::kPossible;
  return auxiliaries.planned ? Modality::kPlanned : Modality::kActual;
}

/// A condition on which the clause at `head` depends: "Kern would resign if Roth signed". What
/// holds "even if" is no consequence.
bool has_condition(const Tree& tree, TokenIndex head) {
  for (const TokenIndex c : tree.children(head)) {
    if (!tree.is(c, "advcl") || tree.child(c, {"nsubj", "expl"}) == kNoToken) continue;
    if (!is_condition(tree, c)) continue;
    const TokenIndex mark = tree.child(c, "mark");
    const TokenIndex before = mark == kNoToken ? kNoToken : mark - 1;
    const bool even = before >= 0 && tree.token(before).lemma == "even";
    const bool whether = mark != kNoToken && tree.token(mark).lemma == "whether";
    if (!even && !whether) return true;
  }
  return false;
}

/// "Norland is to leave Estmark", "has to leave", "is going to leave".
bool is_periphrastic_future(const Tree& tree, TokenIndex head) {
  const Token& token = tree.token(head);
  const bool verb = token.upos == Upos::kVerb || token.upos == Upos::kAux;
  // Parsers see a case in "is due to leave".
  const bool infinitive = has_infinitive_mark(tree, head) || token.xpos == "VB";
  if (verb && infinitive && tree.child(head, "cop") != kNoToken) return true;
  // "is to be retired", "is to retire": the auxiliary before "to".
  const TokenIndex auxiliary = tree.child(head, {"aux", "aux:pass"});
  const TokenIndex mark = tree.child(head, "mark");
  if (verb && has_infinitive_mark(tree, head) && auxiliary != kNoToken && auxiliary < mark) {
    return true;
  }
  const TokenIndex open = tree.child(head, "xcomp");
  if (open == kNoToken || !has_infinitive_mark(tree, open)) return false;
  // Who had to leave did leave.
  if (token.lemma == "have") return token.xpos != "VBD";
  return token.form == "going" && tree.child(head, "aux") != kNoToken;
}

/// "Withdraw your troops": a bare verb without subject.
bool is_imperative(const Tree& tree, TokenIndex head) {
  const Token& token = tree.token(head);
  if (token.xpos != "VB" || token.upos != Upos::kVerb) return false;
  const bool main = tree.head(head) == kNoHead || tree.is(head, "parataxis");
  return main && tree.child(head, {"nsubj", "aux", "mark", "cop", "expl"}) == kNoToken;
}

}  // namespace

bool takes_question(const Token& verb) {
  static constexpr std::array<std::string_view, 17> kAsking = {
      "ask",   "wonder",  "know",     "see",      "doubt",      "decide",
      "tell",  "say",     "question", "check",    "understand", "find",
      "learn", "unclear", "discover", "remember", "inquire"};
  return std::find(kAsking.begin(), kAsking.end(), verb.lemma) != kAsking.end();
}

bool has_infinitive_mark(const Tree& tree, TokenIndex head) {
  // "admitted to lying", "admitted to being a spy".
  const TokenIndex copula = tree.child(head, "cop");
  if (tree.token(copula == kNoToken ? head : copula).xpos == "VBG") return false;
  for (const TokenIndex c : tree.children(head)) {
    if (tree.is(c, "mark") && tree.token(c).lemma == "to") return true;
  }
  return false;
}

bool is_subjunctive(const Tree& tree, TokenIndex head) {
  const Token& token = tree.token(head);
  const TokenIndex subject = tree.child(head, "nsubj");
  if (subject == kNoToken || tree.child(head, {"aux", "cop"}) != kNoToken) return false;
  if (token.xpos == "VB") return true;
  // Taggers see a present, which would have an -s: "that the government resign".
  const std::string& tag = tree.token(subject).xpos;
  const bool singular = tag == "NN" || tag == "NNP";
  return token.xpos == "VBP" && singular && tree.introducer(head, "mark") == "that" &&
         tree.child(subject, "conj") == kNoToken;
}

bool is_condition(const Tree& tree, TokenIndex head) {
  const std::string marker = tree.introducer(head, "mark");
  if (marker == "as if" || marker == "as though") return false;
  static constexpr std::array<std::string_view, 8> kPhrases = {
      "in case", "as long as", "so long as",    "provided that",
      "only if", "even if",    "assuming that", "on condition that"};
  if (std::find(kPhrases.begin(), kPhrases.end(), marker) != kPhrases.end()) return true;
  const TokenIndex above = tree.head(head);
  if (above == kNoHead) return false;
  // "as long as Roth signs", where the clause hangs on the adverb.
  if (marker == "as" && tree.token(above).lemma == "long" && tree.is(above, "advmod")) return true;
  TokenIndex subject = kNoToken;
  TokenIndex fronted = kNoToken;
  for (const TokenIndex c : tree.children(head)) {
    const Token& token = tree.token(c);
    if (tree.is(c, "mark") && is_in_class(to_lower(token.form), WordClass::kConditional)) {
      return true;
    }
    if (tree.is(c, "nsubj") && subject == kNoToken) subject = c;
    const bool auxiliary = tree.is(c, "aux") || tree.is(c, "cop");
    if (auxiliary && fronted == kNoToken) fronted = c;
  }
  // "Should Roth sign, ...", "Had Roth signed, ...", "Were Roth to sign, ...".
  if (marker.empty() && tree.is(head, "advcl") && subject != kNoToken && fronted != kNoToken &&
      fronted < subject) {
    const std::string form = to_lower(tree.token(fronted).form);
    if (form == "should" || form == "had" || form == "were") return true;
  }
  // "Provided that Roth signs", "supposing Roth signed": the parser may make the participle a verb.
  if (!tree.is(head, "ccomp") || above > head) return false;
  const Token& participle = tree.token(above);
  const bool introduces = participle.lemma == "provide" || participle.lemma == "suppose" ||
                          participle.lemma == "assume";
  return introduces && (participle.xpos == "VBN" || participle.xpos == "VBG") && !marker.empty() &&
         tree.child(above, {"nsubj", "aux"}) == kNoToken;
}

Factuality marks_of(const Tree& tree, TokenIndex head) {
  Factuality marks;
  const bool negated = is_negated(tree, head);
  if (negated) marks.polarity = Polarity::kNegated;
  const Auxiliaries auxiliaries = auxiliaries_of(tree, head);
  marks.modality = of_auxiliaries(auxiliaries, negated);
  for (const TokenIndex c : tree.children(head)) {
    // "will probably sign" stays planned. Behind its verb "almost" measures: "covers almost all".
    const std::string& adverb = tree.token(c).lemma;
    const bool measure = c > head && (adverb == "almost" || adverb == "nearly");
    if (tree.is(c, "advmod") && is_in_class(adverb, WordClass::kDoubt) && !measure &&
        marks.modality == Modality::kActual) {
      marks.modality = Modality::kPossible;
    }
  }
  if (marks.modality == Modality::kActual &&
      (is_periphrastic_future(tree, head) || is_imperative(tree, head))) {
    marks.modality = Modality::kPlanned;
  }
  // "Kern would resign if Roth signed", "closes if it rains"; "will resign if" is a plan all the
  // same, and "may resign if" is possible.
  // "If it rained, they reasoned, it would pour": the condition is that of what they reasoned.
  const bool reports = tree.child(head, "ccomp") != kNoToken;
  const bool hypothetical = auxiliaries.would || (marks.modality == Modality::kActual && !reports);
  const Token& token = tree.token(head);
  const bool finite_clause = tree.child(head, {"nsubj", "expl"}) != kNoToken;
  if (hypothetical && finite_clause && !takes_question(token) && has_condition(tree, head)) {
    marks.modality = Modality::kConditional;
  }
  return marks;
}

}  // namespace newsgraph
