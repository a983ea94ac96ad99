#pragma once

#include <filesystem>
#include <string>

namespace newsgraph {

/// Counts in raw text which pronouns follow full names ("Ana Roth said she ...") and keeps the
/// given names that lean one way: section "given names" (given_names.hpp).
///
/// @param raw  Folder of *.txt.xz.
/// @throws IoError if nothing can be read there.
std::string count_given_names(const std::filesystem::path& raw);

}  // namespace newsgraph
