#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/coreference/chain_table.hpp"
#include "extract/coreference/given_names.hpp"
#include "extract/coreference/noun_phrase.hpp"
#include "extract/language/feature_buffer.hpp"
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
  bool bracketed = false;  ///< it stands between brackets
  std::uint8_t total = 0;  ///< how often the article gives this name, at most 15
  std::uint32_t subject = 0;  ///< of a pronoun before the subject of its sentence ("In his book, Roth
                              ///< says"): that subject, a later phrase; else itself
};

/// One article as decisions see it.
struct DecisionContext {
  const Document& document;
  const std::vector<NounPhrase>& phrases;
  const std::vector<PhraseContext>& contexts;
  const ChainTable& chains;
  const GivenNames& given_names;
};

/// Whether the grammar rules out that `anaphor` and `candidate` are one: gender,
/// number, a phrase within the other, two arguments of one verb without reflexive, the speaker as
/// "he".
bool is_ruled_out(const DecisionContext& context, std::uint32_t anaphor, std::uint32_t candidate);

/// Features of the anaphor alone, shared by all its candidates and by "no antecedent".
void add_anaphor_features(const DecisionContext& context, std::uint32_t anaphor,
                          FeatureBuffer& features);

/// Features of "no antecedent".
/// @param same_text, same_lemma  Whether an earlier phrase has the anaphor's words, its head.
void add_new_features(const DecisionContext& context, std::uint32_t anaphor, bool same_text,
                      bool same_lemma, FeatureBuffer& features);

/// A candidate among the others of its decision.
struct Standing {
  std::uint8_t nearer = 0;  ///< chains of its kind that were mentioned after it, at most 7
  std::uint8_t before_in_sentence = 0;  ///< candidates of its kind earlier in its sentence, at most 5
  std::uint8_t rivals = 0;  ///< other chains of its kind among the candidates, at most 4
  std::uint8_t larger = 0;  ///< chains of its kind with more phrases, at most 5
};

/// Features of one candidate.
void add_candidate_features(const DecisionContext& context, std::uint32_t anaphor,
                            std::uint32_t candidate, const Standing& standing,
                            FeatureBuffer& features);

}  // namespace newsgraph
