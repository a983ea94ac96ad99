#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "extract/language/feature_hash.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/neural/lexicon.hpp"

namespace newsgraph {
namespace {

using testing::ElementsAre;

std::vector<std::string> subwords(std::string_view form) {
  std::vector<std::string> parts;
  find_subwords(form, parts);
  return parts;
}

TEST(NetworkLexicon, CutsWordsIntoSubwords) {
  EXPECT_THAT(subwords("a"), ElementsAre("wa", "sx", "pa", "ea"));
  EXPECT_THAT(subwords("Talks"), ElementsAre("wTalks", "sXxx", "pt", "pta", "ptal", "ptalk", "es",
                                             "eks", "elks", "ealks", "etalks"));
  EXPECT_THAT(subwords("1,250"), ElementsAre("w0,000", "s0,00", "p0", "p0,", "p0,0", "p0,00", "e0",
                                             "e00", "e000", "e,000", "e0,000"));
}

TEST(NetworkLexicon, HasSkeletonsOfWordsWithHyphensAndStops) {
  EXPECT_EQ(subwords("State-owned").back(), "mx-x");
  EXPECT_EQ(subwords("U.S.").back(), "mx.x.");
  EXPECT_EQ(subwords("—").back(), "m--");
  EXPECT_EQ(subwords("ex–Étage7").back(), "mx-x");
}

TEST(NetworkLexicon, CountsCharactersNotBytes) {
  EXPECT_THAT(subwords("Čaj"),
              ElementsAre("wČaj", "sXxx", "pč", "pča", "pčaj", "ej", "eaj", "ečaj"));
  EXPECT_THAT(subwords("€"), ElementsAre("w€", "s?", "p€", "e€"));
}

TEST(NetworkLexicon, HashesSubwordsAsTheTrainerDoes) {
  // By words.py: hash_bytes(["wTalks", "eč", "m--"]).
  EXPECT_EQ(hash_bytes("wTalks"), 7705587713524919824ULL);
  EXPECT_EQ(hash_bytes("eč"), 16354257524917642355ULL);
  EXPECT_EQ(hash_bytes("m--"), 4224623865456084390ULL);
}

/// A lexicon of the word "talks" with vectors of two numbers for words and one for subwords.
class SmallLexicon : public testing::Test {
 protected:
  SmallLexicon() {
    const auto bytes = [](const auto& values) {
      return std::string(reinterpret_cast<const char*>(values.data()),
                         values.size() * sizeof values[0]);
    };
    const std::vector<std::uint64_t> hashes = {hash_bytes("talks")};
    const std::vector<float> scales = {1, 2, 0.5F};
    const std::vector<std::int8_t> vectors = {1, -1, 3, 4, 10, 20};  // unknown, root, "talks"
    const std::vector<float> subword_scales = {0, 1};
    const std::vector<std::int8_t> subword_vectors = {99, 3};  // one bucket for all
    ModelWriter writer;
    writer.add("words", bytes(hashes));
    writer.add("word vectors", bytes(scales) + bytes(vectors));
    writer.add("subword vectors", bytes(subword_scales) + bytes(subword_vectors));
    writer.write(path_, "network");
  }
  ~SmallLexicon() override { std::filesystem::remove(path_); }

  std::vector<float> vector(std::string_view form) const {
    const ModelFile file(path_, "network");
    const NetworkLexicon lexicon(file, 2, 1);
    std::vector<float> result(lexicon.size());
    if (form.empty()) {
      lexicon.look_up_root(result.data());
    } else {
      lexicon.look_up(form, result.data());
    }
    return result;
  }

  std::filesystem::path path_ = std::filesystem::path(testing::TempDir()) / "small_lexicon.model";
};

TEST_F(SmallLexicon, AddsTheVectorsOfSubwords) {
  EXPECT_THAT(vector("talks"), ElementsAre(5, 10, 33));  // eleven subwords
  EXPECT_THAT(vector("TALKS"), ElementsAre(5, 10, 33));
  EXPECT_THAT(vector("a"), ElementsAre(1, -1, 12));
}

TEST_F(SmallLexicon, GivesTheRootNoSubwords) { EXPECT_THAT(vector(""), ElementsAre(6, 8, 0)); }

}  // namespace
}  // namespace newsgraph
