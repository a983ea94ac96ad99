#include "export/push/credentials.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace newsgraph {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

HttpCredentials of(const std::map<std::string, std::string>& variables) {
  return environment_credentials("NEO4J", [&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

template <typename Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(EnvironmentCredentials, AreANameAndAPasswordOrATokenOrNothing) {
  EXPECT_TRUE(of({}).empty());
  EXPECT_TRUE(of({{"SPARQL_USERNAME", "me"}, {"SPARQL_PASSWORD", "x"}}).empty());
  const HttpCredentials both = of({{"NEO4J_USERNAME", "me"}, {"NEO4J_PASSWORD", "pw"}});
  EXPECT_EQ(both.username, "me");
  EXPECT_EQ(both.password, "pw");
  EXPECT_EQ(of({{"NEO4J_TOKEN", "t"}}).token, "t");
}

TEST(EnvironmentCredentials, ThatAreHalfAreRefusedWithoutShowingThem) {
  const std::string no_name = message_of([] { of({{"NEO4J_PASSWORD", "hunter2"}}); });
  EXPECT_THAT(no_name, HasSubstr("NEO4J_USERNAME is not"));
  EXPECT_THAT(no_name, Not(HasSubstr("hunter2")));
  EXPECT_THAT(message_of([] {
                of({{"NEO4J_USERNAME", "me"}});
              }),
              HasSubstr("NEO4J_PASSWORD is not"));
}

TEST(EnvironmentCredentials, CannotSmuggleAHeader) {
  const std::string message = message_of([] { of({{"NEO4J_TOKEN", "hunter2\r\nX: y"}}); });
  EXPECT_THAT(message, HasSubstr("NEO4J_TOKEN holds a control character"));
  EXPECT_THAT(message, Not(HasSubstr("hunter2")));
}

class FileCredentials : public ::testing::Test {
 protected:
  FileCredentials() {
    std::string name = (fs::temp_directory_path() / "newsgraph-test-XXXXXX").string();
    EXPECT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    file_ = folder_ / "credentials";
  }
  ~FileCredentials() override { fs::remove_all(folder_); }

  void write(const std::string& content, int mode = 0600) {
    std::ofstream(file_, std::ios::binary) << content;
    fs::permissions(file_, static_cast<fs::perms>(mode));
  }
  HttpCredentials read() const { return file_credentials(file_, "NEO4J"); }
  std::string message() const {
    return message_of([this] { read(); });
  }

  fs::path folder_;
  fs::path file_;
};

TEST_F(FileCredentials, StandInLinesAsNeo4jHandsThemOut) {
  write(
      "# Wait 60 seconds\r\nNEO4J_URI=neo4j+s://x\r\nNEO4J_USERNAME = neo4j\r\n\n"
      "NEO4J_PASSWORD=\"a=b #'c' \"");
  EXPECT_EQ(read().username, "neo4j");
  EXPECT_EQ(read().password, "a=b #'c' ");
}

TEST_F(FileCredentials, AreOnesOwn) {
  for (const int mode : {0644, 0640, 0604, 0660, 0606}) {
    write("NEO4J_TOKEN=hunter2", mode);
    EXPECT_THAT(message(), HasSubstr("chmod 600 " + file_.string())) << mode;
    EXPECT_THAT(message(), Not(HasSubstr("hunter2")));
  }
  write("NEO4J_TOKEN=t", 0400);
  EXPECT_EQ(read().token, "t");
}

TEST_F(FileCredentials, SayWhatIsMissing) {
  EXPECT_THAT(message(), HasSubstr("No such file"));
  write("SPARQL_TOKEN=t\n");
  EXPECT_THAT(message(), HasSubstr("expected lines NEO4J_USERNAME=…"));
  write("NEO4J_USERNAME=me\n");
  EXPECT_THAT(message(), HasSubstr("NEO4J_PASSWORD is not"));
  fs::remove(file_);
  fs::create_directory(file_);
  EXPECT_THAT(message(), HasSubstr("no regular file"));
}

TEST_F(FileCredentials, MayBeWrittenForAShell) {
  write(
      "#!/bin/sh\nexport NEO4J_USERNAME='me' # mine\n"
      "\texport\tNEO4J_PASSWORD=\"a\\\"b\\\\c\\d\\$e # f\"\t#g\n");
  EXPECT_EQ(read().username, "me");
  EXPECT_EQ(read().password, R"(a"b\c\d$e # f)");
  write("export NEO4J_USERNAME=me#1 # mine\nNEO4J_PASSWORD='a\\b$c'\n");
  EXPECT_EQ(read().username, "me#1");
  EXPECT_EQ(read().password, R"(a\b$c)");
}

TEST_F(FileCredentials, NameTheLineThatIsUnusableWithoutShowingIt) {
  for (const char* const line :
       {"hunter2", "export hunter2", "NEO4J_PASSWORD hunter2",
        "NEO4J_PASSWORD: hunter2=", "NEO4J_PASSWORD='hunter2", "NEO4J_PASSWORD=\"hunter2\\\"",
        "NEO4J_PASSWORD='hunter2'x", "NEO4J_PASSWORD='hunter2'#x", "2NEO4J=hunter2", "=hunter2"}) {
    write("# mine\nNEO4J_USERNAME=me\n\n" + std::string(line) + "\n");
    EXPECT_THAT(message(), HasSubstr(file_.string() + ", line 4: expected ")) << line;
    EXPECT_THAT(message(), Not(HasSubstr("hunter2"))) << line;
  }
}

TEST_F(FileCredentials, AreNoBook) {
  write(std::string(100'000, 'x'));
  EXPECT_THAT(message(), HasSubstr("too large"));
}

}  // namespace
}  // namespace newsgraph
