#include "extract/mention/tree_repair.hpp"

#include <vector>

#include "extract/mention/tree_editor.hpp"

namespace newsgraph {
namespace {

/// One root, and every word reaches it.
bool is_tree(const Sentence& sentence) {
  const auto count = static_cast<TokenIndex>(sentence.tokens.size());
  std::vector<bool> reaches_root(sentence.tokens.size(), false);
  int roots = 0;
  std::vector<TokenIndex> path;
  for (TokenIndex i = 0; i < count; ++i) {
    path.clear();
    TokenIndex at = i;
    while (at != kNoHead && !reaches_root[static_cast<std::size_t>(at)]) {
      if (static_cast<TokenIndex>(path.size()) > count) return false;
      path.push_back(at);
      at = sentence.tokens[static_cast<std::size_t>(at)].head;
    }
    for (const TokenIndex passed : path) reaches_root[static_cast<std::size_t>(passed)] = true;
    roots += sentence.tokens[static_cast<std::size_t>(i)].head == kNoHead ? 1 : 0;
  }
  return roots == 1;
}

}  // namespace

void repair_tree(Sentence& sentence) {
  if (sentence.tokens.empty()) return;
  const std::vector<Token> before = sentence.tokens;
  repair_phrases(sentence);
  repair_speech(sentence);
  repair_sources(sentence);
  repair_clauses(sentence);
  repair_relatives(sentence);
  repair_attachments(sentence);
  // The rules look at a few words at a time; on what no rule foresaw the parser's tree stands.
  if (!is_tree(sentence)) sentence.tokens = before;
}

}  // namespace newsgraph
