#pragma once

#include <string_view>

/// Compiled in by export/CMakeLists.txt.
namespace newsgraph::embedded {
extern const std::string_view kPage;  ///< export/html/page.html
}  // namespace newsgraph::embedded
