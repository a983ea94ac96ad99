#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "extract/batch.hpp"

namespace newsgraph::cli {

/// One line on standard error that tells how far a batch has come, drawn anew a few times a second:
///
///     1,204 articles, 20,113 sentences, 9,120 relations, 312 articles/s, 1:20 left
///
/// Only on a terminal; in a pipe nothing is printed but failures.
class Progress {
 public:
  /// @param is_shown     False for --quiet.
  /// @param total_bytes  Of the input, where known; without it no time left can be told.
  Progress(bool is_shown, std::optional<std::uint64_t> total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(const BatchProgress& counts);

  /// Draws a line of another kind of work; `make_line` is asked only when it is time for one.
  void update(const std::function<std::string()>& make_line);

  /// Prints a line of its own above the progress: "newsgraph: <message>".
  void report(std::string_view message);

  /// Takes the line away.
  void clear();

  double seconds() const;

 private:
  std::string line(const BatchProgress& counts) const;

  using Clock = std::chrono::steady_clock;
  bool is_shown_;
  bool is_drawn_ = false;
  std::optional<std::uint64_t> total_bytes_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point drawn_ = begin_;
};

/// "0:05", "1:20", "2:03:07" for whole seconds.
std::string clock_text(std::uint64_t seconds);

}  // namespace newsgraph::cli
