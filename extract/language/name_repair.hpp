#pragma once

#include <span>

#include "extract/language/sentence.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// Mends what the recogniser learned too little of, by rules of news text:
///
/// - "High Court of Norland and Estmark" is one name;
/// - an institution that everybody knows is a name wherever it stands: "the Kremlin said";
/// - two names joined by a hyphen are two, and names both: "the Macron-Merkel meeting";
/// - two persons without a comma between them are two: "former adviser to Leonid Kuchma Oleg
/// Soskin"
///   (the third word is used as the first one is, as a given name).
///
/// - "Automatic Identification System (AIS)": a name begins where its acronym says;
/// - "Obi-Wan", "Workers' Party", "University of California, San Diego", "Eastern District of
/// Norland" and
///   "Bill and Melinda Gates Foundation" are one name each.
///
/// Keeps names in order and disjoint.
void repair_names(std::span<const WordFeatures> words, Sentence& sentence);

}  // namespace newsgraph
