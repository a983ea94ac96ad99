#include "extract/article/stream_readers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/article/temporary_folder.hpp"

namespace newsgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <typename Reader>
std::vector<std::string> read(const std::string& stream) {
  Reader reader(std::make_unique<std::istringstream>(stream), StreamOrigin{"feed", "feed"});
  std::vector<std::string> lines = read_all(reader);
  EXPECT_EQ(reader.next(), std::nullopt);
  return lines;
}

TEST(JsonLinesReader, LosesOnlyTheDamagedLines) {
  EXPECT_THAT(
      read<JsonLinesReader>("\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"One.\"}\r\n"
                            "\n"
                            "{\"id\":\"2\",\"text\":\n"
                            "{\"id\":\"3\",\"text\":42}\n"
                            "{\"id\":\"4\",\"published\":\"yesterday\",\"text\":\"Four.\"}\n"
                            "[]\n"
                            "{\"id\":\"6\",\"text\":\"Six.\"}"),
      ElementsAre("1: One.", HasSubstr("error: feed:3: no JSON: "),
                  "error: feed:4: \"text\" is a number; expected a string",
                  "error: feed:5: \"published\" is \"yesterday\"; expected ISO 8601, e.g. "
                  "2024-05-01",
                  HasSubstr("error: feed:6: an array; expected an article"), "6: Six."));
}

TEST(JsonLinesReader, KnowsArticlesWithoutNameByTheirContent) {
  const auto lines =
      read<JsonLinesReader>("{\"text\":\"One.\"}\n{\"url\":\"u\",\"text\":\"Two.\"}\n");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].size(), 64 + std::string(": One.").size());
  EXPECT_EQ(lines[1], "u: Two.");
}

TEST(JsonLinesReader, SkipsALineBeyondItsLimit) {
  const std::string good = "{\"id\":\"1\",\"text\":\"One.\"}\n";
  EXPECT_THAT(read<JsonLinesReader>(good + std::string(65 * 1024 * 1024, 'x') + '\n' + good),
              ElementsAre("1: One.", HasSubstr("feed:2: a line of over 64 MiB"), "1: One."));
}

TEST(JsonLinesReader, RefusesAnArticleOfFiftyMegabytes) {
  EXPECT_THAT(read<JsonLinesReader>("{\"text\":\"" + std::string(50'000'000, 'x') +
                                    "\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"),
              ElementsAre(HasSubstr("feed:1: the text has 50000000 bytes; an article has at most "
                                    "16777216"),
                          "2: Two."));
}

TEST(JsonLinesReader, RefusesAnEmptyStream) {
  EXPECT_THAT(read<JsonLinesReader>(""), ElementsAre(HasSubstr("feed: empty")));
  EXPECT_THAT(read<JsonLinesReader>("\n \n"), ElementsAre(HasSubstr("feed: empty")));
}

TEST(JsonReader, ReadsOneArticleOrManyInAnyLayout) {
  EXPECT_THAT(read<JsonReader>("{\"text\":\"One.\"}\n"), ElementsAre("feed: One."));
  EXPECT_THAT(read<JsonReader>("\xEF\xBB\xBF [ {\"id\":1,\"text\":\"a ] \\\" } b\"},\n"
                               "{\"id\":\"2\",\n\"text\":\"Two.\",\"x\":[[{}]]} ]\n"),
              ElementsAre("1: a ] \" } b", "2: Two."));
  EXPECT_THAT(read<JsonReader>("{\"id\":1,\"text\":\"One.\"}\n{\"id\":2,\"text\":\"Two.\"}"),
              ElementsAre("1: One.", "2: Two."));
  EXPECT_THAT(read<JsonReader>("[]"), ElementsAre());
}

TEST(JsonReader, LosesOnlyTheDamagedArticles) {
  EXPECT_THAT(read<JsonReader>("[{\"id\":1,\"text\":\"One.\"},\n42,\n{\"id\":3 \"text\":\"\"},\n"
                               "{\"id\":4,\"text\":\"Four.\"}]"),
              ElementsAre("1: One.", HasSubstr("feed:2: a number; expected an article"),
                          HasSubstr("feed:3: no JSON"), "4: Four."));
}

TEST(JsonReader, TellsThatAFileWasCutOff) {
  EXPECT_THAT(read<JsonReader>("[{\"id\":1,\"text\":\"One.\"},\n{\"id\":2,\"te"),
              ElementsAre("1: One.", HasSubstr("feed:2: no JSON"), HasSubstr("has no end")));
  EXPECT_THAT(read<JsonReader>("[{\"id\":1,\"text\":\"One.\"}"),
              ElementsAre("1: One.", HasSubstr("has no end")));
  EXPECT_THAT(read<JsonReader>(""), ElementsAre(HasSubstr("feed: empty")));
}

TEST(JsonReader, RefusesDepthBeforeItCostsMemory) {
  EXPECT_THAT(read<JsonReader>("{\"text\":" + std::string(1'000'000, '[')),
              ElementsAre(HasSubstr("feed: JSON nested over 64 deep")));
  EXPECT_THAT(read<JsonReader>("[" + std::string(100, '[') + std::string(100, ']') +
                               ",{\"id\":2,\"text\":\"Two.\"}]"),
              ElementsAre(HasSubstr("nested over 64 deep"), "2: Two."));
}

}  // namespace
}  // namespace newsgraph
