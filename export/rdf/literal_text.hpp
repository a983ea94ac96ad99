#pragma once

#include <string>
#include <string_view>

#include "export/rdf/rdf_writer.hpp"
#include "export/text.hpp"

namespace newsgraph {

/// What quoted strings of N-Triples, Turtle and JSON alike must not hold as it is. clean_text()
/// has taken out the other control characters that JSON forbids. Always on one line: of Turtle's
/// long strings not every reader keeps a raw CR.
inline constexpr EscapeTable kRdfString{
    {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}}};

/// Whether values of `type` are free text. All others are digits, letters and signs.
inline bool is_free_text(Datatype type) {
  return type == Datatype::kString || type == Datatype::kEdtf;
}

/// Appends `value` in double quotes.
inline void append_quoted(std::string& out, std::string_view value, Datatype type) {
  out += '"';
  if (is_free_text(type)) {
    append_escaped(out, value, kRdfString);
  } else {
    out += value;
  }
  out += '"';
}

}  // namespace newsgraph
