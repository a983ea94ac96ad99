#pragma once

#include <serd/serd.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "export/sink.hpp"

namespace newsgraph {

/// Where names of the output live; the order is that of the prefixes in Turtle.
enum class Space : std::uint8_t {
  kRdf,
  kRdfs,
  kOwl,
  kXsd,
  kSkos,
  kProv,
  kOa,
  kDc,
  kDct,
  kSchema,
  kEdtf,
  kOntology,  ///< ngo: this program's vocabulary, schemas/news.ttl; the same whatever the base
  // Below, all under the base:
  kClass,
  kRelationProperty,
  kEntity,
  kRelation,
  kClaim,
  kAttribution,
  kQualifier,
  kEvidence,
  kSentence,
  kDocument,
  kGraph,
  kCount,
};

/// What a triple is made of. The text is that of the whole IRI, of a prefixed name, or of a
/// literal.
struct Term {
  std::string text;
  SerdType type = SERD_NOTHING;
};

/// `base` with a '/' behind it where it ends in neither '/' nor '#'.
/// @throws Error if it is no absolute IRI.
std::string checked_base(std::string base);

/// Writes triples as Turtle or N-Triples through serd. No blank nodes: every term has a name, so
/// files can be cut, merged and compared.
class RdfWriter {
 public:
  /// @param base  Start of every IRI that is not of a fixed vocabulary, from checked_base().
  RdfWriter(SerdSyntax syntax, std::string base, Sink& sink);
  ~RdfWriter();
  RdfWriter(const RdfWriter&) = delete;
  RdfWriter& operator=(const RdfWriter&) = delete;

  /// The name `local` in `space`. Percent-encode hostile text before.
  Term name(Space space, std::string_view local) const;
  /// Sets what the following calls speak of.
  void subject(Term subject) { subject_ = std::move(subject); }

  void add(const Term& predicate, const Term& object);
  void add(Space space, std::string_view property, const Term& object) {
    add(name(space, property), object);
  }
  /// A plain string. Nothing is written if it is empty.
  void text(Space space, std::string_view property, std::string_view value,
            std::string_view language = {});
  void number(Space space, std::string_view property, std::uint64_t value);
  /// As xsd:decimal.
  void number(Space space, std::string_view property, double value);
  void flag(Space space, std::string_view property, bool value);
  /// An EDTF date as the closest XML Schema type (dateTime, date, gYearMonth, gYear), else as EDTF.
  /// Nothing is written if it is empty.
  void date(Space space, std::string_view property, std::string_view value);

  void finish();

 private:
  void literal(const Term& predicate, std::string_view value, const Term* datatype,
               std::string_view language);
  void write(const Term& predicate, const SerdNode& object, const SerdNode* datatype,
             const SerdNode* language);
  static std::size_t write_bytes(const void* bytes, std::size_t size, void* sink);

  struct FreeEnv {
    void operator()(SerdEnv* env) const { serd_env_free(env); }
  };
  struct FreeWriter {
    void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
  };

  bool turtle_;
  Sink& sink_;
  std::array<std::string, static_cast<std::size_t>(Space::kCount)> namespaces_;
  std::unique_ptr<SerdEnv, FreeEnv> env_;
  std::unique_ptr<SerdWriter, FreeWriter> writer_;
  Term subject_;
  std::string scratch_;
};

/// The local name of an XML Schema datatype that `date` is valid in: "date", "gYear", …; empty if
/// there is none.
std::string_view xsd_date_type(std::string_view date);

}  // namespace newsgraph
