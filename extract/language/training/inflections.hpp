#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace newsgraph {

/// A form with the lemma and Penn tag that a dictionary gives it.
struct Inflection {
  std::string form;
  std::string xpos;
  std::string lemma;
};

/// Plurals of nouns, forms of verbs, comparatives and superlatives of the words of WordNet
/// (Fellbaum, 1998): the irregular ones of its exception lists, the others by rule; and adjectives
/// that are written with a capital ("Dutch"). Words of one part only; where two lemmas share a
/// form, the one that WordNet's tagged texts have more often.
///
/// @param folder  With index.noun, verb.exc and so on: Debian's wordnet-base has
/// /usr/share/wordnet.
/// @throws IoError if a file is missing.
std::vector<Inflection> read_inflections(const std::filesystem::path& folder);

}  // namespace newsgraph
