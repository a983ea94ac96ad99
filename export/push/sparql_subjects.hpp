#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "export/push/ledger.hpp"
#include "export/push/sparql_endpoint.hpp"

namespace newsgraph {

/// The property whose value is a subject's mark, with its angle brackets.
inline constexpr std::string_view kMarkProperty = "<https://newsgraph.example/push#mark>";

/// A subject of the store that the graph does not have. IRIs are with their angle brackets.
struct StoredSubject {
  std::string iri;
  std::string mark;
  Ledger::Unwanted fate = Ledger::Unwanted::kForeign;
};

struct RenamedSubject {
  std::string old;
  std::string now;
};

/// What is ours of a triple store: which subjects, and which of their properties. Told by the
/// triples of the export itself, which declares every property that it may use.
class SparqlScope {
 public:
  /// @param base  Start of the IRIs of this graph's subjects.
  explicit SparqlScope(std::string base) : base_(std::move(base)) {}

  /// @param rest  " predicate object ." of one triple.
  void see(std::string_view subject, std::string_view rest);

  /// Whether the subject is of this graph rather than of a vocabulary, which others may use too.
  bool is_own(std::string_view subject) const;
  /// A SPARQL expression: whether ?p is a property that this program writes.
  std::string own_properties() const;
  const std::string& base() const { return base_; }

 private:
  bool is_within_own_spaces(std::string_view property) const;

  std::string base_;
  std::set<std::string, std::less<>> properties_;
};

/// What earlier pushes under the graph's name have put there.
struct StoredSubjects {
  std::vector<StoredSubject> unwanted;  ///< the graph does not have them
  std::uint64_t count = 0;              ///< of all but those of vocabularies
};

/// Reads the marks of all subjects of the store into the ledger.
StoredSubjects take_inventory(SparqlEndpoint& endpoint, const SparqlScope& scope, Ledger& ledger);

/// Takes what this program wrote of the subjects out of the store, their marks included.
void erase(SparqlEndpoint& endpoint, const SparqlScope& scope,
           const std::vector<std::string>& subjects);

/// Gives subjects their new names, also where they are objects; what others have said of them comes
/// along. To be written anew: the ledger knows.
void rename(SparqlEndpoint& endpoint, const SparqlScope& scope, Ledger& ledger,
            const std::vector<RenamedSubject>& subjects);

/// Takes subjects away; those that other graphs have too lose only this graph's name.
void remove(SparqlEndpoint& endpoint, const SparqlScope& scope, const Ledger& ledger,
            const std::vector<StoredSubject>& subjects);

}  // namespace newsgraph
