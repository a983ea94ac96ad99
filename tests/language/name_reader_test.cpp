#include "extract/language/names/name_reader.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/base/error.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/language/names/name_labels.hpp"
#include "extract/language/neural/kernels.hpp"
#include "random_network.hpp"

namespace newsgraph {
namespace {

std::vector<WordFeatures> features_of(const std::vector<Sentence>& sentences) {
  std::vector<WordFeatures> features;
  word_features(sentences, WordTable(), features);
  return features;
}

constexpr std::uint32_t kBuckets = 16;
constexpr std::uint32_t kWidth = 4;
constexpr std::uint32_t kHidden = 2;

/// A reader whose features say nothing: its scores are `bias`.
struct PlainModel {
  std::uint32_t labels = NameLabel::kCount;
  std::vector<float> bias = std::vector<float>(NameLabel::kCount, 0.0F);

  std::filesystem::path write() const {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() /
        ("name_reader_test." + std::to_string(testing::UnitTest::GetInstance()->random_seed()) +
         testing::UnitTest::GetInstance()->current_test_info()->name() + ".model");
    std::vector<float> layers(1 + kWidth + (kWidth + 1) * kHidden + kHidden * labels, 0.0F);
    layers.insert(layers.end(), bias.begin(), bias.end());
    ByteWriter sizes;
    for (const std::uint32_t size : {kBuckets, kWidth, kHidden, labels}) sizes.u32(size);
    ModelWriter writer;
    writer.add("sizes", sizes.take());
    writer.add("features", std::string(kBuckets * kWidth, '\1'));
    writer.add("layers", {reinterpret_cast<const char*>(layers.data()), layers.size() * 4});
    writer.add("lists", encode_word_table({}));
    writer.write(path, "name reader");
    return path;
  }
};

/// "Ann Lee/PER" of all sentences, parted by "; ".
std::string shown(const std::vector<Sentence>& sentences) {
  std::string result;
  for (const Sentence& sentence : sentences) {
    for (const NamedMention& name : sentence.names) {
      if (!result.empty()) result += "; ";
      for (std::uint32_t i = name.begin; i < name.end; ++i) {
        result += (i == name.begin ? "" : " ") + sentence.tokens[i].form;
      }
      result += std::string("/") + to_string(name.type);
    }
  }
  return result;
}

std::size_t unit(NameType type) { return NameLabel::of(type, NameLabel::kUnit); }

/// What another model thinks: `score` for `label` of a word, else 1 for no name.
struct Opinion {
  std::size_t sentence, word, label;
  float score;
};
std::vector<std::vector<std::int32_t>> opinions(const std::vector<Sentence>& sentences,
                                                const std::vector<Opinion>& list) {
  std::vector<std::vector<std::int32_t>> scores;
  for (const Sentence& sentence : sentences) {
    scores.emplace_back(sentence.tokens.size() * NameLabel::kCount, 0);
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      scores.back()[i * NameLabel::kCount] = static_cast<std::int32_t>(kScoreUnits);
    }
  }
  for (const Opinion& opinion : list) {
    scores[opinion.sentence][opinion.word * NameLabel::kCount + opinion.label] =
        static_cast<std::int32_t>(opinion.score * kScoreUnits);
  }
  return scores;
}

class NameReaderTest : public testing::Test {
 protected:
  std::string read(const PlainModel& model, std::vector<Sentence> sentences,
                   const std::vector<Opinion>& list) {
    const std::filesystem::path path = model.write();
    std::string result;
    {
      const ModelFile file(path, "name reader");
      auto scores = opinions(sentences, list);
      NameReader(file).find_names(sentences, features_of(sentences), scores);
      result = shown(sentences);
    }
    std::filesystem::remove(path);
    return result;
  }
};

TEST_F(NameReaderTest, AddsToAnotherModelsScores) {
  const std::vector<Sentence> sentences = {sentence_of("in Oslo"), {}, sentence_of("Ann left")};
  const std::vector<Opinion> network = {{0, 1, unit(NameType::kPlace), 3},
                                        {2, 0, unit(NameType::kPerson), 3}};
  PlainModel model;
  EXPECT_EQ(read(model, sentences, network), "Oslo/LOC; Ann/PER");
  model.bias[unit(NameType::kOrganization)] = 4;
  EXPECT_EQ(read(model, sentences, network), "Oslo/ORG; Ann/ORG");
}

TEST_F(NameReaderTest, LetsAWordsOtherPlacesDecide) {
  const std::vector<Sentence> sentences = {sentence_of("in Mara"), sentence_of("Mara won"),
                                           sentence_of("to Mara"), sentence_of("Lee won")};
  const std::size_t place = unit(NameType::kPlace);
  const std::size_t person = unit(NameType::kPerson);
  const std::vector<Opinion> network = {{0, 1, place, 5},
                                        {1, 0, place, 2},
                                        {1, 0, person, 2.5F},
                                        {2, 1, place, 5},
                                        {3, 0, person, 2.5F}};
  EXPECT_EQ(read({}, sentences, network), "Mara/LOC; Mara/LOC; Mara/LOC; Lee/PER");
}

TEST_F(NameReaderTest, AloneReadsWordsWithCapitals) {
  PlainModel model;
  model.bias[unit(NameType::kPlace)] = 3;
  const std::filesystem::path path = model.write();
  {
    const ModelFile file(path, "name reader");
    std::vector<Sentence> sentences = {sentence_of("it rains in Oslo today")};
    NameReader(file).find_names(sentences, features_of(sentences), {});
    EXPECT_EQ(shown(sentences), "Oslo/LOC");
    EXPECT_GT(sentences[0].names.at(0).score, 0.0F);
    EXPECT_LT(sentences[0].names.at(0).score, 1.0F);
  }
  std::filesystem::remove(path);
}

TEST_F(NameReaderTest, RefusesAModelOfAnotherShape) {
  PlainModel model;
  model.labels = NameLabel::kCount - 4;
  model.bias.resize(model.labels);
  const std::filesystem::path path = model.write();
  EXPECT_THROW(NameReader(ModelFile(path, "name reader")), ParseError);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace newsgraph
