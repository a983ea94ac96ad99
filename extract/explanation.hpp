#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "extract/coreference/coreference_model.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/language/sentence.hpp"
#include "extract/proposition/proposition.hpp"
#include "extract/proposition/trace.hpp"

/// How an article was read, step by step: what `newsgraph explain` prints.
///
///     "He declined to visit Oslo."
///
///     sentences   declined(He, visit(to, Oslo)): the tree that the rules saw
///     mentions    0 pronoun "He"           unresolved
///                 1 name    "Oslo"         place
///                 2 nominal "Oslo visit"   event
///     rejections  He –declined→ Oslo visit: whom "He" means is not known
namespace newsgraph {

/// A mention that the rules met, used or not.
struct ExplainedMention {
  /// Its `chain` is its own position or that of its antecedent, and it and its participants are
  /// positions in Explanation::mentions.
  Mention mention;
  /// A pronoun or definite role ("the minister") of which it is not known whom it means.
  bool is_unresolved = false;
  /// Whether the extraction kept it: names, and what propositions refer to.
  bool is_kept = false;

  friend bool operator==(const ExplainedMention&, const ExplainedMention&) = default;
};

struct Explanation {
  Extraction extraction;                     ///< what any other run makes of the article
  std::vector<Sentence> parsed;              ///< as the language engine read them
  std::vector<Sentence> sentences;           ///< the same with mended trees, as the rules read them
  std::vector<ExplainedMention> mentions;    ///< in order of the text
  std::vector<Rejection> rejections;         ///< in order of the text
  std::map<std::uint64_t, Grounds> grounds;  ///< of each proposition by its id

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// What of an explanation stands in one sentence, as positions in order of the text.
struct SentenceParts {
  std::vector<std::uint32_t> mentions;
  std::vector<std::uint32_t> propositions;  ///< into Extraction::propositions
  std::vector<std::uint32_t> rejections;
};

/// One for each sentence.
std::vector<SentenceParts> parts_of_sentences(const Explanation& explanation);

/// Reads `article` as make_rule_extractor(engine, coreference) does, and keeps what happened on the
/// way.
Explanation explain(const LanguageEngine& engine, const CoreferenceModel& coreference,
                    const Article& article);

/// The explanation of a `document` that was read, from what its reading left.
/// @param parsed  Its sentences as the engine gave them.
Explanation explanation_of(Document& document, std::vector<Sentence> parsed, Extraction extraction,
                           const Trace& trace);

}  // namespace newsgraph
