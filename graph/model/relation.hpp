#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// Where a claim stands. Spans are bytes of the article's text; empty where a part is implied.
struct Evidence {
  std::uint32_t article = 0;   ///< index into KnowledgeGraph::articles
  std::uint32_t sentence = 0;  ///< index into KnowledgeGraph::sentences
  Span subject;
  Span predicate;
  Span object;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Who says so, as the graph knows them.
struct Source {
  std::optional<std::uint32_t> entity;  ///< vertex, where the source is a node
  std::string text;                     ///< as written: "Sources close to the Kremlin"
  std::string cue;                      ///< "said", "according to"

  friend bool operator==(const Source&, const Source&) = default;
};

/// A further argument or adjunct of a claim.
struct ClaimQualifier {
  std::string role;                     ///< preposition or marker; empty for adverbs
  std::optional<std::uint32_t> entity;  ///< vertex, where the value is a node
  std::string text;

  friend bool operator==(const ClaimQualifier&, const ClaimQualifier&) = default;
};

/// One proposition with its attribution and evidence.
struct Claim {
  std::uint64_t id = 0;             ///< the proposition's; printed as c_<16 hex digits>
  std::string predicate;            ///< as written here
  std::vector<Source> attribution;  ///< outermost first; empty in the article's own voice
  std::vector<ClaimQualifier> qualifiers;
  std::string event_date;  ///< EDTF; empty if unknown
  std::string statement_date;
  double confidence = 0;  ///< probability that the text says so, in [0, 1]
  std::string rule;       ///< extraction rule
  Evidence evidence;

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// All claims with the same subject, canonical predicate, object, polarity and modality: the
/// Boost.Graph edge property. Subject and object are the edge's ends.
struct Relation {
  std::uint64_t id = 0;   ///< that of its earliest claim; printed as r_<16 hex digits>
  std::string predicate;  ///< as written, most frequent form
  std::string canonical;
  std::string readable;
  std::string relation_class;  ///< of schemas/news.ontology.json: "REJECT", "SUPPORT", "OTHER"
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kActual;
  std::vector<Claim> claims;         ///< never empty; by publication date, article key, span
  double confidence = 0;             ///< maximum over the claims
  std::uint32_t evidence_count = 0;  ///< number of claims
  std::uint32_t support = 0;         ///< independent articles: copies of one text count once
  std::string first_date;            ///< over event date, else statement's, else article's; EDTF
  std::string last_date;
  bool asserted = false;   ///< affirmed, actual, and in at least one article's own voice
  bool contested = false;  ///< the graph holds its contrary

  friend bool operator==(const Relation&, const Relation&) = default;
};

/// A relation without a node as object: an intransitive ("the talks failed"), one whose object is
/// another relation ("Peskov said that ...", object_relation), or one whose object nobody would
/// look up ("opened channels of communication", object_text). A property of its subject, not an
/// edge.
struct Statement {
  std::uint32_t subject = 0;                     ///< vertex
  std::optional<std::uint64_t> object_relation;  ///< id of a relation or statement
  std::string object_text;                       ///< as written, most frequent form; else empty
  Relation relation;

  friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace newsgraph
