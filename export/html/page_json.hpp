#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "export/text.hpp"

namespace newsgraph {

/// JSON inside an HTML element: '<' as an escape, so that no text can end the element.
inline constexpr EscapeTable kHtmlJson{
    {{'"', "\\\""}, {'\\', "\\\\"}, {'<', "\\u003c"}, {'\t', "\\t"}, {'\n', "\\n"}, {'\r', "\\r"}}};

/// Writes rows such as ["Oslo",3,["a","b"]] at the end of a text; nested arrays by open() and
/// close().
class JsonRow {
 public:
  explicit JsonRow(std::string& text) : text_(text) { open(); }
  JsonRow(const JsonRow&) = delete;
  JsonRow& operator=(const JsonRow&) = delete;
  ~JsonRow() { close(); }

  JsonRow& open() {
    separate();
    text_ += '[';
    first_ = true;
    return *this;
  }
  JsonRow& close() {
    text_ += ']';
    first_ = false;
    return *this;
  }
  JsonRow& add(std::string_view value) {
    separate();
    text_ += '"';
    append_escaped(text_, value, kHtmlJson);
    text_ += '"';
    return *this;
  }
  JsonRow& add(std::integral auto value) {
    separate();
    text_ += std::to_string(value);
    return *this;
  }
  JsonRow& add(double value) {
    separate();
    append_number(text_, value);
    return *this;
  }

 private:
  void separate() {
    if (!first_) text_ += ',';
    first_ = false;
  }

  std::string& text_;
  bool first_ = true;
};

}  // namespace newsgraph
