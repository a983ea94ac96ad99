#include "extract/proposition/factuality/predicate_marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/signature.hpp"

namespace newsgraph {
namespace {

/// Modal auxiliaries of one predicate.
struct Auxiliaries {
  bool possible = false;  ///< "may", "can"
  bool planned = false;   ///< "will", "must"
  bool would = false;
  bool will = false;
  bool ability = false;  ///< "can" or "could": negated, they deny the act itself
  bool perfect = false;  ///< "have" behind a modal
};

/// Adverbs that tell how often, or that it was later, that something happened.
bool is_past_time(std::string_view adverb) {
  static constexpr std::array<std::string_view, 9> kOften = {
      "sometimes",    "often",     "usually", "frequently",  "regularly",
      "occasionally", "routinely", "later",   "subsequently"};
  return std::find(kOften.begin(), kOften.end(), adverb) != kOften.end();
}

/// "asked me, "Is it late?"": the words that were said stand right behind their verb.
bool is_quoted_speech(const Tree& tree, TokenIndex verb) {
  static constexpr std::array<std::string_view, 6> kOpening = {
      "\"", "``", "'", "`", "\xE2\x80\x9C", "\xE2\x80\x98"};
  const std::string& lemma = tree.token(verb).lemma;
  const TokenIndex words = tree.child(verb, {"ccomp", "parataxis"});
  if (words < verb || (!is_in_class(lemma, WordClass::kSay) && lemma != "ask")) return false;
  const TokenIndex first = tree.subtree(words).front();
  const auto opens = [&](TokenIndex i) {
    return std::find(kOpening.begin(), kOpening.end(), tree.token(i).form) != kOpening.end();
  };
  return opens(first) || (first > 0 && opens(first - 1)) || (first + 1 < words && opens(first + 1));
}

Auxiliaries auxiliaries_of(const Tree& tree, TokenIndex head) {
  Auxiliaries found;
  const std::string& tag = tree.token(head).xpos;
  bool habit = false;
  for (const TokenIndex c : tree.children(head)) {
    habit |= tree.is(c, "advmod") && is_past_time(to_lower(tree.token(c).form));
    if (!tree.is(c, "aux")) continue;
    const std::string form = to_lower(tree.token(c).form);
    const std::string& lemma = tree.token(c).lemma;
    found.possible |= is_in_class(form, WordClass::kPossible);
    found.planned |= (is_in_class(form, WordClass::kPlanned) && form != "would") || lemma == "will";
    // "'d visited" is "had visited".
    const bool short_had = form != "would" && tag != "VB";
    found.would |= lemma == "would" && !short_had;
    found.will |= lemma == "will" && form != "would";
    found.ability |= lemma == "can" || lemma == "could" || form == "could" || form == "ca";
    // "would have signed", but not the past perfect of "had signed".
    found.perfect |=
        (form == "have" || lemma == "have") && (found.possible || found.planned || found.would);
  }
  // "would often visit Oslo", "would later marry Kern" did so, and who is quoted spoke: "would ask
  // me, "Is it late?"". But not "said he would later".
  habit |= is_quoted_speech(tree, head);
  const bool told = tree.is(head, "ccomp");
  if (told) habit = false;
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
    // "if signed" has no subject; "if necessary" is no clause.
    const bool clause = tree.child(c, {"nsubj", "expl"}) != kNoToken || tree.token(c).xpos == "VBN";
    if (!tree.is(c, "advcl") || !clause) continue;
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

/// "strong enough to attack": whether it does is not said. Who is lucky enough to win has won.
bool is_degree_of_infinitive(const Tree& tree, TokenIndex head) {
  if (tree.token(head).upos != Upos::kAdj) return false;
  const auto signature = signature_of(tree.token(head).lemma, Frame::kTo);
  if (signature && signature->affirmed == Effect::kHolds) return false;
  bool degree = false;
  bool infinitive = false;
  for (const TokenIndex c : tree.children(head)) {
    const std::string& lemma = tree.token(c).lemma;
    degree |= tree.is(c, "advmod") && lemma == "enough";
    infinitive |= c > head && has_infinitive_mark(tree, c);
  }
  return degree && infinitive;
}

/// "Withdraw your troops": a bare verb without subject.
bool is_imperative(const Tree& tree, TokenIndex head) {
  const Token& token = tree.token(head);
  if (token.xpos != "VB" || token.upos != Upos::kVerb) return false;
  const bool main = tree.head(head) == kNoHead || tree.is(head, "parataxis");
  return main && tree.child(head, {"nsubj", "aux", "mark", "cop", "expl"}) == kNoToken;
}

/// "how oxygen would dissolve", where the parser may have the clause below the adverb.
bool is_about_manner(const Tree& tree, TokenIndex head) {
  if (tree.head(head) != kNoHead && tree.token(tree.head(head)).lemma == "how") return true;
  const auto& children = tree.children(head);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return c < head && tree.is(c, "advmod") && tree.token(c).lemma == "how";
  });
}

}  // namespace

bool has_yet_to(const Tree& tree, TokenIndex head) {
  const TokenIndex open = tree.child(head, "xcomp");
  const std::string& lemma = tree.token(head).lemma;
  const bool have = (lemma == "have" || lemma == "remain") && open != kNoToken;
  const TokenIndex infinitive = have ? open : head;
  if (!has_infinitive_mark(tree, infinitive)) return false;
  if (!have && tree.child(head, {"cop", "aux"}) == kNoToken) return false;
  for (const TokenIndex bearer : {head, infinitive}) {
    for (const TokenIndex c : tree.children(bearer)) {
      if (tree.is(c, "advmod") && tree.token(c).lemma == "yet" && c < infinitive) return true;
    }
  }
  return false;
}

bool takes_question(const Token& verb) {
  static constexpr std::array<std::string_view, 20> kAsking = {
      "ask",      "wonder",   "know",    "see",        "doubt", "decide", "tell",
      "say",      "question", "check",   "understand", "find",  "learn",  "unclear",
      "discover", "remember", "inquire", "clear",      "sure",  "certain"};
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
  const bool that = tree.introducer(head, "mark") == "that";
  // Taggers see a present, which would have an -s: "that the government resign".
  const std::string& tag = tree.token(subject).xpos;
  const std::string word = to_lower(tree.token(subject).form);
  const bool pronoun = word == "he" || word == "she" || word == "it";
  const bool singular =
      (tag == "NN" || tag == "NNP" || pronoun) && tree.child(subject, "conj") == kNoToken;
  return (token.xpos == "VB" && (that || singular)) || (token.xpos == "VBP" && that && singular);
}

/// "in case you want to know", "if you ask me": says why it is told, not when it holds.
bool addresses_reader(const Tree& tree, TokenIndex head) {
  const TokenIndex subject = tree.child(head, "nsubj");
  if (subject == kNoToken || tree.token(subject).lemma != "you") return false;
  const std::string& lemma = tree.token(head).lemma;
  const TokenIndex object = tree.child(head, {"obj", "iobj"});
  const TokenIndex wish = tree.child(head, "xcomp");
  const bool of_it = object != kNoToken && tree.token(object).lemma == "it";
  return (lemma == "ask" && object != kNoToken && tree.token(object).xpos == "PRP") ||
         (lemma == "miss" && of_it) || lemma == "wonder" ||
         (lemma == "want" && wish != kNoToken && tree.token(wish).lemma == "know");
}

bool is_condition(const Tree& tree, TokenIndex head) {
  const std::string marker = tree.introducer(head, "mark");
  if (marker == "as if" || marker == "as though" || addresses_reader(tree, head)) return false;
  static constexpr std::array<std::string_view, 8> kPhrases = {
      "in case", "as long as", "so long as",    "provided that",
      "only if", "even if",    "assuming that", "on condition that"};
  if (std::find(kPhrases.begin(), kPhrases.end(), marker) != kPhrases.end()) return true;
  const TokenIndex above = tree.head(head);
  // "whether or not Roth signs, Kern will"; elsewhere it asks.
  if (tree.is(head, "advcl") && marker.starts_with("whether")) return true;
  // "as long as Roth signs", where the clause hangs on the adverb.
  if (above != kNoHead && marker == "as" && tree.token(above).lemma == "long" &&
      tree.is(above, "advmod"))
    return true;
  TokenIndex subject = kNoToken;
  TokenIndex fronted = kNoToken;
  for (const TokenIndex c : tree.children(head)) {
    const Token& token = tree.token(c);
    if (tree.is(c, "mark") && is_in_class(to_lower(token.form), WordClass::kConditional)) {
      return true;
    }
    if ((tree.is(c, "nsubj") || tree.is(c, "expl")) && subject == kNoToken) subject = c;
    const bool auxiliary = tree.is(c, "aux") || tree.is(c, "cop");
    if (auxiliary && fronted == kNoToken) fronted = c;
  }
  // "Should Roth sign, ...", "Had Roth signed, ...", "Were Roth to sign, ...".
  if (marker.empty() && above != kNoHead && subject != kNoToken && fronted != kNoToken &&
      fronted < subject) {
    const std::string form = to_lower(tree.token(fronted).form);
    const bool adverbial = tree.is(head, "advcl");
    if (adverbial && (form == "should" || form == "had" || form == "were")) return true;
    // Where the parser sees another clause, it may also ask: "should Roth sign?", he wondered.
    const TokenIndex after = tree.subtree(head).back() + 1;
    const bool asks = after < tree.size() && tree.token(after).form == "?";
    if (form == "should" && !tree.is(head, "conj") && !asks &&
        tree.token(tree.subtree(head).back()).form != "?") {
      return true;
    }
  }
  // "Provided that Roth signs", "supposing Roth signed": the parser may make the participle a verb.
  if (above == kNoHead || !tree.is(head, "ccomp") || above > head) return false;
  const Token& participle = tree.token(above);
  const bool introduces = participle.lemma == "provide" || participle.lemma == "suppose" ||
                          participle.lemma == "assume";
  return introduces && (participle.xpos == "VBN" || participle.xpos == "VBG") && !marker.empty() &&
         tree.child(above, {"nsubj", "aux"}) == kNoToken;
}

namespace {

/// "almost signed" did not sign; but "almost doubled", "nearly reached ten" came near it.
bool is_missed_by_little(const Tree& tree, TokenIndex verb) {
  static constexpr std::array<std::string_view, 14> kOfDegree = {
      "double", "triple", "quadruple", "halve", "reach", "complete", "finish",
      "equal",  "match",  "fill",      "empty", "cover", "surround", "disappear"};
  const Token& token = tree.token(verb);
  if (token.upos != Upos::kVerb || !(token.xpos == "VBD" || token.xpos == "VBN")) return false;
  // "almost fell and died".
  const bool joined = tree.is(verb, "conj") && tree.introducer(verb, "cc") == "and" &&
                      tree.child(verb, {"nsubj", "aux", "aux:pass", "mark", "advmod"}) == kNoToken;
  if (joined) return is_missed_by_little(tree, tree.head(verb));
  const bool almost =
      verb > 0 && tree.head(verb - 1) == verb && tree.is(verb - 1, "advmod") &&
      (tree.token(verb - 1).lemma == "almost" || tree.token(verb - 1).lemma == "nearly");
  return almost && std::find(kOfDegree.begin(), kOfDegree.end(), token.lemma) == kOfDegree.end();
}

}  // namespace

Factuality marks_of(const Tree& tree, TokenIndex head) {
  if (is_missed_by_little(tree, head)) return {Polarity::kNegated, Modality::kActual};
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
  // "might not otherwise have agreed".
  for (const TokenIndex c : tree.children(head)) {
    const bool modal = marks.modality != Modality::kActual;
    if (modal && tree.is(c, "advmod") && tree.token(c).lemma == "otherwise") {
      marks.modality = Modality::kConditional;
    }
  }
  if (has_yet_to(tree, head)) return {Polarity::kNegated, Modality::kActual};
  if (marks.modality == Modality::kActual && is_degree_of_infinitive(tree, head)) {
    marks.modality = Modality::kPossible;
  }
  // Who does not have to sign may sign all the same.
  const bool freed = negated && tree.token(head).lemma == "have";
  const bool ahead = is_periphrastic_future(tree, head) && !freed;
  if (marks.modality == Modality::kActual && (ahead || is_imperative(tree, head))) {
    marks.modality = Modality::kPlanned;
  }
  // "a model of how oxygen would dissolve": nobody plans that.
  if (auxiliaries.would && marks.modality == Modality::kPlanned && is_about_manner(tree, head)) {
    marks.modality = Modality::kPossible;
  }
  // "Kern would resign if Roth signed", "closes if it rains", "will resign if Roth signs"; but "may
  // resign if" is possible.
  // "If it rained, they reasoned, it would pour": the condition is that of what they reasoned.
  const bool reports = tree.child(head, "ccomp") != kNoToken;
  const bool told = marks.modality == Modality::kActual && !reports;
  const bool hypothetical = auxiliaries.would || auxiliaries.will || told;
  const Token& token = tree.token(head);
  const bool finite_clause = tree.child(head, {"nsubj", "expl", "aux"}) != kNoToken;
  if (hypothetical && finite_clause && !takes_question(token) && has_condition(tree, head)) {
    marks.modality = Modality::kConditional;
  }
  return marks;
}

bool is_doubted(const Tree& tree, TokenIndex head) {
  // Adverbs of a predicate noun belong to its clause.
  if (tree.child(head, "cop") != kNoToken) return false;
  const auto has_doubt = [&](TokenIndex word) {
    const auto& children = tree.children(word);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      // "almost the entire face" and "nearly ten" measure.
      const std::string& adverb = tree.token(c).lemma;
      return c < head && tree.is(c, "advmod") && is_in_class(adverb, WordClass::kDoubt) &&
             adverb != "almost" && adverb != "nearly";
    });
  };
  if (has_doubt(head)) return true;
  // "There are likely higher prices": the adverb is of the noun, not of the comparative.
  const auto& children = tree.children(head);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return tree.is(c, "amod") && tree.token(c).xpos == "JJR" && has_doubt(c);
  });
}

Modality modality_of_phrase(const Tree& tree, TokenIndex head) {
  static constexpr std::array<std::string_view, 16> kDoubtful = {
      "alleged",     "suspected", "possible", "potential",   "purported", "supposed",
      "presumptive", "probable",  "likely",   "prospective", "would-be",  "so-called",
      "apparent",    "attempted", "rumored",  "hypothetical"};
  static constexpr std::array<std::string_view, 11> kAhead = {
      "planned",   "future",  "upcoming", "forthcoming", "incoming", "proposed",
      "scheduled", "pending", "imminent", "impending",   "eventual"};
  Modality modality = is_doubted(tree, head) ? Modality::kPossible : Modality::kActual;
  for (const TokenIndex c : tree.children(head)) {
    if (c > head) continue;
    const bool modifier = tree.is(c, "amod") || tree.is(c, "compound");
    // "so-called" in three tokens.
    const TokenIndex so = tree.child(c, "advmod");
    const bool called = so != kNoToken && tree.token(so).lemma == "so" && so + 2 == c;
    if (modifier && called && to_lower(tree.token(c).form) == "called") {
      modality = combined(modality, Modality::kPossible);
    }
    const std::string form = to_lower(tree.token(c).form);
    const auto holds = [&](const auto& words) {
      return std::find(words.begin(), words.end(), form) != words.end();
    };
    if (modifier && holds(kDoubtful)) modality = combined(modality, Modality::kPossible);
    if (modifier && holds(kAhead)) modality = combined(modality, Modality::kPlanned);
  }
  return modality;
}

}  // namespace newsgraph
