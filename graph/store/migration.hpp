#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/store/database.hpp"

namespace newsgraph {

/// "ngrf" in PRAGMA application_id: what tells a graph file from other SQLite files.
inline constexpr std::int32_t kApplicationId = 0x6e677266;

/// A step from one version of the schema to the next.
struct Migration {
  int version = 0;  ///< after the step; before it, one less
  std::string_view sql;
};

/// All steps so far: the first makes an empty file a graph file (schema.sql).
std::span<const Migration> migrations();

/// Takes the file from its version to the last of `steps`, in a transaction: all steps or none.
/// @throws IoError if it is no graph file, or of a version beyond the last.
void migrate(Database& database, std::span<const Migration> steps);

/// Checks that the file is a graph file of the last version of `steps`, with the tables and indexes
/// of that version and nothing else.
/// @throws IoError saying what it is instead, and what to do.
void check_version(Database& database, std::span<const Migration> steps);

}  // namespace newsgraph
