#include "export/output_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

class OutputFile : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    directory_ = fs::path(::testing::TempDir()) / (std::string("newsgraph_") + test->name());
    fs::remove_all(directory_);
    fs::create_directories(directory_);
  }
  void TearDown() override { fs::remove_all(directory_); }

  static std::string content(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(directory_), fs::directory_iterator()));
  }
  static void write_hello(std::ostream& out) { out << "hello"; }

  fs::path directory_;
};

TEST_F(OutputFile, IsWrittenWhole) {
  write_file(directory_ / "out", write_hello);
  EXPECT_EQ(content(directory_ / "out"), "hello");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFile, KeepsTheModeOfTheFileThatWasThere) {
  std::ofstream(directory_ / "out") << "private";
  fs::permissions(directory_ / "out", fs::perms::owner_read | fs::perms::owner_write);
  write_file(directory_ / "out", write_hello);
  EXPECT_EQ(fs::status(directory_ / "out").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(OutputFile, IsWrittenBesideThePartOfAProcessWithTheSameNumber) {
  std::ofstream(directory_ / ("out.part-" + std::to_string(::getpid()))) << "left behind";
  write_file(directory_ / "out", write_hello);
  EXPECT_EQ(content(directory_ / "out"), "hello");
  fs::create_directory(directory_ / ("folder.part-" + std::to_string(::getpid())));
  write_folder(directory_ / "folder", {}, [](const fs::path&) {});
  EXPECT_TRUE(fs::is_directory(directory_ / "folder"));
}

TEST_F(OutputFile, IsWhereALinkPointsThoughNothingIsThere) {
  fs::create_symlink("target", directory_ / "link");
  write_file(directory_ / "link", write_hello);
  EXPECT_TRUE(fs::is_symlink(directory_ / "link"));
  EXPECT_EQ(content(directory_ / "target"), "hello");
}

TEST_F(OutputFile, IsNotWhatIsReadByAnyName) {
  std::ofstream(directory_ / "graph") << "graph";
  fs::create_symlink("graph", directory_ / "link");
  EXPECT_THROW(refuse_to_replace(directory_ / "graph", directory_ / "graph"), IoError);
  EXPECT_THROW(refuse_to_replace(directory_ / "graph", directory_ / "link"), IoError);
  EXPECT_NO_THROW(refuse_to_replace(directory_ / "graph", directory_ / "new"));
}

TEST_F(OutputFile, StaysAsItWasIfWritingFails) {
  std::ofstream(directory_ / "out") << "before";
  EXPECT_THROW(write_file(directory_ / "out",
                          [](std::ostream& out) {
                            out << "half";
                            throw IoError("no more");
                          }),
               IoError);
  EXPECT_EQ(content(directory_ / "out"), "before");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFile, SaysWhatCannotBeWrittenAndWhy) {
  const auto message = [](const fs::path& file) -> std::string {
    try {
      write_file(file, write_hello);
    } catch (const IoError& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_EQ(message(directory_), "cannot write " + directory_.string() + ": Is a directory");
  const fs::path missing = directory_ / "no" / "out";
  EXPECT_EQ(message(missing), "cannot write " + missing.string() + ": No such file or directory");
}

TEST_F(OutputFile, ReportsAFullDisk) {
  ASSERT_TRUE(fs::exists("/dev/full"));
  try {
    write_file("/dev/full", [](std::ostream& out) {
      if (!out.write("x", 1)) throw IoError("the exporter's own message");
    });
    ADD_FAILURE() << "no error";
  } catch (const IoError& error) {
    EXPECT_STREQ(error.what(), "cannot write /dev/full: No space left on device");
  }
}

TEST_F(OutputFile, FollowsASymbolicLink) {
  std::ofstream(directory_ / "target") << "before";
  fs::create_symlink(directory_ / "target", directory_ / "link");
  write_file(directory_ / "link", write_hello);
  EXPECT_TRUE(fs::is_symlink(directory_ / "link"));
  EXPECT_EQ(content(directory_ / "target"), "hello");
}

/// What a program says that unpacks `file`.
std::string unpacked(const std::string& program, const fs::path& file) {
  std::string text;
  FILE* const pipe = ::popen((program + " -dc '" + file.string() + "'").c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  EXPECT_EQ(::pclose(pipe), 0);
  return text;
}

TEST_F(OutputFile, IsCompressedAsItsNameSays) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "line " + std::to_string(i * 7919) + "\n";
  const auto write = [&text](std::ostream& out) {
    out.put(text[0]);
    out << text.substr(1, 10);
    out.write(text.data() + 11, 500'000);
    out << text.substr(500'011);
  };
  for (const auto& [program, ending] : {std::pair("gzip", ".gz"), std::pair("zstd", ".zst")}) {
    const fs::path file = directory_ / (std::string("out.ttl") + ending);
    write_file(file, write);
    EXPECT_LT(fs::file_size(file), text.size() / 2);
    EXPECT_EQ(unpacked(program, file), text) << ending;
    const std::string before = content(file);
    write_file(file, write);
    EXPECT_EQ(content(file), before) << "no time, no name: " << ending;
    write_file(file, [](std::ostream&) {});
    EXPECT_EQ(unpacked(program, file), "") << ending;
  }
}

TEST_F(OutputFile, LeavesNoHalfCompressedFile) {
  for (const char* const name : {"out.gz", "out.zst"}) {
    EXPECT_THROW(write_file(directory_ / name,
                            [](std::ostream& out) {
                              out << std::string(1'000'000, 'x');
                              throw IoError("no more");
                            }),
                 IoError);
  }
  EXPECT_EQ(files(), 0u);
}

TEST_F(OutputFile, ReportsAFullDiskAlsoWhenCompressing) {
  for (const char* const name : {"full.gz", "full.zst"}) {
    fs::create_symlink("/dev/full", directory_ / name);
    try {
      write_file(directory_ / name, write_hello);
      ADD_FAILURE() << "no error";
    } catch (const IoError& error) {
      EXPECT_EQ(error.what(),
                "cannot write " + (directory_ / name).string() + ": No space left on device");
    }
  }
}

TEST_F(OutputFile, HeedsTheUsersMask) {
  const mode_t before = ::umask(027);
  write_file(directory_ / "out", write_hello);
  ::umask(before);
  EXPECT_EQ(fs::status(directory_ / "out").permissions(), static_cast<fs::perms>(0640));
}

class OutputFolder : public OutputFile {
 protected:
  static constexpr std::string_view kFiles[] = {"a.csv", "b.csv"};

  void write(const std::string& file) const {
    write_folder(directory_ / "out", kFiles,
                 [&](const fs::path& folder) { std::ofstream(folder / file) << "after"; });
  }
  std::string names(const fs::path& folder) const {
    std::set<std::string> sorted;
    for (const auto& entry : fs::directory_iterator(directory_ / folder)) {
      sorted.insert(entry.path().filename().string());
    }
    std::string names;
    for (const std::string& name : sorted) names += name + " ";
    return names;
  }
};

TEST_F(OutputFolder, IsWrittenWhole) {
  write("a.csv");
  EXPECT_EQ(content(directory_ / "out/a.csv"), "after");
  EXPECT_EQ(names(""), "out ");
}

TEST_F(OutputFolder, TakesThePlaceOfAnEmptyOneAndOfAnEarlierExport) {
  fs::create_directory(directory_ / "out");
  write("a.csv");
  EXPECT_EQ(names("out"), "a.csv ");
  write("b.csv");
  EXPECT_EQ(names("out"), "b.csv ");
  EXPECT_EQ(names(""), "out ");
}

TEST_F(OutputFolder, MayEndInASlash) {
  write_folder(directory_ / "out/", kFiles,
               [](const fs::path& folder) { std::ofstream(folder / "a.csv") << "after"; });
  EXPECT_EQ(names(""), "out ");
  EXPECT_EQ(names("out"), "a.csv ");
}

TEST_F(OutputFolder, StaysAsItWasIfWritingFails) {
  write("a.csv");
  EXPECT_THROW(write_folder(directory_ / "out", kFiles,
                            [](const fs::path& folder) {
                              std::ofstream(folder / "b.csv") << "half";
                              throw IoError("no more");
                            }),
               IoError);
  EXPECT_EQ(names("out"), "a.csv ");
  EXPECT_EQ(names(""), "out ");
}

TEST_F(OutputFolder, IsNotReplacedIfItHoldsAnythingElse) {
  fs::create_directory(directory_ / "out");
  std::ofstream(directory_ / "out/thesis.txt") << "years of work";
  EXPECT_THAT([&] { write("a.csv"); },
              ::testing::ThrowsMessage<IoError>(::testing::HasSubstr("it holds \"thesis.txt\"")));
  EXPECT_EQ(names("out"), "thesis.txt ");
  fs::remove(directory_ / "out/thesis.txt");
  fs::create_directories(directory_ / "out/a.csv");
  EXPECT_THROW(write("a.csv"), IoError) << "a folder of that name is no such file";
}

TEST_F(OutputFolder, IsNotWrittenOverAFile) {
  std::ofstream(directory_ / "out") << "a file";
  EXPECT_THAT([&] { write("a.csv"); },
              ::testing::ThrowsMessage<IoError>(::testing::HasSubstr("Not a directory")));
  EXPECT_EQ(content(directory_ / "out"), "a file");
}

TEST_F(OutputFolder, SaysWhatCannotBeWrittenAndWhy) {
  EXPECT_THAT([&] { write_folder(directory_ / "none/out", kFiles, [](const fs::path&) {}); },
              ::testing::ThrowsMessage<IoError>(::testing::AllOf(
                  ::testing::HasSubstr("none/out"), ::testing::HasSubstr("No such file"))));
}

}  // namespace
}  // namespace newsgraph
