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

TEST(Lemmatizer, KnowsIrregularAndRegularForms) {
  const ModelFile file(find_models() / "lemmas.model", "lemmas");
  const Lemmatizer lemmatizer(file);
  struct Row {
    const char* form;
    const char* xpos;
    const char* lemma;
  };
  for (const Row& row :
       {Row{"went", "VBD", "go"}, Row{"n't", "RB", "not"}, Row{"n’t", "RB", "not"},
        Row{"armies", "NNS", "army"}, Row{"children", "NNS", "child"}, Row{"them", "PRP", "they"},
        Row{"refusing", "VBG", "refuse"}, Row{"stopped", "VBD", "stop"},
        Row{"declined", "VBD", "decline"}, Row{"Kyiv", "NNP", "Kyiv"}}) {
    EXPECT_EQ(lemmatizer.lemma(row.form, row.xpos), row.lemma) << row.form;
  }
}

}  // namespace
}  // namespace newsgraph
