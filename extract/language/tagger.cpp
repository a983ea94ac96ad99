#include "extract/language/tagger.hpp"

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

/// What stands before the first and behind the last word.
const WordFeatures& outside(std::uint32_t side) {
  static const WordFeatures before = [] {
    WordFeatures features;
    features.form = features.lower = features.shape = features.fine = 0x5eed0001;
    return features;
  }();
  static const WordFeatures behind = [] {
    WordFeatures features;
    features.form = features.lower = features.shape = features.fine = 0x5eed0002;
    return features;
  }();
  return side == 0 ? before : behind;
}

}  // namespace

void tagger_features(std::span<const WordFeatures> words, std::size_t i, std::uint32_t tag1,
                     std::uint32_t tag2, FeatureBuffer& features) {
  const WordFeatures& w0 = words[i];
  const WordFeatures& p1 = i >= 1 ? words[i - 1] : outside(0);
  const WordFeatures& p2 = i >= 2 ? words[i - 2] : outside(0);
  const WordFeatures& n1 = i + 1 < words.size() ? words[i + 1] : outside(1);
  const WordFeatures& n2 = i + 2 < words.size() ? words[i + 2] : outside(1);
  const std::uint32_t flags = (w0.capital ? 1U : 0U) | (w0.all_capitals ? 2U : 0U) |
                              (w0.has_digit ? 4U : 0U) | (w0.has_hyphen ? 8U : 0U) |
                              (i == 0 ? 16U : 0U);
  features.clear();
  features.add(0);
  features.add(1, w0.form);
  features.add(2, w0.lower);
  features.add(3, p1.lower);
  features.add(4, n1.lower);
  features.add(5, p2.lower);
  features.add(6, n2.lower);
  features.add(7, p1.lower, w0.lower);
  features.add(8, w0.lower, n1.lower);
  features.add(9, w0.suffix[0], w0.shape);
  features.add(10, w0.suffix[1]);
  features.add(11, w0.suffix[2]);
  features.add(12, w0.suffix[3]);
  features.add(13, w0.prefix[0]);
  features.add(14, w0.prefix[1]);
  features.add(15, w0.prefix[2]);
  features.add(16, w0.shape, i == 0);
  features.add(17, flags, p1.capital, n1.capital);
  features.add(18, tag1);
  features.add(19, tag1, tag2);
  features.add(20, tag1, w0.lower);
  features.add(21, tag1, tag2, w0.lower);
  features.add(22, tag1, w0.suffix[2]);
  features.add(23, tag1, w0.shape);
  features.add(24, w0.ambiguity);
  features.add(25, tag1, w0.ambiguity);
  features.add(26, tag1, tag2, w0.ambiguity);
  features.add(27, n1.ambiguity);
  features.add(28, w0.ambiguity, n1.ambiguity);
  features.add(29, w0.ambiguity, n1.ambiguity, n2.ambiguity);
  features.add(30, tag1, w0.ambiguity, n1.ambiguity);
  features.add(31, p1.ambiguity, w0.ambiguity);
  features.add(32, w0.fine);
  features.add(33, p1.fine);
  features.add(34, n1.fine);
  features.add(35, w0.coarse, n1.coarse);
  features.add(36, p1.coarse, w0.coarse);
  features.add(37, tag1, w0.fine);
  features.add(38, w0.fine, n1.fine);
  features.add(39, n1.suffix[2]);
  features.add(40, p1.suffix[2]);
  features.add(41, tag1, n1.lower);
  features.add(42, w0.suffix[1], n1.suffix[1]);
  features.add(43, n2.fine);
  features.add(44, w0.suffix[3], w0.coarse);
}

std::size_t best_class(const Scores& scores, std::size_t count) {
  std::size_t best = 0;
  for (std::size_t k = 1; k < count; ++k) {
    if (scores[k] > scores[best]) best = k;
  }
  return best;
}

Tagger::Tagger(const ModelFile& file) : weights_(file.section("weights"), file.path()) {
  ByteReader reader(file.section("tags"), file.path());
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count; ++i) {
    JointTag tag;
    tag.upos = static_cast<Upos>(reader.u8());
    tag.xpos = reader.string();
    if (tag.upos > Upos::kX) throw ParseError(file.path(), 0, "an unknown part of speech");
    tags_.push_back(std::move(tag));
  }
  if (tags_.size() != weights_.classes()) {
    throw ParseError(file.path(), 0, "tags and weights do not fit");
  }
}

void Tagger::tag(std::span<const WordFeatures> words, Sentence& sentence) const {
  FeatureBuffer features;
  Scores scores;
  std::uint32_t tag1 = 0;
  std::uint32_t tag2 = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    tagger_features(words, i, tag1, tag2, features);
    weights_.score(features.view(), scores);
    const std::size_t best = best_class(scores, tags_.size());
    sentence.tokens[i].upos = tags_[best].upos;
    sentence.tokens[i].xpos = tags_[best].xpos;
    tag2 = tag1;
    tag1 = static_cast<std::uint32_t>(best) + 1;
  }
}

}  // namespace newsgraph
