#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "extract/http/http_client.hpp"

namespace newsgraph {

/// The value of an environment variable; nullptr if there is none.
using Environment = std::function<const char*(const char* name)>;

/// From PREFIX_USERNAME and PREFIX_PASSWORD, or PREFIX_TOKEN; empty if none is set.
/// @throws Error if one of the pair is missing, or a value holds a control character.
HttpCredentials environment_credentials(const std::string& prefix, const Environment& environment);

/// From a file with the same names, as Neo4j's hosted databases hand it out:
///
///     # comment
///     NEO4J_USERNAME=neo4j
///     NEO4J_PASSWORD=secret
///
/// or as a shell reads it, with `export` in front, quotation marks and comments behind.
///
/// @throws IoError if the file cannot be read, or others can.
/// @throws Error   as environment_credentials(), and if the file holds none, or a line that is no
/// such
///                  one, which is named but not shown.
HttpCredentials file_credentials(const std::filesystem::path& file, const std::string& prefix);

}  // namespace newsgraph
