#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "extract/base/error.hpp"

namespace newsgraph {

/// Where an exporter writes: it appends to `text` and calls spill() after each record. Appending to
/// a string is several times faster than formatting into a stream, and the string stays small.
class Sink {
 public:
  explicit Sink(std::ostream& out) : out_(out) { text.reserve(2 * kLimit); }

  std::string text;

  /// Hands `text` on once it is long.
  /// @throws IoError if the stream fails.
  void spill() {
    if (text.size() >= kLimit) write();
  }

  /// Hands everything on; to be called last.
  /// @throws IoError if the stream fails.
  void finish() {
    write();
    out_.flush();
    check();
  }

 private:
  static constexpr std::size_t kLimit = 1 << 18;

  void write() {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    check();
    text.clear();
  }
  void check() const {
    if (!out_) throw IoError("cannot write the export to its end; is the disk full?");
  }

  std::ostream& out_;
};

}  // namespace newsgraph
