#pragma once

#include <vector>

#include "extract/proposition/open_ie/phrase.hpp"

namespace newsgraph {

/// A word of a relation: one of the sentence, or one that English leaves out ("is").
struct RelationWord {
  TokenIndex token = kNoToken;
  const char* inserted = nullptr;  ///< instead of a token
};
using RelationWords = std::vector<RelationWord>;

/// A tuple over tokens, before it is written out.
///
///     "Roth met Kern in Oslo."   Roth | met | Kern | in Oslo
struct TupleDraft {
  RelationWords relation;
  std::vector<Phrase> arguments;  ///< subject first
  const char* rule = "";
  TokenIndex head = kNoToken;       ///< of the clause or noun phrase that states it
  bool conditional = false;         ///< "if Roth resigns": stated of no world in particular
  std::vector<TokenIndex> grounds;  ///< further words whose arcs it rests on
};

}  // namespace newsgraph
