#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/base/date.hpp"
#include "extract/base/hash.hpp"
#include "extract/base/span.hpp"
#include "extract/proposition/consistency.hpp"

namespace newsgraph {

inline std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string shown = "\"";
  shown += text.substr(0, kShown);
  shown += text.size() > kShown ? "...\"" : "\"";
  return shown;
}

/// Typed, checked access to the members of one JSON object.
class Record {
 public:
  using Value = rapidjson::Value;

  explicit Record(const Value& value) : value_(value) {
    if (!value.IsObject()) throw Damage("expected a JSON object");
  }

  const Value* find(const char* name) const {
    const auto member = value_.FindMember(name);
    return member == value_.MemberEnd() || member->value.IsNull() ? nullptr : &member->value;
  }
  const Value& at(const char* name) const {
    const Value* value = find(name);
    if (value == nullptr) throw Damage("\"" + std::string(name) + "\" is missing");
    return *value;
  }

  std::string text(const char* name) const { return string_of(at(name), name); }
  std::string optional_text(const char* name) const {
    const Value* value = find(name);
    return value == nullptr ? "" : string_of(*value, name);
  }
  std::string date(const char* name) const {
    std::string date = optional_text(name);
    if (!date.empty() && !is_edtf(date)) {
      throw Damage("\"" + std::string(name) + "\" is " + quoted(date) +
                   "; expected a date in EDTF, e.g. 2024-05-01");
    }
    return date;
  }
  /// A member that is left out where it is false.
  bool flag(const char* name) const {
    const Value* value = find(name);
    if (value == nullptr) return false;
    if (!value->IsBool()) throw Damage("\"" + std::string(name) + "\" is neither true nor false");
    return value->GetBool();
  }
  std::uint64_t count(const char* name) const {
    const Value& value = at(name);
    if (!value.IsUint64()) throw Damage("\"" + std::string(name) + "\" is no whole number");
    return value.GetUint64();
  }
  std::uint32_t index(const char* name) const { return index_of(at(name), name); }
  std::optional<std::uint32_t> optional_index(const char* name) const {
    const Value* value = find(name);
    if (value == nullptr) return std::nullopt;
    return index_of(*value, name);
  }
  std::uint64_t id(const char* name) const {
    std::uint64_t id = 0;
    const std::string digits = text(name);
    if (!from_hex(digits, id)) {
      throw Damage("\"" + std::string(name) + "\" is " + quoted(digits) +
                   "; expected 16 hexadecimal digits");
    }
    return id;
  }
  Span span(const char* name) const {
    const Value& value = at(name);
    if (!value.IsArray() || value.Size() != 2 || !value[0].IsUint() || !value[1].IsUint() ||
        value[0].GetUint() > value[1].GetUint()) {
      throw Damage("\"" + std::string(name) + "\" is no [begin, end] in bytes");
    }
    return {value[0].GetUint(), value[1].GetUint()};
  }
  double probability(const char* name) const {
    const Value& value = at(name);
    if (!value.IsNumber() || !(value.GetDouble() >= 0 && value.GetDouble() <= 1)) {
      throw Damage("\"" + std::string(name) + "\" is no number from 0 to 1");
    }
    return value.GetDouble();
  }
  template <typename Enum>
  Enum word(const char* name, std::optional<Enum> (*from_string)(std::string_view)) const {
    const std::string word = text(name);
    const std::optional<Enum> value = from_string(word);
    if (!value) {
      throw Damage("\"" + std::string(name) + "\" is " + quoted(word) +
                   ", which this program does not know");
    }
    return *value;
  }
  /// Calls `visit` with each element of an array that may be missing.
  template <typename Visit>
  void each(const char* name, const Visit& visit) const {
    const Value* value = find(name);
    if (value == nullptr) return;
    if (!value->IsArray()) throw Damage("\"" + std::string(name) + "\" is no array");
    for (const Value& element : value->GetArray()) visit(element);
  }

  static std::uint32_t index_of(const Value& value, const char* name) {
    if (!value.IsUint()) throw Damage("\"" + std::string(name) + "\" is no position");
    return value.GetUint();
  }

 private:
  static std::string string_of(const Value& value, const char* name) {
    if (!value.IsString()) throw Damage("\"" + std::string(name) + "\" is no string");
    std::string text(value.GetString(), value.GetStringLength());
    if (text.find('\0') != text.npos) {
      throw Damage("\"" + std::string(name) + "\" holds a NUL character");
    }
    return text;
  }

  const Value& value_;
};

}  // namespace newsgraph
