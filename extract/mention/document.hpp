#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/language/sentence.hpp"
#include "extract/mention/tree.hpp"
#include "extract/proposition/proposition.hpp"
#include "extract/values/amount.hpp"
#include "extract/values/time_expression.hpp"

namespace newsgraph {

/// A token of a document.
struct TokenRef {
  std::uint32_t sentence = 0;
  TokenIndex token = kNoToken;
  friend auto operator<=>(const TokenRef&, const TokenRef&) = default;
};

/// One analysed article on its way to propositions: its sentences, their trees, and the mentions
/// found in them so far. Mentions are made where they are asked for: by a noun phrase's head.
///
///     mention_of("the former head of Norland's army") =
///         nominal "head of Norland's army", kind concept
class Document {
 public:
  Document(const Article& article, std::vector<Sentence> sentences);

  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const Article& article() const { return article_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const Tree& tree(std::uint32_t sentence) const { return trees_[sentence]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(sentences_.size()); }

  std::vector<Mention>& mentions() { return mentions_; }
  const std::vector<Mention>& mentions() const { return mentions_; }

  /// The mention whose phrase is headed by `head`, made if it is new; none where the token heads
  /// no referring phrase. A common noun with a name beside it ("his successor, Ana Roth") is its
  /// name's mention.
  std::optional<std::uint32_t> mention_of(TokenRef head);

  /// The same without looking for a name beside it.
  std::optional<std::uint32_t> own_mention_of(TokenRef head);

  /// The head of the phrase of a mention.
  TokenRef head_of(std::uint32_t mention) const { return heads_[mention]; }

  /// The name that `token` is part of: its position in Sentence::names, or none.
  std::optional<std::size_t> name_at(TokenRef token) const;

  /// The time expressions of a sentence, and the one, or the amount, that `token` is part of; or
  /// null.
  const std::vector<TimeExpression>& times(std::uint32_t sentence) const {
    return times_[sentence];
  }
  const TimeExpression* time_at(TokenRef token) const;
  const Amount* amount_at(TokenRef token) const;

  /// The named token that `head` refers to through an apposition or a flat name: "Ana Roth" of
  /// "his successor, Ana Roth"; `head` itself if there is none.
  TokenRef referent(TokenRef head) const;

  /// `head`'s noun phrase in few words: determiners, relative clauses, appositions, adjuncts and
  /// possessive pronouns left out.
  std::string short_phrase(TokenRef head) const;

  /// The same with the words that tell whether it holds, as a predicate says it: "former mayor of
  /// Oslo".
  std::string description(TokenRef head) const;

  /// The same with what restricts it: "plans to leave the union", "limits on adoption". Where that
  /// would be too long, without it.
  std::string restricted_phrase(TokenRef head) const;

  /// Whether restricted_phrase() leaves out what the phrase says nothing without: "plans", "the
  /// only one".
  bool is_cut(TokenRef head) const;

  /// An event mention for a verb's event ("declined to visit Moscow": "Moscow visit").
  std::uint32_t add_event(TokenRef verb, const std::string& noun, std::uint32_t participant,
                          Span span);

  /// A concept mention for what the verb alone denotes ("agreed to participate": "participation").
  std::uint32_t add_action(TokenRef verb, const std::string& noun, Span span);

  /// First mention of the coreference chain that `mention` is in; itself if there is no other.
  std::uint32_t chain_of(std::uint32_t mention) const;

  /// The whole argument headed by `head`: its subtree without leading preposition.
  Span argument_span(TokenRef head) const;

  /// The same with what restricts it to its last word, relative clauses too.
  Span whole_span(TokenRef head) const;

  /// The clause whose predicate is `head`, as written.
  Span clause_span(TokenRef head) const;

 private:
  std::uint32_t add(TokenRef head, Mention mention);
  Mention name_mention(TokenRef head, TokenIndex first, TokenIndex last, EntityType type) const;
  Mention nominal_mention(TokenRef head) const;
  Mention counted_name(TokenRef head, const NamedMention& name) const;
  void find_participants(TokenRef head, Mention& mention);
  std::string parties_of(std::uint32_t sentence, TokenIndex parties) const;
  Span span_of(TokenRef head, bool clause) const;
  std::vector<TokenIndex> phrase_tokens(TokenRef head, int depth) const;
  std::vector<TokenIndex> phrase_tokens(TokenRef head, int depth, bool with_second) const;
  struct Restricted {
    std::vector<TokenIndex> tokens;
    bool cut = false;
  };
  Restricted restricted_tokens(TokenRef head) const;
  bool tells_which(std::uint32_t sentence, TokenIndex noun, TokenIndex c,
                   const std::vector<TokenIndex>& kept) const;
  std::vector<TokenIndex> phrase_behind(std::uint32_t sentence, TokenIndex noun, TokenIndex c,
                                        bool with_second) const;
  std::vector<TokenIndex> both_of(std::uint32_t sentence, TokenIndex first,
                                  TokenIndex second) const;
  std::size_t words_of(std::uint32_t sentence, const std::vector<TokenIndex>& tokens) const;
  std::string text_of(std::uint32_t sentence, const std::vector<TokenIndex>& tokens) const;

  const Article& article_;
  std::vector<Sentence> sentences_;
  std::deque<Tree> trees_;
  std::vector<std::vector<std::int32_t>> name_of_token_;  // by sentence, token: name or -1
  std::vector<std::vector<TimeExpression>> times_;        // by sentence
  std::vector<std::vector<Amount>> amounts_;              // by sentence
  std::vector<Mention> mentions_;
  std::vector<TokenRef> heads_;
  std::map<TokenRef, std::uint32_t> by_head_;
};

}  // namespace newsgraph
