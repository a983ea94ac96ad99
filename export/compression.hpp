#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string_view>

namespace newsgraph {

enum class Compression : std::uint8_t { kNone, kGzip, kZstd };

/// What the ending of a file's name asks for: ".gz" or ".zst".
Compression compression_of(std::string_view file);

/// `file` without the ending that compression_of() reads: "graph.ttl" of "graph.ttl.gz".
std::string_view without_compression(std::string_view file);

/// Runs `write` on a stream whose bytes reach `out` compressed, a piece at a time. Equal bytes give
/// equal bytes: no time and no name in gzip's header.
/// @throws IoError if `out` fails; what `write` throws.
void write_compressed(Compression compression, std::ostream& out,
                      const std::function<void(std::ostream&)>& write);

}  // namespace newsgraph
