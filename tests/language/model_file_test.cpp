#include "extract/language/model_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

class ModelFileTest : public testing::Test {
 protected:
  ModelFileTest() {
    ModelWriter writer;
    writer.add("numbers", "1234567");
    writer.add("names", std::string(1000, 'x'));
    writer.write(path_, "tagger");
  }
  ~ModelFileTest() override { std::filesystem::remove(path_); }

  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
  }
  void write(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
  }
  /// What opening the file as a tagger complains about, without the path.
  std::string complaint() const {
    try {
      ModelFile(path_, "tagger");
      return "";
    } catch (const ParseError& error) {
      return std::string(error.what()).substr(path_.string().size() + 2);
    }
  }

  std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) /
      ("model_file_test_" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) +
       testing::UnitTest::GetInstance()->current_test_info()->name() + ".model");
};

TEST_F(ModelFileTest, GivesSectionsBack) {
  const ModelFile file(path_, "tagger");
  EXPECT_EQ(file.section("numbers"), "1234567");
  EXPECT_EQ(file.section("names").size(), 1000U);
  EXPECT_THROW(file.section("other"), ParseError);
}

TEST_F(ModelFileTest, StaysOpenWhenMoved) {
  ModelFile file(path_, "tagger");
  const ModelFile moved(std::move(file));
  EXPECT_EQ(moved.section("numbers"), "1234567");
}

TEST_F(ModelFileTest, NoticesEveryFlippedByte) {
  const std::string good = bytes();
  for (std::size_t at = 0; at < good.size(); at += 7) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x20);
    write(bad);
    EXPECT_NE(complaint(), "") << "byte " << at;
  }
}

TEST_F(ModelFileTest, SaysWhatIsWrong) {
  const std::string good = bytes();
  write(good.substr(0, 500));
  EXPECT_EQ(complaint(), "is damaged (its checksum does not match); reinstall the models");
  write(good.substr(0, 10));
  EXPECT_EQ(complaint(), "is no model file (too short, or not a file)");
  write(std::string(100, 'a'));
  EXPECT_EQ(complaint(), "is no newsgraph model (it does not start with NGMODEL)");
  std::string newer = good;
  newer[8] = 9;
  write(newer);
  EXPECT_EQ(complaint(),
            "model format version 9; expected 1; reinstall the models of this program version");
  write(good);
  EXPECT_THROW(ModelFile(path_, "parser"), ParseError);
  EXPECT_THROW(ModelFile(path_ / "missing", "parser"), IoError);
}

}  // namespace
}  // namespace newsgraph
