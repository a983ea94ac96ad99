#include "export/push/address.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(PushAddress, OfNeo4jIsAServerAndADatabase) {
  struct Row {
    const char* text;
    const char* url;
    const char* database;
  };
  for (const auto& [text, url, database] : {
           Row{"neo4j+http://localhost:7474", "http://localhost:7474", "neo4j"},
           Row{"neo4j+http://localhost", "http://localhost:7474", "neo4j"},
           Row{"neo4j+https://db.example.org/news", "https://db.example.org:7473", "news"},
           Row{"neo4j+http://[::1]:80/a.b/", "http://[::1]:80", "a.b"},
           Row{"neo4j+https://abc.databases.neo4j.io", "https://abc.databases.neo4j.io", "neo4j"},
       }) {
    const PushAddress address = parse_push_address(text);
    EXPECT_EQ(address.protocol, PushAddress::Protocol::kNeo4j);
    EXPECT_EQ(address.url, url) << text;
    EXPECT_EQ(address.database, database) << text;
    EXPECT_EQ(address.credentials_prefix(), "NEO4J");
  }
}

TEST(PushAddress, OfATripleStoreIsAWholeUrl) {
  struct Row {
    const char* text;
    const char* url;
  };
  for (const auto& [text, url] : {
           Row{"sparql+http://localhost:3030/news", "http://localhost:3030/news"},
           Row{"sparql+http://localhost:7878/", "http://localhost:7878"},
           Row{"sparql+https://h/repositories/r", "https://h/repositories/r"},
       }) {
    const PushAddress address = parse_push_address(text);
    EXPECT_EQ(address.protocol, PushAddress::Protocol::kSparql);
    EXPECT_EQ(address.url, url) << text;
    EXPECT_EQ(address.credentials_prefix(), "SPARQL");
  }
}

TEST(PushAddress, IsPrivateWhereNobodyCanListenIn) {
  EXPECT_TRUE(parse_push_address("neo4j+http://localhost").is_private);
  EXPECT_TRUE(parse_push_address("sparql+https://db.example.org/x").is_private);
  EXPECT_FALSE(parse_push_address("sparql+http://db.example.org/x").is_private);
  EXPECT_FALSE(parse_push_address("neo4j+http://10.0.0.1").is_private);
}

TEST(PushAddress, ThatIsWrongSaysWhatWouldBeRight) {
  struct Row {
    const char* text;
    const char* message;
  };
  for (const auto& [text, message] : {
           Row{"bolt://db:7687", "--to neo4j+http://db:7474"},
           Row{"neo4j://db/news", "--to neo4j+http://db:7474/news"},
           Row{"neo4j+s://db", "--to neo4j+https://db:7473"},
           Row{"bolt+ssc://db", "--to neo4j+https://db:7473"},
           Row{"neo4j+s://a.databases.neo4j.io", "--to neo4j+https://a.databases.neo4j.io"},
           Row{"neo4j+http://db:7687", "that of HTTP is 7474"},
           Row{"http://db:7474", "neo4j+http://localhost:7474"},
           Row{"sparql://db", "sparql+http://localhost:3030/dataset"},
           Row{"neo4j+ftp://db", "no store is known"},
           Row{"neo4j+http://db/a/b", "expected one name"},
           Row{"sparql+http://db/x?default", "has no \"?\""},
           Row{"nonsense", "no address of a store"},
           Row{"", "no address of a store"},
       }) {
    try {
      parse_push_address(text);
      ADD_FAILURE() << text << " is taken";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(message));
    }
  }
}

TEST(PushAddress, HoldsNoCredentialsAndShowsNone) {
  for (const char* const text :
       {"neo4j+http://me:hunter2@db", "bolt://me:hunter2@db", "sparql+https://hunter2@db/x"}) {
    try {
      parse_push_address(text);
      ADD_FAILURE() << text << " is taken";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("--credentials"));
      EXPECT_THAT(error.what(), Not(HasSubstr("hunter2")));
    }
  }
}

}  // namespace
}  // namespace newsgraph
