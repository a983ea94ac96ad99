#pragma once

#include <string>
#include <string_view>

#include "extract/coreference/noun_phrase.hpp"

namespace newsgraph {

/// What a pronoun's form says of it.
struct PronounForm {
  std::string_view form;
  PronounClass pronoun = PronounClass::kOther;
  bool reflexive = false;
};

/// The personal or demonstrative pronoun `form` (lower case), or nullptr.
const PronounForm* pronoun_form(std::string_view form);

/// The gender that a noun has by its meaning; titles among them: "queen", "mr.".
Gender gender_of_noun(std::string_view lemma);

/// What a name of `type`, and a common noun, denotes.
Sense sense_of(NameType type);
Sense sense_of_noun(const std::string& lemma);

}  // namespace newsgraph
