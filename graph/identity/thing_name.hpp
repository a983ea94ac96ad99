#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

/// Key of the name of anything but a person: equal keys, one place, organisation, work or event.
///
/// Case, accents, script, punctuation, possessives, "the" and company endings do not count, nor do
/// variants of spelling (spelling.hpp); places and organisations with several names have one key
/// (tables/), and a state within a name is the same as adjective, genitive or after "of":
///
///     "the U.S.", "USA", "United States of America"              united states
///     "Acme Trading Inc.", "ACME Trading"                        akme trading
///     "Armed Forces of Norway", "Norwegian Armed Forces"         @Norway armed forces
///
/// Nationality adjectives alone stay what they are: "Norwegian" is not "Norway".
std::string thing_key(std::string_view name);

}  // namespace newsgraph
