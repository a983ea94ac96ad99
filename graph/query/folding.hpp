#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// `name` as it is looked up: case and accents folded, punctuation and white space to single
/// spaces, none at the ends. "  KELLER,  Märta" gives "keller marta"; "Łódź" gives "lodz".
///
/// Compatibility forms are decomposed and marks dropped (Unicode NFKD, case folding of UAX #21);
/// letters with a stroke, which have no decomposition, by a small table. Apostrophes and full stops
/// vanish without a space, so that "U.N." and "UN", "O'Neil" and "ONeil" are equal. Invalid UTF-8
/// is folded as U+FFFD. Idempotent; O(length).
std::string fold_name(std::string_view name);

/// The words of a folded name: views into `folded`.
std::vector<std::string_view> folded_words(std::string_view folded);

}  // namespace newsgraph
