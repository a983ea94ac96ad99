#include "extract/proposition/factuality/factuality.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/base/error.hpp"
#include "extract/coreference/coreference.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/proposition/attribution/attribution.hpp"
#include "extract/proposition/proposition_finder.hpp"
#include "tests/support/shipped_models.hpp"

/// What the shipped models and the rules together make of natural sentences: factuality.txt and
/// restriction.txt beside this file, one sentence a row. factuality.conllu is the specification of
/// the rules alone.
namespace newsgraph {
namespace {

const LanguageEngine& engine() {
  static const LanguageEngine engine(find_models());
  return engine;
}

std::string words(Polarity polarity, Modality modality) {
  std::string text = polarity == Polarity::kNegated ? "not " : "";
  return text + to_string(modality);
}

/// "not possible (Ana Roth; visit; Oslo)".
std::vector<std::string> dumps(const Extraction& extraction) {
  std::vector<std::string> found;
  for (const Proposition& proposition : extraction.propositions) {
    std::string text = words(proposition.polarity, proposition.modality) + " (";
    text += extraction.mentions[proposition.subject.index].text + "; " + proposition.readable;
    if (proposition.object.is_mention()) {
      text += "; " + extraction.mentions[proposition.object.index].text;
    } else if (!proposition.object && !proposition.object.text.empty()) {
      text += "; \"" + proposition.object.text + '"';  // what is only words
    }
    found.push_back(text + ")");
  }
  return found;
}

/// The events of the sentence at the words `form`: "visit = not actual".
std::vector<std::string> events(const Document& document) {
  std::vector<std::string> found;
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    const Tree& tree = document.tree(s);
    const SentenceFactuality factuality(tree);
    for (TokenIndex i = 0; i < tree.size(); ++i) {
      const Factuality& event = factuality.of(i);
      found.push_back(tree.token(i).form + " = " + words(event.polarity, event.modality));
    }
  }
  return found;
}

/// Splits "SENTENCE | ITEM | ITEM".
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at; (at = line.find(" | ", begin)) != std::string::npos; begin = at + 3) {
    parts.push_back(line.substr(begin, at - begin));
  }
  parts.push_back(line.substr(begin));
  return parts;
}

void check_rows(const std::string& file) {
  std::ifstream rows(std::string(NEWSGRAPH_TEST_DIR) + '/' + file);
  ASSERT_TRUE(rows);
  for (std::string line; std::getline(rows, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> row = fields(line);
    Article article;
    article.text = row.front();
    Block block;
    block.span = {0, static_cast<std::uint32_t>(article.text.size())};
    article.blocks = {block};
    Document document(article, engine().analyse(article));
    const std::vector<Quotation> quotations = find_quotations(document);
    resolve_coreference(document, {}, shipped_coreference());
    const std::vector<std::string> propositions = dumps(find_propositions(document, quotations));
    const std::vector<std::string> words = events(document);
    for (std::size_t i = 1; i < row.size(); ++i) {
      const std::string& item = row[i];
      if (item.starts_with("no ")) {
        EXPECT_THAT(propositions, testing::Not(testing::Contains(item.substr(3)))) << row.front();
      } else if (item.find('(') != std::string::npos) {
        EXPECT_THAT(propositions, testing::Contains(item)) << row.front();
      } else {
        EXPECT_THAT(words, testing::Contains(item)) << row.front();
      }
    }
  }
}

TEST(Factuality, IsReadOffNaturalSentences) { check_rows("factuality.txt"); }

TEST(Arguments, KeepWhatRestrictsThem) { check_rows("restriction.txt"); }

}  // namespace
}  // namespace newsgraph
