#pragma once

#include <cstddef>

/// What the readers accept at most, so that hostile input costs bounded memory. Whatever is larger
/// is an error of that article alone; the next ones are read.
namespace newsgraph {

inline constexpr std::size_t kMostText = 16 * 1024 * 1024;  ///< bytes of one article's text
inline constexpr std::size_t kMostJson = 64 * 1024 * 1024;  ///< bytes of one article's JSON; a line
inline constexpr std::size_t kMostMetadata = 4096;          ///< bytes of a title, name, id or URL
inline constexpr std::size_t kMostJsonDepth = 64;           ///< arrays and objects within another
inline constexpr std::size_t kMostFolderDepth = 64;         ///< folders within another

}  // namespace newsgraph
