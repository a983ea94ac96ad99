#include "extract/article/json_article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/schema.h>

#include <fstream>

#include "extract/base/error.hpp"
#include "tests/article/block_dump.hpp"

namespace newsgraph {
namespace {

Article read(std::string json) { return read_json_article(json, "feed.json", "feed.json"); }

TEST(JsonArticle, ReadsEveryMember) {
  const Article article = read(
      R"({"id":"n-1","url":"https://news.example/1","title":" Keller\ndeclines ",
          "outlet":"Der Bote","author":["Jane Roe","John Doe"],"published":"2024-05-01T10:00:00+02:00",
          "modified":"May 2, 2024","language":"en","text":"Marta Keller declined.\r\n","rating":5})");
  EXPECT_EQ(article.id, "n-1");
  EXPECT_EQ(article.key, "n-1");
  EXPECT_EQ(article.url, "https://news.example/1");
  EXPECT_EQ(article.title, "Keller declines");
  EXPECT_EQ(article.outlet, "Der Bote");
  EXPECT_EQ(article.author, "Jane Roe, John Doe");
  EXPECT_EQ(article.published, "2024-05-01T08:00:00Z");
  EXPECT_EQ(article.modified, "2024-05-02");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.text, "Marta Keller declined.\n");
  EXPECT_EQ(article.source, "feed.json");
}

TEST(JsonArticle, TakesTheFirstNameThereIsForKey) {
  EXPECT_EQ(read(R"({"id":7,"url":"u","text":"x y"})").key, "7");
  EXPECT_EQ(read(R"({"id":"","url":"u","text":"x y"})").key, "u");
  EXPECT_EQ(read(R"({"id":null,"text":"x y"})").key, "feed.json");
}

TEST(JsonArticle, HashesWhatMakesAVersion) {
  const std::string hash = read(R"({"title":"T","text":"x y"})").content_hash;
  EXPECT_EQ(read(R"({"id":"other","title":"T","text":"x y","outlet":"O"})").content_hash, hash);
  for (const char* other : {R"({"title":"U","text":"x y"})", R"({"title":"T","text":"x z"})",
                            R"({"title":"T","text":"x y","modified":"2024"})"}) {
    EXPECT_NE(read(other).content_hash, hash) << other;
  }
}

TEST(JsonArticle, FindsItsTitleInItsText) {
  EXPECT_EQ(dump_blocks(read(R"({"title":"Keller Declines","text":
      "KELLER DECLINES\n\nMarta Keller declined to visit Berlin."})")),
            "title KELLER DECLINES\npara Marta Keller declined to visit Berlin.\n");
}

TEST(JsonArticle, RefusesWhatIsNoArticle) {
  struct Row {
    const char* json;
    const char* message;
  };
  const Row rows[] = {
      {"{}", "\"text\" is missing"},
      {R"({"text":""})", "no text"},
      {R"({"text":" \n "})", "no text"},
      {R"({"text":null})", "no text"},
      {R"({"text":["a"]})", "\"text\" is an array; expected a string"},
      {R"({"text":"a b","title":{}})", "\"title\" is an object; expected a string"},
      {R"({"text":"a b","author":[1]})", "\"author\" is a number; expected a string, or an array"},
      {R"({"text":"a b","published":"5/3/2024"})", "\"published\" is \"5/3/2024\""},
      {R"({"text":"a\u0000b"})", "NUL"},
      {R"({"text":"\ud800"})", "no JSON"},
      {"{\"text\":\"caf\xE9\"}", "no JSON"},
      {"\"text\"", "a string; expected an article"},
      {"{\"text\":\"a b\"} x", "no JSON"},
      {"", "no JSON"},
  };
  for (const Row& row : rows) {
    try {
      read(row.json);
      ADD_FAILURE() << "read " << row.json;
    } catch (const ParseError& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr(row.message)) << row.json;
      EXPECT_THAT(error.what(), testing::StartsWith("feed.json:")) << row.json;
    }
  }
  EXPECT_THROW(read("{\"text\":\"a b\",\"title\":\"" + std::string(5000, 't') + "\"}"), ParseError);
}

TEST(JsonArticle, AcceptsWhatItsSchemaAccepts) {
  std::ifstream file(NEWSGRAPH_SOURCE_DIR "/schemas/article.schema.json");
  rapidjson::IStreamWrapper in(file);
  rapidjson::Document schema_json;
  schema_json.ParseStream(in);
  ASSERT_FALSE(schema_json.HasParseError());
  const rapidjson::SchemaDocument schema(schema_json);
  const char* const articles[] = {
      R"({"text":"a b"})",
      R"({"id":7,"url":"u","title":"t","outlet":"o","author":["a"],"published":"2024",
          "modified":null,"language":"en","text":"a b","x":[1]})",
      R"({})",
      R"({"text":" "})",
      R"({"text":7})",
      R"({"text":"a b","title":{}})",
      R"({"text":"a b","author":[1]})",
      R"({"text":"a b","id":true})",
      R"([])",
  };
  for (const char* json : articles) {
    rapidjson::Document document;
    document.Parse(json);
    rapidjson::SchemaValidator validator(schema);
    bool is_read = true;
    try {
      read(json);
    } catch (const ParseError&) {
      is_read = false;
    }
    EXPECT_EQ(document.Accept(validator), is_read) << json;
  }
}

}  // namespace
}  // namespace newsgraph
