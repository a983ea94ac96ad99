#pragma once

#include <string_view>

/// schema.sql, embedded at build time.
namespace newsgraph::embedded {

extern const std::string_view kGraphSchema;

}  // namespace newsgraph::embedded
