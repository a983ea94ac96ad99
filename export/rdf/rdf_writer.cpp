#include "export/rdf/rdf_writer.hpp"

#include <algorithm>

#include "export/rdf/jsonld_writer.hpp"
#include "export/rdf/line_writer.hpp"
#include "export/rdf/turtle_writer.hpp"
#include "export/text.hpp"

namespace newsgraph {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// BCP 47 as far as Turtle's grammar goes: letters, then groups of letters and digits.
bool is_language_tag(std::string_view tag) {
  bool first = true;
  while (true) {
    const std::size_t end = std::min(tag.find('-'), tag.size());
    const std::string_view part = tag.substr(0, end);
    const bool right = std::all_of(part.begin(), part.end(), [first](char c) {
      return is_letter(c) || (!first && is_digit(c));
    });
    if (part.empty() || part.size() > 8 || !right) return false;
    if (end == tag.size()) return true;
    tag.remove_prefix(end + 1);
    first = false;
  }
}

}  // namespace

bool has_named_graphs(RdfSyntax syntax) {
  return syntax != RdfSyntax::kNTriples && syntax != RdfSyntax::kTurtle;
}

std::unique_ptr<RdfWriter> make_rdf_writer(RdfSyntax syntax, const std::string& base, Sink& sink) {
  switch (syntax) {
    case RdfSyntax::kTurtle:
    case RdfSyntax::kTriG:
      return std::make_unique<TurtleWriter>(Namespaces(base), sink);
    case RdfSyntax::kJsonLd:
      return std::make_unique<JsonLdWriter>(Namespaces(base), sink);
    case RdfSyntax::kNTriples:
    case RdfSyntax::kNQuads:
      break;
  }
  return std::make_unique<LineWriter>(Namespaces(base), sink);
}

Name datatype_name(Datatype type) {
  switch (type) {
    case Datatype::kString:
      break;
    case Datatype::kInteger:
      return {Space::kXsd, "integer"};
    case Datatype::kDecimal:
      return {Space::kXsd, "decimal"};
    case Datatype::kBoolean:
      return {Space::kXsd, "boolean"};
    case Datatype::kDateTime:
      return {Space::kXsd, "dateTime"};
    case Datatype::kDate:
      return {Space::kXsd, "date"};
    case Datatype::kGYearMonth:
      return {Space::kXsd, "gYearMonth"};
    case Datatype::kGYear:
      return {Space::kXsd, "gYear"};
    case Datatype::kEdtf:
      return {Space::kEdtf, "EDTF"};
  }
  return {Space::kXsd, "string"};
}

Datatype date_type(std::string_view date) {
  const auto matches = [date](std::string_view form) {
    return date.size() == form.size() &&
           std::equal(date.begin(), date.end(), form.begin(), [](char c, char wanted) {
             return wanted == '0' ? is_digit(c) : c == wanted;
           });
  };
  const auto number = [date](std::size_t at) {
    return at + 1 < date.size() ? (date[at] - '0') * 10 + (date[at + 1] - '0') : 0;
  };
  const auto month_exists = [&] { return number(5) >= 1 && number(5) <= 12; };
  const auto day_exists = [&] {
    constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = number(0) * 100 + number(2);
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (!month_exists() || (number(5) == 2 && number(8) == 29 && !leap)) return false;
    return number(8) >= 1 && number(8) <= kDays[number(5) - 1];
  };
  // XML Schema 1.0 has no year 0, and 1.1 another one than ISO 8601's.
  if (date.starts_with("0000")) return Datatype::kEdtf;
  if (matches("0000-00-00") && day_exists()) return Datatype::kDate;
  if (matches("0000")) return Datatype::kGYear;
  if (matches("0000-00") && month_exists()) return Datatype::kGYearMonth;
  if (matches("0000-00-00T00:00:00Z") || matches("0000-00-00T00:00:00")) {
    const bool time_exists = number(11) < 24 && number(14) < 60 && number(17) < 60;
    if (day_exists() && time_exists) return Datatype::kDateTime;
  }
  return Datatype::kEdtf;
}

void RdfWriter::text(Name property, std::string_view value, std::string_view language) {
  if (value.empty()) return;
  literal(property, value, Datatype::kString,
          is_language_tag(language) ? language : std::string_view());
}

void RdfWriter::number(Name property, std::uint64_t value) {
  digits_.clear();
  append_number(digits_, value);
  literal(property, digits_, Datatype::kInteger, {});
}

void RdfWriter::number(Name property, double value) {
  digits_.clear();
  append_number(digits_, value);
  if (digits_.find('.') == std::string::npos) digits_ += ".0";
  literal(property, digits_, Datatype::kDecimal, {});
}

void RdfWriter::flag(Name property, bool value) {
  literal(property, value ? "true" : "false", Datatype::kBoolean, {});
}

void RdfWriter::date(Name property, std::string_view value) {
  if (!value.empty()) literal(property, value, date_type(value), {});
}

}  // namespace newsgraph
