#include "extract/language/names/name_article.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "extract/language/names/name_labels.hpp"
#include "extract/language/names/reader_features.hpp"
#include "random_network.hpp"

namespace newsgraph {
namespace {

constexpr std::uint16_t kGiven = 1 << static_cast<int>(NameList::kGivenName);
constexpr std::uint16_t kCity = 1 << static_cast<int>(NameList::kCity);

class NameArticleTest : public testing::Test {
 protected:
  NameArticleTest() {
    std::vector<std::pair<std::uint64_t, WordClass>> entries;
    const auto add = [&](const std::string& name, std::uint16_t lists) {
      entries.push_back({NameLists::key(features(name)), {lists, 0, 0}});
    };
    add("Mara", kGiven);
    add("Port Mara", kCity);
    add("Bay", kCity);
    table_ = encode_word_table(entries);
    lists_ = NameLists(table_, "test");
  }

  std::vector<WordFeatures> features(const std::string& text) const {
    std::vector<WordFeatures> result;
    word_features(sentence_of(text), words_, result);
    return result;
  }
  /// The article of these sentences.
  NameArticle read(const std::vector<std::string>& texts) {
    std::vector<Sentence> sentences;
    for (const std::string& text : texts) sentences.push_back(sentence_of(text));
    word_features(sentences, words_, features_);
    NameArticle article;
    article.read(sentences, features_, lists_);
    return article;
  }

  WordTable words_;
  std::vector<WordFeatures> features_;  ///< of the article read last
  std::string table_;
  NameLists lists_;
};

TEST_F(NameArticleTest, ListsTakeTheLongestNameAndNoSmallLetters) {
  std::vector<ListedName> found;
  lists_.find_all(features("PORT Mara , Mara and bay"), found);
  EXPECT_EQ(found[0].lists, kCity);
  EXPECT_EQ(found[0].place, NameLabel::kBegin);
  EXPECT_EQ(found[1].lists, kCity);
  EXPECT_EQ(found[1].place, NameLabel::kLast);
  EXPECT_EQ(found[3].lists, kGiven);
  EXPECT_EQ(found[3].place, NameLabel::kUnit);
  EXPECT_EQ(found[5].lists, 0);
}

TEST_F(NameArticleTest, ReadsCapitalsAndWhatJoinsThem) {
  const NameArticle article = read({"the Bank of the West paid more to Ann"});
  std::string candidates;
  for (std::size_t i = 0; i < article.size(); ++i)
    candidates += article.is_candidate(i) ? 'x' : '-';
  EXPECT_EQ(candidates, "-xxxx---x");
}

TEST_F(NameArticleTest, ReadsProperNounsInSmallLetters) {
  Sentence sentence = sentence_of("near port mara");
  sentence.tokens[2].xpos = "NNP";
  NameArticle article;
  word_features(sentence, words_, features_);
  article.read({&sentence, 1}, features_, lists_);
  EXPECT_FALSE(article.is_candidate(1));
  EXPECT_TRUE(article.is_candidate(2));
}

TEST_F(NameArticleTest, KnowsRunsWithinASentence) {
  const NameArticle article = read({"so Ann Lee", "Port Mara grew"});
  EXPECT_EQ(article.word(2).run_begin, 1U);
  EXPECT_EQ(article.word(2).run_end, 3U);
  EXPECT_EQ(article.word(3).run_begin, 3U);
  EXPECT_EQ(article.word(4).run_end, 5U);
  EXPECT_EQ(article.word(5).run_begin, 5U);
}

TEST_F(NameArticleTest, FindsTheOtherPlacesOfAWord) {
  const NameArticle article = read({"Mara spoke", "then Ann Mara left", "a bay and Mara"});
  std::vector<std::uint32_t> others;
  EXPECT_EQ(article.others(0, others), 3U);
  EXPECT_EQ(others, (std::vector<std::uint32_t>{4, 9}));
  EXPECT_EQ(article.others(3, others), 1U);
  EXPECT_TRUE(others.empty());
  EXPECT_EQ(article.others(1, others), 0U) << "in small letters";
}

TEST_F(NameArticleTest, LooksAtAFewOtherPlacesOnly) {
  const NameArticle article = read({"Mara Mara Mara Mara Mara Mara Mara"});
  std::vector<std::uint32_t> others;
  EXPECT_EQ(article.others(6, others), 7U);
  EXPECT_EQ(others, (std::vector<std::uint32_t>{0, 1, 2, 3}));
  article.others(1, others);
  EXPECT_EQ(others, (std::vector<std::uint32_t>{0, 2, 3, 4}));
}

TEST_F(NameArticleTest, FeaturesTellOfOtherSentencesOnlyThroughSharedWords) {
  const auto first_word = [&](const std::vector<std::string>& texts) {
    std::vector<std::uint32_t> features;
    reader_features(read(texts), 0, features);
    return features;
  };
  const std::vector<std::uint32_t> alone = first_word({"Mara grew"});
  EXPECT_EQ(first_word({"Mara grew", "it rained in Oslo"}), alone);
  EXPECT_NE(first_word({"Mara grew", "they met in Mara"}), alone);
  EXPECT_NE(first_word({"Mara grew", "a mara is an animal"}), alone);
}

}  // namespace
}  // namespace newsgraph
