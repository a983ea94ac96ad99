#include "extract/article/metadata_line.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

TEST(MetadataLine, ReadsDatelinesAndNoAppositions) {
  struct Row {
    std::string_view paragraph, text, date;
  };
  const Row rows[] = {
      {"KYIV, Nov 11, 2023 (NNA) - Talks failed.", "Talks failed.", "2023-11-11"},
      {"KYIV, Nov. 11 (NNA) — Talks failed.", "Talks failed.", ""},
      {"BERLIN (NNA) — Talks failed.", "Talks failed.", ""},
      {"WASHINGTON, D.C. – Talks failed.", "Talks failed.", ""},
      {"LONDON -- Talks failed.", "Talks failed.", ""},
      {"Halmar, Norland (NNA) -- Talks failed.", "Talks failed.", ""},
      {"HALMAR, March 5 /NNA/. Talks failed.", "Talks failed.", ""},
      {"(NNA) - Talks failed.", "Talks failed.", ""},
      {"Halmar, 5 March 2024 – Talks failed.", "Talks failed.", "2024-03-05"},
      {"RIO DE JANEIRO — Talks failed.", "Talks failed.", ""},
      // Not these.
      {"NATO — the alliance — said no.", "", ""},
      {"OPEC - Norland above all - wants more.", "", ""},
      {"The talks — all of them — failed.", "", ""},
      {"Keller declined - she gave no reason.", "", ""},
      {"Keller (left) - declined.", "", ""},
      {"Marta Keller declined.", "", ""},
      {"A-levels are hard.", "", ""},
      {"KYIV, Nov 11 (NNA) - ", "", ""},
      {"", "", ""},
      {"/", "", ""},
  };
  for (const Row& row : rows) {
    const auto dateline = read_dateline(row.paragraph);
    EXPECT_EQ(dateline ? row.paragraph.substr(dateline->size) : "", row.text) << row.paragraph;
    EXPECT_EQ(dateline ? dateline->date : "", row.date) << row.paragraph;
  }
}

TEST(MetadataLine, ReadsBylinesAndNoSentences) {
  EXPECT_EQ(read_byline("By Jane Roe"), "Jane Roe");
  EXPECT_EQ(read_byline("by Jane Roe and John Doe"), "Jane Roe and John Doe");
  EXPECT_EQ(read_byline("Written by: Jane Roe"), "Jane Roe");
  EXPECT_EQ(read_byline("Author's name Jane Roe"), "Jane Roe");
  for (const char* other : {"By Monday the talks had failed", "By May 2024", "By Jane", "Jane Roe",
                            "Byron Jane Roe", "By", "", "By the River Sandel"}) {
    EXPECT_EQ(read_byline(other), "") << other;
  }
}

TEST(MetadataLine, IsNothingButMetadata) {
  EXPECT_FALSE(read_metadata_line("Keller declined on March 5, 2024"));
  EXPECT_FALSE(read_metadata_line("Home | News | Sport"));
  EXPECT_FALSE(read_metadata_line("10:30"));
  EXPECT_FALSE(read_metadata_line(""));
  const auto line = read_metadata_line("By Jane Roe • Updated: 6 March 2024 • 10:30 GMT");
  ASSERT_TRUE(line);
  EXPECT_EQ(line->author + " " + line->published + " " + line->modified, "Jane Roe  2024-03-06");
}

}  // namespace
}  // namespace newsgraph
