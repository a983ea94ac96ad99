#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/language/language_engine.hpp"
#include "tests/support/spec_files.hpp"

/// Who says what in natural sentences, through the shipped models. The files beside this one are
/// the specification, one phenomenon a file:
///
///     Keller said that Norland had signed the treaty.     an article; " ¶ " parts its paragraphs
///     signed: Keller                                      sources of a predicate, outermost first;
///     said: -                                             "-" is the article's own voice
///
/// A source is shown by its name or words, one that is not named by its cue: "(reportedly)". Core
/// rules on trees made by hand are in tests/rules/attribution.conllu.
namespace newsgraph {
namespace {

struct Row {
  int line = 0;
  std::string text;
  std::vector<std::pair<std::string, std::string>> expected;  ///< predicate, sources
};

std::vector<Row> read_rows(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  std::string line;
  bool in_text = false;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with("#")) {
      in_text = false;
    } else if (!in_text) {
      rows.push_back({number, line, {}});
      in_text = true;
    } else {
      const std::size_t colon = line.find(": ");
      rows.back().expected.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
  }
  return rows;
}

Article article_of(const std::string& text) {
  Article article;
  article.key = "article";
  constexpr std::string_view kSeparator = " \xC2\xB6 ";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(kSeparator, begin), text.size());
    if (!article.text.empty()) article.text += "\n\n";
    Block block;
    block.span.begin = static_cast<std::uint32_t>(article.text.size());
    article.text += text.substr(begin, end - begin);
    block.span.end = static_cast<std::uint32_t>(article.text.size());
    article.blocks.push_back(block);
    begin = end + kSeparator.size();
  }
  return article;
}

std::string sources(const Extraction& extraction, const Proposition& proposition) {
  std::string text;
  for (const Attribution& attribution : proposition.attribution) {
    if (!text.empty()) text += " > ";
    if (attribution.mention) {
      const Mention& mention = extraction.mentions[*attribution.mention];
      text += mention.form == MentionForm::kPronoun ? extraction.mentions[mention.chain].text
                                                    : mention.text;
    } else {
      text += attribution.text.empty() ? "(" + attribution.cue + ")" : attribution.text;
    }
  }
  return text.empty() ? "-" : text;
}

const PropositionExtractor& extractor() {
  static const auto rules =
      make_rule_extractor(LanguageEngine(find_models()), CoreferenceModel(find_models()));
  return *rules;
}

class Attribution : public testing::TestWithParam<std::string> {};

TEST_P(Attribution, NamesWhoSaysSo) {
  const std::string path = std::string(NEWSGRAPH_TEST_DIR) + "/" + GetParam() + ".txt";
  const std::vector<Row> rows = read_rows(path);
  ASSERT_FALSE(rows.empty());
  for (const Row& row : rows) {
    const Extraction extraction = extractor().extract(article_of(row.text));
    for (const auto& [predicate, expected] : row.expected) {
      bool found = false;
      for (const Proposition& proposition : extraction.propositions) {
        if (proposition.readable != predicate) continue;
        found = true;
        EXPECT_EQ(sources(extraction, proposition), expected)
            << path << ':' << row.line << ": " << row.text << "\n  " << predicate;
      }
      EXPECT_TRUE(found) << path << ':' << row.line << ": nothing says \"" << predicate
                         << "\": " << row.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Phenomena, Attribution,
                         testing::ValuesIn(test::spec_files(NEWSGRAPH_TEST_DIR, ".txt")),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace newsgraph
