#include "extract/proposition/open_ie/phrase.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsgraph {
namespace {

bool is_opening(const Token& token) { return token.xpos == "``" || token.xpos == "-LRB-"; }
bool is_closing(const Token& token) { return token.xpos == "''" || token.xpos == "-RRB-"; }

/// Commas, dashes, full stops: what separates, and belongs to neither side.
bool is_separator(const Token& token) {
  return token.upos == Upos::kPunct && token.xpos != "HYPH" && !is_opening(token) &&
         !is_closing(token);
}

/// Separators stay only between words that stay.
void drop_loose_separators(const Tree& tree, Phrase& phrase) {
  const Phrase all = phrase;
  const auto has = [&](TokenIndex t) { return std::binary_search(all.begin(), all.end(), t); };
  std::erase_if(phrase, [&](TokenIndex t) {
    return is_separator(tree.token(t)) && !(has(t - 1) && has(t + 1));
  });
  while (!phrase.empty() && is_separator(tree.token(phrase.back()))) phrase.pop_back();
  const auto first = std::find_if(phrase.begin(), phrase.end(),
                                  [&](TokenIndex t) { return !is_separator(tree.token(t)); });
  phrase.erase(phrase.begin(), first);
}

/// Quotes and brackets stay only in pairs, and brackets not around the whole.
void drop_loose_pairs(const Tree& tree, Phrase& phrase) {
  std::vector<std::size_t> open;
  std::vector<bool> drop(phrase.size(), false);
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const Token& token = tree.token(phrase[i]);
    if (is_opening(token)) {
      open.push_back(i);
      drop[i] = true;
    } else if (is_closing(token)) {
      drop[i] = open.empty();
      if (open.empty()) continue;
      const bool whole = token.xpos == "-RRB-" && open.back() == 0 && i + 1 == phrase.size();
      drop[open.back()] = whole;
      drop[i] = whole;
      open.pop_back();
    }
  }
  Phrase kept;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!drop[i]) kept.push_back(phrase[i]);
  }
  phrase.swap(kept);
}

/// Whether `child` belongs to `head` as the predicate of a clause: "is now the mayor in Oslo", but
/// not "is nine inches long".
bool belongs_to_clause(const Tree& tree, TokenIndex child, TokenIndex head) {
  static constexpr std::array<std::string_view, 12> kClausal = {
      "nsubj", "csubj", "cop",       "aux",       "ccomp",    "advcl",
      "mark",  "expl",  "parataxis", "discourse", "vocative", "dislocated"};
  for (const std::string_view relation : kClausal) {
    if (tree.is(child, relation)) return true;
  }
  const TokenIndex copula = tree.child(head, "cop");
  if (copula == kNoToken) return false;
  const bool noun = tree.token(head).upos != Upos::kAdj;
  const bool within = child > copula && child < head && !(noun && child == copula + 1);
  return !within && (tree.is(child, "obl") || tree.is(child, "advmod"));
}

/// ", who resigned", ", the mayor of Oslo": a statement of its own. What tells which one follows
/// without a mark: "the man who resigned", "the poet Ana Roth".
bool is_remark(const Tree& tree, TokenIndex child, TokenIndex head) {
  if (child < head || !(tree.is(child, "acl") || tree.is(child, "appos"))) return false;
  const TokenIndex first = tree.subtree(child).front();
  return tree.token(first).upos == Upos::kPunct ||
         (first > 0 && tree.token(first - 1).upos == Upos::kPunct);
}

bool is_left_out(const Tree& tree, TokenIndex child, TokenIndex head, const PhraseParts& parts) {
  if (belongs_to_clause(tree, child, head)) return true;
  // "both Roth and Kern", "but also Kern".
  if (tree.token(child).deprel == "cc:preconj") return !parts.conjuncts;
  if (tree.is(child, "cc") || tree.is(child, "case")) return child < head;
  if (tree.is(child, "advmod") && tree.is(head, "conj") && !parts.conjuncts) return child < head;
  if (!tree.is(child, "conj")) return false;
  // A clause joined to a nominal: "is mayor and lives in Oslo".
  return !parts.conjuncts || tree.token(child).upos == Upos::kVerb ||
         tree.child(child, {"nsubj", "cop"}) != kNoToken;
}

/// Adds the subtree of `top` but for the subtrees that `is_out` says.
template <typename IsOut>
void collect(const Tree& tree, TokenIndex top, IsOut&& is_out, Phrase& phrase) {
  std::vector<TokenIndex> open = {top};
  while (!open.empty()) {
    const TokenIndex at = open.back();
    open.pop_back();
    phrase.push_back(at);
    for (const TokenIndex c : tree.children(at)) {
      if (!is_out(c, at)) open.push_back(c);
    }
  }
}

Phrase trimmed(const Tree& tree, Phrase phrase) {
  std::sort(phrase.begin(), phrase.end());
  drop_loose_separators(tree, phrase);
  drop_loose_pairs(tree, phrase);
  // Within the quotes that went: "Roth , ''".
  drop_loose_separators(tree, phrase);
  return phrase;
}

}  // namespace

Phrase noun_phrase(const Tree& tree, TokenIndex head, const PhraseParts& parts) {
  const auto is_out = [&](TokenIndex child, TokenIndex above) {
    return child == parts.without || is_remark(tree, child, above) ||
           (!parts.clauses && tree.is(child, "acl"));
  };
  Phrase phrase = {head};
  for (const TokenIndex c : tree.children(head)) {
    if (!is_out(c, head) && !is_left_out(tree, c, head, parts)) collect(tree, c, is_out, phrase);
  }
  return trimmed(tree, std::move(phrase));
}

Phrase clause_phrase(const Tree& tree, TokenIndex head, bool introducer, TokenIndex without) {
  Phrase phrase = {head};
  for (const TokenIndex c : tree.children(head)) {
    const bool introduces = tree.is(c, "mark") && tree.token(c).lemma != "to";
    if (c == without || (c < head && (tree.is(c, "cc") || (introduces && !introducer)))) continue;
    const auto is_out = [&](TokenIndex child, TokenIndex) { return child == without; };
    collect(tree, c, is_out, phrase);
  }
  return trimmed(tree, std::move(phrase));
}

}  // namespace newsgraph
