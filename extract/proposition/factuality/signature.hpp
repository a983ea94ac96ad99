#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsgraph {

/// How an event is joined to the word that governs it (signatures.txt has an example of each).
enum class Frame : std::uint8_t {
  kTo,
  kObject,
  kIng,
  kFrom,
  kCharge,
  kThat,
  kContent,
  kNoun,
  kChain
};

/// What a word makes of the event that it governs.
enum class Effect : std::uint8_t {
  kHolds,        ///< it is so: "managed to sign"
  kFails,        ///< it is not so: "failed to sign"
  kPresupposed,  ///< it is so whatever becomes of the word itself: "may not know that Roth signed"
  kAhead,        ///< it lies ahead: "ordered Roth to sign"
  kPossible,     ///< it may be so: "doubts that Roth signed"
  kCondition,    ///< it is a condition: "on condition that Roth signs"
  kForbidden,    ///< it must not be so: "prohibits Roth from signing"
};

/// Implication signature (Nairn, Condoravdi and Karttunen 2006): what follows for the event where
/// the word is affirmed, and where it is negated.
///
///     "failed to sign" did not sign; "did not fail to sign" signed:  {kFails, kHolds}
struct Signature {
  Effect affirmed = Effect::kHolds;
  Effect negated = Effect::kPossible;
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// The signature of a verb, noun or adjective in `frame`; none where the table does not list it.
std::optional<Signature> signature_of(std::string_view lemma, Frame frame);

}  // namespace newsgraph
