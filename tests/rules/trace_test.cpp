#include "extract/proposition/trace.hpp"

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

namespace newsgraph {
namespace {

/// "unresolved_pronoun: (It; failed) | intransitive | at "It""; a clause "no_subject: stop".
std::string dump(const Rejection& rejection) {
  std::string text = std::string(to_string(rejection.reason)) + ": ";
  if (rejection.rule.empty()) return text + rejection.predicate;
  text += "(" + rejection.subject + "; " + rejection.predicate;
  if (!rejection.object.empty()) text += "; " + rejection.object;
  text += ") | " + rejection.rule;
  if (!rejection.culprit.empty()) text += " | at \"" + rejection.culprit + "\"";
  return text;
}

/// The specification is trace/rejections.conllu: "# =" lines are what each sentence must have
/// rejected, in order.
TEST(Trace, TellsWhatWasRejectedAndWhy) {
  for (const test::HandParse& parse :
       test::read_hand_parses(std::string(NEWSGRAPH_TEST_DIR) + "/trace/rejections.conllu")) {
    const auto read = [&](Document& document, Trace* trace) {
      resolve_coreference(document, {}, shipped_coreference());
      return find_propositions(document, find_quotations(document), trace);
    };
    Document document(parse.article, parse.sentences);
    Trace trace;
    const Extraction extraction = read(document, &trace);
    std::vector<std::string> found;
    for (const Rejection& rejection : trace.rejections(document)) found.push_back(dump(rejection));
    EXPECT_THAT(found, testing::ElementsAreArray(parse.expected)) << parse.article.text;

    Document untraced(parse.article, parse.sentences);
    EXPECT_EQ(extraction, read(untraced, nullptr)) << parse.article.text;
  }
}

TEST(Trace, NamesTheReadingThatADuplicateRepeats) {
  Proposition proposition;
  proposition.id = 7;
  proposition.rule = "verb";
  const Article article;
  const Document document(article, {});
  Trace trace;
  trace.reject(proposition, RejectionReason::kDuplicate);
  trace.reject(proposition, RejectionReason::kEmptyClause);
  const std::vector<Rejection> rejections = trace.rejections(document);
  ASSERT_EQ(rejections.size(), 2U);
  EXPECT_EQ(rejections[0].kept_id, 7U);
  EXPECT_EQ(rejections[1].kept_id, 0U);
}

}  // namespace
}  // namespace newsgraph
