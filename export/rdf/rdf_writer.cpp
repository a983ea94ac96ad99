#include "export/rdf/rdf_writer.hpp"

#include <algorithm>
#include <utility>

#include "export/text.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

struct Prefix {
  std::string_view prefix;
  std::string_view iri;  ///< relative ones are under the base
};

/// By Space.
constexpr Prefix kPrefixes[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dct", "http://purl.org/dc/terms/"},
    {"schema", "https://schema.org/"},
    {"edtf", "http://id.loc.gov/datatypes/edtf/"},
    {"ngo", "https://newsgraph.example/ontology#"},
    {"ngc", "class/"},
    {"ngr", "relation/"},
    {"ent", "id/entity/"},
    {"rel", "id/relation/"},
    {"clm", "id/claim/"},
    {"att", "id/attribution/"},
    {"qlf", "id/qualifier/"},
    {"evd", "id/evidence/"},
    {"sen", "id/sentence/"},
    {"doc", "id/document/"},
    {"gph", ""},
};
static_assert(std::size(kPrefixes) == static_cast<std::size_t>(Space::kCount));

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Names that every Turtle reader takes behind a prefix; others are written as whole IRIs.
bool is_plain_local_name(std::string_view name) {
  return !name.empty() && (is_letter(name[0]) || name[0] == '_') &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

/// scheme ":" something, with nothing in it that no IRI may hold.
bool is_absolute_iri(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  return colon != std::string_view::npos && colon + 1 < iri.size() && is_letter(iri[0]) &&
         std::all_of(iri.begin(), iri.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) {
                       return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
                     }) &&
         std::all_of(iri.begin(), iri.end(), is_iri_character);
}

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

SerdNode node(std::string_view text, SerdType type) {
  // Without flags, literals are always written on one line with escapes, never as long strings,
  // whose raw CR not every reader keeps. The writer does not look at the number of characters.
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), text.size(), 0, type};
}
SerdNode node(const Term& term) { return node(term.text, term.type); }

}  // namespace

std::string checked_base(std::string base) {
  std::string scratch;
  if (!is_absolute_iri(base) || clean_text(base, scratch) != base) {
    throw Error("the base of RDF names is \"" + base +
                "\"; expected an absolute IRI, e.g. https://example.org/news/");
  }
  if (base.back() != '/' && base.back() != '#') base += '/';
  return base;
}

RdfWriter::RdfWriter(SerdSyntax syntax, std::string base, Sink& sink)
    : turtle_(syntax == SERD_TURTLE), sink_(sink), env_(serd_env_new(nullptr)) {
  for (std::size_t i = 0; i < namespaces_.size(); ++i) {
    const std::string_view iri = kPrefixes[i].iri;
    namespaces_[i] = iri.starts_with("http") ? std::string(iri) : base + std::string(iri);
  }
  const auto style = turtle_ ? SERD_STYLE_ABBREVIATED : SerdStyle{};
  writer_.reset(serd_writer_new(syntax, style, env_.get(), nullptr, write_bytes, this));
  if (!turtle_) return;
  for (std::size_t i = 0; i + 1 < namespaces_.size(); ++i) {
    const SerdNode prefix = node(kPrefixes[i].prefix, SERD_LITERAL);
    const SerdNode iri = node(namespaces_[i], SERD_URI);
    serd_writer_set_prefix(writer_.get(), &prefix, &iri);
  }
}

RdfWriter::~RdfWriter() = default;

std::size_t RdfWriter::write_bytes(const void* bytes, std::size_t size, void* self) {
  // Handed on in add(): an exception must not pass through serd's C code.
  static_cast<RdfWriter*>(self)->sink_.text.append(static_cast<const char*>(bytes), size);
  return size;
}

Term RdfWriter::name(Space space, std::string_view local) const {
  const auto index = static_cast<std::size_t>(space);
  Term term;
  // serd writes rdf:type as "a" where it is given as a whole IRI.
  const bool is_type = space == Space::kRdf && local == "type";
  if (turtle_ && space != Space::kGraph && !is_type && is_plain_local_name(local)) {
    term.type = SERD_CURIE;
    term.text = kPrefixes[index].prefix;
    term.text += ':';
  } else {
    term.type = SERD_URI;
    term.text = namespaces_[index];
  }
  term.text += local;
  return term;
}

void RdfWriter::write(const Term& predicate, const SerdNode& object, const SerdNode* datatype,
                      const SerdNode* language) {
  const SerdNode s = node(subject_);
  const SerdNode p = node(predicate);
  const SerdStatus status =
      serd_writer_write_statement(writer_.get(), 0, nullptr, &s, &p, &object, datatype, language);
  if (status != SERD_SUCCESS) {
    throw Error("cannot write the triple of " + subject_.text + " and " + predicate.text + ": " +
                reinterpret_cast<const char*>(serd_strerror(status)));
  }
  sink_.spill();
}

void RdfWriter::add(const Term& predicate, const Term& object) {
  write(predicate, node(object), nullptr, nullptr);
}

void RdfWriter::literal(const Term& predicate, std::string_view value, const Term* datatype,
                        std::string_view language) {
  const SerdNode object = node(clean_text(value, scratch_), SERD_LITERAL);
  const SerdNode type = datatype == nullptr ? SERD_NODE_NULL : node(*datatype);
  const SerdNode tag = node(language, SERD_LITERAL);
  write(predicate, object, datatype == nullptr ? nullptr : &type,
        language.empty() ? nullptr : &tag);
}

void RdfWriter::text(Space space, std::string_view property, std::string_view value,
                     std::string_view language) {
  if (value.empty()) return;
  literal(name(space, property), value, nullptr,
          is_language_tag(language) ? language : std::string_view());
}

// Whole datatype IRIs, because by them serd knows which literals Turtle may write bare.
void RdfWriter::number(Space space, std::string_view property, std::uint64_t value) {
  static const Term type{"http://www.w3.org/2001/XMLSchema#integer", SERD_URI};
  std::string digits;
  append_number(digits, value);
  literal(name(space, property), digits, &type, {});
}

void RdfWriter::number(Space space, std::string_view property, double value) {
  static const Term type{"http://www.w3.org/2001/XMLSchema#decimal", SERD_URI};
  std::string digits;
  append_number(digits, value);
  if (digits.find('.') == std::string::npos) digits += ".0";
  literal(name(space, property), digits, &type, {});
}

void RdfWriter::flag(Space space, std::string_view property, bool value) {
  static const Term type{"http://www.w3.org/2001/XMLSchema#boolean", SERD_URI};
  literal(name(space, property), value ? "true" : "false", &type, {});
}

void RdfWriter::date(Space space, std::string_view property, std::string_view value) {
  if (value.empty()) return;
  const std::string_view xsd = xsd_date_type(value);
  const Term type = xsd.empty() ? name(Space::kEdtf, "EDTF") : name(Space::kXsd, xsd);
  literal(name(space, property), value, &type, {});
}

void RdfWriter::finish() {
  serd_writer_finish(writer_.get());
  sink_.spill();
}

std::string_view xsd_date_type(std::string_view date) {
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
  if (date.starts_with("0000")) return "";
  if (matches("0000")) return "gYear";
  if (matches("0000-00")) return month_exists() ? "gYearMonth" : "";
  if (matches("0000-00-00")) return day_exists() ? "date" : "";
  if (matches("0000-00-00T00:00:00Z") || matches("0000-00-00T00:00:00")) {
    const bool time_exists = number(11) < 24 && number(14) < 60 && number(17) < 60;
    return day_exists() && time_exists ? "dateTime" : "";
  }
  return "";
}

}  // namespace newsgraph
