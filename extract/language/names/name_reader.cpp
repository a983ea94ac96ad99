#include "extract/language/names/name_reader.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "extract/base/error.hpp"
#include "extract/language/names/name_article.hpp"
#include "extract/language/names/name_labels.hpp"
#include "extract/language/names/reader_features.hpp"
#include "extract/language/neural/kernels.hpp"
#include "extract/language/neural/name_decoder.hpp"
#include "extract/language/neural/probability.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kLabels = NameLabel::kCount;
constexpr float kSlope = 0.1F;  // of the rectifiers below zero

/// How much a place of a word counts what the article's other places of the same form are, in
/// 256ths; and how much worse than the best a type can be there.
constexpr std::int32_t kConsensus = 180;
constexpr std::int32_t kMostAgainst = static_cast<std::int32_t>(5 * kScoreUnits);

/// Added to the score of "no name" where the reader is alone: it finds more names than there are.
constexpr auto kAloneOutside = static_cast<std::int32_t>(kScoreUnits);

/// Scores of a word's types: outside, then NameType; the best of their labels, below the best.
using TypeScores = std::array<std::int32_t, kNameTypes + 1>;

std::size_t type_of(std::size_t label) { return label == 0 ? 0 : 1 + (label - 1) / 4; }

TypeScores type_scores(const std::int32_t* labels) {
  TypeScores types;
  const std::int32_t best = *std::max_element(labels, labels + kLabels);
  types.fill(-kMostAgainst);
  for (std::size_t label = 0; label < kLabels; ++label) {
    std::int32_t& type = types[type_of(label)];
    type = std::max(type, labels[label] - best);
  }
  return types;
}

/// A linear layer of 32-bit floats, summed in a fixed order.
class Layer {
 public:
  Layer() = default;
  /// @param values  [input][output], then a bias for each output.
  Layer(const float* values, std::size_t inputs, std::size_t outputs)
      : values_(values), inputs_(inputs), outputs_(outputs) {}

  void apply(const float* inputs, float* outputs) const {
    std::copy_n(values_ + inputs_ * outputs_, outputs_, outputs);
    for (std::size_t i = 0; i < inputs_; ++i) {
      const float* const row = values_ + i * outputs_;
      for (std::size_t k = 0; k < outputs_; ++k) outputs[k] += inputs[i] * row[k];
    }
  }

 private:
  const float* values_ = nullptr;
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
};

}  // namespace

struct NameReader::Impl {
  explicit Impl(const ModelFile& file) : lists(file.section("lists"), file.path()) {
    ByteReader sizes(file.section("sizes"), file.path());
    buckets = sizes.u32();
    width = sizes.u32();
    hidden = sizes.u32();
    const std::string_view rows_bytes = file.section("features");
    const std::string_view layer_bytes = file.section("layers");
    const std::size_t numbers = 1 + width + (width + 1) * hidden + (hidden + 1) * kLabels;
    if (sizes.u32() != kLabels || width == 0 || width > kMostWidth || hidden == 0 ||
        hidden > kMostWidth || buckets == 0 || rows_bytes.size() / width != buckets ||
        rows_bytes.size() % width != 0 || layer_bytes.size() != numbers * sizeof(float)) {
      throw ParseError(file.path(), 0, "a name reader of another shape");
    }
    rows = reinterpret_cast<const std::int8_t*>(rows_bytes.data());
    const auto* values = reinterpret_cast<const float*>(layer_bytes.data());
    unit = values[0];
    bias = values + 1;
    first = Layer(bias + width, width, hidden);
    second = Layer(bias + width + (width + 1) * hidden, hidden, kLabels);
  }

  void add_scores(std::span<const std::uint32_t> features, std::int32_t* scores) const;
  void add_consensus(const NameArticle& article, std::vector<std::int32_t>& scores) const;

  static constexpr std::size_t kMostWidth = 256;

  NameLists lists;
  std::size_t buckets = 0;
  std::size_t width = 0;              ///< values of a feature
  std::size_t hidden = 0;             ///< of the layer above their sum
  const std::int8_t* rows = nullptr;  ///< [bucket][width]
  float unit = 0;                     ///< of their values
  const float* bias = nullptr;        ///< of their sum
  Layer first, second;
};

/// Adds the reader's scores of a word's labels.
void NameReader::Impl::add_scores(std::span<const std::uint32_t> features,
                                  std::int32_t* scores) const {
  std::array<std::int32_t, kMostWidth> sums{};
  for (const std::uint32_t feature : features) {
    const std::int8_t* const row = rows + (std::uint64_t{feature} * buckets >> 32) * width;
    for (std::size_t k = 0; k < width; ++k) sums[k] += row[k];
  }
  std::array<float, kMostWidth> values;
  std::array<float, kMostWidth> above;
  const auto rectify = [](float value) { return value < 0 ? value * kSlope : value; };
  for (std::size_t k = 0; k < width; ++k) {
    values[k] = rectify(static_cast<float>(sums[k]) * unit + bias[k]);
  }
  first.apply(values.data(), above.data());
  for (std::size_t k = 0; k < hidden; ++k) above[k] = rectify(above[k]);
  second.apply(above.data(), values.data());
  for (std::size_t label = 0; label < kLabels; ++label) {
    const float most = 1000;
    const float value = std::clamp(values[label], -most, most) * static_cast<float>(kScoreUnits);
    scores[label] += static_cast<std::int32_t>(value < 0 ? value - 0.5F : value + 0.5F);
  }
}

/// A word is mostly of one type throughout an article ("one sense per discourse", Gale, Church and
/// Yarowsky, 1992): adds to each place's scores of a type the mean of those at the other places.
void NameReader::Impl::add_consensus(const NameArticle& article,
                                     std::vector<std::int32_t>& scores) const {
  std::vector<TypeScores> types(article.size());
  std::vector<std::uint32_t> others;
  for (std::size_t i = 0; i < article.size(); ++i) {
    if (article.features(i).has_capital) types[i] = type_scores(scores.data() + i * kLabels);
  }
  for (std::size_t i = 0; i < article.size(); ++i) {
    if (!article.features(i).has_capital) continue;
    article.others(i, others);
    if (others.empty()) continue;
    const auto count = static_cast<std::int32_t>(others.size());
    TypeScores sum{};
    for (const std::uint32_t other : others) {
      for (std::size_t type = 0; type < sum.size(); ++type) sum[type] += types[other][type];
    }
    for (std::size_t label = 0; label < kLabels; ++label) {
      scores[i * kLabels + label] += sum[type_of(label)] * kConsensus / (count * 256);
    }
  }
}

NameReader::NameReader(const ModelFile& file) : impl_(std::make_unique<Impl>(file)) {}
NameReader::~NameReader() = default;
NameReader::NameReader(NameReader&&) noexcept = default;
NameReader& NameReader::operator=(NameReader&&) noexcept = default;

void NameReader::find_names(std::span<Sentence> sentences, std::span<const WordFeatures> words,
                            std::span<const std::vector<std::int32_t>> scores) const {
  thread_local NameArticle article;
  thread_local std::vector<std::uint32_t> features;
  thread_local std::vector<std::uint32_t> labels;
  article.read(sentences, words, impl_->lists);
  std::vector<std::int32_t> all;
  all.reserve(article.size() * kLabels);
  for (const std::vector<std::int32_t>& part : scores)
    all.insert(all.end(), part.begin(), part.end());
  // Alone it takes words that it does not read for no names.
  const bool alone = scores.empty();
  if (alone) all.assign(article.size() * kLabels, 0);
  for (std::size_t i = 0; i < article.size(); ++i) {
    std::int32_t* const own = all.data() + i * kLabels;
    if (article.is_candidate(i)) {
      reader_features(article, i, features);
      impl_->add_scores(features, own);
      if (alone) own[NameLabel::kOutside] += kAloneOutside;
    } else if (alone) {
      own[NameLabel::kOutside] = static_cast<std::int32_t>(20 * kScoreUnits);
    }
  }
  impl_->add_consensus(article, all);
  const std::int32_t* own = all.data();
  for (Sentence& sentence : sentences) {
    const std::size_t size = sentence.tokens.size();
    decode_names({own, size * kLabels}, kLabels, size, labels);
    sentence.names = names_of(labels);
    for (NamedMention& name : sentence.names) {
      name.score = 1;
      for (std::uint32_t word = name.begin; word < name.end; ++word) {
        name.score =
            std::min(name.score, probability({own + word * kLabels, kLabels}, labels[word]));
      }
    }
    own += size * kLabels;
  }
}

}  // namespace newsgraph
