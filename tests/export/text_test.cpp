#include "export/text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace newsgraph {
namespace {

std::string cleaned(std::string_view text) {
  std::string scratch;
  return std::string(clean_text(text, scratch));
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST(CleanText, TakesOutWhatXmlCannotCarry) {
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"", ""},
      {"plain text, longer than eight bytes", "plain text, longer than eight bytes"},
      {"tab\tline\nreturn\r", "tab\tline\nreturn\r"},
      {"nul\0bell\aescape\x1b[0m"sv, "nulbellescape[0m"},
      {"\x01\x02\x1f", ""},
      {"delete\x7f is legal", "delete\x7f is legal"},
      {"next line \u0085 is legal", "next line \u0085 is legal"},
      {"Östvik 🕊 𝔘", "Östvik 🕊 𝔘"},
      {"noncharacters \uFFFE\uFFFF end", "noncharacters  end"},
      {"\U0001FFFE beyond the plane stays", "\U0001FFFE beyond the plane stays"},
  };
  for (const Row& row : rows) EXPECT_EQ(cleaned(row.text), row.expected);
}

TEST(CleanText, ReplacesEachByteThatIsNotUtf8) {
  const Row rows[] = {
      {"cut off \xC3", "cut off \uFFFD"},
      {"cut off \xF0\x9F\x98", "cut off \uFFFD\uFFFD\uFFFD"},
      {"overlong \xC0\xAF", "overlong \uFFFD\uFFFD"},
      {"overlong \xE0\x80\xAF", "overlong \uFFFD\uFFFD\uFFFD"},
      {"surrogate \xED\xA0\x80", "surrogate \uFFFD\uFFFD\uFFFD"},
      {"beyond \xF4\x90\x80\x80", "beyond \uFFFD\uFFFD\uFFFD\uFFFD"},
      {"stray \x80 and \xFF", "stray \uFFFD and \uFFFD"},
      {"\xC3(", "\uFFFD("},
  };
  for (const Row& row : rows) EXPECT_EQ(cleaned(row.text), row.expected);
}

TEST(CleanText, FindsWhatIsUncleanAtEveryPosition) {
  for (std::size_t at = 0; at < 20; ++at) {
    std::string text(20, 'x');
    text[at] = '\x01';
    EXPECT_EQ(cleaned(text), std::string(19, 'x')) << at;
    text[at] = '\xFF';
    EXPECT_EQ(cleaned(text).size(), 22u) << at;
  }
}

TEST(CleanText, DoesNotCopyCleanText) {
  const std::string_view text = "Östvik";
  std::string scratch;
  EXPECT_EQ(clean_text(text, scratch).data(), text.data());
}

TEST(Xml, EscapesWhatIsMarkupOrWouldBeNormalised) {
  std::string out;
  append_escaped(out, "<a href=\"x\">&]]></a>\t\r\n\x0b", kXml);
  EXPECT_EQ(out, "&lt;a href=&quot;x&quot;&gt;&amp;]]&gt;&lt;/a&gt;&#9;&#13;&#10;");
}

TEST(Numbers, AreShortestDecimalsWithoutExponent) {
  const auto written = [](double value) {
    std::string out;
    append_number(out, value);
    return out;
  };
  EXPECT_EQ(written(0.9), "0.9");
  EXPECT_EQ(written(1), "1");
  EXPECT_EQ(written(1e-7), "0.0000001");
  EXPECT_EQ(written(1e21), "1000000000000000000000");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "0");
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "0");
  EXPECT_EQ(written(std::numeric_limits<double>::denorm_min()).size(), 326u);
  EXPECT_EQ(written(-std::numeric_limits<double>::max()).size(), 310u);
}

TEST(PercentEncoding, LeavesOnlyUnreservedCharacters) {
  std::string out;
  append_percent_encoded(out, "a-Z_0.~ /%?ö\x01");
  EXPECT_EQ(out, "a-Z_0.~%20%2F%25%3F%C3%B6");
}

TEST(WebAddress, EncodesWhatNoIriMayHoldAndTakesNoOtherScheme) {
  const Row rows[] = {
      {"https://news.example/a b?x=<y>&z=\"q\"|ö%20",
       "https://news.example/a%20b?x=%3Cy%3E&z=%22q%22%7Cö%20"},
      {"http://news.example", "http://news.example"},
      {"http://news.example/\\\n", "http://news.example/%5C%0A"},
      {"https://", ""},
      {"javascript:alert(1)", ""},
      {"news.example/a", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(web_address(row.text), row.expected);
}

}  // namespace
}  // namespace newsgraph
