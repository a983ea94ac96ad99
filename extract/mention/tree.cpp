#include "extract/mention/tree.hpp"

#include <algorithm>
#include <utility>

#include "extract/language/enhanced_graph.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {

Tree::Tree(const Sentence& sentence)
    : sentence_(&sentence),
      children_(sentence.tokens.size()),
      enhanced_children_(sentence.tokens.size()) {
  for (TokenIndex i = 0; i < size(); ++i) {
    if (head(i) == kNoHead) {
      root_ = i;
    } else {
      children_[static_cast<std::size_t>(head(i))].push_back(i);
    }
  }
  EnhancedGraph graph = enhance(sentence);
  for (TokenIndex i = 0; i < size(); ++i) {
    for (EnhancedArc& arc : graph[static_cast<std::size_t>(i)]) {
      if (arc.head == kNoHead) continue;
      enhanced_children_[static_cast<std::size_t>(arc.head)].push_back(
          {i, std::move(arc.relation)});
    }
  }
}

TokenIndex Tree::child(TokenIndex i, std::string_view relation) const {
  for (const TokenIndex c : children(i)) {
    if (is(c, relation)) return c;
  }
  return kNoToken;
}

TokenIndex Tree::child(TokenIndex i, std::initializer_list<std::string_view> relations) const {
  for (const TokenIndex c : children(i)) {
    for (const std::string_view relation : relations) {
      if (is(c, relation)) return c;
    }
  }
  return kNoToken;
}

std::vector<TokenIndex> Tree::with_conjuncts(TokenIndex i) const {
  std::vector<TokenIndex> all = {i};
  for (const TokenIndex c : children(i)) {
    if (is(c, "conj")) all.push_back(c);
  }
  return all;
}

bool Tree::is_below(TokenIndex i, TokenIndex ancestor) const {
  while (i != kNoToken) {
    if (i == ancestor) return true;
    i = head(i);
  }
  return false;
}

std::vector<TokenIndex> Tree::subtree(TokenIndex i) const {
  std::vector<TokenIndex> found = {i};
  for (std::size_t next = 0; next < found.size(); ++next) {
    const auto& below = children(found[next]);
    found.insert(found.end(), below.begin(), below.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void Tree::complete_hyphenated(std::vector<TokenIndex>& tokens) const {
  const auto joins = [&](TokenIndex hyphen) {
    if (hyphen < 1 || hyphen + 1 >= size()) return false;
    // "the score was 5-4"
    const bool of_score = token(hyphen).xpos == "SYM" && token(hyphen - 1).upos == Upos::kNum &&
                          token(hyphen + 1).upos == Upos::kNum;
    return (token(hyphen).xpos == "HYPH" || of_score) && !token(hyphen).space_after &&
           !token(hyphen - 1).space_after;
  };
  // Grows while it is walked: what is added may be joined to more.
  for (std::size_t next = 0; next < tokens.size(); ++next) {
    const TokenIndex t = tokens[next];
    for (const TokenIndex step : {-1, 1}) {
      if (!joins(t + step)) continue;
      for (const TokenIndex found : {t + step, t + 2 * step}) {
        if (std::find(tokens.begin(), tokens.end(), found) == tokens.end()) tokens.push_back(found);
      }
    }
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

bool Tree::is_glued(TokenIndex from, TokenIndex to) const {
  for (TokenIndex t = from; t < to; ++t) {
    if (token(t).space_after) return false;
  }
  return from < to;
}

std::string Tree::introducer(TokenIndex i, std::string_view relation) const {
  std::string text;
  for (const TokenIndex c : children(i)) {
    if (!is(c, relation)) continue;
    // The "in" of "Commander-in-Chief" introduces nothing.
    if (c > 0 && token(c - 1).xpos == "HYPH" && !token(c - 1).space_after) continue;
    if (!text.empty()) text += ' ';
    text += to_lower(token(c).form);
    for (const TokenIndex part : children(c)) {
      if (is(part, "fixed")) text += ' ' + to_lower(token(part).form);
    }
  }
  return text;
}

}  // namespace newsgraph
