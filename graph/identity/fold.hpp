#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// `text` in lower-case Latin letters without accents, whatever script it is in: "Kyïv" and "Київ"
/// become "kyiv" and "kiiv" (ICU: Any-Latin, NFKD, Latin-ASCII, lower case). Invalid UTF-8 becomes
/// U+FFFD first, so any bytes are accepted.
std::string fold(std::string_view text);

/// The words of a name, folded: punctuation and possessive endings gone, dotted acronyms closed up,
/// "&" as "and". A hyphen stays within its word.
///
///     "The U.S. Dept. of Justice's"  the us dept of justice
///     "J.-P. O'Neil"                 j-p oneil
std::vector<std::string> name_tokens(std::string_view name);

/// Words joined by single blanks.
std::string join(const std::vector<std::string>& tokens);

/// White space folded, lower case, accents kept off: what noun phrases are compared by.
std::string fold_phrase(std::string_view text);

}  // namespace newsgraph
