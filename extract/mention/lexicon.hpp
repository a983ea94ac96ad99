#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph {

/// Classes of words that the rules tell apart; lexicon/predicates.txt says what each means.
enum class WordClass : std::uint8_t {
  kSay,
  kThink,
  kDeny,
  kFactive,
  kRefuse,
  kPlan,
  kSayNoun,
  kLight,
  kShell,
  kHearsay,
  kNegative,
  kDoubt,
  kPossible,
  kPlanned,
  kConditional,
  kRole,
  kKind,
  kStudent,
  kName,
  kQuote,
  kEvidence,
  kConviction,
  kText,
  kBody,
  kOpinion,
  kNorm,
  kWish,
  kOffice,
  kDeclare,
  kWilling,
  kDisposed,
};

/// Whether `lemma` is of `word_class`.
bool is_in_class(std::string_view lemma, WordClass word_class);

/// A relational noun read as a verb: "London's preferred candidate is Roth" is
/// "London backs Roth" (lexicon/relational_nouns.tsv).
struct RelationalNoun {
  bool possessor_acts = false;  ///< the possessor is the verb's subject, else the holder is
  std::string_view canonical;
  std::string_view readable;
};

/// nullptr if `lemma` is none.
const RelationalNoun* relational_noun(std::string_view lemma);

}  // namespace newsgraph
