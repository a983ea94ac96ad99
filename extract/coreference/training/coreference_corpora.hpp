#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/coreference/decision.hpp"
#include "extract/language/language_engine.hpp"

namespace newsgraph {

/// What is not known of a phrase's entity, as against being the only mention of its own.
inline constexpr std::int32_t kUnknownEntity = -2;
inline constexpr std::int32_t kSingleton = -1;

/// Words [begin, end) of a document and the entity that they mention.
struct GoldMention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int32_t entity = 0;
};

/// An annotated text, analysed as at run time.
struct TrainingDocument {
  std::string id;
  Article article;
  std::vector<Sentence> sentences;
  std::vector<GoldMention> gold;
  bool complete = true;  ///< what is not in `gold` is no mention of anything in it

  // GAP: bytes of pronoun and names, and which of the names it is.
  bool gap = false;
  Span pronoun, name_a, name_b;
  bool is_a = false;
  bool is_b = false;
};

/// GUM: CoNLL-U with `Entity=` brackets.
std::vector<TrainingDocument> read_gum(const std::filesystem::path& path);

/// LitBank: one word a line, brackets in the last column. Only people, places and bodies.
std::vector<TrainingDocument> read_litbank(const std::filesystem::path& path);

/// GAP: tab-separated items.
std::vector<TrainingDocument> read_gap(const std::filesystem::path& path,
                                       const LanguageEngine& engine);

/// For each phrase its entity, kSingleton or kUnknownEntity: by equal spans, else by equal heads.
std::vector<std::int32_t> align(const TrainingDocument& document,
                                const std::vector<NounPhrase>& phrases);

}  // namespace newsgraph
