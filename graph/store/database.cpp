#include "graph/store/database.hpp"

#include "extract/base/error.hpp"

namespace newsgraph {

Database::Database(const std::filesystem::path& file, int flags) : name_(file.string()) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name_.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(handle, 1);
  // The file may come from anybody: no functions with side effects out of its schema, no writing of
  // the schema by hand, and pages are checked as they are read.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

void Database::execute(std::string_view sql) {
  const std::string text(sql);
  const int code = sqlite3_exec(handle(), text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const std::string& sql) {
  Query statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

void Database::fail(int code) const {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw IoError(name_ + ": another process is writing this graph file; wait until it is done");
    case SQLITE_NOTADB:
      throw IoError(name_ +
                    ": this is no graph file; expected one that newsgraph build has written");
    case SQLITE_CORRUPT:
      damaged(sqlite3_errmsg(handle()));
    case SQLITE_FULL:
      throw IoError(name_ + ": the disk is full; make room and run the same command again");
    case SQLITE_READONLY:
      throw IoError(
          name_ +
          ": the file or its folder is read-only; change its permissions or write to a copy");
    case SQLITE_CANTOPEN:
      throw IoError(name_ +
                    ": cannot be opened; check that the folder exists and that you may use it");
    default:
      throw IoError(name_ + ": " + (handle_ ? sqlite3_errmsg(handle()) : sqlite3_errstr(code)));
  }
}

void Database::damaged(const std::string& what) const {
  throw IoError(name_ + ": the graph file is damaged (" + what +
                "); build it anew from the articles, or restore a copy");
}

Query::Query(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database.fail(code);
}

bool Query::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    database_->fail(code);
  }
  return false;
}

void Query::reset() { sqlite3_reset(statement_.get()); }

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::uint32_t Query::index(int column, std::uint64_t limit) const {
  const std::int64_t value = integer(column);
  if (value < 0 || static_cast<std::uint64_t>(value) >= limit) {
    database_->damaged(std::string(sqlite3_column_name(statement_.get(), column)) + " is " +
                       std::to_string(value) + ", expected a number below " +
                       std::to_string(limit));
  }
  return static_cast<std::uint32_t>(value);
}

double Query::probability(int column) const {
  const double value = sqlite3_column_double(statement_.get(), column);
  if (!(value >= 0 && value <= 1)) database_->damaged("a confidence is not between 0 and 1");
  return value;
}

Span Query::span(int begin_column) const {
  const Span span{index(begin_column), index(begin_column + 1)};
  if (span.begin > span.end) database_->damaged("a span ends before it begins");
  return span;
}

void Query::put(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), index, value);
}

void Query::put(int index, double value) { sqlite3_bind_double(statement_.get(), index, value); }

void Query::put(int index, std::string_view value) {
  // An empty view may have no data, which SQLite would take for NULL.
  const char* bytes = value.empty() ? "" : value.data();
  sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Query::put(int index, const std::optional<std::uint32_t>& value) {
  if (value) {
    put(index, *value);
  } else {
    sqlite3_bind_null(statement_.get(), index);
  }
}

void Query::put(int index, const std::optional<std::uint64_t>& value) {
  if (value) {
    put(index, *value);
  } else {
    sqlite3_bind_null(statement_.get(), index);
  }
}

}  // namespace newsgraph
