#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace newsgraph {

/// Reads a stream line by line, in bounded memory whatever the stream holds.
///
/// Lines end with LF or CR LF, which are not part of them; a byte order mark before the first is
/// dropped. A line longer than the limit is skipped to its end.
class LineReader {
 public:
  enum class Result : std::uint8_t { kLine, kTooLong, kEnd };

  /// @param in     Outlives the reader.
  /// @param limit  Most bytes of a line.
  LineReader(std::istream& in, std::size_t limit);

  /// Reads the next line into `line`; it is empty after kTooLong and kEnd.
  Result next(std::string& line);

  /// 1-based number of the line read last; 0 before the first.
  std::uint64_t line() const { return line_; }

  /// Bytes taken from the stream and handed out so far, line ends included.
  std::uint64_t bytes() const { return bytes_; }

 private:
  bool fill();

  std::istream& in_;
  std::size_t limit_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t line_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace newsgraph
