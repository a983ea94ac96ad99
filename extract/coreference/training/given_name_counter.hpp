#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace newsgraph {

/// Counts in raw text which pronouns follow full names ("Ana Roth said she ...") and keeps the
/// given names that lean one way: section "given names" (given_names.hpp).
///
/// @param raw  Folder of *.txt.xz.
/// @throws IoError if nothing can be read there.
std::string count_given_names(const std::filesystem::path& raw);

/// The section "given names": levels by hash, sorted.
std::string given_names_section(const std::map<std::uint32_t, int>& evidence);

}  // namespace newsgraph
