#include "cli/json_output.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <sstream>

namespace newsgraph::cli {
namespace {

std::string json_of(std::string_view text) {
  JsonOutput json;
  json.begin_object().field("text", text).end_object();
  std::ostringstream out;
  json.finish(out);
  return out.str();
}

TEST(JsonOutput, EscapesWhatJsonOrATerminalWouldActUpon) {
  EXPECT_EQ(json_of("quote \" slash \\ line \n tab \t"),
            "{\n  \"text\": \"quote \\\" slash \\\\ line \\n tab \\t\"\n}\n");
  EXPECT_EQ(json_of("\x1b[31m"), "{\n  \"text\": \"\\u001b[31m\"\n}\n");
  EXPECT_EQ(json_of("\xC2\x9B"), "{\n  \"text\": \"\\u009b\"\n}\n");
  EXPECT_EQ(json_of("\u202E"), "{\n  \"text\": \"\\u202e\"\n}\n");
  EXPECT_EQ(json_of("\U000E0041"), "{\n  \"text\": \"\\udb40\\udc41\"\n}\n");
  EXPECT_EQ(json_of("é 東 \U0001F600"), "{\n  \"text\": \"é 東 \U0001F600\"\n}\n");
}

TEST(JsonOutput, IsValidWhateverGoesIn) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = {'a', static_cast<char>(byte), 'z'};
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json_of(text).c_str());
    ASSERT_FALSE(document.HasParseError()) << byte;
    const std::string back(document["text"].GetString(), document["text"].GetStringLength());
    EXPECT_EQ(back, byte < 128 ? text : "a\uFFFDz");
  }
}

TEST(JsonOutput, RoundsFractionsToFourDecimals) {
  JsonOutput json;
  json.begin_array().fraction(0.1 + 0.2).fraction(1).fraction(0.87654321).end_array();
  std::ostringstream out;
  json.finish(out);
  EXPECT_EQ(out.str(), "[\n  0.3,\n  1.0,\n  0.8765\n]\n");
}

}  // namespace
}  // namespace newsgraph::cli
