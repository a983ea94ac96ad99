#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "export/rdf/names.hpp"
#include "export/sink.hpp"

namespace newsgraph {

enum class RdfSyntax : std::uint8_t { kNTriples, kNQuads, kTurtle, kTriG, kJsonLd };

/// Whether triples can be put in named graphs.
bool has_named_graphs(RdfSyntax syntax);

/// The types that literals have here. XML Schema's names, but for kEdtf.
enum class Datatype : std::uint8_t {
  kString,
  kInteger,
  kDecimal,
  kBoolean,
  kDateTime,
  kDate,
  kGYearMonth,
  kGYear,
  kEdtf,
};
Name datatype_name(Datatype type);

/// The type of an EDTF date: the XML Schema type that has it as a valid value, else kEdtf.
Datatype date_type(std::string_view date);

/// Writes triples, subject by subject, in one of RDF's syntaxes:
///
///     rdf.subject({Space::kEntity, "e_…"});
///     rdf.add({Space::kRdf, "type"}, {Space::kOntology, "Person"});
///     rdf.text({Space::kSkos, "prefLabel"}, "Marta Keller");
///     rdf.finish();
///
/// All syntaxes say the same. No blank nodes: every thing has a name, so files can be cut, merged
/// and compared. The values of one property of a subject have to come one after the other (as a
/// list in Turtle and JSON-LD).
class RdfWriter {
 public:
  virtual ~RdfWriter() = default;
  RdfWriter(const RdfWriter&) = delete;
  RdfWriter& operator=(const RdfWriter&) = delete;

  /// In which graph the following subjects are spoken of; the default graph if it has no name.
  /// Only if has_named_graphs().
  virtual void graph(std::optional<Name> name) = 0;
  /// What the following calls speak of.
  virtual void subject(Name name) = 0;
  virtual void add(Name property, Name object) = 0;
  /// To be called last.
  virtual void finish() = 0;

  // The literals write nothing if their text is empty.
  void text(Name property, std::string_view value, std::string_view language = {});
  void number(Name property, std::uint64_t value);
  /// As a decimal.
  void number(Name property, double value);
  void flag(Name property, bool value);
  /// An EDTF date, by date_type().
  void date(Name property, std::string_view value);

 protected:
  RdfWriter(Namespaces namespaces, Sink& sink) : namespaces_(std::move(namespaces)), sink_(sink) {}

  /// @param value     Any text if `type` is kString or kEdtf, else a valid value of the type.
  /// @param language  A well-formed tag, with kString only; or empty.
  virtual void literal(Name property, std::string_view value, Datatype type,
                       std::string_view language) = 0;

  Namespaces namespaces_;
  Sink& sink_;

 private:
  std::string digits_;
};

/// @param base  From checked_base().
std::unique_ptr<RdfWriter> make_rdf_writer(RdfSyntax syntax, const std::string& base, Sink& sink);

}  // namespace newsgraph
