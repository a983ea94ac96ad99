#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/language/names/name_article.hpp"

namespace newsgraph {

/// Replaces `features` by hashes of what is to be seen of word `i` of `article`: the word, its
/// neighbours, the run of capitals around it, lists of names, and up to kMostOthers other places of
/// the same form in the article. Part of the model format: a change needs a new training.
void reader_features(const NameArticle& article, std::size_t i,
                     std::vector<std::uint32_t>& features);

}  // namespace newsgraph
