#include "extract/proposition/factuality.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/negation.hpp"
#include "extract/proposition/predicate_marks.hpp"
#include "extract/proposition/signature.hpp"

namespace newsgraph {
namespace {

constexpr Factuality kFact = {};

Polarity turned(Polarity polarity) {
  return polarity == Polarity::kAffirmed ? Polarity::kNegated : Polarity::kAffirmed;
}

/// `inner` as it stands within `outer`: a negated clause that is denied is affirmed.
Factuality within(const Factuality& outer, const Factuality& inner) {
  const bool negated = outer.polarity == Polarity::kNegated;
  return {negated ? turned(inner.polarity) : inner.polarity,
          combined(outer.modality, inner.modality)};
}

/// What `signature` makes of an event whose governor is `governor`.
Factuality effect_of(const Factuality& governor, const Signature& signature) {
  const Effect effect =
      governor.polarity == Polarity::kAffirmed ? signature.affirmed : signature.negated;
  switch (effect) {
    case Effect::kPresupposed:
      return kFact;
    case Effect::kHolds:
      return {Polarity::kAffirmed, governor.modality};
    case Effect::kFails:
      return {Polarity::kNegated, governor.modality};
    case Effect::kCondition:
      return {Polarity::kAffirmed, Modality::kConditional};
    case Effect::kAhead:
    case Effect::kPossible: {
      const Modality own = effect == Effect::kAhead ? Modality::kPlanned : Modality::kPossible;
      const bool condition = governor.modality == Modality::kConditional;
      return {Polarity::kAffirmed, condition ? Modality::kConditional : own};
    }
  }
  return kFact;
}

constexpr Signature kAssertion = {Effect::kHolds, Effect::kPossible};
constexpr Signature kCommand = {Effect::kAhead, Effect::kAhead};
constexpr Signature kOpen = {Effect::kPossible, Effect::kPossible};

bool is_nominal(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron;
}

/// Reads a sentence from the root down.
class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) {}

  void run() {
    const std::size_t size = static_cast<std::size_t>(tree_.size());
    contexts.resize(size);
    marks.resize(size);
    events.resize(size);
    find_questions();
    if (tree_.root() == kNoToken) return;
    std::vector<TokenIndex> open = {tree_.root()};
    while (!open.empty()) {
      const TokenIndex i = open.back();
      open.pop_back();
      const auto at = static_cast<std::size_t>(i);
      contexts[at] = context_of(i);
      marks[at] = marks_of(i);
      events[at] = event_of(i);
      open.insert(open.end(), tree_.children(i).begin(), tree_.children(i).end());
    }
  }

  std::vector<Factuality> contexts;
  std::vector<Factuality> marks;
  std::vector<Factuality> events;

 private:
  const Factuality& event(TokenIndex i) const { return events[static_cast<std::size_t>(i)]; }
  const Factuality& context(TokenIndex i) const { return contexts[static_cast<std::size_t>(i)]; }
  const Factuality& mark(TokenIndex i) const { return marks[static_cast<std::size_t>(i)]; }

  bool is_predicate(TokenIndex i) const {
    const Upos upos = tree_.token(i).upos;
    return upos == Upos::kVerb || upos == Upos::kAux || tree_.child(i, "cop") != kNoToken;
  }

  bool is_gerund(TokenIndex i) const {
    return tree_.token(i).xpos == "VBG" && tree_.child(i, "aux") == kNoToken;
  }

  bool is_passive(TokenIndex i) const {
    return tree_.child(i, {"aux:pass", "nsubj:pass"}) != kNoToken;
  }

  std::string lemma(TokenIndex i) const { return to_lower(tree_.token(i).lemma); }

  Signature signature(TokenIndex i, Frame frame, Signature otherwise) const {
    return signature_of(lemma(i), frame).value_or(otherwise);
  }

  /// Words before a question mark, back to a colon, a quotation mark or another full stop, are
  /// asked: "The question remains: who will pay?".
  void find_questions() {
    asked_.resize(static_cast<std::size_t>(tree_.size()), false);
    bool asked = false;
    for (TokenIndex i = tree_.size() - 1; i >= 0; --i) {
      const std::string& form = tree_.token(i).form;
      const bool boundary = form == ":" || form == "." || form == "!" || form == "\"" ||
                            form == "\xE2\x80\x9C" || form == "``";
      if (form == "?") {
        asked = true;
      } else if (asked && boundary) {
        asked = false;
      }
      asked_[static_cast<std::size_t>(i)] = asked;
    }
  }

  bool is_asked(TokenIndex i) const { return asked_[static_cast<std::size_t>(i)]; }

  /// A main clause: asserted, or asked.
  Factuality main_clause(TokenIndex i) const {
    return {Polarity::kAffirmed, is_asked(i) ? Modality::kPossible : Modality::kActual};
  }

  Factuality context_of(TokenIndex i) const {
    const TokenIndex above = tree_.head(i);
    if (above == kNoHead) return main_clause(i);
    if (is_embedded_question(i, above)) return effect_of(event(above), kOpen);
    if (is_condition(tree_, i)) return {Polarity::kAffirmed, Modality::kConditional};
    if (tree_.is(i, "conj")) return conjunct(i, above);
    if (tree_.is(i, "acl:relcl") || tree_.token(i).deprel == "advcl:relcl") {
      return relative_clause(i, above);
    }
    if (tree_.is(i, "xcomp")) return open_complement(i, above);
    if (tree_.is(i, "ccomp") || tree_.is(i, "csubj")) return clausal_argument(i, above);
    if (tree_.is(i, "advcl")) return adverbial_clause(i, above);
    if (tree_.is(i, "acl")) return noun_clause(i, above);
    if (is_nominal(tree_.token(i)) && !is_predicate(i)) return nominal(i, above);
    return main_clause(i);
  }

  /// "asked whether Roth left", "asked if he left", though the parser may take it for a condition.
  bool is_embedded_question(TokenIndex i, TokenIndex above) const {
    const TokenIndex marker = tree_.child(i, "mark");
    if (marker == kNoToken || above > i) return false;
    const std::string word = lemma(marker);
    if (word == "whether") return true;
    return word == "if" && takes_question(tree_.token(above));
  }

  Factuality marks_of(TokenIndex i) const {
    Factuality own;
    if (is_predicate(i)) {
      own = newsgraph::marks_of(tree_, i);
    } else if (is_nominal(tree_.token(i))) {
      own.modality = modality_of_phrase(tree_, i);
      if (is_excluded(tree_, i)) own.polarity = Polarity::kNegated;
    }
    if (!tree_.is(i, "conj")) return own;
    const TokenIndex first = tree_.head(i);
    if (!shares_auxiliaries(i, first)) return own;
    const Factuality shared = mark(first);
    own.modality = combined(shared.modality, own.modality);
    // "did not visit or call"; not so "did not visit but called".
    if (tree_.introducer(i, "cc") != "but" && shared.polarity == Polarity::kNegated) {
      own.polarity = Polarity::kNegated;
    }
    return own;
  }

  /// "may come and go", "has not signed or read": the first conjunct's auxiliaries hold of the
  /// second where it has neither subject nor auxiliary and could stand behind them.
  bool shares_auxiliaries(TokenIndex i, TokenIndex first) const {
    if (!is_predicate(i) || !is_predicate(first)) return false;
    if (tree_.child(i, {"aux", "cop", "nsubj", "mark"}) != kNoToken) return false;
    const std::string& tag = tree_.token(i).xpos;
    const std::string& first_tag = tree_.token(first).xpos;
    const auto past = [](const std::string& t) { return t == "VBN" || t == "VBD"; };
    const bool perfect = first_tag == "VBN" && past(tag);
    // A bare verb is often taken for a present.
    const bool bare = first_tag == "VB" && (tag == "VB" || tag == "VBP");
    return tag == first_tag ? tag != "VBD" : perfect || bare;
  }

  /// A conjunct stands where the first one stands.
  Factuality conjunct(TokenIndex i, TokenIndex first) const {
    // "stop using the old and update to the new": a bare verb is joined to the one above a gerund.
    const bool bare = tree_.token(i).xpos == "VB" || tree_.token(i).xpos == "VBP";
    const TokenIndex upper = tree_.head(first);
    const bool skips = bare && is_gerund(first) && tree_.is(first, "xcomp") && upper != kNoHead;
    Factuality found = context(skips ? upper : first);
    const std::string conjunction = tree_.introducer(i, "cc");
    if (conjunction == "rather than" || conjunction == "instead of") {
      found.polarity = turned(found.polarity);
    }
    // "Will Norland pay? Kern doubts it", "is a mayor, and will Roth pay?".
    if (is_asked(i) && !is_asked(first)) found.modality = Modality::kPossible;
    return found;
  }

  /// Whether `noun` is presented as known: "Roth's visit", "the visit", a name.
  /// "a deal", "any deal", "no deal": there may be none yet. Bare plurals mostly tell of what there
  /// is
  /// ("need troops trained in Oslo").
  bool is_indefinite(TokenIndex noun) const {
    const TokenIndex determiner = tree_.child(noun, "det");
    if (determiner == kNoToken || tree_.child(noun, "nmod:poss") != kNoToken) return false;
    const std::string word = lemma(determiner);
    return word == "a" || word == "an" || word == "any" || word == "no" || word == "some" ||
           word == "another" || word == "neither";
  }

  bool is_definite(TokenIndex noun) const {
    if (tree_.token(noun).upos == Upos::kPropn) return true;
    if (tree_.child(noun, "nmod:poss") != kNoToken) return true;
    const TokenIndex determiner = tree_.child(noun, "det");
    if (determiner == kNoToken) return false;
    const std::string word = lemma(determiner);
    return word == "the" || word == "this" || word == "that" || word == "these" || word == "those";
  }

  bool is_relative_pronoun(TokenIndex i) const {
    return tree_.token(i).xpos.starts_with('W') || lemma(i) == "that";
  }

  /// A relative clause says what is so of something there is: "will meet Roth, who signed". Where
  /// there may be no such thing, neither is what it does: "no country that signs", "wants a deal
  /// that ends the war".
  Factuality relative_clause(TokenIndex i, TokenIndex above) const {
    const Factuality& noun = event(above);
    const bool unreal = noun.polarity == Polarity::kNegated || noun.modality != Modality::kActual;
    // "may be spies that work for Norland": of who they are only the clause itself tells.
    if (is_predicate(above)) return {Polarity::kAffirmed, noun.modality};
    if (!unreal || !is_indefinite(above)) return kFact;
    // "a reality that Kern rejects" is one he knows.
    const TokenIndex subject = tree_.child(i, "nsubj");
    if (subject != kNoToken && !is_relative_pronoun(subject)) {
      return kFact;
    }
    const bool participant = tree_.is(above, "obj") || tree_.is(above, "nsubj");
    if (noun.polarity == Polarity::kAffirmed && (!participant || is_past(i))) return kFact;
    for (TokenIndex t = above + 1; t < i; ++t) {
      if (tree_.token(t).form == "," && tree_.head(t) == i) return kFact;  // it only adds
    }
    return {Polarity::kAffirmed,
            noun.modality == Modality::kActual ? Modality::kPossible : noun.modality};
  }

  /// "declined to visit", "forced Roth to resign", "saw Roth leaving", "was forced to resign".
  Factuality open_complement(TokenIndex i, TokenIndex above) const {
    const Factuality& governor = event(above);
    const bool infinitive = has_infinitive_mark(tree_, i);
    const TokenIndex object = tree_.child(above, {"obj", "iobj"});
    const bool controlled = (object != kNoToken && object < i) || is_passive(above);
    if (controlled) {
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
  Factuality clausal_argument(TokenIndex i, TokenIndex above) const {
    Factuality governor = event(above);
    const bool infinitive = has_infinitive_mark(tree_, i);
    if (tree_.is(i, "csubj")) {
      // "Leaving Oslo would be a mistake", "to leave would be"; "Leaving Oslo was a mistake".
      if (infinitive) return effect_of(governor, signature(above, Frame::kTo, kOpen));
      if (is_gerund(i)) return gerund_subject(above, governor);
    } else {
      if (infinitive) return open_complement(i, above);
      if (is_gerund(i)) return effect_of(governor, signature(above, Frame::kIng, kOpen));
    }
    if (is_subjunctive(tree_, i)) return effect_of(governor, kCommand);
    // What may or will be said is not said yet.
    if (governor.modality == Modality::kPlanned) governor.modality = Modality::kPossible;
    return effect_of(governor, signature(above, Frame::kThat, kAssertion));
  }

  bool is_past(TokenIndex i) const {
    if (tree_.token(i).xpos == "VBD") return true;
    for (const TokenIndex c : tree_.children(i)) {
      const bool auxiliary = tree_.is(c, "cop") || tree_.is(c, "aux");
      if (auxiliary && tree_.token(c).xpos == "VBD") return true;
    }
    return false;
  }

  Factuality gerund_subject(TokenIndex above, const Factuality& governor) const {
    const bool happened = is_past(above) && governor.modality == Modality::kActual;
    return happened ? kFact : effect_of(governor, kOpen);
  }

  /// "after signing", "without signing", "to sign", "kept Roth from signing".
  Factuality adverbial_clause(TokenIndex i, TokenIndex above) const {
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
    const bool temporal = std::find(kTimes.begin(), kTimes.end(), time) != kTimes.end();
    if (temporal && !is_past(i)) return {Polarity::kAffirmed, governor.modality};
    // "if taken, the city ...", "captured by Norland, the city would ...".
    if (marker.empty() && tree_.token(i).xpos == "VBN" && tree_.child(i, "nsubj") == kNoToken) {
      return {Polarity::kAffirmed, governor.modality == Modality::kConditional
                                       ? Modality::kConditional
                                       : Modality::kActual};
    }
    return kFact;
  }

  Factuality gerund(TokenIndex i, TokenIndex above, const std::string& marker) const {
    const Factuality& governor = event(above);
    const TokenIndex object = tree_.child(above, "obj");
    const bool of_object = (object != kNoToken && object < i) || is_passive(above);
    if (marker == "from") {
      // "kept Roth from signing"; "profited from signing".
      const Signature other = of_object ? Signature{Effect::kFails, Effect::kPossible} : kAssertion;
      return effect_of(governor, signature(above, Frame::kFrom, other));
    }
    // "depends on Norland attacking", where the gerund stands beside its subject.
    const bool beside = marker.empty() && tree_.token(i - 1).upos != Upos::kPunct && i > above;
    const auto listed = signature_of(lemma(above), Frame::kIng);
    if (beside && listed && listed->affirmed == Effect::kPossible) {
      return effect_of(governor, *listed);
    }
    // "with Norland attacking": a circumstance of the main clause; "charged with attacking" is
    // none.
    const bool absolute = marker == "with" && tree_.child(i, "nsubj") != kNoToken;
    // "left, taking his weapons": happens or will happen with the main clause.
    if (absolute || marker.empty() || marker == "while" || marker == "whilst" || marker == "when" ||
        marker == "before" || marker == "after" || marker == "upon" || marker == "by") {
      // What is denied together is denied of the main verb only.
      return {Polarity::kAffirmed, governor.modality};
    }
    static constexpr std::array<std::string_view, 14> kHappened = {
        "since",      "as",         "because",        "besides",   "despite",
        "in",         "through",    "although",       "though",    "into",
        "along with", "as well as", "in addition to", "apart from"};
    if (std::find(kHappened.begin(), kHappened.end(), marker) != kHappened.end()) return kFact;
    // "accused Roth of signing", "thanked Roth for signing".
    const Frame frame = of_object ? Frame::kCharge : Frame::kIng;
    return effect_of(governor, signature(above, frame, kOpen));
  }

  /// "the failure to sign", "the claim that Roth signed", "a delegation led by Roth".
  Factuality noun_clause(TokenIndex i, TokenIndex above) const {
    const Factuality& noun = event(above);
    if (has_infinitive_mark(tree_, i))
      return effect_of(noun, signature(above, Frame::kTo, kCommand));
    const std::string marker = tree_.introducer(i, "mark");
    const std::string& tag = tree_.token(i).xpos;
    const bool finite = marker == "that" || tree_.child(i, {"nsubj", "expl"}) != kNoToken ||
                        (tag != "VBG" && tag != "VBN" && tree_.token(i).upos == Upos::kVerb);
    if (finite) {
      if (tag == "VBG" && marker != "that" && tree_.child(i, "aux") == kNoToken) {
        return effect_of(noun, kOpen);
      }
      return effect_of(noun, signature(above, Frame::kThat, kAssertion));
    }
    if (tag == "VBG" && (!marker.empty() || !tree_.introducer(i, "case").empty())) {
      return effect_of(noun, signature(above, Frame::kIng, kOpen));
    }
    // "contingent on Roth accepting": with the gerund below its subject.
    const std::string preposition = tree_.introducer(above, "case");
    const TokenIndex governor = tree_.head(above);
    static constexpr std::array<std::string_view, 6> kOpenTo = {"on",  "upon",    "to",
                                                                "for", "against", "about"};
    const bool open = std::find(kOpenTo.begin(), kOpenTo.end(), preposition) != kOpenTo.end();
    if (tag == "VBG" && open && governor != kNoHead) {
      const auto listed = signature_of(lemma(governor), Frame::kIng);
      if (listed && listed->affirmed == Effect::kPossible)
        return effect_of(event(governor), *listed);
    }
    // "rejected a system backed by Kern": who backed it did; "will send a delegation led by Kern"
    // and "no treaty signed by Kern" tell of nothing that is there.
    const bool open_question = noun.modality == Modality::kPossible && !is_predicate(above);
    return open_question && noun.polarity == Polarity::kAffirmed ? kFact
                                                                 : relative_clause(i, above);
  }

  /// "cancelled the visit", "called for Roth's resignation", "the lack of an agreement".
  Factuality nominal(TokenIndex i, TokenIndex above) const {
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
    const bool governed =
        (tree_.is(i, "obj") || tree_.is(i, "nsubj:pass") || tree_.is(i, "obl") ||
         tree_.is(i, "nmod")) &&
        !tree_.is(i, "nmod:poss") &&
        std::find(kGoverned.begin(), kGoverned.end(), preposition) != kGoverned.end();
    if (governed) {
      if (const auto listed = signature_of(lemma(above), Frame::kNoun)) {
        return effect_of(governor, *listed);
      }
    }
    // What is presented as known is so, whatever becomes of the clause; its own act is not known
    // before: "Norland will begin its withdrawal".
    const TokenIndex possessor = tree_.child(i, "nmod:poss");
    const bool own_act = possessor != kNoToken && tree_.token(possessor).upos == Upos::kPron;
    if (is_definite(i) && !own_act) return kFact;
    // "made no decision" denies the decision itself; "did not make a decision" does so by the verb.
    const bool denied = tree_.is(i, "obj") || tree_.is(i, "nsubj");
    const Polarity polarity = within(context(above), mark(above)).polarity;
    return {denied ? polarity : Polarity::kAffirmed, governor.modality};
  }

  Factuality event_of(TokenIndex i) const {
    Factuality found = within(context(i), mark(i));
    if (!is_predicate(i)) return found;
    for (const TokenIndex c : tree_.children(i)) {
      if ((tree_.is(c, "nsubj") || tree_.is(c, "obj")) && denies(c)) {
        found.polarity = turned(context(i).polarity);
      }
    }
    return found;
  }

  /// "nobody", "nothing", "none of them", "no minister".
  bool denies(TokenIndex argument) const {
    const std::string word = lemma(argument);
    return word == "nobody" || word == "nothing" || word == "none" || is_excluded(tree_, argument);
  }

  const Tree& tree_;
  std::vector<bool> asked_;
};

}  // namespace

Modality prospect_of(std::string_view verb) {
  const auto signature = signature_of(verb, Frame::kChain);
  return signature ? effect_of(kFact, *signature).modality : Modality::kActual;
}

Modality combined(Modality outer, Modality inner) { return std::max(outer, inner); }

SentenceFactuality::SentenceFactuality(const Tree& tree) : tree_(tree) {
  Reader reader(tree);
  reader.run();
  contexts_ = std::move(reader.contexts);
  marks_ = std::move(reader.marks);
  events_ = std::move(reader.events);
}

Factuality SentenceFactuality::of_printed(std::span<const TokenIndex> chain) const {
  const auto first = static_cast<std::size_t>(chain.front());
  Factuality printed = within(contexts_[first], marks_[first]);
  for (std::size_t k = 1; k < chain.size(); ++k) {
    const TokenIndex outer = chain[k - 1];
    const TokenIndex inner = chain[k];
    if (printed.modality == Modality::kActual) {
      const std::string lemma = to_lower(tree_.token(outer).lemma);
      const auto gerund = signature_of(lemma, Frame::kIng);
      const bool open = gerund && gerund->affirmed == Effect::kPossible;
      printed.modality = prospect_of(lemma);
      // "is considering attacking".
      if (open && tree_.token(inner).xpos == "VBG") printed.modality = Modality::kPossible;
    }
    // "decided not to sign" prints its "not"; "decided never to sign" does not.
    bool shown = false;
    for (const TokenIndex c : tree_.children(inner)) {
      shown |= tree_.is(c, "advmod") && tree_.token(c).lemma == "not";
    }
    const Factuality& own = marks_[static_cast<std::size_t>(inner)];
    if (own.polarity == Polarity::kNegated && !shown) printed.polarity = turned(printed.polarity);
    if (own.modality == Modality::kPossible) {
      printed.modality = combined(printed.modality, own.modality);
    }
  }
  return printed;
}

bool is_doubted(const Tree& tree, TokenIndex head) {
  // Adverbs of a predicate noun belong to its clause.
  if (tree.child(head, "cop") != kNoToken) return false;
  for (const TokenIndex c : tree.children(head)) {
    const bool adverb = c < head && tree.is(c, "advmod");
    if (adverb && is_in_class(tree.token(c).lemma, WordClass::kDoubt)) return true;
  }
  return false;
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
