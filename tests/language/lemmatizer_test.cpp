#include "extract/language/lemmatizer.hpp"

#include <gtest/gtest.h>

#include "extract/language/language_engine.hpp"

namespace newsgraph {
namespace {

TEST(LemmaRule, TurnsTheFormIntoTheLemmaItWasMadeOf) {
  struct Row {
    const char* form;
    const char* lemma;
  };
  for (const Row& row : {Row{"studies", "study"}, Row{"went", "go"}, Row{"Talks", "talk"},
                         Row{"States", "State"}, Row{"NATO", "NATO"}, Row{"better", "good"},
                         Row{"Łódź", "łódź"}, Row{"cafés", "café"}, Row{"x", "x"}}) {
    EXPECT_EQ(LemmaRule::between(row.form, row.lemma).apply(row.form), row.lemma);
  }
}

TEST(LemmaRule, GeneralisesToOtherWords) {
  EXPECT_EQ(LemmaRule::between("studies", "study").apply("Allies"), "ally");
}

const Lemmatizer& lemmatizer() {
  static const ModelFile file(find_models() / "lemmas.model", "lemmas");
  static const Lemmatizer instance(file);
  return instance;
}

struct Row {
  const char* form;
  Upos upos;
  const char* xpos;
  const char* lemma;
};

TEST(Lemmatizer, KnowsIrregularAndRegularForms) {
  for (const Row& row :
       {Row{"went", Upos::kVerb, "VBD", "go"}, Row{"n't", Upos::kPart, "RB", "not"},
        Row{"n’t", Upos::kPart, "RB", "not"}, Row{"'s", Upos::kPart, "POS", "'s"},
        Row{"'ll", Upos::kAux, "MD", "will"}, Row{"armies", Upos::kNoun, "NNS", "army"},
        Row{"children", Upos::kNoun, "NNS", "child"},
        Row{"headquarters", Upos::kNoun, "NNS", "headquarters"},
        Row{"them", Upos::kPron, "PRP", "they"}, Row{"refusing", Upos::kVerb, "VBG", "refuse"},
        Row{"stopped", Upos::kVerb, "VBD", "stop"}, Row{"mimicking", Upos::kVerb, "VBG", "mimic"},
        Row{"staged", Upos::kVerb, "VBN", "stage"}, Row{"fled", Upos::kVerb, "VBD", "flee"},
        Row{"declined", Upos::kVerb, "VBD", "decline"}, Row{"bravest", Upos::kAdj, "JJS", "brave"},
        Row{"worse", Upos::kAdj, "JJR", "bad"},
        Row{"basic\u00ADally", Upos::kAdv, "RB", "basically"}}) {
    EXPECT_EQ(lemmatizer().lemma({row.form, row.upos, row.xpos}), row.lemma) << row.form;
  }
}

TEST(Lemmatizer, KeepsTheCapitalsOfNames) {
  for (const Row& row :
       {Row{"Kyiv", Upos::kPropn, "NNP", "Kyiv"}, Row{"NATO", Upos::kPropn, "NNP", "NATO"},
        Row{"States", Upos::kPropn, "NNPS", "State"}, Row{"United", Upos::kAdj, "NNP", "United"},
        Row{"Russian", Upos::kAdj, "JJ", "Russian"},
        Row{"President", Upos::kNoun, "NN", "president"},
        Row{"Capt.", Upos::kPropn, "NNP", "Capt."}}) {
    EXPECT_EQ(lemmatizer().lemma({row.form, row.upos, row.xpos}), row.lemma) << row.form;
  }
}

TEST(Lemmatizer, SeesThroughHeadlinesInCapitals) {
  Sentence sentence;
  for (const Row& row :
       {Row{"PRESIDENT", Upos::kNoun, "NN", "president"}, Row{"SIGNS", Upos::kVerb, "VBZ", "sign"},
        Row{"NATO", Upos::kPropn, "NNP", "NATO"}, Row{"TREATIES", Upos::kNoun, "NNS", "treaty"},
        Row{"IN", Upos::kAdp, "IN", "in"}, Row{"MOSCOW", Upos::kPropn, "NNP", "Moscow"}}) {
    Token& token = sentence.tokens.emplace_back();
    token.form = row.form;
    token.upos = row.upos;
    token.xpos = row.xpos;
  }
  lemmatizer().lemmatize(sentence);
  std::string lemmas;
  for (const Token& token : sentence.tokens) lemmas += token.lemma + ' ';
  EXPECT_TRUE(is_shouted(sentence));
  EXPECT_EQ(lemmas, "president sign NATO treaty in Moscow ");
}

}  // namespace
}  // namespace newsgraph
