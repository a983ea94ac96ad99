#pragma once

#include <functional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

namespace newsgraph {

/// What is behind a stream that takes N-Triples and hands them on line by line. To let through what
/// on_line throws, the stream needs exceptions(badbit).
class NTriplesLines final : public std::streambuf {
 public:
  /// @param subject  With its angle brackets.
  /// @param rest     " predicate object ."
  using OnLine = std::function<void(std::string_view subject, std::string_view rest)>;

  explicit NTriplesLines(OnLine on_line) : on_line_(std::move(on_line)) {}

 private:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    std::string_view text(bytes, static_cast<std::size_t>(size));
    for (std::size_t end; (end = text.find('\n')) != std::string_view::npos;) {
      if (partial_.empty()) {
        take(text.substr(0, end));
      } else {
        partial_ += text.substr(0, end);
        take(partial_);
        partial_.clear();
      }
      text.remove_prefix(end + 1);
    }
    partial_ += text;
    return size;
  }
  int_type overflow(int_type c) override {
    const char byte = traits_type::to_char_type(c);
    xsputn(&byte, 1);
    return c;
  }

  void take(std::string_view line) {
    const std::size_t end = line.find('>');
    if (end == std::string_view::npos) return;
    on_line_(line.substr(0, end + 1), line.substr(end + 1));
  }

  OnLine on_line_;
  std::string partial_;
};

}  // namespace newsgraph
