#pragma once

#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Finds the surnames beside names of persons that are common nouns, too: "Roth and Weeks" where
/// the article has "Pia Weeks".
void find_surnames(std::vector<Sentence>& sentences);

/// Makes all single words of an article that were taken for the name of one person a place or an
/// organisation where the article itself tells: "talks in Karvat", "Karvatian officials" and "the
/// town Karvat" do, and "the energy company Belgas", unless it also has "Minister Karvat" or "Ana
/// Karvat". Storms are events, and "Karvat Daily" is a body. A recogniser that looks at one
/// sentence at a time guesses names it has never read.
void settle_name_types(std::vector<Sentence>& sentences);

/// Whether `word` stands before the name of a storm: "Hurricane" in "Hurricane Ana".
bool is_storm_title(std::string_view word);

}  // namespace newsgraph
