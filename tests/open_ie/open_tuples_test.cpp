#include "extract/proposition/open_ie/open_tuples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/hand_parse.hpp"
#include "tests/support/spec_files.hpp"

/// The specification of both styles is the folder of trees beside this file: *.conllu, with the
/// tuples that each sentence must give.
namespace newsgraph {
namespace {

/// "nary Roth | met | Kern | in Oslo": subject, relation, further arguments.
std::vector<std::string> dump(const Document& document, TupleStyle style, const char* name) {
  std::vector<std::string> rows;
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    for (const OpenTuple& tuple : find_open_tuples(document, s, style)) {
      std::string row = name + (' ' + tuple.arguments.front()) + " | " + tuple.relation;
      for (std::size_t i = 1; i < tuple.arguments.size(); ++i) row += " | " + tuple.arguments[i];
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

class OpenTuples : public testing::TestWithParam<std::string> {};

TEST_P(OpenTuples, AreThoseOfTheTree) {
  for (const test::HandParse& parse :
       test::read_hand_parses(std::string(NEWSGRAPH_TEST_DIR) + "/" + GetParam() + ".conllu")) {
    const Document document(parse.article, parse.sentences);
    std::vector<std::string> found = dump(document, TupleStyle::kNary, "nary");
    for (std::string& row : dump(document, TupleStyle::kBinary, "binary")) {
      found.push_back(std::move(row));
    }
    EXPECT_THAT(found, testing::ElementsAreArray(parse.expected)) << parse.article.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Phenomena, OpenTuples,
                         testing::ValuesIn(test::spec_files(NEWSGRAPH_TEST_DIR, ".conllu")),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace newsgraph
