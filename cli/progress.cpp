#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "cli/terminal.hpp"

namespace newsgraph::cli {
namespace {

constexpr std::chrono::milliseconds kRedraw{200};
constexpr double kSettled = 2.0;  // seconds until the rate says something

std::string two_digits(std::uint64_t number) {
  std::string text = std::to_string(number);
  return text.size() < 2 ? text.insert(0, 1, '0') : text;
}

}  // namespace

std::string clock_text(std::uint64_t seconds) {
  const std::uint64_t minutes = seconds / 60;
  if (minutes < 60) return std::to_string(minutes) + ":" + two_digits(seconds % 60);
  return std::to_string(minutes / 60) + ":" + two_digits(minutes % 60) + ":" +
         two_digits(seconds % 60);
}

Progress::Progress(bool is_shown, std::optional<std::uint64_t> total_bytes)
    : is_shown_(is_shown && isatty(STDERR_FILENO) == 1), total_bytes_(total_bytes) {}

Progress::~Progress() { clear(); }

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begin_).count();
}

std::string Progress::line(const BatchProgress& counts) const {
  std::string text = counted(counts.articles, "article", "articles");
  if (counts.skipped > 0) text += ", " + grouped_digits(counts.skipped) + " skipped";
  if (counts.failed > 0) text += ", " + grouped_digits(counts.failed) + " failed";
  text += ", " + counted(counts.sentences, "sentence", "sentences") + ", " +
          counted(counts.propositions, "relation", "relations");
  const double elapsed = seconds();
  if (elapsed < kSettled) return text;
  const auto all = static_cast<double>(counts.articles + counts.skipped);
  text += ", " + grouped_digits(static_cast<std::uint64_t>(all / elapsed)) + " articles/s";
  if (total_bytes_ && counts.bytes > 0 && *total_bytes_ >= counts.bytes) {
    const double left = elapsed * static_cast<double>(*total_bytes_ - counts.bytes) /
                        static_cast<double>(counts.bytes);
    text += ", " + clock_text(static_cast<std::uint64_t>(left)) + " left";
  }
  return text;
}

void Progress::update(const BatchProgress& counts) {
  update([&] { return line(counts); });
}

void Progress::update(const std::function<std::string()>& make_line) {
  if (!is_shown_ || Clock::now() - drawn_ < kRedraw) return;
  drawn_ = Clock::now();
  is_drawn_ = true;
  // Cut to the terminal: a wrapped line could not be taken back.
  const std::size_t width = Terminal::standard_error().width();
  std::cerr << "\r\x1b[K" << make_line().substr(0, std::max<std::size_t>(width, 2) - 1)
            << std::flush;
}

void Progress::report(std::string_view message) {
  clear();
  std::cerr << "newsgraph: " << printable(message) << '\n';
}

void Progress::clear() {
  if (!is_drawn_) return;
  is_drawn_ = false;
  std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace newsgraph::cli
