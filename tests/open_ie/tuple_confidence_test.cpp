#include "extract/proposition/open_ie/tuple_confidence.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

/// "Roth met Kern": the subject's arc with the given certainty.
Sentence sentence_with(float certainty, const std::string& relation) {
  Sentence sentence;
  for (const auto& [form, head, deprel] : {std::tuple{"Roth", 1, "nsubj"},
                                           {"met", 3, relation.c_str()},
                                           {"Kern", 1, "obj"},
                                           {"said", kNoHead, "root"}}) {
    Token token;
    token.form = form;
    token.head = head;
    token.deprel = deprel;
    token.head_score = certainty;
    sentence.tokens.push_back(token);
  }
  return sentence;
}

double confidence(const Sentence& sentence, const char* rule, std::size_t words = 1) {
  TupleDraft draft;
  draft.rule = rule;
  draft.head = 1;
  draft.grounds = {0};
  draft.relation = {{1, nullptr}};
  draft.arguments = {{0}, Phrase(words, 2)};
  return confidence_of(Tree(sentence), draft);
}

TEST(TupleConfidence, FollowsTheParser) {
  EXPECT_GT(confidence(sentence_with(0.9F, "conj"), "object"),
            confidence(sentence_with(0.4F, "conj"), "object"));
}

TEST(TupleConfidence, IsLowerForWhatIsOnlyImplied) {
  const Sentence sentence = sentence_with(0.9F, "conj");
  EXPECT_GT(confidence(sentence, "object"), confidence(sentence, "apposition"));
  EXPECT_GT(confidence(sentence, "apposition"), confidence(sentence, "possessive"));
}

TEST(TupleConfidence, IsLowerInSubordinateClauses) {
  EXPECT_GT(confidence(sentence_with(0.9F, "conj"), "object"),
            confidence(sentence_with(0.9F, "acl"), "object"));
}

TEST(TupleConfidence, IsLowerForArgumentsOfManyStatements) {
  const Sentence sentence = sentence_with(0.9F, "conj");
  EXPECT_EQ(confidence(sentence, "object", 1), confidence(sentence, "object", 20));
  EXPECT_GT(confidence(sentence, "object", 20), confidence(sentence, "object", 30));
  EXPECT_EQ(confidence(sentence, "object", 50), confidence(sentence, "object", 500));
}

}  // namespace
}  // namespace newsgraph
