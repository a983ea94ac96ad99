#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/confidence.hpp"
#include "extract/proposition/proposition.hpp"

namespace newsgraph {

struct Clause;
struct Draft;

/// Why something that the rules looked at is no proposition.
enum class RejectionReason : std::uint8_t {
  kUnresolvedPronoun,  ///< "It failed.": whom a pronoun means is not known
  kPointsBack,         ///< "This move failed.": stands for what was said before
  kShellNoun,          ///< "Things changed.": a noun that names nothing
  kNoPhrase,           ///< subject or object heads no phrase that refers to something
  kSameNode,           ///< "Roth hurt himself.": subject and object are one
  kBareValue,          ///< "Ten rose.": a literal without object
  kLongPredicate,      ///< a sentence, not a relation
  kCutArgument,  ///< "The vote to ... failed.": too little is left of a subject, object or clause
  kExclusive,    ///< "Only Roth will go.": that nobody else will is what is said
  kEmptyClause,  ///< "Roth said that it failed.": the clause that is its object says nothing
  kDuplicate,    ///< another rule found the same reading
  kNoSubject,    ///< a clause whose subject the sentence does not tell
  kOnlySource,   ///< "Roth said": tells who speaks, which is kept as an attribution
  kBareInfinitive,  ///< "a plan to leave": names what may happen, claims nothing
  kBidden,          ///< "asked Roth to sign": another's will, no plan of Roth's
  kNoRule,          ///< no rule finds a relation in the clause
};

/// "unresolved_pronoun": the word of schemas/explanation.schema.json.
const char* to_string(RejectionReason reason);

/// A reading of a sentence that was dropped, or a clause that gave none.
struct Rejection {
  RejectionReason reason = RejectionReason::kNoRule;
  std::uint32_t sentence = 0;
  Span span;              ///< of the predicate's words
  std::string subject;    ///< label or text; empty where there is none
  std::string predicate;  ///< for people: "declined to visit"
  std::string object;
  std::string rule;           ///< that found the reading; empty for a clause without one
  std::string culprit;        ///< the words at fault: "this move"; empty where it is the whole
  std::uint64_t kept_id = 0;  ///< of a duplicate: Proposition::id of the reading that stays

  friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// Why an argument cannot be a node, and where it stands.
struct Obstacle {
  RejectionReason reason = RejectionReason::kNoPhrase;
  TokenRef at;
};

/// What the rules report while they read a document, for those who want to know why: `newsgraph
/// explain`. Ordinary runs have none (nullptr) and pay nothing.
class Trace {
 public:
  /// The word at `at` is not read as a clause.
  void no_clause(const Document& document, TokenRef at);
  /// `clause` was read, and gave `drafts` drafts.
  void clause(const Document& document, const Clause& clause, std::size_t drafts);
  /// The word at `at` tells who says a proposition.
  void source(TokenRef at) { sources_.insert(at); }
  /// What the proposition `id` stands on.
  void grounds(std::uint64_t id, const Grounds& found) { grounds_.emplace(id, found); }
  const std::map<std::uint64_t, Grounds>& grounds() const { return grounds_; }
  /// `draft` is not made into a proposition.
  void reject(Document& document, const Draft& draft, RejectionReason reason,
              std::optional<TokenRef> culprit = std::nullopt);
  /// `proposition` is taken back.
  void reject(const Proposition& proposition, RejectionReason reason);

  /// All rejections in order of the text.
  std::vector<Rejection> rejections(const Document& document) const;

 private:
  struct EmptyClause {
    Rejection rejection;
    std::vector<TokenRef> chain;
  };

  std::vector<TokenRef> no_clauses_;
  std::set<TokenRef> in_clauses_;  ///< words of predicates
  std::vector<EmptyClause> empty_;
  std::set<TokenRef> sources_;
  std::vector<Rejection> readings_;
  std::map<std::uint64_t, Grounds> grounds_;  ///< by Proposition::id
};

}  // namespace newsgraph
