#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/span.hpp"

/// The annotated text that flows through extract/: sentences of tokens with their analysis.
///
/// Terms and conventions are those of Universal Dependencies (https://universaldependencies.org):
/// syntactic words, so that "John's" is the two tokens "John" and "'s". Every token covers its own
/// bytes of the article. Indices are 0-based positions in Sentence::tokens; CoNLL-U's 1-based ids
/// exist only in conllu.cpp.
///
///     "London backs Navarro."
///      0 London   PROPN nsubj -> 1
///      1 backs    VERB  root         lemma "back"
///      2 Navarro  PROPN obj   -> 1
///      3 .        PUNCT punct -> 1
namespace newsgraph {

inline constexpr std::int32_t kNoHead = -1;  ///< the root's head

/// Universal part of speech (UD v2), in the order of its documentation.
enum class Upos : std::uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};

struct Token {
  Span span;          ///< into Article::text
  std::string form;   ///< as written (the text of `span`)
  std::string lemma;  ///< as in UD English: lower case but for proper nouns
  Upos upos = Upos::kX;
  std::string xpos;   ///< Penn Treebank tag
  std::string feats;  ///< "Number=Sing|Person=3", sorted; empty if none
  std::int32_t head = kNoHead;
  std::string deprel;    ///< with subtype: "nsubj:pass"
  float head_score = 0;  ///< the parser's certainty in this arc, in [0, 1]; 0 where none is given
  bool space_after = true;

  friend bool operator==(const Token&, const Token&) = default;
};

/// Types of named mentions; the first three are what every training corpus distinguishes.
enum class NameType : std::uint8_t {
  kPerson,
  kOrganization,
  kPlace,
  kEvent,
  kWork,
  kProduct,
  kLaw,
  kNationality,
  kOther,
};

/// A name in the text: tokens [begin, end), title and apposition left out
/// ("Angela Merkel" in "Chancellor Angela Merkel's").
struct NamedMention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameType type = NameType::kOther;
  float score = 0;  ///< certainty in [0, 1]

  friend bool operator==(const NamedMention&, const NamedMention&) = default;
};

struct Sentence {
  Span span;
  std::vector<Token> tokens;        ///< a tree: exactly one root, no cycles
  std::vector<NamedMention> names;  ///< in order, disjoint
  bool paragraph_start = false;     ///< first of its block

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// "PROPN"; and back, kX for anything else.
const char* to_string(Upos upos);
Upos upos_from_string(const std::string& name);

/// Whether `deprel` is `relation` or a subtype of it: "nsubj:pass" is an "nsubj".
inline bool is_relation(std::string_view deprel, std::string_view relation) {
  return deprel.starts_with(relation) &&
         (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

/// "PER", "ORG", "LOC", "EVENT", ...: the tag used in IOB2 and CoNLL-U `Name=B-PER`.
const char* to_string(NameType type);

}  // namespace newsgraph
