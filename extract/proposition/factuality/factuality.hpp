#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/mention/tree.hpp"
#include "extract/proposition/factuality/signature.hpp"
#include "extract/proposition/proposition.hpp"

/// What a text presents as fact, denied, planned, possible or conditional: event factuality (Saurí
/// and Pustejovsky 2009, "FactBank"), read off the tree from the root down.
///
///     "Kern denied that the army had forced Roth, who may run again, to resign."
///
///     denied   affirmed, actual
///     forced   negated, actual      the clause of "denied" is not so
///     run      affirmed, possible   "may"; the relative clause is outside of what is denied
///     resign   affirmed, possible   of who was not forced nothing is known
///
/// Each word has a context, which is what its place in the sentence makes of it, and marks of its
/// own: auxiliaries, negation, adverbs. A context comes of the governor's own factuality and its
/// signature for the way in which it governs (signature.hpp).
namespace newsgraph {

struct Factuality {
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kActual;
  friend bool operator==(const Factuality&, const Factuality&) = default;
};

/// The opposite polarity.
Polarity turned(Polarity polarity);

/// `inner` as it stands within `outer`: a negated clause that is denied is affirmed.
Factuality within(const Factuality& outer, const Factuality& inner);

/// What `signature` makes of an event whose governor is `governor`.
Factuality effect_of(const Factuality& governor, const Signature& signature);

/// The factuality of every word of a sentence. Keeps a reference to the tree.
class SentenceFactuality {
 public:
  /// O(words) time but for the words that have very many dependents.
  explicit SentenceFactuality(const Tree& tree);

  /// Of what happens or holds according to the predicate or event noun at `head`, with what its
  /// arguments deny: "sign" is negated in "failed to sign" and "signed" in "nobody signed".
  const Factuality& of(TokenIndex head) const { return events_[static_cast<std::size_t>(head)]; }

  /// Of a predicate as it is printed, the words of `chain` outermost first: "failed to sign" and
  /// "decided not to sign" are affirmed and actual, "plans to sign" is affirmed and planned. Where
  /// an argument denies it, polarity_with() tells.
  ///
  /// @param chain  Not empty.
  Factuality of_printed(std::span<const TokenIndex> chain) const;

 private:
  const Tree& tree_;
  std::vector<Factuality> contexts_;
  std::vector<Factuality> marks_;
  std::vector<Factuality> events_;
};

/// What `verb` makes of a predicate that it is printed in: kPlanned for "plan" ("plans to sign").
Modality prospect_of(std::string_view verb);

/// The weaker claim of the two, conditional before possible before planned: what holds of
/// something with the modality `inner` within something with the modality `outer`.
Modality combined(Modality outer, Modality inner);

}  // namespace newsgraph
