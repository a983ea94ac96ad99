#include "extract/mention/tree_repair.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace newsgraph {
namespace {

/// Words of the kinds that the rules look at, in any order, under any tree.
Sentence random_sentence(std::mt19937& random) {
  struct Word {
    const char* form;
    Upos upos;
    const char* xpos;
  };
  static constexpr Word kWords[] = {
      {"ambassador", Upos::kNoun, "NN"}, {"chief", Upos::kNoun, "NN"},
      {"of", Upos::kAdp, "IN"},          {"to", Upos::kAdp, "IN"},
      {"Ana", Upos::kPropn, "NNP"},      {"Roth", Upos::kPropn, "NNP"},
      {",", Upos::kPunct, ","},          {"-", Upos::kPunct, "HYPH"},
      {"is", Upos::kAux, "VBZ"},         {"visited", Upos::kVerb, "VBD"},
      {"Oslo", Upos::kPropn, "NNP"}};
  static constexpr const char* kRelations[] = {"nmod", "conj",  "appos", "flat", "acl",
                                               "cop",  "punct", "nsubj", "case", "compound"};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  Sentence sentence;
  const std::size_t count = 1 + below(14);
  for (std::size_t i = 0; i < count; ++i) {
    const Word& word = kWords[below(std::size(kWords))];
    Token token;
    token.form = token.lemma = word.form;
    if (token.form == "is") token.lemma = "be";
    token.upos = word.upos;
    token.xpos = word.xpos;
    token.deprel = kRelations[below(std::size(kRelations))];
    token.space_after = below(3) != 0;
    sentence.tokens.push_back(token);
  }
  // Any permutation in which each word hangs on one before it is a tree.
  std::vector<std::int32_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::int32_t>(i);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[below(i)]);
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = sentence.tokens[static_cast<std::size_t>(order[i])];
    token.head = i == 0 ? kNoHead : order[below(i)];
    if (i == 0) token.deprel = "root";
  }
  for (std::uint32_t i = 0; i + 1 < count; ++i) {
    if (sentence.tokens[i].form != "Ana") continue;
    NamedMention name;
    name.begin = i;
    name.end = sentence.tokens[i + 1].form == "Roth" ? i + 2 : i + 1;
    name.type = NameType::kPerson;
    sentence.names.push_back(name);
  }
  return sentence;
}

bool is_tree(const Sentence& sentence) {
  int roots = 0;
  for (const Token& token : sentence.tokens) {
    std::int32_t at = token.head;
    for (std::size_t steps = 0; at != kNoHead; ++steps) {
      if (steps > sentence.tokens.size()) return false;
      at = sentence.tokens[static_cast<std::size_t>(at)].head;
    }
    roots += token.head == kNoHead ? 1 : 0;
  }
  return roots == 1;
}

TEST(TreeRepair, MakesTreesOfTrees) {
  std::mt19937 random(20240301);
  for (int i = 0; i < 20000; ++i) {
    Sentence sentence = random_sentence(random);
    ASSERT_TRUE(is_tree(sentence));
    std::string text;
    for (const Token& token : sentence.tokens) text += token.form + ' ';
    repair_tree(sentence);
    ASSERT_TRUE(is_tree(sentence)) << text;
  }
}

TEST(TreeRepair, LeavesAnEmptySentenceEmpty) {
  Sentence sentence;
  repair_tree(sentence);
  EXPECT_TRUE(sentence.tokens.empty());
}

}  // namespace
}  // namespace newsgraph
