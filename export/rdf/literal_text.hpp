#pragma once

#include <string>
#include <string_view>

#include "export/rdf/rdf_writer.hpp"
#include "export/text.hpp"

namespace newsgraph {

// What quoted strings must not hold as it is. clean_text() has taken out the other control
// characters that JSON forbids. Strings always stand on one line: of Turtle's long ones not every
// reader keeps a raw CR.

/// N-Triples, N-Quads and JSON.
inline constexpr EscapeTable kLineString{
    {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}}};

/// Turtle and TriG. OWLAPI 5.1 reads \n as an n there, and \u000A as it should.
inline constexpr EscapeTable kTurtleString{
    {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\u000A"}, {'\r', "\\u000D"}, {'\t', "\\u0009"}}};

/// Whether values of `type` are free text. All others are digits, letters and signs.
inline bool is_free_text(Datatype type) {
  return type == Datatype::kString || type == Datatype::kEdtf;
}

/// Appends `value` in double quotes.
inline void append_quoted(std::string& out, std::string_view value, Datatype type,
                          const EscapeTable& escapes) {
  out += '"';
  if (is_free_text(type)) {
    append_escaped(out, value, escapes);
  } else {
    out += value;
  }
  out += '"';
}

}  // namespace newsgraph
