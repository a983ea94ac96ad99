#include "extract/language/language_engine.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "extract/base/error.hpp"

// What the shipped models must get right on plain sentences. Accuracy on treebanks is measured in
// tests/quality.

namespace newsgraph {
namespace {

using Model = LanguageEngine::Model;

const LanguageEngine& engine(Model model = Model::kDefault) {
  static const LanguageEngine neural(find_models());
  static const LanguageEngine fast(find_models(), Model::kFast);
  return model == Model::kFast ? fast : neural;
}

std::vector<Sentence> analyse(const std::string& text, Model model = Model::kDefault) {
  return engine(model).analyse(text, {0, static_cast<std::uint32_t>(text.size())});
}

/// "word/UPOS>head:deprel", heads as words.
std::string tree(const std::string& text, Model model) {
  std::string result;
  for (const Sentence& sentence : analyse(text, model)) {
    for (const Token& token : sentence.tokens) {
      if (token.upos == Upos::kPunct) continue;
      if (!result.empty()) result += ' ';
      const std::string head =
          token.head == kNoHead ? "0" : sentence.tokens[static_cast<std::size_t>(token.head)].form;
      result += token.form + "/" + to_string(token.upos) + ">" + head + ":" + token.deprel;
    }
  }
  return result;
}

/// "Ann Lee/PER, Oslo/LOC"
std::string names(const std::string& text, Model model) {
  std::string result;
  for (const Sentence& sentence : analyse(text, model)) {
    for (const NamedMention& name : sentence.names) {
      if (!result.empty()) result += ", ";
      const Span span = hull(sentence.tokens[name.begin].span, sentence.tokens[name.end - 1].span);
      result += text.substr(span.begin, span.size()) + "/" + to_string(name.type);
    }
  }
  return result;
}

class EachModel : public testing::TestWithParam<Model> {};

INSTANTIATE_TEST_SUITE_P(LanguageEngine, EachModel, testing::Values(Model::kDefault, Model::kFast),
                         [](const auto& model) {
                           return model.param == Model::kFast ? "Fast" : "Default";
                         });

TEST_P(EachModel, ParsesPlainSentences) {
  EXPECT_EQ(tree("London backs the general.", GetParam()),
            "London/PROPN>backs:nsubj backs/VERB>0:root the/DET>general:det "
            "general/NOUN>backs:obj");
  EXPECT_EQ(tree("The minister did not visit Moscow.", GetParam()),
            "The/DET>minister:det minister/NOUN>visit:nsubj did/AUX>visit:aux "
            "not/PART>visit:advmod visit/VERB>0:root Moscow/PROPN>visit:obj");
  EXPECT_EQ(tree("The talks were cancelled by the president.", GetParam()),
            "The/DET>talks:det talks/NOUN>cancelled:nsubj:pass were/AUX>cancelled:aux:pass "
            "cancelled/VERB>0:root by/ADP>president:case the/DET>president:det "
            "president/NOUN>cancelled:obl:agent");
}

TEST_P(EachModel, MarksPassivesInFeatures) {
  const std::vector<Sentence> sentences = analyse("The talks were cancelled.", GetParam());
  EXPECT_EQ(sentences.at(0).tokens.at(3).feats, "Tense=Past|VerbForm=Part|Voice=Pass");
}

TEST_P(EachModel, FindsNamesWithoutTitles) {
  EXPECT_EQ(names("President Emmanuel Macron met Angela Merkel in Berlin.", GetParam()),
            "Emmanuel Macron/PER, Angela Merkel/PER, Berlin/LOC");
  EXPECT_EQ(names("Germany left NATO on Monday.", GetParam()), "Germany/LOC, NATO/ORG");
}

TEST_P(EachModel, SaysHowSureItIs) {
  for (const Sentence& sentence : analyse("Germany left NATO on Monday.", GetParam())) {
    for (const Token& token : sentence.tokens) EXPECT_GT(token.head_score, 0.2F) << token.form;
    for (const NamedMention& name : sentence.names) EXPECT_GT(name.score, 0.2F);
  }
}

TEST(LanguageEngine, ReadsParagraphsOnly) {
  Article article;
  article.text = "A Title\n\nIt rained.";
  article.blocks = {{BlockKind::kTitle, {0, 7}}, {BlockKind::kParagraph, {9, 19}}};
  const std::vector<Sentence> sentences = engine().analyse(article);
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(sentences[0].span, (Span{9, 19}));
  EXPECT_TRUE(sentences[0].paragraph_start);
}

TEST(LanguageEngine, FingerprintIsStable) {
  const LanguageEngine other(find_models());
  EXPECT_EQ(engine().fingerprint(), other.fingerprint());
  EXPECT_EQ(engine().fingerprint().size(), 16U);
}

TEST(LanguageEngine, FingerprintTellsModelsApart) {
  EXPECT_NE(engine(Model::kDefault).fingerprint(), engine(Model::kFast).fingerprint());
}

TEST(LanguageEngine, ReadsSentencesAloneAsInTheirArticle) {
  std::vector<Sentence> together =
      analyse("Ann Lee met the minister. He praised her. They left for Oslo on Monday, he said.");
  for (const Sentence& sentence : together) {
    Sentence alone = sentence;
    engine().annotate(alone);
    EXPECT_EQ(alone, sentence);
  }
}

TEST(LanguageEngine, SaysWhichModelIsMissing) {
  try {
    LanguageEngine("/nonexistent");
    ADD_FAILURE();
  } catch (const IoError& error) {
    EXPECT_NE(std::string(error.what()).find("sentences.model: cannot be opened"),
              std::string::npos);
  }
}

TEST(FindModels, ObeysTheEnvironment) {
  const char* before = std::getenv("NEWSGRAPH_MODELS");
  const std::string saved = before == nullptr ? "" : before;
  ::setenv("NEWSGRAPH_MODELS", "/somewhere", 1);
  EXPECT_EQ(find_models(), "/somewhere");
  if (before == nullptr) {
    ::unsetenv("NEWSGRAPH_MODELS");
  } else {
    ::setenv("NEWSGRAPH_MODELS", saved.c_str(), 1);
  }
}

}  // namespace
}  // namespace newsgraph
