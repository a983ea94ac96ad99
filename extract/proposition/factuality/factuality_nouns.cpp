#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/proposition/factuality/factuality_reader.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

/// What FactualityReader makes of nouns and of the clauses that hang on them: "cancelled the
/// visit", "a deal that ends the war", "the claim that Roth signed".
namespace newsgraph {
namespace {

constexpr Factuality kFact = {};

/// "was denied by Roth", "claims by Roth".
bool has_agent(const Tree& tree, TokenIndex i) {
  for (const TokenIndex c : tree.children(i)) {
    if (tree.token(c).deprel == "obl:agent") return true;
    const std::string preposition = tree.introducer(c, "case");
    const bool oblique = tree.is(c, "obl") || tree.is(c, "nmod");
    if (oblique && (preposition == "by" || (preposition == "from" && tree.is(c, "nmod")))) {
      return true;
    }
  }
  return false;
}

}  // namespace

/// "a deal", "any deal", "no deal": there may be none yet. Bare plurals mostly tell of what there
/// is: "need troops trained in Oslo".
bool FactualityReader::is_indefinite(TokenIndex noun) const {
  const TokenIndex determiner = tree_.child(noun, "det");
  if (determiner == kNoToken || tree_.child(noun, "nmod:poss") != kNoToken) return false;
  const std::string word = lemma(determiner);
  return word == "a" || word == "an" || word == "any" || word == "no" || word == "neither";
}

/// Whether `noun` is presented as known: "Roth's visit", "the visit", a name.
bool FactualityReader::is_definite(TokenIndex noun) const {
  if (tree_.token(noun).upos == Upos::kPropn) return true;
  if (tree_.child(noun, "nmod:poss") != kNoToken) return true;
  const TokenIndex determiner = tree_.child(noun, "det");
  if (determiner == kNoToken) return false;
  const std::string word = lemma(determiner);
  return word == "the" || word == "this" || word == "that" || word == "these" || word == "those";
}

bool FactualityReader::is_relative_pronoun(TokenIndex i) const {
  return tree_.token(i).xpos.starts_with('W') || lemma(i) == "that";
}

/// A relative clause says what is so of something there is: "will meet Roth, who signed". Where
/// there may be no such thing, neither is what it does: "no country that signs", "wants a deal
/// that ends the war".
Factuality FactualityReader::relative_clause(TokenIndex i, TokenIndex above) const {
  const Factuality& noun = event(above);
  const bool unreal = noun.polarity == Polarity::kNegated || noun.modality != Modality::kActual;
  // "it was not Norland that attacked": what is denied of the cleft's focus is denied of the event.
  const TokenIndex it = tree_.child(above, {"nsubj", "expl"});
  const bool cleft =
      is_predicate(above) && it != kNoToken && lemma(it) == "it" && !is_reduced_relative(tree_, i);
  // "It was not the first time Roth had objected": once more, as surely as it was.
  if (cleft && lemma(above) == "time") {
    const TokenIndex which = tree_.child(above, "amod");
    const bool counted = which != kNoToken && (lemma(which) == "first" || lemma(which) == "last" ||
                                               lemma(which) == "second" || lemma(which) == "third");
    const Modality modality = combined(context(above).modality, mark(above).modality);
    if (counted) return {Polarity::kAffirmed, modality};
    return {Polarity::kAffirmed, combined(modality, Modality::kPossible)};  // "it is time he left"
  }
  if (cleft && tree_.introducer(above, "case").empty()) return within(context(above), mark(above));
  // "may be spies that work for Norland": of who they are only the clause itself tells.
  if (is_predicate(above)) return {Polarity::kAffirmed, noun.modality};
  // "has no army that fights", "does not have streams that run": none is there at all; but "does
  // not enforce laws that protect them".
  static constexpr std::array<std::string_view, 12> kOfBeing = {
      "have",    "find",    "see",  "receive", "get",  "contain",
      "include", "provide", "give", "offer",   "make", "produce"};
  const bool none = noun.polarity == Polarity::kNegated &&
                    ((tree_.is(above, "obj") && is_one_of(lemma(tree_.head(above)), kOfBeing)) ||
                     is_excluded(tree_, above) || is_scarce(tree_, above));
  // "There are likely spies who work for Norland".
  if (is_doubted(tree_, above)) return {Polarity::kAffirmed, Modality::kPossible};
  if (!unreal || is_definite(above) || (!none && !is_indefinite(above))) return kFact;
  // "a reality that Kern rejects" is one he knows; "will make a deal that Kern likes" is none yet.
  const TokenIndex subject = tree_.child(i, "nsubj");
  const bool own = subject != kNoToken && !is_relative_pronoun(subject);
  const bool ahead = noun.polarity == Polarity::kAffirmed && !is_past(i) &&
                     is_one_of(lemma(i), {"like", "want", "need", "love", "accept", "support"});
  if (own && !ahead) return kFact;
  const bool participant = tree_.is(above, "obj") || tree_.is(above, "nsubj");
  if (noun.polarity == Polarity::kAffirmed && (!participant || is_past(i))) return kFact;
  for (const TokenIndex c : tree_.children(i)) {
    if (c < i && tree_.token(c).form == ",") return kFact;  // it only adds
  }
  // "Any act that threatens Norland will be punished": there may be one, none is planned.
  const TokenIndex determiner = tree_.child(above, "det");
  const bool any = determiner != kNoToken && lemma(determiner) == "any";
  return {Polarity::kAffirmed,
          noun.modality == Modality::kActual || any ? Modality::kPossible : noun.modality};
}

/// "a reward for", "the search for": what one looks for need not be there.
bool FactualityReader::is_sought_by(TokenIndex word) const {
  static constexpr std::array<std::string_view, 6> kSeek = {"reward", "bounty", "search",
                                                            "appeal", "hunt",   "look"};
  return is_one_of(lemma(word), kSeek);
}

/// "the failure to sign", "the claim that Roth signed", "a delegation led by Roth".
Factuality FactualityReader::noun_clause(TokenIndex i, TokenIndex above) const {
  const Factuality& noun = event(above);
  // "accused the minister of having wasted money", where the parser has "having" stand alone.
  const bool split = i > 0 && tree_.head(i - 1) == above && tree_.is(i - 1, "acl") &&
                     tree_.token(i - 1).lemma == "have" && tree_.token(i).xpos == "VBN";
  if (split) return noun_clause(i - 1, above);
  if (has_infinitive_mark(tree_, i)) {
    // "may be a way for firms to grow".
    const bool supposed = is_predicate(above) && (noun.modality == Modality::kPossible ||
                                                  noun.modality == Modality::kConditional);
    if (supposed) return noun;
    return effect_of(noun, signature(above, Frame::kTo, kCommand));
  }
  const std::string marker = tree_.introducer(i, "mark");
  const std::string& tag = tree_.token(i).xpos;
  const bool finite = marker == "that" || tree_.child(i, {"nsubj", "expl"}) != kNoToken ||
                      (tag != "VBG" && tag != "VBN" && tree_.token(i).upos == Upos::kVerb);
  if (finite) {
    // "there is no doubt that Roth left"
    const TokenIndex none = tree_.child(above, "det");
    const bool beyond = none != kNoToken && lemma(none) == "no" &&
                        (lemma(above) == "doubt" || lemma(above) == "question");
    if (beyond) return kFact;
    if (tag == "VBG" && marker != "that" && tree_.child(i, "aux") == kNoToken) {
      return effect_of(noun, kOpen);
    }
    // "in the event that Roth signs".
    const bool in_event = lemma(above) == "event" || lemma(above) == "case";
    if (in_event && tree_.introducer(above, "case") == "in") return {{}, Modality::kConditional};
    // "denied claims that Roth signed" denies it. A claim that has its own source is affirmed by
    // that: "denied Kern's claim that Roth signed", "claims that Roth signed were denied".
    const TokenIndex denier = tree_.head(above);
    const bool passive = tree_.token(above).deprel == "nsubj:pass";
    const bool content = denier != kNoHead && (tree_.is(above, "obj") || passive);
    const std::optional<Signature> denial =
        content ? listed(denier, Frame::kContent) : std::nullopt;
    if (denial && is_in_class(lemma(above), WordClass::kSayNoun)) {
      const bool sourced = has_agent(tree_, above) || tree_.child(above, "nmod:poss") != kNoToken;
      if (sourced || (passive && !has_agent(tree_, denier))) return kFact;
      return effect_of(event(denier), *denial);
    }
    return effect_of(noun, signature(above, Frame::kThat, kAssertion));
  }
  // "did a good job at improving it"
  const bool done = marker == "at" && (lemma(above) == "job" || lemma(above) == "success");
  if (tag == "VBG" && done) return {Polarity::kAffirmed, noun.modality};
  if (tag == "VBG" && (!marker.empty() || !tree_.introducer(i, "case").empty())) {
    return effect_of(noun, signature(above, Frame::kIng, kOpen));
  }
  // "had trouble landing": whether they did is not said.
  const bool hard = lemma(above) == "trouble" || lemma(above) == "difficulty";
  if (tag == "VBG" && hard && tree_.is(above, "obj")) return effect_of(noun, kOpen);
  // "contingent on Roth accepting": with the gerund below its subject.
  const std::string preposition = tree_.introducer(above, "case");
  const TokenIndex governor = tree_.head(above);
  static constexpr std::array<std::string_view, 6> kOpenTo = {"on",  "upon",    "to",
                                                              "for", "against", "about"};
  const bool open = is_one_of(preposition, kOpenTo);
  if (tag == "VBG" && open && governor != kNoHead) {
    const auto dependence = listed(governor, Frame::kIng);
    if (dependence && dependence->affirmed == Effect::kPossible) {
      return effect_of(event(governor), *dependence);
    }
  }
  // "a reward for information leading to Roth", "the search for a route leading to Oslo".
  if (tag == "VBG" && preposition == "for" && governor != kNoHead && is_sought_by(governor)) {
    return effect_of(event(governor), kOpen);
  }
  // "the possibility of a fault triggering the alarm".
  const bool supposed = preposition == "of" && governor != kNoHead &&
                        listed(governor, Frame::kNoun).has_value() && !is_predicate(governor);
  if (tag == "VBG" && supposed) return noun;
  // "investigated cases of officers taking bribes"
  const bool reported = preposition == "of" && governor != kNoHead &&
                        (lemma(governor) == "case" || lemma(governor) == "report");
  if (tag == "VBG" && reported) return effect_of(event(governor), kOpen);
  // "rejected a system backed by Kern": who backed it did; "will send a delegation led by Kern"
  // and "no treaty signed by Kern" tell of nothing that is there.
  const bool open_question = noun.modality == Modality::kPossible && !is_predicate(above);
  return open_question && noun.polarity == Polarity::kAffirmed ? kFact : relative_clause(i, above);
}

/// "happened", "took place", "went ahead".
bool FactualityReader::tells_occurrence(TokenIndex verb) const {
  static constexpr std::array<std::string_view, 4> kHappen = {"happen", "occur", "materialize",
                                                              "materialise"};
  const std::string word = lemma(verb);
  if (is_one_of(word, kHappen)) return true;
  const TokenIndex object = tree_.child(verb, "obj");
  if (word == "take") return object != kNoToken && lemma(object) == "place";
  if (word != "go") return false;
  for (const TokenIndex c : tree_.children(verb)) {
    if (lemma(c) == "ahead") return true;
  }
  return false;
}

/// "cancelled the visit", "called for Roth's resignation", "the lack of an agreement".
Factuality FactualityReader::nominal(TokenIndex i, TokenIndex above) const {
  const Factuality& governor = event(above);
  const std::string preposition = tree_.introducer(i, "case");
  if (preposition == "without" || preposition == "instead of") {
    return {Polarity::kNegated, governor.modality};
  }
  if (preposition == "in case of" || preposition == "in the event of") {
    return {Polarity::kAffirmed, Modality::kConditional};
  }
  static constexpr std::array<std::string_view, 8> kGoverned = {"",     "of", "for",   "to",
                                                                "from", "on", "about", "against"};
  const bool governed = (tree_.is(i, "obj") || tree_.is(i, "nsubj:pass") || tree_.is(i, "obl") ||
                         tree_.is(i, "nmod")) &&
                        !tree_.is(i, "nmod:poss") && is_one_of(preposition, kGoverned);
  if (governed) {
    if (const auto found = listed(above, Frame::kNoun)) return effect_of(governor, *found);
  }
  // "the visit never took place", "Roth's visit may go ahead".
  if (tree_.is(i, "nsubj") && tells_occurrence(above)) return within(context(above), mark(above));
  // What is presented as known is so, whatever becomes of the clause; its own act is not known
  // before: "Norland will begin its withdrawal".
  const TokenIndex possessor = tree_.child(i, "nmod:poss");
  const bool own_act = possessor != kNoToken && tree_.token(possessor).upos == Upos::kPron;
  // "has not withdrawn its offer" made one.
  if (is_definite(i)) {
    return {Polarity::kAffirmed, own_act ? governor.modality : Modality::kActual};
  }
  // "made no decision" denies the decision itself; "did not make a decision" does so by the verb.
  const bool denied = tree_.is(i, "obj") || tree_.is(i, "nsubj");
  const Polarity polarity = within(context(above), mark(above)).polarity;
  return {denied ? polarity : Polarity::kAffirmed, governor.modality};
}

}  // namespace newsgraph
