#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace newsgraph {

/// Writes a file whole or not at all: `write` fills a file beside it, which then takes its place.
/// If `write` throws, the file that was there before is still there, and nothing else is. Devices,
/// pipes and sockets are written directly; a symbolic link stays one. A name that ends in ".gz" or
/// ".zst" gets compressed content.
/// @throws IoError with the file's name and the reason if it cannot be written; what `write`
/// throws.
void write_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

}  // namespace newsgraph
