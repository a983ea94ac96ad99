#pragma once

#include <rapidjson/writer.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "export/text.hpp"

namespace newsgraph {

/// Appends JSON to a string: RapidJSON's writer with texts cleaned as in every format.
class JsonText {
 public:
  explicit JsonText(std::string& text) : stream_{text}, json_(stream_) {}

  /// Begins a value of its own.
  void reset() { json_.Reset(stream_); }
  void start_object() { json_.StartObject(); }
  void end_object() { json_.EndObject(); }
  void start_array() { json_.StartArray(); }
  void end_array() { json_.EndArray(); }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void string(std::string_view value) {
    const std::string_view clean = clean_text(value, scratch_);
    json_.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
  }
  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void number(std::string_view name, std::uint64_t value) {
    key(name);
    json_.Uint64(value);
  }
  /// 0 where it is no number, which JSON has no word for.
  void number(std::string_view name, double value) {
    key(name);
    json_.Double(std::isfinite(value) ? value : 0);
  }
  void flag(std::string_view name, bool value) {
    key(name);
    json_.Bool(value);
  }

 private:
  /// RapidJSON's output stream over a string.
  struct Stream {
    using Ch = char;
    std::string& text;
    void Put(char c) { text += c; }
    void Flush() {}
  };

  Stream stream_;
  rapidjson::Writer<Stream> json_;
  std::string scratch_;
};

}  // namespace newsgraph
