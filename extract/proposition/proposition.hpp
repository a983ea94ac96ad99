#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/span.hpp"

/// What one article says: the mentions in it and the propositions over them. This is all that
/// graph/ ever sees of an article, and all that the proposition stream carries
/// (schemas/proposition.schema.json).
///
///     "President Keller for the second time declined to visit Oslo."
///
///     mentions      0 name    "Keller"        person, title "President"
///                   1 nominal "Oslo visit"    event, head "visit", participants {2}
///                   2 name    "Oslo"          place
///     propositions  (0; declined; 1)           canonical "decline"
///                   (0; declined to visit; 2)  canonical "decline to visit"
///                   (1; involves; 2)           the event's participant, canonical "involve"
namespace newsgraph {

/// What a node of the graph is; docs in README, "The graph".
enum class NodeKind : std::uint8_t {
  kEntity,   ///< named, or uniquely described
  kEvent,    ///< a nominalised or infinitive event with a named participant: "Moscow visit"
  kConcept,  ///< a minimised noun phrase: "peace talks"
  kValue,    ///< a typed literal: date, number with unit, money
};

enum class EntityType : std::uint8_t {
  kPerson,
  kOrganization,
  kPlace,
  kEvent,
  kWork,
  kProduct,
  kLaw,
  kNationality,
  kDate,
  kNumber,
  kMoney,
  kQuantity,
  kOther,
};

/// How a mention refers.
enum class MentionForm : std::uint8_t { kName, kNominal, kPronoun };

/// Of the predicate as printed: "declined to visit" is affirmed.
enum class Polarity : std::uint8_t { kAffirmed, kNegated };

enum class Modality : std::uint8_t { kActual, kPlanned, kPossible, kConditional };

/// A stretch of text that refers to something.
struct Mention {
  std::uint64_t id = 0;        ///< mention_id(article key, span): the same in every run
  std::uint32_t sentence = 0;  ///< index into Extraction::sentences
  Span span;                   ///< the name or noun phrase without determiner, title, possessive
  std::string text;            ///< its label: white space folded, minimised ("Moscow visit")
  std::string head;            ///< lemma of the head word
  MentionForm form = MentionForm::kNominal;
  NodeKind kind = NodeKind::kConcept;
  EntityType type = EntityType::kOther;
  std::uint32_t chain = 0;  ///< coreference: the first mention of its chain that is no
                            ///< pronoun, as index; or its own
  std::string title;        ///< what stands before a name: "President", "General"; else empty
  std::string value;        ///< of kValue: EDTF date, or an amount as values/amount.hpp writes
                            ///< them: "USD 9800000000"; of kEvent: its date; else empty
  std::vector<std::uint32_t> participants;  ///< of kEvent: its named participants, as mentions
  bool local = false;  ///< something that only this article tells of ("the gunman", "two people"):
                       ///< equal words in another article mean another

  bool identified = false;  ///< of a nominal: a name or nationality in it tells which one it is
                            ///< ("Norlandic troops"); others are nodes only where much is said of
                            ///< them

  friend bool operator==(const Mention&, const Mention&) = default;
};

/// A slot of a proposition: a mention, another proposition (a clause), or nothing.
struct Argument {
  enum class Kind : std::uint8_t { kNone, kMention, kProposition };
  Kind kind = Kind::kNone;
  std::uint32_t index = 0;  ///< into Extraction::mentions or Extraction::propositions
  Span span;                ///< the whole argument as written
  std::string text;         ///< the text of `span`, white space folded

  bool is_mention() const { return kind == Kind::kMention; }
  bool is_proposition() const { return kind == Kind::kProposition; }
  explicit operator bool() const { return kind != Kind::kNone; }
  friend bool operator==(const Argument&, const Argument&) = default;
};

/// An object that is no node is shown as written up to so many words, else minimised.
inline constexpr std::size_t kObjectWords = 8;

/// A further argument or adjunct: ("in", Istanbul), ("on", 2022-03-29), ("", officially).
struct Qualifier {
  std::string role;  ///< the preposition or marker; empty for adverbs
  Argument value;    ///< kind kNone where it is only text

  friend bool operator==(const Qualifier&, const Qualifier&) = default;
};

/// Who says so, and through what.
struct Attribution {
  std::optional<std::uint32_t> mention;  ///< the source, where it is a mention
  std::string text;                      ///< the source as written: "Sources close to the Kremlin"
  std::string cue;                       ///< "said", "according to", "told"
  Span span;                             ///< of source and cue

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

/// One reading of one sentence.
struct Proposition {
  std::uint64_t id = 0;        ///< hash of article key, spans of the parts, canonical predicate
  std::uint32_t sentence = 0;  ///< index into Extraction::sentences
  Argument subject;            ///< always a mention
  Argument object;             ///< kNone for intransitives
  Span predicate_span;         ///< hull of the predicate's words
  std::string predicate;       ///< as written: "declined to visit"
  std::string canonical;       ///< lemma with particle and preposition: "decline to visit"
  std::string readable;        ///< for people: "declined to visit", "backs"
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kActual;
  std::vector<Attribution> attribution;  ///< outermost first; empty in the article's own voice
  std::vector<Qualifier> qualifiers;
  std::string event_date;      ///< EDTF; empty if unknown
  std::string statement_date;  ///< EDTF; when the source said so
  double confidence = 0;       ///< probability that the text says so, in [0, 1], four decimals
  std::string rule;            ///< the rule that made it: "verb", "copula", "apposition"

  friend bool operator==(const Proposition&, const Proposition&) = default;
};

/// The article as the graph knows it: metadata without text.
struct ArticleHeader {
  std::string key;
  std::string id;
  std::string url;
  std::string title;
  std::string outlet;
  std::string author;
  std::string published;  ///< EDTF
  std::string modified;   ///< EDTF
  std::string language;
  std::string source;        ///< where it was read
  std::string content_hash;  ///< of the version read
  std::string text_hash;     ///< of the folded text alone: equal for copies under other keys
  std::string fingerprint;   ///< of the extractor and schema it was read with

  friend bool operator==(const ArticleHeader&, const ArticleHeader&) = default;
};

struct SentenceText {
  Span span;         ///< into the article's text
  std::string text;  ///< white space folded

  friend bool operator==(const SentenceText&, const SentenceText&) = default;
};

/// Everything read from one article.
struct Extraction {
  ArticleHeader article;
  std::vector<SentenceText> sentences;
  std::vector<Mention> mentions;
  std::vector<Proposition> propositions;
  std::uint64_t tokens = 0;
  std::uint64_t unresolved = 0;  ///< propositions left out because a pronoun was not resolved

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

/// "entity", "person", "name", "affirmed", "actual": the words of the schemas; and back.
const char* to_string(NodeKind kind);
const char* to_string(EntityType type);
const char* to_string(MentionForm form);
const char* to_string(Polarity polarity);
const char* to_string(Modality modality);
std::optional<NodeKind> node_kind_from_string(std::string_view word);
std::optional<EntityType> entity_type_from_string(std::string_view word);
std::optional<MentionForm> mention_form_from_string(std::string_view word);
std::optional<Polarity> polarity_from_string(std::string_view word);
std::optional<Modality> modality_from_string(std::string_view word);

/// Id of the mention at `span` of the article `key` (base/hash.hpp).
std::uint64_t mention_id(std::string_view key, Span span);

/// Id of a proposition by what it stands on.
std::uint64_t proposition_id(std::string_view key, Span subject, Span predicate, Span object,
                             std::string_view canonical);

}  // namespace newsgraph
