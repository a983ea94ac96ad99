#include "extract/proposition/open_ie/open_tuples.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "extract/mention/words.hpp"
#include "extract/proposition/clause.hpp"
#include "extract/proposition/open_ie/binary_tuples.hpp"
#include "extract/proposition/open_ie/nary_tuples.hpp"
#include "extract/proposition/open_ie/noun_tuples.hpp"
#include "extract/proposition/open_ie/tuple_confidence.hpp"

namespace newsgraph {
namespace {

/// The words as they stand in the text: what is adjacent there is adjacent here.
std::string text_of(const Document& document, const Tree& tree, const RelationWords& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inserted = words[i].inserted != nullptr;
    const bool adjacent = i > 0 && !inserted && words[i - 1].inserted == nullptr &&
                          words[i - 1].token + 1 == words[i].token &&
                          !tree.token(words[i - 1].token).space_after;
    if (!text.empty() && !adjacent) text += ' ';
    text += inserted ? std::string(words[i].inserted)
                     : span_text(document.article().text, tree.token(words[i].token).span);
  }
  return text;
}

RelationWords words_of(const Phrase& phrase) {
  RelationWords words;
  for (const TokenIndex token : phrase) words.push_back({token, nullptr});
  return words;
}

/// Whether an argument is a question word alone: "what he does" tells no fact of "what".
bool asks(const Tree& tree, const TupleDraft& draft) {
  return std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const Phrase& phrase) {
    return phrase.size() == 1 && tree.token(phrase.front()).xpos.starts_with('W');
  });
}

}  // namespace

std::vector<OpenTuple> find_open_tuples(const Document& document, std::uint32_t sentence,
                                        TupleStyle style) {
  const Tree& tree = document.tree(sentence);
  std::vector<TupleDraft> drafts;
  for (const Clause& clause : find_clauses(document, sentence)) {
    if (style == TupleStyle::kNary) {
      add_nary_tuples(document, clause, drafts);
    } else {
      add_binary_tuples(document, clause, drafts);
    }
  }
  if (style == TupleStyle::kNary) add_noun_tuples(document, sentence, drafts);
  std::vector<OpenTuple> tuples;
  std::set<std::pair<std::string, std::vector<std::string>>> seen;
  for (const TupleDraft& draft : drafts) {
    if (asks(tree, draft)) continue;
    OpenTuple tuple;
    tuple.sentence = sentence;
    tuple.relation = text_of(document, tree, draft.relation);
    for (const Phrase& argument : draft.arguments) {
      tuple.arguments.push_back(text_of(document, tree, words_of(argument)));
    }
    tuple.confidence = confidence_of(tree, draft);
    tuple.rule = draft.rule;
    const bool is_new = seen.emplace(tuple.relation, tuple.arguments).second;
    if (is_new && !tuple.relation.empty()) tuples.push_back(std::move(tuple));
  }
  return tuples;
}

}  // namespace newsgraph
