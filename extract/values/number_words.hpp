#pragma once

#include <string_view>

namespace newsgraph {

/// 0 to 19, 20, 30, ... 90 of "zero" to "ninety"; -1 if none.
int cardinal_of(std::string_view word);

/// Power of ten of "hundred", "million" and "millions", "bn", "crore"; 0 if none.
int scale_of(std::string_view word);

}  // namespace newsgraph
