#include "extract/proposition/factuality/factuality.hpp"

#include <algorithm>
#include <utility>

#include "extract/mention/words.hpp"
#include "extract/proposition/factuality/factuality_reader.hpp"

namespace newsgraph {

Polarity turned(Polarity polarity) {
  return polarity == Polarity::kAffirmed ? Polarity::kNegated : Polarity::kAffirmed;
}

Factuality within(const Factuality& outer, const Factuality& inner) {
  const bool negated = outer.polarity == Polarity::kNegated;
  return {negated ? turned(inner.polarity) : inner.polarity,
          combined(outer.modality, inner.modality)};
}

Factuality effect_of(const Factuality& governor, const Signature& signature) {
  const Effect effect =
      governor.polarity == Polarity::kAffirmed ? signature.affirmed : signature.negated;
  switch (effect) {
    case Effect::kPresupposed:
      return {};
    case Effect::kHolds:
      return {Polarity::kAffirmed, governor.modality};
    case Effect::kFails:
      return {Polarity::kNegated, governor.modality};
    case Effect::kForbidden:
      return {Polarity::kNegated, combined(governor.modality, Modality::kPlanned)};
    case Effect::kCondition:
      return {Polarity::kAffirmed, Modality::kConditional};
    case Effect::kAhead:
    case Effect::kPossible: {
      const Modality own = effect == Effect::kAhead ? Modality::kPlanned : Modality::kPossible;
      const bool condition = governor.modality == Modality::kConditional;
      return {Polarity::kAffirmed, condition ? Modality::kConditional : own};
    }
  }
  return {};
}

Modality prospect_of(std::string_view verb) {
  const auto signature = signature_of(verb, Frame::kChain);
  return signature ? effect_of({}, *signature).modality : Modality::kActual;
}

Modality combined(Modality outer, Modality inner) { return std::max(outer, inner); }

SentenceFactuality::SentenceFactuality(const Tree& tree) : tree_(tree) {
  FactualityReader reader(tree);
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
      // "set out to win" is not "set to win".
      const bool phrasal = tree_.child(outer, "compound:prt") != kNoToken;
      // "is considering attacking"; but "was considered a hero", "required singing".
      if (tree_.token(inner).xpos != "VBG" && !phrasal) {
        printed.modality = prospect_of(lemma);
      } else if (open && tree_.child(inner, "mark") == kNoToken) {
        // not so "is interested in attacking", which is so as printed
        printed.modality = Modality::kPossible;
      }
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

}  // namespace newsgraph
