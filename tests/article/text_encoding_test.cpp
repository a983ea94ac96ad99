#include "extract/article/text_encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

std::string clean(std::string_view bytes) {
  try {
    return clean_text(bytes, "a.txt");
  } catch (const ParseError& error) {
    return std::string("error: ") + error.what();
  }
}

TEST(TextEncoding, CleansLineEndsAndControlCharacters) {
  EXPECT_EQ(clean("\xEF\xBB\xBFOne\r\nTwo\rThree\n"), "One\nTwo\nThree\n");
  EXPECT_EQ(clean("a\x1b[2Jb\x07\x7f\tc\fd"), "a [2Jb  \tc d");
  EXPECT_EQ(clean("Zoë 漢字 🙂"), "Zoë 漢字 🙂");
  EXPECT_EQ(clean("a\xC2\x9B"
                  "b\u2028c"),
            "a b\nc");
}

TEST(TextEncoding, RefusesWhatIsNoUtf8WithItsLine) {
  struct Row {
    std::string bytes;
    const char* message;
  };
  const Row rows[] = {
      {"One\nTw\xE9o", "a.txt:2: byte 0xe9 is no UTF-8"},
      {"cut \xE2\x82", "a.txt:1: byte 0xe2"},
      {"overlong \xC0\xAF", "byte 0xc0"},
      {"overlong \xE0\x80\xAF", "byte 0xe0"},
      {"surrogate \xED\xA0\x80", "byte 0xed"},
      {"beyond \xF4\x90\x80\x80", "byte 0xf4"},
      {std::string("NUL\n\n\0", 6), "a.txt:3: NUL byte"},
      {std::string("\xFF\xFEO\0n\0", 6), "UTF-16; expected UTF-8"},
  };
  for (const Row& row : rows) EXPECT_THAT(clean(row.bytes), testing::HasSubstr(row.message));
}

TEST(TextEncoding, MakesNamesOfFilesValid) {
  EXPECT_EQ(to_valid_utf8("caf\xE9/Zoë.txt"), "caf\uFFFD/Zoë.txt");
}

TEST(TextEncoding, FoldsSpace) {
  EXPECT_EQ(fold_space(" \n a \t\u00A0 b\n"), "a b");
  EXPECT_EQ(fold_space(""), "");
}

TEST(TextEncoding, WritesTheCharactersItReads) {
  for (const char32_t character : {U'a', U'é', U'漢', U'🙂', U'\u07FF', U'\U0010FFFF'}) {
    std::string text;
    append_character(text, character);
    std::size_t at = 0;
    EXPECT_EQ(next_character(text, at), character);
    EXPECT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace newsgraph
