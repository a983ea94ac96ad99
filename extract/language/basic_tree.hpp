#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/relation_bits.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph {

using WordIndex = std::int32_t;
inline constexpr WordIndex kNoWord = -1;

/// What a word's dependents and place tell about it.
enum Trait : std::uint32_t {
  kHasSubject = 1,  ///< or an expletive
  kHasObject = 2,
  kHasComplement = 4,  ///< xcomp or ccomp
  kHasAuxiliary = 8,
  kIsPassive = 16,
  kHasCopula = 32,
  kHasOrphan = 64,
  kHasRelativeClause = 128,
  kIsInfinitive = 256,
  kHasObjectExpletive = 512,  ///< "makes it clear that"
  kIsRelativeClause = 1024,   ///< or a conjunct of one
  kIsRelativizer = 2048,      ///< and the noun before takes its place
};

/// A sentence's basic tree with what the rules of the enhanced graph ask of it again and again:
/// dependents in order, relations as bits, traits of words. Keeps a reference to the tokens, which
/// may come from damaged trees: words on a cycle have no place in order().
class BasicTree {
 public:
  /// O(words) time.
  explicit BasicTree(const std::vector<Token>& tokens);

  WordIndex size() const { return size_; }
  const Token& token(WordIndex i) const { return tokens_[at(i)]; }
  const std::string& deprel(WordIndex i) const { return tokens_[at(i)].deprel; }
  bool is_verb(WordIndex i) const { return token(i).upos == Upos::kVerb; }

  /// RelationBit of `i`'s relation.
  std::uint32_t relations(WordIndex i) const { return relations_[at(i)]; }
  /// Whether `i` is in one of the relations, subtypes included; or not included.
  bool is(WordIndex i, std::uint32_t relations) const {
    return (relations_[at(i)] & relations) != 0;
  }
  bool is_bare(WordIndex i, std::uint32_t relations) const {
    return is(i, relations) && !is(i, kSubtype);
  }
  bool has(WordIndex i, std::uint32_t traits) const { return (traits_[at(i)] & traits) != 0; }

  /// Of a conjunct that shares the auxiliary of the first one.
  void mark_passive(WordIndex i) { traits_[at(i)] |= kIsPassive; }

  WordIndex head(WordIndex i) const {
    const WordIndex above = token(i).head;
    return above >= 0 && above < size_ ? above : kNoHead;
  }

  /// `i`'s dependents in order of the text.
  struct Children {
    const WordIndex* first;
    const WordIndex* last;
    const WordIndex* begin() const { return first; }
    const WordIndex* end() const { return last; }
  };
  Children children(WordIndex i) const {
    return {children_.data() + first_child_[at(i)], children_.data() + first_child_[at(i) + 1]};
  }

  /// The words that the root reaches, heads first.
  const std::vector<WordIndex>& order() const { return order_; }

  /// The pronoun of a relative clause, or kNoWord.
  WordIndex relativizer(WordIndex clause) const { return relativizer_[at(clause)]; }

  /// What introduces `i` as one that stands in `relations`: "because_of"; empty if nothing.
  std::string introducer_of(WordIndex i, std::uint32_t relations) const;

  /// `i`'s basic relation with what introduces it.
  std::string label(WordIndex i) const;

 private:
  static std::size_t at(WordIndex i) { return static_cast<std::size_t>(i); }
  void index();
  void note_traits();
  void find_conjunctions();
  void find_relativizers();
  std::string introducer(WordIndex i, RelationBit relation) const;

  const std::vector<Token>& tokens_;
  const WordIndex size_;
  std::vector<std::uint32_t> relations_;  ///< RelationBit
  std::vector<std::uint32_t> traits_;     ///< Trait
  std::vector<std::uint32_t> first_child_;
  std::vector<WordIndex> children_;
  std::vector<WordIndex> order_;
  std::vector<WordIndex> conjunction_;  ///< of a conjunct: the one that has its conjunction
  std::vector<WordIndex> relativizer_;
};

}  // namespace newsgraph
