#include "graph/query/folding.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

struct Row {
  const char* name;
  const char* folded;
};

TEST(FoldName, MakesNamesEqualThatPeopleTakeForTheSame) {
  const Row rows[] = {
      {"Marta Keller", "marta keller"},
      {"  KELLER,\tMarta ", "keller marta"},
      {"Märta Kéller", "marta keller"},
      {"Ma\u0308rta", "marta"},  // combining diaeresis
      {"Łódź", "lodz"},
      {"Strauß", "strauss"},
      {"Søren Æbelø", "soren aebelo"},
      {"O'Neil", "oneil"},
      {"O\u2019Neil", "oneil"},
      {"U.N.", "un"},
      {"Jean-Luc", "jean luc"},
      {"ＡＢＣ", "abc"},  // full-width forms
      {"Čapkova\u00A0Nova", "capkova nova"},
      {"ΑΘΉΝΑΣ", "αθηνασ"},
      {"東京", "東京"},
      {"AT&T", "at&t"},
      {"5%", "5%"},
      {"...", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(fold_name(row.name), row.folded) << row.name;
}

TEST(FoldName, IsIdempotent) {
  for (const char* name : {"Märta  KELLER", "İstanbul", "ẞtraße", "ﬁnance", "Ǆ", "가각", "ΐ"}) {
    const std::string once = fold_name(name);
    EXPECT_EQ(fold_name(once), once) << name;
  }
}

TEST(FoldName, TakesInvalidUtf8) {
  EXPECT_EQ(fold_name("Kel\xFFler"), "kel\uFFFDler");
  EXPECT_EQ(fold_name("\xC3"), "\uFFFD");
}

TEST(FoldedWords, AreSplitAtSpaces) {
  EXPECT_EQ(folded_words("marta keller"), (std::vector<std::string_view>{"marta", "keller"}));
  EXPECT_TRUE(folded_words("").empty());
}

}  // namespace
}  // namespace newsgraph
