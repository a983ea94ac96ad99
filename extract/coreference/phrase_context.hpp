#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/coreference/noun_phrase.hpp"
#include "extract/mention/document.hpp"

namespace newsgraph {

/// Kinds of phrases that find their antecedents in different ways; each has weights of its own.
enum class DecisionClass : std::uint8_t {
  kHeOrShe,
  kIt,
  kThey,
  kSpeaker,  ///< "I", "we", "you"
  kDemonstrative,
  kName,
  kDefinite,    ///< "the minister", "this plan"
  kPossessed,   ///< "its leader", "Norland's leader"
  kIndefinite,  ///< all other noun phrases
};
inline constexpr std::size_t kDecisionClasses = 9;

DecisionClass class_of(const NounPhrase& phrase);

/// A stretch of direct speech, with its speaker where known.
struct Speech {
  Span span;
  std::optional<TokenRef> speaker;
};

/// What features need to know of each phrase beside itself, made once an article.
struct PhraseContext {
  static constexpr std::int32_t kNone = -1;
  std::int32_t speech = kNone;   ///< index of the direct speech it stands in
  std::int32_t speaker = kNone;  ///< the phrase of that speech's speaker
  std::uint32_t paragraph = 0;
  std::uint32_t governor = 0;  ///< hash of its governor's lemma
  std::uint8_t rank = 0;       ///< how many phrases stand before it in its sentence, at most 15
  bool reports = false;        ///< it says something: "Roth said", "according to Roth"
  bool empty_it = false;       ///< "it" with a clause behind it: "it is known that"
  bool bracketed = false;      ///< it stands between brackets
  std::uint8_t total = 0;      ///< how often the article gives this name, at most 15
  /// "It" that stands for nothing, beyond doubt: "it is raining".
  bool is_empty = false;
  /// "It" that a graph must not rely on, for it may stand for the infinitive behind it: "it is
  /// never an easy decision to leave".
  bool perhaps_empty = false;
  /// The other arguments of its verb, those that the tree leaves implicit among them, at most 8;
  /// a name that the article gave before as its first mention. Of subjects and objects only.
  std::vector<std::uint32_t> coarguments;
  /// Of a pronoun before the subject of its sentence ("In his book, Roth says"): that subject, a
  /// later phrase. Else the phrase itself.
  std::uint32_t subject = 0;
};

/// The contexts of all `phrases` of `document`; totals are left to the caller.
/// @param speech  In order of the text, disjoint.
std::vector<PhraseContext> contexts_of(const Document& document,
                                       const std::vector<NounPhrase>& phrases,
                                       const std::vector<Speech>& speech);

}  // namespace newsgraph
