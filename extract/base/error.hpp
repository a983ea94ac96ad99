#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace newsgraph {

/// Root of all that newsgraph throws on purpose. The message says what was read, what was
/// expected and what to do; it is shown to the user as it is.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Input that is not in its documented form.
class ParseError : public Error {
 public:
  /// @param source  File name, or "<stdin>".
  /// @param line    1-based; 0 where lines mean nothing.
  ParseError(std::string source, std::uint64_t line, const std::string& what)
      : Error(source + (line == 0 ? "" : std::to_string(line).insert(0, 1, ':')) + ": " + what),
        source_(std::move(source)),
        line_(line) {}

  const std::string& source() const { return source_; }
  std::uint64_t line() const { return line_; }

 private:
  std::string source_;
  std::uint64_t line_;
};

/// A file or stream that cannot be opened, read or written.
class IoError : public Error {
 public:
  using Error::Error;
};

}  // namespace newsgraph
