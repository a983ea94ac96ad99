#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/factuality/factuality_reader.hpp"

/// What FactualityReader makes of gerunds and participles: "after signing", "accused of signing".
namespace newsgraph {
namespace {

constexpr Factuality kFact = {};

}  // namespace

/// "Leaving Oslo was a mistake", "leaving Oslo would be".
Factuality FactualityReader::gerund_subject(TokenIndex above, const Factuality& governor) const {
  const bool happened = is_past(above) && governor.modality == Modality::kActual;
  return happened ? kFact : effect_of(governor, kOpen);
}

/// "The law says that ministers are dismissed after lying": no ministers in particular, and no
/// time. A main clause may be a headline: "Ministers resign after lying".
bool FactualityReader::tells_rule(TokenIndex verb) const {
  if (!tree_.is(verb, "ccomp")) return false;
  const TokenIndex subject = tree_.child(verb, "nsubj");
  if (subject == kNoToken || tree_.token(subject).xpos != "NNS") return false;
  if (tree_.child(subject, {"det", "nmod:poss", "nummod"}) != kNoToken) return false;
  for (const TokenIndex c : tree_.children(verb)) {
    const bool passive = tree_.token(c).deprel == "aux:pass" && tree_.token(c).xpos == "VBP";
    if (tree_.is(c, "aux")) return passive;
  }
  return tree_.token(verb).xpos == "VBP";
}

/// "voted against", "ruled against".
bool FactualityReader::decides(TokenIndex verb) const {
  static constexpr std::array<std::string_view, 5> kDecide = {"vote", "decide", "rule", "opt",
                                                              "choose"};
  return is_one_of(lemma(verb), kDecide);
}

/// Whether `subject` is somebody, to whom a passive verb may happen for what they did.
bool FactualityReader::suffers(TokenIndex subject) const {
  if (subject == kNoToken) return false;
  const Token& token = tree_.token(subject);
  if (token.upos == Upos::kPropn) return true;
  if (token.upos == Upos::kPron) return token.xpos == "PRP" && token.lemma != "it";
  return noun_class(token.lemma) == NounClass::kPerson;
}

/// "spoke of Norland attacking": whether the gerund tells, with the noun before it, what somebody
/// spoke or thought of.
bool FactualityReader::is_told_of(TokenIndex gerund) const {
  const TokenIndex subject = absolute_subject(tree_, gerund);
  const std::string preposition = subject == kNoToken ? "" : tree_.introducer(subject, "case");
  return preposition == "of" || preposition == "about";
}

Factuality FactualityReader::gerund(TokenIndex i, TokenIndex above,
                                    const std::string& marker) const {
  // "voted to stay, citing the law": behind a comma it belongs to the whole chain.
  // "reported Roth to be dead citing sources": so do sources.
  const bool trails = i > 0 && (tree_.token(i - 1).form == "," || lemma(i) == "cite");
  while (trails && marker.empty() && tree_.is(above, "xcomp") && tree_.head(above) != kNoHead) {
    above = tree_.head(above);
  }
  // "bid to host the games, with Norland winning": so does an absolute phrase.
  while (marker == "with" && tree_.child(i, "nsubj") != kNoToken && tree_.is(above, "xcomp") &&
         tree_.head(above) != kNoHead) {
    above = tree_.head(above);
  }
  const Factuality& governor = event(above);
  const TokenIndex object = tree_.child(above, {"obj", "iobj"});
  const bool of_object = (object != kNoToken && object < i) || is_passive(above);
  // "a scale used for classifying storms": it does.
  if (marker == "for" && lemma(above) == "use" && governor.polarity == Polarity::kAffirmed) {
    return {Polarity::kAffirmed, governor.modality};
  }
  if (marker == "from") {
    // "kept Roth from signing"; "profited from signing".
    // "earned $600 from selling it"
    static constexpr std::array<std::string_view, 10> kGains = {
        "earn", "make", "gain", "profit", "benefit", "derive", "raise", "learn", "receive", "get"};
    const bool kept = of_object && !is_one_of(lemma(above), kGains);
    const Signature other = kept ? Signature{Effect::kFails, Effect::kPossible} : kAssertion;
    return effect_of(governor, signature(above, Frame::kFrom, other));
  }
  // "depends on Norland attacking", where the gerund stands beside its subject.
  // "when seeking help" tells when.
  const bool beside = i > above && marker.empty() && tree_.token(i - 1).upos != Upos::kPunct &&
                      tree_.token(i - 1).xpos != "WRB";
  const auto dependence = listed(above, Frame::kIng);
  if (beside && of_object && lemma(above) == "stop") return effect_of(governor, kOpen);
  if (beside && dependence) return effect_of(governor, *dependence);
  // "spoke of Norland attacking": nor is it said that it does.
  if (beside && is_told_of(i)) return effect_of(governor, kOpen);
  // "with Norland attacking": a circumstance of the main clause; "charged with attacking" is
  // none.
  const bool absolute = marker == "with" && (!of_object || tree_.child(i, "nsubj") != kNoToken);
  // "left, taking his weapons": happens or will happen with the main clause.
  if (absolute || marker.empty() || marker == "while" || marker == "whilst" || marker == "when" ||
      marker == "before" || marker == "prior to" || marker == "after" || marker == "upon" ||
      marker == "by") {
    const bool time = is_one_of(marker, {"before", "prior to", "after", "upon", "when"});
    const bool rule = time && governor == kFact && tells_rule(above);
    // What is denied together is denied of the main verb only.
    return {Polarity::kAffirmed, rule ? Modality::kPossible : governor.modality};
  }
  // "things such as Roth being sent away or shouted at": examples of what is
  // told.
  if (marker == "such as" || marker == "including") return {Polarity::kAffirmed, governor.modality};
  // "voted against signing".
  if (marker == "against" && decides(above)) return {Polarity::kNegated, governor.modality};
  // "did a good job at improving it"
  if (marker == "at" && of_object && object != kNoToken && lemma(object) == "job") {
    return {Polarity::kAffirmed, governor.modality};
  }
  // "accused Roth of signing", "thanked Roth for signing", "failed in signing".
  if (const auto found = listed(above, of_object ? Frame::kCharge : Frame::kIng)) {
    return effect_of(governor, *found);
  }
  // "was held in contempt for lying": what somebody suffers a penalty or has a name for.
  if (marker == "for" && is_passive(above) && is_past(above) && governor == kFact &&
      suffers(tree_.child(above, "nsubj"))) {
    return kFact;
  }
  static constexpr std::array<std::string_view, 14> kHappened = {
      "since",      "as",         "because",        "besides",   "despite",
      "in",         "through",    "although",       "though",    "into",
      "along with", "as well as", "in addition to", "apart from"};
  return is_one_of(marker, kHappened) ? kFact : effect_of(governor, kOpen);
}

}  // namespace newsgraph
