#pragma once

#include <string>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph::test {

/// Sentences parsed by hand, so that a rule is tested without the parser's mistakes.
struct HandParse {
  std::string file;  ///< where it stands, for messages
  int line = 0;
  Article article;  ///< one paragraph: the sentences of the group
  std::vector<Sentence> sentences;
  std::vector<std::string> expected;  ///< its `# = ...` lines
};

/// Reads CoNLL-U with three kinds of comment of our own:
///
///     # names = Ana Roth/PER; Oslo/LOC      the named mentions of the sentence
///     # = (Ana Roth; visited; Oslo)         a proposition that the group must give
///     # continued                           same article as the sentence before
std::vector<HandParse> read_hand_parses(const std::string& path);

}  // namespace newsgraph::test
