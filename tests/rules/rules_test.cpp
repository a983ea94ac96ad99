#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "extract/coreference/coreference.hpp"
#include "extract/extractor.hpp"
#include "extract/proposition/attribution/attribution.hpp"
#include "extract/proposition/consistency.hpp"
#include "extract/proposition/proposition_finder.hpp"
#include "tests/support/hand_parse.hpp"
#include "tests/support/shipped_models.hpp"
#include "tests/support/spec_files.hpp"

/// The specification of the rules is the folder of trees beside this file: *.conllu, one
/// phenomenon a file, one group of sentences a row, with the propositions that it must give.
namespace newsgraph {
namespace {

std::string label(const Extraction& extraction, const Argument& argument) {
  if (argument.is_proposition()) {
    const Proposition& inner = extraction.propositions[argument.index];
    return "[" + inner.readable + "]";
  }
  // What is only words stands in quotes: "mayor".
  if (!argument.is_mention()) return '"' + argument.text + '"';
  const Mention& mention = extraction.mentions[argument.index];
  const Mention& first = extraction.mentions[mention.chain];
  return mention.form == MentionForm::kPronoun ? first.text : mention.text;
}

/// "in May; with the mayor".
std::string label(const std::vector<Qualifier>& qualifiers) {
  std::string text;
  for (const Qualifier& qualifier : qualifiers) {
    if (!text.empty()) text += "; ";
    if (!qualifier.role.empty()) text += qualifier.role + ' ';
    text += qualifier.value.text;
  }
  return text;
}

/// "not (Ana Roth; visited; Oslo) [with the mayor] | possible | said: Kern | at 2024-05-01".
std::string dump(const Extraction& extraction, const Proposition& proposition) {
  std::ostringstream out;
  if (proposition.polarity == Polarity::kNegated) out << "not ";
  out << '(' << label(extraction, proposition.subject) << "; " << proposition.readable;
  if (proposition.object != Argument{}) out << "; " << label(extraction, proposition.object);
  out << ')';
  if (!proposition.qualifiers.empty()) out << " [" << label(proposition.qualifiers) << ']';
  if (proposition.modality != Modality::kActual) out << " | " << to_string(proposition.modality);
  for (const Attribution& attribution : proposition.attribution) {
    out << " | " << attribution.cue << ": ";
    if (attribution.mention) {
      const Mention& mention = extraction.mentions[*attribution.mention];
      out << extraction
                 .mentions[mention.form == MentionForm::kPronoun ? mention.chain
                                                                 : *attribution.mention]
                 .text;
    } else {
      out << attribution.text;
    }
  }
  if (!proposition.event_date.empty()) out << " | at " << proposition.event_date;
  if (!proposition.statement_date.empty()) out << " | stated " << proposition.statement_date;
  return out.str();
}

class Rules : public testing::TestWithParam<std::string> {};

TEST_P(Rules, GiveThePropositionsOfTheTree) {
  for (const test::HandParse& parse :
       test::read_hand_parses(std::string(NEWSGRAPH_TEST_DIR) + "/" + GetParam() + ".conllu")) {
    Document document(parse.article, parse.sentences);
    const std::vector<Quotation> quotations = find_quotations(document);
    resolve_coreference(document, speech_of(quotations), shipped_coreference());
    const Extraction extraction = find_propositions(document, quotations);
    EXPECT_NO_THROW(check_consistency(extraction)) << parse.article.text;
    std::vector<std::string> found;
    for (const Proposition& proposition : extraction.propositions) {
      found.push_back(dump(extraction, proposition));
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(parse.expected)) << parse.article.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Phenomena, Rules,
                         testing::ValuesIn(test::spec_files(NEWSGRAPH_TEST_DIR, ".conllu")),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace newsgraph
