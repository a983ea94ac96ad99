#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/proposition/factuality/factuality_reader.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

namespace newsgraph {
namespace {

constexpr Factuality kFact = {};

}  // namespace

Factuality FactualityReader::context_of(TokenIndex i) const {
  const TokenIndex above = tree_.head(i);
  if (is_condition(tree_, i) && (above == kNoHead || !is_embedded_question(i, above))) {
    return {Polarity::kAffirmed, Modality::kConditional};
  }
  if (above == kNoHead) return main_clause(i);
  if (is_embedded_question(i, above)) return effect_of(event(above), kOpen);
  if (tree_.is(i, "conj")) return conjunct(i, mate_of(i));
  if (tree_.is(i, "acl:relcl") || tree_.token(i).deprel == "advcl:relcl") {
    return relative_clause(i, above);
  }
  if (tree_.is(i, "xcomp")) return open_complement(i, above);
  if (tree_.is(i, "ccomp") || tree_.is(i, "csubj")) return clausal_argument(i, above);
  if (tree_.is(i, "advcl")) return adverbial_clause(i, above);
  if (tree_.is(i, "acl")) return noun_clause(i, above);
  if (is_nominal(i) && !is_predicate(i)) return nominal(i, above);
  return main_clause(i);
}

/// A main clause: asserted, or asked.
Factuality FactualityReader::main_clause(TokenIndex i) const {
  // "Why have they left?" takes it that they have; not so "Why should they leave?".
  const auto& adverbs = tree_.children(i);
  const bool why = std::any_of(adverbs.begin(), adverbs.end(), [&](TokenIndex c) {
    return tree_.is(c, "advmod") && lemma(c) == "why";
  });
  const TokenIndex auxiliary = tree_.child(i, "aux");
  const bool modal = auxiliary != kNoToken && tree_.token(auxiliary).xpos == "MD";
  if (why && !modal && tree_.child(i, {"nsubj", "nsubj:pass"}) != kNoToken) {
    return kFact;
  }
  // "The possibility is that Norland left."
  const TokenIndex topic = tree_.child(i, "nsubj:outer");
  static constexpr std::array<std::string_view, 6> kSupposed = {
      "possibility", "chance", "risk", "danger", "prospect", "likelihood"};
  if (topic != kNoToken && is_one_of(lemma(topic), kSupposed)) return effect_of(kFact, kOpen);
  return {Polarity::kAffirmed, is_asked(i) ? Modality::kPossible : Modality::kActual};
}

/// "asked whether Roth left", "asked if he left", though the parser may take it for a condition.
bool FactualityReader::is_embedded_question(TokenIndex i, TokenIndex above) const {
  const bool argument = tree_.is(i, "ccomp") || tree_.is(i, "csubj");
  if (above > i && !argument) return false;
  for (const TokenIndex c : tree_.children(i)) {
    if (!tree_.is(c, "mark")) continue;
    const std::string word = lemma(c);
    if (word == "whether") return true;
    if (word == "if" && above < i && takes_question(tree_.token(above))) return true;
  }
  // "questions remain how much help is received", "how much help he got is unknown".
  const TokenIndex asked = tree_.child(i, {"obj", "nsubj"});
  const TokenIndex first = asked == kNoToken ? kNoToken : tree_.subtree(asked).front();
  return argument && first != kNoToken && first + 1 < tree_.size() && lemma(first) == "how" &&
         (lemma(first + 1) == "much" || lemma(first + 1) == "many");
}

/// The word that the conjunct `i` is joined to: the nearest verb that has its form, "urged" in
/// "urged Roth to leave and met Kern", "stop" in "stop using the old and update to the new".
TokenIndex FactualityReader::mate_of(TokenIndex i) const {
  const std::string& tag = tree_.token(i).xpos;
  const bool finite = tag == "VBZ" || tag == "VBD";
  const bool bare = tag == "VB" || tag == "VBP";
  if (!is_predicate(i) || !is_predicate(tree_.head(i))) return tree_.head(i);
  const auto unlike = [&](TokenIndex verb) {
    const bool infinitive = tree_.token(verb).xpos == "VB";
    // "establish the law for reporting and justify the exception": through the noun.
    if (!is_predicate(verb)) return bare && tree_.is(verb, "obj");
    if (tree_.child(verb, "nsubj") != kNoToken) return false;
    if (!tree_.is(verb, "xcomp") && !tree_.is(verb, "advcl") && !tree_.is(verb, "acl")) {
      return false;
    }
    return (finite && infinitive && tree_.child(verb, "aux") == kNoToken) ||
           ((finite || bare) && tree_.token(verb).xpos == "VBG" && is_gerund(verb));
  };
  TokenIndex mate = tree_.head(i);
  while (unlike(mate) && tree_.head(mate) != kNoHead) mate = tree_.head(mate);
  return mate;
}

/// A conjunct stands where its mate stands.
Factuality FactualityReader::conjunct(TokenIndex i, TokenIndex mate) const {
  // "charged with fraud and with making threats": a gerund stands as it would alone.
  const TokenIndex governor = tree_.head(mate);
  if (is_gerund(i) && tree_.is(mate, "obl") && governor != kNoHead) {
    const std::string mark = tree_.introducer(i, "mark");
    const std::string marker = mark.empty() ? tree_.introducer(i, "case") : mark;
    if (!marker.empty()) return gerund(i, governor, marker);
  }
  Factuality found = context(mate);
  // "insists that the budget include money, but Kern has not signed": a new assertion.
  const std::string& tag = tree_.token(i).xpos;
  const bool own_clause =
      tree_.child(i, "nsubj") != kNoToken &&
      (tag == "VBZ" || tag == "VBD" || tree_.child(i, {"aux", "cop"}) != kNoToken);
  if (own_clause && is_subjunctive(tree_, mate)) found = kFact;
  // "debate whether Norland lied, but there is proof that Estmark did": so is this.
  const TokenIndex asks = tree_.head(mate);
  const bool question = asks != kNoHead && is_embedded_question(mate, asks);
  const bool parted =
      own_clause && tree_.introducer(i, "cc") == "but" && tree_.child(i, "mark") == kNoToken;
  if (question && parted) found = context(asks);
  const std::string conjunction = tree_.introducer(i, "cc");
  if (conjunction == "rather than" || conjunction == "instead of") {
    found.polarity = turned(found.polarity);
    // "can wait rather than asking": they need not ask.
    found.modality = combined(mark(mate).modality, found.modality);
  }
  // "Will Norland pay? Kern doubts it", "is a mayor, and will Roth pay?".
  if (is_asked(i) && !is_asked(mate)) found.modality = Modality::kPossible;
  return found;
}

/// "declined to visit", "forced Roth to resign", "saw Roth leaving", "was forced to resign".
Factuality FactualityReader::open_complement(TokenIndex i, TokenIndex above) const {
  const Factuality& governor = event(above);
  const bool infinitive = has_infinitive_mark(tree_, i);
  const TokenIndex object = tree_.child(above, {"obj", "iobj"});
  const bool controlled = (object != kNoToken && object < i) || is_passive(above);
  if (controlled) {
    // "would stop Roth leaving"; "stopped a man driving home" may tell where he was going.
    const bool stops = lemma(above) == "prevent" || lemma(above) == "stop";
    if (stops && is_gerund(i)) {
      const bool sure = lemma(above) == "prevent" || governor.modality != Modality::kActual;
      return effect_of(governor, sure ? signature(above, Frame::kFrom, kAssertion) : kOpen);
    }
    return effect_of(governor,
                     signature(above, Frame::kObject, infinitive ? kCommand : kAssertion));
  }
  if (infinitive) {
    // Who was able to did so, as far as the news goes (Karttunen 2012).
    const bool was_able = lemma(above) == "able" && is_past(above);
    if (was_able && governor == kFact) return kFact;
    // "is to leave", "has to leave", "is going to leave": the mark is on the governor.
    if (mark(above).modality == Modality::kPlanned) return governor;
    return effect_of(governor, signature(above, Frame::kTo, {Effect::kAhead, Effect::kPossible}));
  }
  if (is_gerund(i)) return effect_of(governor, signature(above, Frame::kIng, kAssertion));
  return governor;
}

/// "said that Roth left", "it is false that Roth left", "asked whether Roth left".
Factuality FactualityReader::clausal_argument(TokenIndex i, TokenIndex above) const {
  Factuality governor = event(above);
  const bool infinitive = has_infinitive_mark(tree_, i);
  if (tree_.is(i, "csubj")) {
    // "Leaving Oslo would be a mistake", "to leave would be"; "Leaving Oslo was a mistake".
    if (infinitive) return effect_of(governor, signature(above, Frame::kTo, kOpen));
    if (is_gerund(i)) return gerund_subject(above, governor);
  } else {
    if (infinitive) return open_complement(i, above);
    // "he said, further saying that": joined to the verb of saying as if it were what is said.
    const bool says =
        is_in_class(lemma(i), WordClass::kSay) && is_in_class(lemma(above), WordClass::kSay);
    if (is_gerund(i) && says) return governor;
    if (is_gerund(i)) return effect_of(governor, signature(above, Frame::kIng, kOpen));
  }
  // "asked why Roth had left" takes it that he had.
  for (const TokenIndex c : tree_.children(i)) {
    const std::string word = lemma(c);
    const bool manner = word == "why" || word == "how" || word == "when" || word == "where";
    if (c < i && tree_.is(c, "advmod") && manner) return kFact;
  }
  if (is_subjunctive(tree_, i)) {
    // "saw Roth leave", where the parser makes a clause of the object and what it does.
    const bool bare = tree_.child(i, "mark") == kNoToken;
    return effect_of(governor, bare ? signature(above, Frame::kObject, kCommand) : kCommand);
  }
  // What may or will be said is not said yet.
  if (governor.modality == Modality::kPlanned) governor.modality = Modality::kPossible;
  const Signature found = signature(above, Frame::kThat, kAssertion);
  // "proposed that the running caused it": of the past one can only suppose.
  if (found == kCommand && is_past(i)) return effect_of(governor, kOpen);
  return effect_of(governor, found);
}

/// "Nobody leaves until Roth signs", "promised protests until Roth signed": what one waits for is
/// still to come; "waited until Roth signed" tells that it came.
bool FactualityReader::is_awaited(TokenIndex i, TokenIndex above) const {
  if (!is_past(i)) return true;
  const auto prospect = listed(above, Frame::kNoun);
  return prospect && prospect->affirmed == Effect::kAhead;
}

/// "would leave when Kern signed": a past tense that only agrees with the verb above.
bool FactualityReader::is_future_in_past(TokenIndex verb) const {
  const auto& children = tree_.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenIndex c) { return tree_.is(c, "aux") && lemma(c) == "would"; });
}

/// "after signing", "without signing", "to sign", "kept Roth from signing".
Factuality FactualityReader::adverbial_clause(TokenIndex i, TokenIndex above) const {
  const Factuality& governor = event(above);
  // After an adjective parsers also say advcl: "eager to negotiate", "certain that Roth left".
  const bool adjective = tree_.token(above).upos == Upos::kAdj;
  if (has_infinitive_mark(tree_, i)) {
    if (adjective) return open_complement(i, above);
    return effect_of(governor, kCommand);  // a purpose: "came to sign"
  }
  std::string marker = tree_.introducer(i, "mark");
  if (marker.empty()) marker = tree_.introducer(i, "case");
  if (adjective && marker == "that") return clausal_argument(i, above);
  if (marker == "without" || marker == "instead of" || marker == "rather than") {
    return {Polarity::kNegated, governor.modality};
  }
  if (marker == "as if" || marker == "as though" || marker == "lest") {
    return effect_of(governor, kOpen);
  }
  if (marker == "so that" || marker == "in order that") return effect_of(governor, kCommand);
  if (is_gerund(i)) return gerund(i, above, marker);
  // "when Norland joins, Oslo will": what a future hangs on lies ahead too.
  static constexpr std::array<std::string_view, 7> kTimes = {
      "when", "once", "until", "before", "after", "as soon as", "while"};
  std::string time = marker;
  const TokenIndex adverb = tree_.child(i, "advmod");
  if (time.empty() && adverb != kNoToken) time = lemma(adverb);
  // "helps only when one asks": a condition; "helped only when Roth asked" tells that he did.
  const TokenIndex when = time == "only" ? adverb + 1 : adverb;
  const bool only = when > 0 && when < tree_.size() && lemma(when) == "when" &&
                    lemma(when - 1) == "only" && !is_past(i);
  if (only) return {Polarity::kAffirmed, Modality::kConditional};
  if (time == "until" && governor.modality == Modality::kActual && is_awaited(i, above)) {
    return {Polarity::kAffirmed, Modality::kPossible};
  }
  // "The risk is higher when prices rise": a rule; "forty die when buses collide" tells what
  // happened, as news does in the present tense.
  const bool present = !is_past(i) && !is_past(above) && tree_.token(i).xpos != "VBG";
  const bool rule = time == "when" && present && governor == kFact && adjective &&
                    tree_.child(above, "cop") != kNoToken;
  if (rule) return {Polarity::kAffirmed, Modality::kConditional};
  const bool temporal = is_one_of(time, kTimes);
  if (temporal && (!is_past(i) || (time != "while" && is_future_in_past(above)))) {
    return {Polarity::kAffirmed, governor.modality};
  }
  // "if taken, the city ...", "captured by Norland, the city would ...".
  if (marker.empty() && tree_.token(i).xpos == "VBN" && tree_.child(i, "nsubj") == kNoToken) {
    return {Polarity::kAffirmed, governor.modality == Modality::kConditional
                                     ? Modality::kConditional
                                     : Modality::kActual};
  }
  return kFact;
}

}  // namespace newsgraph
