#include "extract/language/enhanced_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "extract/language/conllu.hpp"

// The specification is the folder of trees beside this file: enhanced/*.conllu, one part of the
// enhanced layer a file, each sentence with what it shows and the arcs it must have in DEPS.

namespace newsgraph {
namespace {

class EnhancedGraphs : public testing::TestWithParam<std::string> {};

/// Sentences of `path` as text blocks.
std::vector<std::string> blocks(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> found(1);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      found.emplace_back();
    } else {
      found.back() += line + '\n';
    }
  }
  std::erase(found, "");
  return found;
}

TEST_P(EnhancedGraphs, AreWhatDepsSays) {
  const auto sentences =
      blocks(std::string(NEWSGRAPH_TEST_DIR) + "/enhanced/" + GetParam() + ".conllu");
  ASSERT_FALSE(sentences.empty());
  for (const std::string& text : sentences) {
    std::istringstream in(text);
    ConlluReader reader(in, GetParam());
    ConlluSentence read;
    ASSERT_TRUE(reader.next(read));
    const EnhancedGraph graph = enhance(read.sentence);
    std::istringstream lines(text);
    std::size_t word = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line[0] == '#') continue;
      std::vector<std::string> columns;
      std::istringstream cells(line);
      for (std::string cell; std::getline(cells, cell, '\t');) columns.push_back(cell);
      ASSERT_EQ(columns.size(), 10U) << line;
      EXPECT_EQ(to_deps(graph[word]), columns[8]) << columns[1] << " in\n" << text;
      ++word;
    }
  }
}

std::vector<std::string> parts() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(NEWSGRAPH_TEST_DIR) + "/enhanced")) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Parts, EnhancedGraphs, testing::ValuesIn(parts()),
                         [](const auto& test) { return test.param; });

TEST(EnhancedGraph, TellsIntroducersFromSubtypes) {
  EXPECT_EQ(introducer_of("obl:because_of"), "because_of");
  EXPECT_EQ(introducer_of("advcl:if"), "if");
  EXPECT_EQ(introducer_of("conj:and"), "and");
  for (const char* relation : {"obl", "obl:agent", "obl:unmarked", "nmod:poss", "acl:relcl",
                               "nsubj:pass", "nsubj:xsubj", "aux:pass", "root", "", ":"}) {
    EXPECT_EQ(introducer_of(relation), "") << relation;
  }
}

// What holds for every tree, and for what is none.

Token word(std::int32_t head, const std::string& deprel, Upos upos = Upos::kVerb) {
  Token token;
  token.form = token.lemma = "x";
  token.upos = upos;
  token.head = head;
  token.deprel = deprel;
  return token;
}

/// @return How many arcs there are.
std::size_t expect_graph(const Sentence& sentence) {
  const EnhancedGraph graph = enhance(sentence);
  EXPECT_EQ(graph.size(), sentence.tokens.size());
  std::size_t count = 0;
  for (const std::vector<EnhancedArc>& arcs : graph) {
    count += arcs.size();
    EXPECT_TRUE(!arcs.empty() && arcs.size() <= kMaxEnhancedArcs);
    // Sorted, each once.
    EXPECT_TRUE(std::is_sorted(arcs.begin(), arcs.end()));
    EXPECT_EQ(std::adjacent_find(arcs.begin(), arcs.end()), arcs.end());
    for (const EnhancedArc& arc : arcs) {
      EXPECT_GE(arc.head, kNoHead);
      EXPECT_LT(arc.head, static_cast<std::int32_t>(sentence.tokens.size()));
      EXPECT_FALSE(arc.relation.empty());
    }
  }
  return count;
}

TEST(EnhancedGraph, OfNothingIsEmpty) { EXPECT_TRUE(enhance(Sentence{}).empty()); }

TEST(EnhancedGraph, KeepsTheBasicArcsOfWhatIsNoTree) {
  Sentence cycle;
  cycle.tokens = {word(1, "conj"), word(0, "nsubj"), word(2, "xcomp"), word(1, "obl")};
  expect_graph(cycle);
  const EnhancedGraph graph = enhance(cycle);
  EXPECT_EQ(to_deps(graph[0]), "2:conj");
  EXPECT_EQ(to_deps(graph[1]), "1:nsubj");
  EXPECT_EQ(to_deps(graph[2]), "3:xcomp");
  EXPECT_EQ(to_deps(graph[3]), "2:obl");

  Sentence outside;
  outside.tokens = {word(17, "obl"), word(-5, "conj"), word(0, "")};
  expect_graph(outside);
  EXPECT_EQ(to_deps(enhance(outside)[0]), "0:root");
  EXPECT_EQ(to_deps(enhance(outside)[2]), "1:dep");
}

constexpr std::int32_t kMany = 5000;

// Bounded, so that nothing grows with the square of a sentence's length.
TEST(EnhancedGraph, StaysSmallForThousandsOfSubjectsOfThousandsOfVerbs) {
  Sentence sentence;
  const std::int32_t verb = kMany / 2;
  for (std::int32_t i = 0; i < kMany; ++i) {
    if (i == 0) {
      sentence.tokens.push_back(word(verb, "nsubj", Upos::kNoun));
    } else if (i < verb) {
      sentence.tokens.push_back(word(0, "conj", Upos::kNoun));
    } else {
      sentence.tokens.push_back(i == verb ? word(kNoHead, "root") : word(verb, "conj"));
    }
  }
  EXPECT_LE(expect_graph(sentence), std::size_t{kMany} * kMaxEnhancedArcs);
}

TEST(EnhancedGraph, StaysSmallForChains) {
  for (const char* relation : {"conj", "xcomp", "ccomp", "acl:relcl", "advcl", "nmod", "fixed"}) {
    Sentence chain;
    Sentence row;
    for (std::int32_t i = 0; i < kMany; ++i) {
      chain.tokens.push_back(i == 0 ? word(kNoHead, "root") : word(i - 1, relation));
      row.tokens.push_back(i == 0 ? word(kNoHead, "root") : word(0, relation));
    }
    // With one subject, which all may have.
    chain.tokens.push_back(word(0, "nsubj", Upos::kNoun));
    row.tokens.push_back(word(0, "nsubj", Upos::kNoun));
    SCOPED_TRACE(relation);
    EXPECT_LE(expect_graph(chain), std::size_t{kMany} * 3);
    EXPECT_LE(expect_graph(row), std::size_t{kMany} * 3);
  }
}

TEST(EnhancedGraph, NamesNothingAfterDamagedText) {
  Sentence sentence;
  sentence.tokens = {word(kNoHead, "root"), word(0, "obl", Upos::kNoun), word(1, "case")};
  for (const std::string& lemma : {std::string(100000, 'a'), std::string("\xFF\xFE"),
                                   std::string("12"), std::string("|"), std::string("\t")}) {
    sentence.tokens[2].upos = Upos::kAdp;
    sentence.tokens[2].lemma = lemma;
    EXPECT_EQ(to_deps(enhance(sentence)[1]), "1:obl");
  }
  // Nor longer than any preposition is.
  sentence.tokens[2].lemma = "of";
  for (int i = 0; i < 1000; ++i) sentence.tokens.push_back(word(2, "fixed", Upos::kAdp));
  EXPECT_EQ(to_deps(enhance(sentence)[1]), "1:obl:of_x_x_x_x_x");
}

/// Trees and other graphs of words and relations that the rules ask for.
Sentence random_sentence(std::mt19937& random, bool tree) {
  static const std::vector<std::string> relations = {
      "nsubj", "nsubj:pass", "csubj",      "obj",       "iobj",     "obl",         "obl:unmarked",
      "nmod",  "nmod:poss",  "acl",        "acl:relcl", "advcl",    "advcl:relcl", "xcomp",
      "ccomp", "conj",       "cc",         "case",      "mark",     "fixed",       "aux:pass",
      "cop",   "expl",       "advmod",     "amod",      "compound", "parataxis",   "orphan",
      "punct", "dep",        "nsubj:outer"};
  static const std::vector<std::string> forms = {"who",  "which",   "that", "whose",  "where", "to",
                                                 "not",  "promise", "call", "on",     "Ünter", "&",
                                                 "time", "force",   "hard", "rather", "x",     "…"};
  Sentence sentence;
  const auto size = static_cast<std::int32_t>(1 + random() % 40);
  for (std::int32_t i = 0; i < size; ++i) {
    const auto any = static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(size));
    Token token = word(tree ? (i == 0 ? kNoHead : any % i) : any - 1,
                       relations[random() % relations.size()], static_cast<Upos>(random() % 17));
    token.form = token.lemma = forms[random() % forms.size()];
    if (random() % 3 == 0) token.xpos = "WRB";
    sentence.tokens.push_back(std::move(token));
  }
  return sentence;
}

TEST(EnhancedGraph, IsWellFormedForAnyRelations) {
  // As UD's validator has it.
  const std::regex relation("[a-z]+(:[a-z]+)?(:[^ :|0-9A-Z_]+(_[^ :|0-9A-Z_]+)*)?(:[a-z]+)?");
  std::mt19937 random(20180911);
  for (int round = 0; round < 2000; ++round) {
    const Sentence sentence = random_sentence(random, round % 2 == 0);
    expect_graph(sentence);
    const EnhancedGraph graph = enhance(sentence);
    EXPECT_EQ(graph, enhance(sentence));
    for (std::size_t i = 0; i < graph.size(); ++i) {
      for (const EnhancedArc& arc : graph[i]) {
        EXPECT_TRUE(std::regex_match(arc.relation, relation)) << arc.relation;
      }
    }
  }
}

}  // namespace
}  // namespace newsgraph
