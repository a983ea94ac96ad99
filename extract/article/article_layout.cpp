#include "extract/article/article_layout.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "extract/article/block_features.hpp"
#include "extract/article/metadata_line.hpp"
#include "extract/article/text_encoding.hpp"

namespace newsgraph {
namespace {

// How much a block speaks for the article, in words of running text.
constexpr int kMostForParagraph = 40;
constexpr int kLeastForParagraph = 3;
constexpr int kAgainstHeading = -3;
constexpr int kAgainstPicture = -2;
constexpr int kAgainstRepetition = -5;
constexpr int kAgainstFurniture = -8;
constexpr int kAgainstSection = -30;  // "Comments": hardly anything of the article comes behind it

constexpr std::size_t kTopBlocks = 12;      // among which title, byline and date are sought
constexpr std::size_t kLongestTitle = 200;  // columns

class ArticleLayout {
 public:
  ArticleLayout(Article& article, const std::vector<KnownBlock>& blocks)
      : article_(article), blocks_(blocks), kinds_(blocks.size()) {
    features_.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      features_.push_back(block_features(text_of(i), blocks[i].layout.bullet));
      kinds_[i] = blocks[i].kind;
    }
    count_repetitions();
  }

  void run() {
    read_metadata();
    find_title();
    const auto [begin, end] = find_body();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!kinds_[i]) kinds_[i] = i < begin || i >= end ? BlockKind::kFurniture : judge(i);
    }
    settle_headings();
    rescue();
    for (std::size_t i = 0; i < blocks_.size(); ++i) emit(i);
  }

 private:
  std::string_view text_of(std::size_t i) const {
    const Span span = blocks_[i].layout.span;
    return std::string_view(article_.text).substr(span.begin, span.size());
  }

  /// What stands twice is a teaser with its picture's description, or a menu at head and foot.
  void count_repetitions() {
    std::unordered_map<std::string_view, std::size_t> first;
    repeats_.assign(blocks_.size(), 0);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto [found, added] = first.emplace(features_[i].folded, i);
      if (added) continue;
      repeats_[i] = 2;
      repeats_[found->second] = 1;
    }
  }

  /// A later copy, or a short line that is copied later.
  bool is_repeated(std::size_t i) const {
    return repeats_[i] == 2 || (repeats_[i] == 1 && !features_[i].is_sentence());
  }

  /// A phrase without a verb among its like, or beside a credit: pictures stand in rows.
  bool is_caption(std::size_t i) const {
    if (!features_[i].may_be_caption()) return false;
    const auto like = [&](std::size_t other) {
      const BlockFeatures& block = features_[other];
      return block.may_be_caption() || block.is_picture();
    };
    return (i > 0 && like(i - 1)) || (i + 1 < blocks_.size() && like(i + 1));
  }

  bool is_paragraph(std::size_t i) const {
    return features_[i].is_sentence() && !is_repeated(i) && !is_caption(i);
  }

  /// A whole sentence that no title is.
  bool begins_body(std::size_t i) const {
    return is_paragraph(i) && features_[i].words >= 8 &&
           (features_[i].ends_with_stop || features_[i].holds_sentences);
  }

  /// The blocks up to the second one that begins a body.
  std::size_t top_end() const {
    std::size_t bodies = 0;
    for (std::size_t i = 0; i < std::min(blocks_.size(), kTopBlocks); ++i) {
      bodies += begins_body(i) ? 1 : 0;
      if (bodies == 2) return i;
    }
    return std::min(blocks_.size(), kTopBlocks);
  }

  void read_metadata() {
    const std::size_t top = top_end();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kinds_[i] || features_[i].columns > kLongestTitle) continue;
      if (i < top) {
        if (const auto line = read_metadata_line(text_of(i))) {
          kinds_[i] = BlockKind::kDateline;
          fill(article_.author, line->author);
          fill(article_.published, line->published);
          fill(article_.modified, line->modified);
        }
      } else if (!features_[i].is_sentence()) {
        // Some pages name the author below the article, labelled.
        if (std::string author = read_byline(text_of(i)); !author.empty()) {
          kinds_[i] = BlockKind::kDateline;
          fill(article_.author, author);
        }
      }
    }
  }

  static void fill(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
  }

  void find_title() {
    if (std::find(kinds_.begin(), kinds_.end(), BlockKind::kTitle) != kinds_.end()) return;
    if (!article_.title.empty()) {
      const std::string folded = block_features(article_.title, false).folded;
      for (std::size_t i = 0; i < std::min(blocks_.size(), kTopBlocks); ++i) {
        if (!kinds_[i] && features_[i].folded == folded) {
          kinds_[i] = BlockKind::kTitle;
          return;
        }
      }
      return;
    }
    std::size_t body = 0;
    while (body < std::min(blocks_.size(), kTopBlocks) && !begins_body(body)) ++body;
    std::size_t best = blocks_.size();
    double best_score = 0;
    for (std::size_t i = 0; i < body; ++i) {
      const double score = kinds_[i] ? 0 : title_score(i);
      if (score > best_score) {
        best_score = score;
        best = i;
      }
    }
    if (best + 1 >= blocks_.size()) return;  // none, or nothing follows: then it is all there is
    kinds_[best] = BlockKind::kTitle;
    article_.title = fold_space(text_of(best));
  }

  /// How much block `i` looks like the headline of what follows; 0 if it cannot be.
  double title_score(std::size_t i) const {
    const BlockFeatures& block = features_[i];
    if (block.is_furniture() || blocks_[i].layout.bullet || block.ends_with_colon) return 0;
    if (block.words < 2 || block.words > 28 || block.columns > kLongestTitle) return 0;
    if (block.ends_with_stop && !text_of(i).ends_with("...")) return 0;
    if (block.holds_sentences && block.words > 16) return 0;
    const bool only_names = block.function_words == 0 && block.capital_share() > 0.99;
    if (only_names && block.words >= 6 && !block.ends_sentence) return 0;  // a menu
    if (repeats_[i] == 2) return 0;
    double score = 1;
    if (!only_names) score += 2;
    if (only_names && block.words <= 4) score -= 0.5;  // a name: of an author, a section, a paper
    if (block.words >= 5) score += 1;
    if (block.function_words > 0) score += 0.5;
    return score + (i == 0 ? 0.75 : 0) - 0.1 * static_cast<double>(i);
  }

  int weight(std::size_t i) const {
    if (kinds_[i] == BlockKind::kTitle || kinds_[i] == BlockKind::kDateline) return 0;
    if (kinds_[i] == BlockKind::kHeading) return kAgainstHeading;
    if (kinds_[i] == BlockKind::kFurniture) return kAgainstFurniture;
    if (features_[i].section) return kAgainstSection;
    if (features_[i].is_picture() || is_caption(i)) return kAgainstPicture;
    if (features_[i].is_furniture()) return kAgainstFurniture;
    if (is_repeated(i)) return kAgainstRepetition;
    if (!features_[i].is_sentence()) return kAgainstHeading;
    const int words =
        static_cast<int>(std::min<std::size_t>(features_[i].words, kMostForParagraph));
    return std::max(words, kLeastForParagraph);
  }

  /// The run of blocks [begin, end) with the largest sum of weights (Kadane).
  std::pair<std::size_t, std::size_t> find_body() const {
    std::pair<std::size_t, std::size_t> best{0, 0};
    long best_sum = 0;
    long sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (sum <= 0) {
        sum = 0;
        begin = i;
      }
      sum += weight(i);
      if (sum > best_sum) {
        best_sum = sum;
        best = {begin, i + 1};
      }
    }
    return best;
  }

  /// What block `i` of the body is.
  BlockKind judge(std::size_t i) const {
    if (is_paragraph(i)) return BlockKind::kParagraph;
    const BlockFeatures& block = features_[i];
    if (block.is_furniture() || is_repeated(i) || is_caption(i) || blocks_[i].layout.bullet) {
      return BlockKind::kFurniture;
    }
    // "No." and "Why?" between paragraphs are spoken.
    if (block.ends_sentence && block.words == 1) return BlockKind::kParagraph;
    return block.words <= 20 ? BlockKind::kHeading : BlockKind::kFurniture;
  }

  /// A heading heads something: a run of them is a list, and one at the end heads nothing.
  void settle_headings() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kinds_[i] != BlockKind::kHeading || blocks_[i].kind) continue;
      const bool heads = i + 1 < blocks_.size() && kinds_[i + 1] == BlockKind::kParagraph;
      if (!heads) kinds_[i] = BlockKind::kFurniture;
    }
  }

  /// Where no paragraph was found, all that may be a sentence is one.
  void rescue() {
    if (std::find(kinds_.begin(), kinds_.end(), BlockKind::kParagraph) != kinds_.end()) return;
    bool found = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const BlockFeatures& block = features_[i];
      const bool free = kinds_[i] == BlockKind::kFurniture && !blocks_[i].kind;
      if (free && block.words >= 3 && !block.is_furniture() && block.capital_share() < 0.9 &&
          repeats_[i] != 2) {
        kinds_[i] = BlockKind::kParagraph;
        found = true;
      }
    }
    if (found || blocks_.size() != 1 || blocks_[0].kind) return;
    if (features_[0].words >= 2 && kinds_[0] != BlockKind::kDateline) {
      kinds_[0] = BlockKind::kParagraph;
    }
  }

  /// Adds block `i`; a paragraph's dateline and photo credit become blocks of their own.
  void emit(std::size_t i) {
    Span span = blocks_[i].layout.span;
    if (kinds_[i] != BlockKind::kParagraph) {
      article_.blocks.push_back({*kinds_[i], span});
      return;
    }
    if (const auto dateline = read_dateline(text_of(i))) {
      const auto size = static_cast<std::uint32_t>(dateline->size);
      add_trimmed(BlockKind::kDateline, {span.begin, span.begin + size});
      span.begin += size;
      fill(article_.published, dateline->date);
    }
    const std::string_view text = std::string_view(article_.text).substr(span.begin, span.size());
    const auto credit = static_cast<std::uint32_t>(find_credit(text));
    add_trimmed(BlockKind::kParagraph, {span.begin, span.begin + credit});
    add_trimmed(BlockKind::kFurniture, {span.begin + credit, span.end});
  }

  void add_trimmed(BlockKind kind, Span span) {
    const auto is_space = [&](std::uint32_t at) {
      return article_.text[at] == ' ' || article_.text[at] == '\n' || article_.text[at] == '\t';
    };
    while (!span.empty() && is_space(span.begin)) ++span.begin;
    while (!span.empty() && is_space(span.end - 1)) --span.end;
    if (!span.empty()) article_.blocks.push_back({kind, span});
  }

  Article& article_;
  const std::vector<KnownBlock>& blocks_;
  std::vector<BlockFeatures> features_;
  std::vector<std::optional<BlockKind>> kinds_;
  std::vector<std::uint8_t> repeats_;  ///< 0: stands once; 1: first of several; 2: a later copy
};

}  // namespace

void lay_out(Article& article, const std::vector<KnownBlock>& blocks) {
  article.blocks.clear();
  ArticleLayout(article, blocks).run();
}

void lay_out(Article& article) {
  std::vector<KnownBlock> blocks;
  for (const LayoutBlock& block : layout_blocks(article.text)) {
    blocks.push_back({block, std::nullopt});
  }
  lay_out(article, blocks);
}

}  // namespace newsgraph
