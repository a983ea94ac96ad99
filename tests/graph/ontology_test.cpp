#include "graph/ontology/ontology.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include <fstream>
#include <iterator>
#include <string>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

TEST(Ontology, ClassifiesByTheLongestListedBeginning) {
  struct Row {
    const char* canonical;
    const char* relation_class;
  };
  const Row rows[] = {
      {"back", "SUPPORT"},
      {"decline", "REJECT"},
      {"decline to visit", "REJECT"},
      {"decline by", "STATE"},  // prices do
      {"refuse to meet with", "REJECT"},
      {"call", "CONSULT"},
      {"call for", "REQUEST"},
      {"call off", "REJECT"},
      {"meet with", "CONSULT"},
      {"visit", "CONSULT"},
      {"agree to", "AGREE"},
      {"attack", "ASSAULT"},
      {"begin to attack", "ASSAULT"},
      {"try to begin to attack", "ASSAULT"},
      {"begin", "OTHER"},
      {"impose sanction on", "SANCTION"},
      {"impose", "COERCE"},
      {"be president of", "ROLE"},
      {"president of", "ROLE"},
      {"be killed in", "ASSAULT"},
      {"be", "STATE"},
      {"be yellow", "STATE"},
      {"be in", "LOCATED"},
      {"preferred candidate of", "SUPPORT"},
      {"say", "OTHER"},
      {"frobnicate", "OTHER"},
      {"backs", "OTHER"},  // no lemma
      {"", "OTHER"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Ontology::instance().classify(row.canonical, EntityType::kOther, EntityType::kOther),
              row.relation_class)
        << row.canonical;
  }
}

TEST(Ontology, AsksTheTypesWhereTheyMatter) {
  const Ontology& ontology = Ontology::instance();
  EXPECT_EQ(ontology.classify("leave", EntityType::kPerson, EntityType::kPlace), "LOCATED");
  EXPECT_EQ(ontology.classify("leave", EntityType::kPerson, EntityType::kOrganization), "ROLE");
  EXPECT_EQ(ontology.classify("leave", EntityType::kOther, EntityType::kOther), "RETREAT");
}

TEST(Ontology, HoldsPloversClassesAndFourMore) {
  std::string names;
  for (const RelationClass& one : Ontology::instance().classes()) names += one.name + ' ';
  EXPECT_EQ(
      names,
      "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
      "SANCTION MOBILIZE COERCE ASSAULT STATE ROLE LOCATED OTHER ");
}

rapidjson::Document read_json(const std::string& file) {
  std::ifstream in(std::string(NEWSGRAPH_SOURCE_DIR) + "/schemas/" + file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  rapidjson::Document document;
  document.Parse(text);
  EXPECT_FALSE(document.HasParseError()) << file;
  return document;
}

TEST(Ontology, IsInTheFormOfItsSchema) {
  const rapidjson::SchemaDocument schema(read_json("ontology.schema.json"));
  rapidjson::SchemaValidator validator(schema);
  rapidjson::Document ontology = read_json("news.ontology.json");
  EXPECT_TRUE(ontology.Accept(validator)) << validator.GetInvalidSchemaKeyword();
  validator.Reset();
  ontology["classes"][0]["name"] = "lower case";
  EXPECT_FALSE(ontology.Accept(validator));
}

TEST(Ontology, KnowsContrariesInBothDirections) {
  const Ontology& ontology = Ontology::instance();
  ASSERT_EQ(ontology.contraries("confirm").size(), 1u);
  EXPECT_EQ(ontology.contraries("confirm")[0], "deny");
  EXPECT_EQ(ontology.contraries("deny").size(), 2u);
  EXPECT_TRUE(ontology.contraries("walk").empty());
}

TEST(Ontology, RefusesWhatIsNotInItsForm) {
  const char* bad[] = {"",
                       "[]",
                       "{}",
                       R"({"classes": [1], "contraries": []})",
                       R"({"classes": [], "contraries": []})",
                       R"({"classes": [{"name": "A"}], "contraries": []})"};
  for (const char* json : bad) EXPECT_THROW(Ontology{json}, ParseError) << json;
}

}  // namespace
}  // namespace newsgraph
