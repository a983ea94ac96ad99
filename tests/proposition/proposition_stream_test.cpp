#include "extract/proposition/proposition_stream.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/schema.h>

#include <fstream>
#include <limits>
#include <sstream>

#include "tests/proposition/sample_extraction.hpp"

namespace newsgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Read {
  std::vector<Extraction> articles;
  std::vector<std::string> keys;  ///< of what was discarded
  std::vector<std::string> errors;

  std::string read_keys() const {
    std::string text;
    for (const Extraction& article : articles) text += article.article.key + ' ';
    return text;
  }
};

Read read(const std::string& stream) {
  Read result;
  std::istringstream in(stream);
  read_extractions(in, "stream.jsonl",
                   {.on_article = [&](Extraction&& article) { result.articles.push_back(article); },
                    .on_error =
                        [&](const std::string& key, const std::string& message) {
                          result.keys.push_back(key);
                          result.errors.push_back(message);
                        }});
  return result;
}

std::string written(const Extraction& extraction) {
  std::ostringstream out;
  write_extraction(extraction, out);
  return out.str();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << "the sample stream holds no " << from;
  return at == text.npos ? text : text.replace(at, from.size(), to);
}

TEST(PropositionStream, ReadsWhatItWrote) {
  Extraction empty;
  empty.article.key = "nothing found";
  const Read result = read(written(sample_extraction()) + written(empty));
  EXPECT_THAT(result.errors, ElementsAre());
  EXPECT_THAT(result.articles, ElementsAre(sample_extraction(), empty));
}

TEST(PropositionStream, GivesEqualBytesForEqualArticles) {
  EXPECT_EQ(written(read(written(sample_extraction())).articles.at(0)),
            written(sample_extraction()));
}

TEST(PropositionStream, KeepsEveryFourDecimalConfidence) {
  for (int i = 0; i <= 10000; i += 7) {
    Extraction extraction = sample_extraction();
    extraction.propositions[0].confidence = i / 10000.0;
    const Read result = read(written(extraction));
    ASSERT_EQ(result.articles.size(), 1U);
    ASSERT_EQ(result.articles[0].propositions[0].confidence, i / 10000.0);
  }
}

TEST(PropositionStream, WritesNoNumberThatJsonLacks) {
  Extraction extraction = sample_extraction();
  extraction.propositions[0].confidence = std::numeric_limits<double>::quiet_NaN();
  extraction.propositions[1].confidence = 7;
  const Read result = read(written(extraction));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].propositions[0].confidence, 0);
  EXPECT_EQ(result.articles[0].propositions[1].confidence, 1);
}

TEST(PropositionStream, IsAsItsSchemaSays) {
  std::ifstream file(NEWSGRAPH_SOURCE_DIR "/schemas/proposition.schema.json");
  rapidjson::IStreamWrapper in(file);
  rapidjson::Document schema_json;
  schema_json.ParseStream(in);
  ASSERT_FALSE(schema_json.HasParseError());
  const rapidjson::SchemaDocument schema(schema_json);
  const auto accepts = [&](const std::string& line) {
    rapidjson::Document record;
    record.Parse(line.c_str());
    rapidjson::SchemaValidator validator(schema);
    return record.Accept(validator);
  };
  std::istringstream lines(written(sample_extraction()));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_TRUE(accepts(line)) << line;
  EXPECT_EQ(count, 12);
  EXPECT_FALSE(accepts(R"({"record":"other"})"));
  EXPECT_FALSE(accepts(R"({"record":"sentence","span":[0],"text":""})"));
}

TEST(PropositionStream, DiscardsOnlyTheDamagedArticle) {
  struct Row {
    const char* name;
    std::string from, to;  ///< replaced in the second of three articles
    const char* message;
  };
  const Row rows[] = {
      {"truncated line", R"("form":"name")", "", "no JSON record"},
      {"line that is no JSON", R"({"record":"sentence")", "garbage", "no JSON record"},
      {"number for a text", R"("text":"Berlin")", R"("text":7)", "\"text\" is no string"},
      {"missing member", R"("head":"Berlin",)", "", "\"head\" is missing"},
      {"unknown word", R"("form":"pronoun")", R"("form":"nickname")", "\"form\" is \"nickname\""},
      {"unknown record", R"("record":"mention")", R"("record":"rumour")", "\"rumour\""},
      {"reversed span", R"("span":[31,37])", R"("span":[37,31])", "no [begin, end]"},
      {"half a span", R"("span":[31,37])", R"("span":[31])", "no [begin, end]"},
      {"span of a huge number", R"("span":[31,37])", R"("span":[31,99999999999])", "no [begin"},
      {"number beyond a double", R"("sentences":2)", R"("sentences":1e999)", "no JSON record"},
      {"negative position", R"("chain":0)", R"("chain":-1)", "\"chain\" is no position"},
      {"chain to nowhere", R"("chain":0)", R"("chain":5)", "refers to mention 5 of 5"},
      {"sentence to nowhere", R"("sentence":1)", R"("sentence":2)", "refers to sentence 2 of 2"},
      {"participant to nowhere", "[2,0]", "[2,9]", "refers to mention 9 of 5"},
      {"clause to nowhere", R"("proposition":0)", R"("proposition":3)", "proposition 3 of 3"},
      {"clause within itself", R"("proposition":0)", R"("proposition":1)", "contain one another"},
      {"subject that is a clause", R"("subject":{"mention":0)", R"("subject":{"proposition":2)",
       "subject is no mention"},
      {"confidence above one", R"("confidence":0.8125)", R"("confidence":1.01)", "from 0 to 1"},
      {"date that is none", R"("event_date":"2024-05")", R"("event_date":"May")", "EDTF"},
      {"lost record", R"({"record":"sentence","span":[61,70],"text":"Zoë left."})", "",
       "1 sentences where 2 are announced"},
      {"invalid UTF-8", "Zoë left", "Zo\xEB left", "no JSON record"},
      {"NUL", "Zoë left", std::string("Zo\0 left", 8), "NUL byte"},
      {"escaped NUL", "Zoë left", "Zo\\u0000 left", "NUL character"},
      {"deep nesting", R"("participants":[2,0])",
       R"("participants":)" + std::string(100000, '[') + std::string(100000, ']'),
       "nested too deeply"},
      {"other layout", R"("schema":1)", R"("schema":2)", "layout 2; this program reads layout 1"},
      {"no end record", R"({"record":"end")", R"({"record":"fin")", "\"fin\""},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Read result = read(written(sample_extraction("first")) +
                             replaced(written(sample_extraction("second")), row.from, row.to) +
                             written(sample_extraction("third")));
    EXPECT_EQ(result.read_keys(), "first third ");
    ASSERT_THAT(result.keys, ElementsAre("second"));
    EXPECT_THAT(result.errors[0], HasSubstr(row.message));
    EXPECT_THAT(result.errors[0], testing::StartsWith("stream.jsonl:"));
  }
}

TEST(PropositionStream, RefusesIdsThatAreChosen) {
  std::string stream = written(sample_extraction());
  stream = replaced(stream, R"("span":[0,12],"text":"Marta Keller","head")",
                    R"("span":[0,11],"text":"Marta Keller","head")");
  const Read result = read(stream);
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_THAT(result.errors[0], HasSubstr("not that of the mention's key and span"));
}

TEST(PropositionStream, DiscardsAnArticleThatWasCutOffAnywhere) {
  const std::string whole = written(sample_extraction("cut"));
  for (std::size_t size = 1; size + 1 < whole.size(); size += 13) {
    const Read result = read(whole.substr(0, size));
    ASSERT_EQ(result.articles.size(), 0U) << size;
    ASSERT_EQ(result.errors.size(), 1U) << size;
    // What follows a cut within a line is damaged with it; behind a line end nothing else is.
    const Read next = read(whole.substr(0, size) + '\n' + written(sample_extraction("next")));
    ASSERT_EQ(next.read_keys(), "next ") << size;
  }
}

TEST(PropositionStream, GoesOnBehindMixedDamage) {
  const std::string good = written(sample_extraction("good"));
  const std::string bad = written(sample_extraction("bad"));
  const std::string headless = bad.substr(bad.find('\n') + 1);
  const Read result = read("garbage\n" + good + headless + good + bad.substr(0, 500) + '\n' +
                           "more\n" + headless + std::string(1000, '{') + "\n\n" + good);
  EXPECT_EQ(result.read_keys(), "good good good ");
  EXPECT_THAT(result.keys, ElementsAre("", "", "bad", "bad"));
}

TEST(PropositionStream, ReportsAnArticleWhoseFirstRecordIsDamaged) {
  const Read result = read(written(sample_extraction("first")).substr(0, 700) + "\n" +
                           replaced(written(sample_extraction("second")), "{", "[") +
                           written(sample_extraction("third")));
  EXPECT_EQ(result.read_keys(), "third ");
  ASSERT_EQ(result.errors.size(), 2U);
  EXPECT_THAT(result.errors[0], HasSubstr("first"));
  EXPECT_THAT(result.errors[1], HasSubstr("second"));
}

TEST(PropositionStream, AcceptsLineEndsAndUnknownMembersOfOthers) {
  std::string stream = "\xEF\xBB\xBF";
  for (const char c : written(sample_extraction()))
    stream += c == '\n' ? "\r\n" : std::string(1, c);
  stream = replaced(stream, R"("head":"Berlin",)", R"("head":"Berlin","colour":{"a":[1]},)");
  const Read result = read(stream);
  EXPECT_THAT(result.errors, ElementsAre());
  EXPECT_THAT(result.articles, ElementsAre(sample_extraction()));
}

TEST(PropositionStream, ReadsAnEmptyStreamAsNoArticles) {
  EXPECT_EQ(read("").articles.size() + read("").errors.size(), 0U);
  EXPECT_EQ(read("\n\n").articles.size() + read("\n\n").errors.size(), 0U);
}

}  // namespace
}  // namespace newsgraph
