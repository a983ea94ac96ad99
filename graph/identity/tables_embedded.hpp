#pragma once

#include <string_view>

/// The files of tables/, embedded at build time.
namespace newsgraph::embedded {

extern const std::string_view kCountries;
extern const std::string_view kKnownNames;
extern const std::string_view kGivenNames;
extern const std::string_view kTitles;
extern const std::string_view kFamilyNameFirst;

}  // namespace newsgraph::embedded
