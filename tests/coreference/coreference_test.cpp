#include "extract/coreference/coreference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/mention/words.hpp"

/// The specification is chains.txt beside this file: texts, with the phrases that are one and those
/// that are not.
namespace newsgraph {
namespace {

struct Row {
  int line = 0;
  std::string phenomenon;
  std::string text;
  std::vector<std::pair<bool, std::string>> claims;  ///< one or not, "a | b"
};

std::vector<Row> read_rows() {
  std::vector<Row> rows;
  std::ifstream in(std::string(NEWSGRAPH_TEST_DIR) + "/chains.txt");
  std::string phenomenon;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("## ")) {
      phenomenon = line.substr(3);
    } else if (line.starts_with("= ") || line.starts_with("! ")) {
      rows.back().claims.emplace_back(line[0] == '=', line.substr(2));
    } else if (!line.empty() && line[0] != '#') {
      rows.push_back({number, phenomenon, line, {}});
    }
  }
  return rows;
}

/// A text with its chains.
class Reading {
 public:
  explicit Reading(const std::string& text) {
    static const LanguageEngine engine(find_models());
    static const CoreferenceModel model(find_models());
    article_.key = "article";
    article_.text = text;
    if (!text.empty()) {
      article_.blocks = {{BlockKind::kParagraph, {0, static_cast<std::uint32_t>(text.size())}}};
    }
    Document document(article_, engine.analyse(article_));
    const std::vector<Speech> speech = speech_of(find_quotations(document));
    found_ = find_coreference(document, speech, model);
    for (const NounPhrase& phrase : found_.phrases) {
      const Tree& tree = document.tree(phrase.head.sentence);
      texts_.push_back(span_text(
          text, {tree.token(phrase.begin).span.begin, tree.token(phrase.end - 1).span.end}));
    }
  }

  /// The phrase "she", or "she#2" for the second one.
  std::optional<std::uint32_t> phrase(const std::string& name) const {
    const std::size_t hash = name.find('#');
    int nth = hash == std::string::npos ? 1 : std::stoi(name.substr(hash + 1));
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i] == name.substr(0, hash) && --nth == 0) return i;
    }
    return std::nullopt;
  }

  /// Whether links that a graph relies on join the two.
  bool are_one(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::uint32_t> group(texts_.size());
    std::iota(group.begin(), group.end(), 0U);
    for (const CoreferenceLink& link : found_.links) {
      if (!link.sure) continue;
      const std::uint32_t kept = group[link.antecedent];
      const std::uint32_t gone = group[link.anaphor];
      std::replace(group.begin(), group.end(), gone, kept);
    }
    return group[a] == group[b];
  }

  std::string chains() const {
    std::ostringstream out;
    for (const auto& chain : found_.chains) {
      for (const std::uint32_t i : chain) out << '[' << texts_[i] << "] ";
      out << '\n';
    }
    return out.str();
  }

 private:
  Article article_;
  Coreference found_;
  std::vector<std::string> texts_;
};

TEST(Coreference, FindsTheChainsOfTheRows) {
  for (const Row& row : read_rows()) {
    const Reading reading(row.text);
    for (const auto& [one, claim] : row.claims) {
      const std::size_t bar = claim.find(" | ");
      const auto a = reading.phrase(claim.substr(0, bar));
      const auto b = reading.phrase(claim.substr(bar + 3));
      const std::string where = "chains.txt:" + std::to_string(row.line) + ": " + row.phenomenon +
                                ": " + row.text + "\n" + claim + "\n" + reading.chains();
      ASSERT_NE(std::string::npos, bar) << where;
      // What is not even a phrase is not one with another.
      EXPECT_EQ(one, a && b && reading.are_one(*a, *b)) << where;
    }
  }
}

TEST(Coreference, HoldsAtLeastFortyRows) { EXPECT_LE(40U, read_rows().size()); }

TEST(Coreference, ReadsAnyText) {
  for (const std::string text : {"", "!", "it", "He he he. \"I", "(((",
                                 "\xE2\x80\x9C"
                                 "I",
                                 "of of of"}) {
    EXPECT_EQ(Reading(text).chains(), Reading(text).chains());
  }
}

}  // namespace
}  // namespace newsgraph
