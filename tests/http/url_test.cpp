#include "extract/http/url.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

TEST(Url, HasItsParts) {
  const auto url = parse_url("neo4j+https://db.example.org:7473/news?x=1");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "neo4j+https");
  EXPECT_EQ(url->host, "db.example.org");
  EXPECT_EQ(url->port, "7473");
  EXPECT_EQ(url->path, "/news");
  EXPECT_EQ(url->query, "x=1");
  EXPECT_FALSE(url->has_credentials);
  EXPECT_EQ(url->origin(), "neo4j+https://db.example.org:7473");
}

TEST(Url, TellsWhereCredentialsAre) {
  EXPECT_TRUE(parse_url("http://me@host/")->has_credentials);
  EXPECT_TRUE(parse_url("http://me:secret@host/")->has_credentials);
}

TEST(Url, KnowsThisMachine) {
  for (const char* const here : {"http://localhost:1/", "http://127.0.0.1", "http://[::1]:80/x"}) {
    EXPECT_TRUE(parse_url(here)->is_loopback()) << here;
  }
  for (const char* const elsewhere : {"http://localhost.example.org/", "http://10.0.0.1/"}) {
    EXPECT_FALSE(parse_url(elsewhere)->is_loopback()) << elsewhere;
  }
}

TEST(Url, IsNoneWithoutAHost) {
  for (const char* const text : {"", "nonsense", "http://", "http://a b/", "://x"}) {
    EXPECT_FALSE(parse_url(text)) << text;
  }
}

}  // namespace
}  // namespace newsgraph
