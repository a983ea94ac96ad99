#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/article/article_reader.hpp"
#include "tests/article/temporary_folder.hpp"

namespace newsgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> read(const TemporaryFolder& folder, const std::vector<std::string>& inputs,
                              InputFormat format = InputFormat::kGuess) {
  const auto reader = open_articles(inputs, {format});
  return read_all(*reader, folder / "");
}

TEST(ArticleFiles, ReadsFoldersByPathInAllDepths) {
  const TemporaryFolder folder;
  folder.write("b.txt", "B text.");
  folder.write("a/z.txt", "Z text.");
  folder.write("a/b.md", "# T\n\nM text.");
  folder.write("a-first.txt", "First text.");
  EXPECT_THAT(read(folder, {folder / ""}),
              ElementsAre("a/b.md: T\n\nM text.", "a/z.txt: Z text.", "a-first.txt: First text.",
                          "b.txt: B text."));
}

TEST(ArticleFiles, LeavesHiddenAndUnknownFilesOfFoldersAside) {
  const TemporaryFolder folder;
  folder.write("a.txt", "A text.");
  folder.write(".hidden.txt", "Hidden text.");
  folder.write(".git/b.txt", "Hidden text.");
  folder.write("photo.jpg", "\xFF\xD8");
  folder.write("README", "Some text.");
  const auto reader = open_articles({folder / ""}, {});
  EXPECT_THAT(read_all(*reader), ElementsAre("a.txt: A text."));
  EXPECT_EQ(reader->ignored(), 2U);
  // Given by name, they are meant.
  EXPECT_THAT(read(folder, {folder / "README", folder / ".hidden.txt"}),
              ElementsAre("README: Some text.", ".hidden.txt: Hidden text."));
}

TEST(ArticleFiles, EndsWhereFoldersHoldThemselves) {
  const TemporaryFolder folder;
  folder.write("a/b/article.txt", "A text.");
  std::filesystem::create_directory_symlink("..", folder.path() / "a/b/loop");
  std::filesystem::create_directory_symlink(".", folder.path() / "a/self");
  EXPECT_THAT(read(folder, {folder / ""}),
              ElementsAre("a/b/article.txt: A text.",
                          HasSubstr("error: a/b/loop: links back to a folder that it is in"),
                          HasSubstr("error: a/self: links back to a folder that it is in")));
}

TEST(ArticleFiles, ReadsAFileOnceByWhateverWayItIsMet) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a/article.txt", "A text.");
  std::filesystem::create_symlink("a/article.txt", folder.path() / "link.txt");
  std::filesystem::create_directory_symlink("a", folder.path() / "again");
  EXPECT_THAT(read(folder, {folder / "", file, folder / "a"}),
              ElementsAre("a/article.txt: A text."));
}

TEST(ArticleFiles, TellsWhatCannotBeReadAndGoesOn) {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("nowhere", folder.path() / "a-dangling.txt");
  folder.write("b-empty.txt", "");
  folder.write("c-blank.txt", " \n\t\n");
  folder.write("d-latin1.txt", "caf\xE9");
  folder.write("e-nul.txt", std::string("One\n\0", 5));
  folder.write("f-long.txt", std::string(50'000'000, 'x'));
  folder.write("g-good.txt", "Good text.");
  EXPECT_THAT(
      read(folder, {folder / "", folder / "missing.txt"}),
      ElementsAre(HasSubstr("a-dangling.txt: "), HasSubstr("b-empty.txt: no text"),
                  HasSubstr("c-blank.txt: no text"), HasSubstr("d-latin1.txt:1: byte 0xe9"),
                  HasSubstr("e-nul.txt:2: NUL byte"), HasSubstr("f-long.txt: over 16 MiB of text"),
                  "g-good.txt: Good text.", "error: missing.txt: no such file or folder"));
}

TEST(ArticleFiles, TellsWhatItMayNotRead) {
  const TemporaryFolder folder;
  const std::string secret = folder.write("secret.txt", "Secret text.");
  folder.write("shut/a.txt", "A text.");
  ::chmod(secret.c_str(), 0);
  ::chmod((folder / "shut").c_str(), 0);
  const std::vector<std::string> lines = read(folder, {folder / ""});
  ::chmod((folder / "shut").c_str(), 0700);
  if (::access(secret.c_str(), R_OK) == 0) {  // root may read everything
    EXPECT_THAT(lines, ElementsAre("secret.txt: Secret text.", "shut/a.txt: A text."));
  } else {
    EXPECT_THAT(lines, ElementsAre(HasSubstr("secret.txt: cannot be opened: Permission denied"),
                                   HasSubstr("shut: Permission denied")));
  }
}

TEST(ArticleFiles, RefusesASecondFileOfTheSameKey) {
  const TemporaryFolder folder;
  folder.write("x/a.txt", "One text.");
  folder.write("y/a.txt", "Another text.");
  EXPECT_THAT(
      read(folder, {folder / "x", folder / "y"}),
      ElementsAre("a.txt: One text.",
                  HasSubstr("error: y/a.txt: its key would be \"a.txt\", which is that of")));
}

TEST(ArticleFiles, GivesTheSameKeysByNameAndByFolder) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.txt", "A text.");
  EXPECT_EQ(read(folder, {folder / ""}), read(folder, {file}));
}

TEST(ArticleFiles, ReadsAPipeAsOneArticleKnownByItsContent) {
  const TemporaryFolder folder;
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    std::ofstream(pipe) << "A text.";
    ::_exit(0);
  }
  const auto reader = open_articles({pipe}, {});
  EXPECT_EQ(reader->total_bytes(), std::nullopt);
  const auto article = reader->next();
  ASSERT_TRUE(article);
  EXPECT_EQ(article->key, article->content_hash);
  EXPECT_EQ(reader->next(), std::nullopt);
}

TEST(ArticleFiles, CountsBytes) {
  const TemporaryFolder folder;
  folder.write("a.txt", "A text.");
  folder.write("b.jsonl", "{\"text\":\"B\"}\n");
  const auto reader = open_articles({folder / ""}, {});
  EXPECT_EQ(reader->total_bytes(), 20U);
  EXPECT_EQ(reader->bytes(), 0U);
  read_all(*reader);
  EXPECT_EQ(reader->bytes(), 20U);
}

}  // namespace
}  // namespace newsgraph
