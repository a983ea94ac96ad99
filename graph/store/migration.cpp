#include "graph/store/migration.hpp"

#include <array>
#include <set>
#include <string>

#include "extract/base/error.hpp"
#include "graph/store/schema_embedded.hpp"

namespace newsgraph {
namespace {

std::int64_t version_of(Database& database) { return database.number("PRAGMA user_version"); }

bool is_empty(Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

void check_is_graph_file(Database& database) {
  const std::int64_t id = database.number("PRAGMA application_id");
  if (id == kApplicationId || (id == 0 && is_empty(database))) return;
  throw IoError(
      database.name() +
      ": this is an SQLite file, but no graph file; expected one that newsgraph build has written");
}

void check_is_not_newer(Database& database, int last) {
  if (version_of(database) <= last) return;
  throw IoError(database.name() + ": this graph file has version " +
                std::to_string(version_of(database)) + ", this program knows versions up to " +
                std::to_string(last) + "; use a newer newsgraph");
}

std::set<std::string> objects(Database& database) {
  std::set<std::string> found;
  Query list(database,
             "SELECT type || ' ' || name || ' on ' || tbl_name FROM sqlite_schema "
             "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  while (list.step()) found.insert(list.text(0));
  return found;
}

}  // namespace

std::span<const Migration> migrations() {
  static const std::array<Migration, 2> steps = {
      {{1, embedded::kGraphSchema},
       // Mentions that a name identifies; what a statement is about where that is no node.
       {2,
        "ALTER TABLE mention ADD COLUMN identified INTEGER NOT NULL DEFAULT 0;"
        "ALTER TABLE relation ADD COLUMN object_text TEXT NOT NULL DEFAULT ''"}}};
  return steps;
}

void migrate(Database& database, std::span<const Migration> steps) {
  check_is_graph_file(database);
  check_is_not_newer(database, steps.back().version);
  if (version_of(database) == steps.back().version) return;
  database.execute("SAVEPOINT migrate");
  try {
    database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    for (const Migration& step : steps) {
      if (step.version <= version_of(database)) continue;
      database.execute(step.sql);
      database.execute("PRAGMA user_version = " + std::to_string(step.version));
    }
  } catch (...) {
    database.execute("ROLLBACK TO migrate; RELEASE migrate");
    throw;
  }
  database.execute("RELEASE migrate");
}

void check_version(Database& database, std::span<const Migration> steps) {
  check_is_graph_file(database);
  check_is_not_newer(database, steps.back().version);
  if (is_empty(database)) {
    throw IoError(database.name() + ": the file is empty; fill it with newsgraph build");
  }
  if (version_of(database) < steps.back().version) {
    throw IoError(database.name() + ": this graph file has the older version " +
                  std::to_string(version_of(database)) +
                  "; bring it up to date with: newsgraph merge -o " + database.name());
  }
  Database expected(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
  migrate(expected, steps);
  if (objects(database) != objects(expected)) {
    database.damaged("its tables are not those of version " + std::to_string(steps.back().version));
  }
}

}  // namespace newsgraph
