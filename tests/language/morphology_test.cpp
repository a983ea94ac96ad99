#include "extract/language/morphology.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "extract/language/conllu.hpp"
#include "extract/language/language_engine.hpp"

namespace newsgraph {
namespace {

/// The sentence of "form lemma UPOS XPOS head deprel" lines, with its features found.
Sentence analysed(const std::string& lines) {
  std::istringstream in(lines);
  std::string conllu;
  std::string form, lemma, upos, xpos, head, deprel;
  for (int id = 1; in >> form >> lemma >> upos >> xpos >> head >> deprel; ++id) {
    conllu += std::to_string(id) + '\t' + form + '\t' + lemma + '\t' + upos + '\t' + xpos +
              "\t_\t" + head + '\t' + deprel + "\t_\t_\n";
  }
  std::istringstream text(conllu);
  ConlluReader reader(text, "test");
  ConlluSentence sentence;
  EXPECT_TRUE(reader.next(sentence));
  static const ModelFile file(find_models() / "lemmas.model", "lemmas");
  Morphology(file).analyse(sentence.sentence);
  return sentence.sentence;
}

TEST(Morphology, TellsPassivesFromPerfects) {
  const Sentence passive = analysed(
      "They they PRON PRP 3 nsubj:pass\n"
      "were be AUX VBD 3 aux:pass\n"
      "seen see VERB VBN 0 root\n");
  EXPECT_EQ(passive.tokens[2].feats, "Tense=Past|VerbForm=Part|Voice=Pass");
  const Sentence perfect = analysed(
      "They they PRON PRP 3 nsubj\n"
      "have have AUX VBP 3 aux\n"
      "seen see VERB VBN 0 root\n");
  EXPECT_EQ(perfect.tokens[2].feats, "Tense=Past|VerbForm=Part");
}

TEST(Morphology, MakesVerbsAgreeWithTheirSubject) {
  const Sentence sentence = analysed(
      "people people NOUN NNS 0 root\n"
      "who who PRON WP 3 nsubj\n"
      "talked talk VERB VBD 1 acl:relcl\n"
      "and and CCONJ CC 5 cc\n"
      "slept sleep VERB VBD 3 conj\n");
  constexpr const char* kPlural = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin";
  EXPECT_EQ(sentence.tokens[2].feats, kPlural);
  EXPECT_EQ(sentence.tokens[4].feats, kPlural);
  EXPECT_EQ(sentence.tokens[1].feats, "PronType=Rel");
}

TEST(Morphology, SeesTheCaseOfPronouns) {
  const Sentence sentence = analysed(
      "It it PRON PRP 2 nsubj\n"
      "backs back VERB VBZ 0 root\n"
      "it it PRON PRP 2 obj\n");
  EXPECT_EQ(sentence.tokens[0].feats, "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs");
  EXPECT_EQ(sentence.tokens[2].feats, "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs");
}

TEST(Morphology, KnowsWhenACliticIsHave) {
  const Sentence sentence = analysed(
      "She she PRON PRP 3 nsubj\n"
      "'s be AUX VBZ 3 aux\n"
      "left leave VERB VBN 0 root\n");
  EXPECT_EQ(sentence.tokens[1].lemma, "have");
}

TEST(Morphology, SurvivesTreesThatAreNone) {
  const Sentence cycle = analysed(
      "a a NOUN NN 2 conj\n"
      "b b VERB VBD 1 conj\n");
  EXPECT_EQ(cycle.tokens.size(), 2U);
}

}  // namespace
}  // namespace newsgraph
