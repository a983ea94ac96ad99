#include "extract/proposition/attribution/quotation_marks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph {
namespace {

/// The quoted stretches between bars; an open one ends in "...".
std::string quoted(const std::string& text) {
  const QuotedSpans found =
      match_quotation_marks(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string result;
  for (const Span& span : found.spans) {
    result += "|" + text.substr(span.begin, span.size());
  }
  return result + (found.open ? "..." : "|");
}

struct Row {
  std::string text;
  std::string expected;
};

TEST(QuotationMarks, ArePaired) {
  for (const Row& row : {
           Row{"“We will go,” Roth said.", "|“We will go,”|"},
           Row{"\"We will go,\" Roth said. \"Soon.\"", "|\"We will go,\"|\"Soon.\"|"},
           Row{"Roth said: «We will go.»", "|«We will go.»|"},
           Row{"Roth said: „We will go.“", "|„We will go.“|"},
           Row{"Roth said: »We will go.«", "|»We will go.«|"},
           Row{"‘We will go,’ Roth said.", "|‘We will go,’|"},
           Row{"'We will go,' Roth said.", "|'We will go,'|"},
           Row{"It was clear—“We will go,” Roth said.", "|“We will go,”|"},
       }) {
    EXPECT_EQ(quoted(row.text), row.expected);
  }
}

TEST(QuotationMarks, LeaveApostrophesAndInchesAlone) {
  for (const std::string text :
       {"The workers’ rights and Roth’s plan.", "Roth's and the others' plans.",
        "It is 5'10\" tall.", "In the ’90s it was rock ’n’ roll.", ""}) {
    EXPECT_EQ(quoted(text), "|") << text;
  }
}

TEST(QuotationMarks, MayBeTwoSingleOnes) {
  EXPECT_EQ(quoted("“We will go,’’ Roth said."), "|“We will go,’’|");
  EXPECT_EQ(quoted("``We will go,'' Roth said."), "|``We will go,''|");
  EXPECT_EQ(quoted("‘‘We will go,’’ Roth said."), "|‘‘We will go,’’|");
  EXPECT_EQ(quoted("''We will go. They left,'' Roth said."), "|''We will go. They left,''|");
  EXPECT_EQ(quoted("“It is 6'' wide. We go,” Roth said."), "|“It is 6'' wide. We go,”|");
}

TEST(QuotationMarks, KeepMarksWithinAQuotation) {
  EXPECT_EQ(quoted("“He told me ‘we will go,’ and we did,” Roth said."),
            "|“He told me ‘we will go,’ and we did,”|");
  EXPECT_EQ(quoted("\"It's the workers' plan,\" Roth said."), "|\"It's the workers' plan,\"|");
}

TEST(QuotationMarks, MayBeMixedOrLeftOpen) {
  EXPECT_EQ(quoted("“We will go,\" Roth said."), "|“We will go,\"|");
  EXPECT_EQ(quoted("Roth said: “We will go."), "|“We will go....");
  EXPECT_EQ(quoted("\""), "|");
}

}  // namespace
}  // namespace newsgraph
