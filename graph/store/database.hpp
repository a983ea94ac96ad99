#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/base/span.hpp"

namespace newsgraph {

/// One connection to one SQLite file. Errors are IoError, with the file's name and what to do.
class Database {
 public:
  /// @param file   ":memory:" for none.
  /// @param flags  SQLITE_OPEN_...
  Database(const std::filesystem::path& file, int flags);

  void execute(std::string_view sql);
  std::int64_t number(const std::string& sql);  ///< the only value of a query; 0 if it has none

  sqlite3* handle() const { return handle_.get(); }
  const std::string& name() const { return name_; }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

  /// Throws what the last call failed with.
  [[noreturn]] void fail(int code) const;
  /// Throws that the file's content is not what this program writes.
  [[noreturn]] void damaged(const std::string& what) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string name_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared SQL statement; parameters and columns count from 0.
class Query {
 public:
  Query() = default;
  Query(const Database& database, std::string_view sql);

  /// Binds all parameters, after a reset.
  template <typename... Values>
  Query& bind(const Values&... values) {
    reset();
    int index = 0;
    (put(++index, values), ...);
    return *this;
  }
  /// Binds, runs to the end and resets: for statements without result.
  template <typename... Values>
  void run(const Values&... values) {
    bind(values...);
    while (step()) {
    }
    reset();
  }

  /// @return Whether there is a row.
  bool step();
  void reset();

  bool is_null(int column) const;
  std::string text(int column) const;
  /// In [0, 1], else the file is damaged.
  double probability(int column) const;
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::uint64_t id(int column) const { return static_cast<std::uint64_t>(integer(column)); }
  /// Below `limit`, else the file is damaged.
  std::uint32_t index(int column, std::uint64_t limit = 0xffffffff) const;
  Span span(int begin_column) const;
  /// A flag.
  bool flag(int column) const { return index(column, 2) == 1; }
  template <typename Enum>
  Enum enumeration(int column, Enum last) const {
    return static_cast<Enum>(index(column, static_cast<std::uint64_t>(last) + 1));
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void put(int index, std::int64_t value);
  void put(int index, std::uint64_t value) { put(index, static_cast<std::int64_t>(value)); }
  void put(int index, std::uint32_t value) { put(index, static_cast<std::int64_t>(value)); }
  void put(int index, int value) { put(index, static_cast<std::int64_t>(value)); }
  void put(int index, bool value) { put(index, static_cast<std::int64_t>(value)); }
  void put(int index, double value);
  /// The text must live until the statement is stepped.
  void put(int index, std::string_view value);
  void put(int index, const std::string& value) { put(index, std::string_view(value)); }
  void put(int index, const char* value) { put(index, std::string_view(value)); }
  void put(int index, const std::optional<std::uint32_t>& value);
  void put(int index, const std::optional<std::uint64_t>& value);
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void put(int index, Enum value) { put(index, static_cast<std::int64_t>(value)); }

  const Database* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace newsgraph
