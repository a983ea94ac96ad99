#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace newsgraph {

/// Whether `word` is among `words`, a short list or an array of them.
template <typename Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace newsgraph
