#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/coreference/coreference.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/proposition/attribution/attribution.hpp"
#include "extract/proposition/proposition_finder.hpp"
#include "tests/support/hand_parse.hpp"
#include "tests/support/shipped_models.hpp"

/// values/values.conllu: sentences, and the value mentions that they must give.
namespace newsgraph {
namespace {

TEST(ValueMentions, AreTypedLiterals) {
  for (const test::HandParse& parse :
       test::read_hand_parses(std::string(NEWSGRAPH_TEST_DIR) + "/values/values.conllu")) {
    Document document(parse.article, parse.sentences);
    resolve_coreference(document, {}, shipped_coreference());
    std::vector<std::string> found;
    for (const Mention& mention : find_propositions(document, {}).mentions) {
      if (mention.kind != NodeKind::kValue) continue;
      found.push_back(std::string(to_string(mention.type)) + " \"" + mention.text + "\" is " +
                      mention.value);
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(parse.expected)) << parse.article.text;
  }
}

}  // namespace
}  // namespace newsgraph
