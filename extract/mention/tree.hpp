#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Position of a token in its sentence; kNoToken where there is none.
using TokenIndex = std::int32_t;
inline constexpr TokenIndex kNoToken = -1;

/// A dependent in the enhanced graph.
struct EnhancedDependent {
  TokenIndex token = kNoToken;
  std::string relation;  ///< "nsubj", "obl:because_of"
};

/// A sentence's dependency tree and enhanced graph (extract/language/enhanced_graph.hpp), read
/// downwards. Keeps a pointer to the sentence.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const { return *sentence_; }
  const Token& token(TokenIndex i) const { return sentence_->tokens[static_cast<std::size_t>(i)]; }
  TokenIndex size() const { return static_cast<TokenIndex>(sentence_->tokens.size()); }
  TokenIndex head(TokenIndex i) const { return token(i).head; }
  TokenIndex root() const { return root_; }

  /// Dependents of `i` in order of the text.
  const std::vector<TokenIndex>& children(TokenIndex i) const {
    return children_[static_cast<std::size_t>(i)];
  }

  /// Dependents of `i` in the enhanced graph in order of the text: arguments that the tree leaves
  /// implicit among them, without relative pronouns.
  const std::vector<EnhancedDependent>& enhanced_children(TokenIndex i) const {
    return enhanced_children_[static_cast<std::size_t>(i)];
  }

  /// Whether `to` follows `from` without a space, whatever stands between.
  bool is_glued(TokenIndex from, TokenIndex to) const;
  bool is(TokenIndex i, std::string_view relation) const {
    return is_relation(token(i).deprel, relation);
  }

  /// The first dependent of `i` in one of the relations (subtypes count), or kNoToken.
  TokenIndex child(TokenIndex i, std::string_view relation) const;
  TokenIndex child(TokenIndex i, std::initializer_list<std::string_view> relations) const;

  /// `i` and the tokens joined to it by "conj", in order.
  std::vector<TokenIndex> with_conjuncts(TokenIndex i) const;

  /// Whether `i` is `ancestor` or stands below it.
  bool is_below(TokenIndex i, TokenIndex ancestor) const;

  /// All tokens of the subtree of `i`, in order.
  std::vector<TokenIndex> subtree(TokenIndex i) const;

  /// Adds what a hyphen joins to a token of `tokens` ("face-to-face"); sorted, each once.
  void complete_hyphenated(std::vector<TokenIndex>& tokens) const;

  /// The words that introduce `i`: its "case" and "mark" dependents with their fixed parts, lower
  /// case, joined by blanks: "according to"; empty if none.
  std::string introducer(TokenIndex i, std::string_view relation) const;

 private:
  const Sentence* sentence_;
  std::vector<std::vector<TokenIndex>> children_;
  std::vector<std::vector<EnhancedDependent>> enhanced_children_;
  TokenIndex root_ = kNoToken;
};

}  // namespace newsgraph
