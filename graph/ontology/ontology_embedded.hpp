#pragma once

#include <string_view>

/// schemas/news.ontology.json, embedded at build time.
namespace newsgraph::embedded {

extern const std::string_view kNewsOntology;

}  // namespace newsgraph::embedded
