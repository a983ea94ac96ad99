#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>
#include <string_view>

namespace newsgraph {

/// Writes a file whole or not at all: `write` fills a file beside it, which then takes its place.
/// If `write` throws, the file that was there before is still there, and nothing else is. Devices,
/// pipes and sockets are written directly; a symbolic link stays one, and a file keeps its mode. A
/// name that ends in ".gz" or
/// ".zst" gets compressed content.
/// @throws IoError with the file's name and the reason if it cannot be written; what `write`
/// throws.
void write_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

/// @throws IoError if `output` is the file `input`, by whatever name.
void refuse_to_replace(const std::filesystem::path& input, const std::filesystem::path& output);

/// Writes a folder whole or not at all: `write` fills a folder beside it, which then takes its
/// place. If `write` throws, the folder that was there before is still there, and nothing else is.
/// @param files  What `write` may leave there: a folder that holds anything else is not replaced.
/// @throws IoError with the folder's name and the reason if it cannot be written; what `write`
/// throws.
void write_folder(const std::filesystem::path& folder, std::span<const std::string_view> files,
                  const std::function<void(const std::filesystem::path&)>& write);

}  // namespace newsgraph
