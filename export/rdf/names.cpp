#include "export/rdf/names.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

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
    {"pos", "id/position/"},
    {"doc", "id/document/"},
    {"run", "id/run/"},
    {"gph", ""},
    {"", ""},
};
static_assert(std::size(kPrefixes) == kSpaces);

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

}  // namespace

Namespaces::Namespaces(const std::string& base) {
  for (std::size_t i = 0; i < iris_.size(); ++i) {
    const std::string_view iri = kPrefixes[i].iri;
    const bool is_absolute = iri.starts_with("http") || i == static_cast<std::size_t>(Space::kIri);
    iris_[i] = is_absolute ? std::string(iri) : base + std::string(iri);
  }
}

std::string_view Namespaces::prefix(Space space) {
  return kPrefixes[static_cast<std::size_t>(space)].prefix;
}

std::string checked_base(std::string base) {
  std::string scratch;
  if (!is_absolute_iri(base) || clean_text(base, scratch) != base) {
    throw Error("the base of RDF names is \"" + base +
                "\"; expected an absolute IRI, e.g. https://example.org/news/");
  }
  if (base.back() != '/' && base.back() != '#') base += '/';
  return base;
}

LocalName::LocalName(char kind, std::uint64_t id) {
  constexpr char kDigits[] = "0123456789abcdef";
  text_[0] = kind;
  text_[1] = '_';
  for (std::size_t i = 17; i >= 2; --i, id >>= 4) text_[i] = kDigits[id & 15];
  size_ = 18;
}

LocalName& LocalName::operator+=(std::string_view text) {
  assert(size_ + text.size() <= text_.size());
  std::copy(text.begin(), text.end(), text_.data() + size_);
  size_ += text.size();
  return *this;
}

LocalName& LocalName::operator+=(std::uint64_t number) {
  const auto end = std::to_chars(text_.data() + size_, text_.data() + text_.size(), number).ptr;
  size_ = static_cast<std::size_t>(end - text_.data());
  return *this;
}

}  // namespace newsgraph
