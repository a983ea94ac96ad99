#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/coreference/chain_table.hpp"
#include "extract/coreference/given_names.hpp"
#include "extract/coreference/noun_phrase.hpp"
#include "extract/coreference/phrase_context.hpp"
#include "extract/language/feature_buffer.hpp"
#include "extract/mention/document.hpp"

namespace newsgraph {

/// One article as decisions see it.
struct DecisionContext {
  const Document& document;
  const std::vector<NounPhrase>& phrases;
  const std::vector<PhraseContext>& contexts;
  const ChainTable& chains;
  const GivenNames& given_names;
  bool genders_known = true;  ///< whether the pronouns of a chain tell its gender; off in part of
                              ///< training, so that given names are learned from as well
};

/// How the words of two phrases overlap.
struct Overlap {
  std::size_t common = 0;
  bool first = false;   ///< equal first words
  bool last = false;    ///< equal last words
  bool within = false;  ///< all words of the shorter one are in the longer one
};

Overlap overlap_of(const NounPhrase& a, const NounPhrase& b);

/// Features of the anaphor alone, shared by all its candidates and by "no antecedent".
void add_anaphor_features(const DecisionContext& context, std::uint32_t anaphor,
                          FeatureBuffer& features);

/// Features of "no antecedent".
/// @param same_text, same_lemma  Whether an earlier phrase has the anaphor's words, its head.
void add_new_features(const DecisionContext& context, std::uint32_t anaphor, bool same_text,
                      bool same_lemma, FeatureBuffer& features);

/// A candidate among the others of its decision.
struct Standing {
  bool latest_speaker = false;  ///< its chain is the last one said to have said something
  std::uint8_t nearer = 0;      ///< chains of its kind that were mentioned after it, at most 7
  std::uint8_t before_in_sentence =
      0;                    ///< candidates of its kind earlier in its sentence, at most 5
  std::uint8_t rivals = 0;  ///< other chains of its kind among the candidates, at most 4
  std::uint8_t larger = 0;  ///< chains of its kind with more phrases, at most 5
};

/// Features of one candidate.
void add_candidate_features(const DecisionContext& context, std::uint32_t anaphor,
                            std::uint32_t candidate, const Standing& standing,
                            FeatureBuffer& features);

}  // namespace newsgraph
