#include "export/push/ledger.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

using State = Ledger::State;
using Unwanted = Ledger::Unwanted;

Ledger ledger_of_two_rows(const char* name = "news") {
  Ledger ledger(name);
  ledger.want("e_1", "row");
  ledger.want("e_1", "other row");
  return ledger;
}

TEST(Ledger, KnowsAnElementByItsMark) {
  const std::string mark = ledger_of_two_rows().mark("e_1");
  Ledger ledger = ledger_of_two_rows();
  EXPECT_EQ(ledger.state("e_1"), State::kMissing);
  EXPECT_EQ(ledger.found("e_1", mark), Unwanted::kWanted);
  EXPECT_EQ(ledger.state("e_1"), State::kCurrent);
  EXPECT_EQ(ledger.elements(), 1u);
  EXPECT_EQ(ledger.rows(), 2u);
}

TEST(Ledger, DoesNotMindTheOrderOfRows) {
  Ledger turned("news");
  turned.want("e_1", "other row");
  turned.want("e_1", "row");
  EXPECT_EQ(turned.mark("e_1"), ledger_of_two_rows().mark("e_1"));
}

TEST(Ledger, TakesForStaleWhateverIsNotMarkedRight) {
  Ledger other("news");
  other.want("e_1", "another row");
  const std::string right = ledger_of_two_rows().mark("e_1");
  for (const std::string& mark :
       {other.mark("e_1"), std::string(), std::string("nonsense"), right.substr(0, 16),
        right.substr(0, 16) + " europe", "x" + right, right.substr(1)}) {
    Ledger ledger = ledger_of_two_rows();
    ledger.found("e_1", mark);
    EXPECT_EQ(ledger.state("e_1"), State::kStale) << mark;
  }
}

TEST(Ledger, TakesForStaleWhatIsFoundTwice) {
  Ledger ledger = ledger_of_two_rows();
  const std::string mark = ledger.mark("e_1");
  ledger.found("e_1", mark);
  ledger.found("e_1", mark);
  EXPECT_EQ(ledger.state("e_1"), State::kStale);
  ledger.find_nothing();
  EXPECT_EQ(ledger.state("e_1"), State::kMissing);
}

TEST(Ledger, NamesEveryGraphThatHasAnElement) {
  Ledger europe = ledger_of_two_rows("europe");
  const std::string theirs = europe.mark("e_1");
  Ledger ledger = ledger_of_two_rows("news");
  ledger.found("e_1", theirs);
  EXPECT_EQ(ledger.state("e_1"), State::kStale);
  EXPECT_EQ(ledger.mark("e_1"), theirs + " news");
  EXPECT_EQ(ledger.disowned(ledger.mark("e_1")), theirs);
  europe.found("e_1", ledger.mark("e_1"));
  EXPECT_EQ(europe.state("e_1"), State::kCurrent);
}

TEST(Ledger, TellsWhoseUnwantedElementsAre) {
  Ledger ledger("news");
  EXPECT_EQ(ledger.found("e_2", ""), Unwanted::kForeign);
  EXPECT_EQ(ledger.found("e_2", "0123456789abcdef"), Unwanted::kForeign);
  EXPECT_EQ(ledger.found("e_2", "0123456789abcdef europe"), Unwanted::kForeign);
  EXPECT_EQ(ledger.found("e_2", "0123456789abcdef newsreel"), Unwanted::kForeign);
  EXPECT_EQ(ledger.found("e_2", "0123456789abcdef news"), Unwanted::kOwn);
  EXPECT_EQ(ledger.found("e_2", "0123456789abcdef europe news"), Unwanted::kShared);
}

TEST(Ledger, WritesNoNameThatCannotBeOne) {
  const Ledger ledger("news");
  EXPECT_EQ(ledger.disowned("0123456789abcdef \" } a news"), "0123456789abcdef a");
  EXPECT_TRUE(is_graph_name("news-2024.v1_x"));
  for (const char* const name : {"", "a b", "a\"", "ä", "a/b"}) {
    EXPECT_FALSE(is_graph_name(name)) << name;
  }
  EXPECT_FALSE(is_graph_name(std::string(65, 'a')));
}

TEST(Ledger, MarksAnElementAfterItsLastRow) {
  Ledger ledger = ledger_of_two_rows();
  EXPECT_FALSE(ledger.finish_row("e_1"));
  EXPECT_TRUE(ledger.finish_row("e_1"));
}

}  // namespace
}  // namespace newsgraph
