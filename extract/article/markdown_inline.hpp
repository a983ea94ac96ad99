#pragma once

#include <set>
#include <string>
#include <string_view>

namespace newsgraph {

/// The words a reader sees of `markdown`, the inside of one block (CommonMark 0.30, chapter 6):
/// "*Keller* said [no](https://news.example)" is "Keller said no". Images, footnote marks and HTML
/// tags are left out. O(n).
/// @param references  Labels of the document's link reference definitions, in lower case.
std::string strip_inline_markdown(std::string_view markdown,
                                  const std::set<std::string>& references);

}  // namespace newsgraph
