#include "extract/language/neural/network.hpp"

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/language/names/name_labels.hpp"
#include "extract/language/neural/buffer.hpp"
#include "extract/language/neural/encoder.hpp"
#include "extract/language/neural/name_decoder.hpp"
#include "extract/language/neural/network_weights.hpp"
#include "extract/language/neural/probability.hpp"
#include "extract/language/neural/tree_decoder.hpp"

namespace newsgraph {
namespace {

/// With it a head's probability is about the share of right ones; tests/QUALITY.md has the figures.
constexpr double kArcTemperature = 1.75;

/// More would not make it faster, only larger.
constexpr std::size_t kMostRows = 1024;
constexpr std::size_t kMostSentences = 48;

constexpr float kSlope = 0.1F;  // of the rectifiers below zero

/// A sentence, or the part of a very long one that is read at a time: tokens [begin, end).
struct Piece {
  std::size_t sentence = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
};

/// Where to cut tokens from `begin` on: behind the last of the heaviest punctuation marks in the
/// second half of what can be read, else where that ends.
std::uint32_t cut(const std::vector<Token>& tokens, std::uint32_t begin) {
  constexpr auto kMost = static_cast<std::uint32_t>(Network::kMostWords);
  const auto size = static_cast<std::uint32_t>(tokens.size());
  if (size - begin <= kMost) return size;
  for (const std::string_view marks : {".!?;", ":,"}) {
    for (std::uint32_t end = begin + kMost; end > begin + kMost / 2; --end) {
      const std::string& form = tokens[end - 1].form;
      if (form.size() == 1 && marks.find(form[0]) != marks.npos) return end;
    }
  }
  return begin + kMost;
}

void join_pieces(std::span<const Piece> pieces, std::span<Sentence> sentences);

/// Everything that annotating takes beside the weights, kept from one call to the next.
class Annotator {
 public:
  Annotator(const NetworkWeights& weights, const Kernels& kernels)
      : weights_(weights), kernels_(kernels), encoder_(weights, kernels) {}

  /// @param name_scores  Null, or one element for each sentence, to be filled.
  void annotate(std::span<Sentence> sentences, Network::NameScores* name_scores);

 private:
  /// Values of one head, [rows][size]: as they are, and in 16 bits with the value of a unit by row.
  struct HeadValues {
    Buffer<std::int16_t> rounded;
    std::vector<float> unit;
  };

  void annotate_piece(std::size_t number, const Piece& piece, Sentence& sentence,
                      Network::NameScores* name_scores);
  void apply_heads(std::size_t number);
  void round_head(const Head& head, HeadValues& values);
  const std::int32_t* classify(const HeadValues& inputs, std::size_t first_row,
                               const Linear16& layer);
  void tag(std::span<Token> tokens);
  void find_names(const Piece& piece, Sentence& sentence);
  void keep_name_scores(const Piece& piece, Network::NameScores& kept);
  void parse(std::span<Token> tokens);
  void label(std::span<Token> tokens, std::span<const std::uint32_t> heads);

  const NetworkWeights& weights_;
  const Kernels& kernels_;
  Encoder encoder_;
  TreeDecoder tree_decoder_;
  std::size_t rows_ = 0;  ///< of the sentence at hand, with the root
  Buffer<std::int32_t> sums_, scores_, arc_scores_;
  Buffer<float> values_;  ///< [row][NetworkWeights::heads], rectified
  HeadValues tag_, name_, arc_child_, arc_head_, query_, pair_;
  Buffer<float> numbers_;
  std::vector<float> zeros_;
  std::vector<std::uint32_t> name_labels_;
};

void Annotator::annotate(std::span<Sentence> sentences, Network::NameScores* name_scores) {
  std::vector<Piece> pieces;
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const std::vector<Token>& tokens = sentences[k].tokens;
    sentences[k].names.clear();
    if (name_scores != nullptr) name_scores[k].resize(tokens.size() * NameLabel::kCount);
    for (std::uint32_t begin = 0; begin < tokens.size();) {
      const std::uint32_t end = cut(tokens, begin);
      pieces.push_back({k, begin, end});
      begin = end;
    }
  }
  std::vector<std::size_t> order(pieces.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].size() > pieces[b].size();
  });
  std::vector<std::span<const Token>> batch;
  for (std::size_t begin = 0; begin < order.size();) {
    batch.clear();
    std::size_t rows = 0;
    std::size_t end = begin;
    for (; end < order.size() && batch.size() < kMostSentences; ++end) {
      const Piece& piece = pieces[order[end]];
      rows += piece.size() + 1;
      if (end > begin && rows > kMostRows) break;
      batch.push_back(
          std::span(sentences[piece.sentence].tokens).subspan(piece.begin, piece.size()));
    }
    encoder_.encode(batch);
    for (std::size_t k = begin; k < end; ++k) {
      const Piece& piece = pieces[order[k]];
      annotate_piece(k - begin, piece, sentences[piece.sentence],
                     name_scores == nullptr ? nullptr : name_scores + piece.sentence);
    }
    begin = end;
  }
  join_pieces(pieces, sentences);
}

void Annotator::annotate_piece(std::size_t number, const Piece& piece, Sentence& sentence,
                               Network::NameScores* name_scores) {
  const std::span<Token> tokens = std::span(sentence.tokens).subspan(piece.begin, piece.size());
  rows_ = tokens.size() + 1;
  apply_heads(number);
  tag(tokens);
  parse(tokens);
  for (Token& token : tokens) {
    if (token.head != kNoHead) token.head += static_cast<std::int32_t>(piece.begin);
  }
  if (name_scores == nullptr) {
    find_names(piece, sentence);
  } else {
    keep_name_scores(piece, *name_scores);
  }
}

/// First layers of all heads at once.
void Annotator::apply_heads(std::size_t number) {
  const Linear8& heads = weights_.heads;
  const std::size_t outputs = heads.matrix.outputs;
  std::int32_t* const sums = sums_.room_for(rows_ * outputs);
  float* const values = values_.room_for(rows_ * outputs);
  kernels_.multiply8(encoder_.states(number), encoder_.stride(), rows_, heads.matrix, sums,
                     outputs);
  for (std::size_t row = 0; row < rows_; ++row) {
    kernels_.rectify(sums + row * outputs, heads.scale, 1.0F, heads.bias, kSlope, outputs,
                     values + row * outputs);
  }
  round_head(weights_.tag, tag_);
  round_head(weights_.name, name_);
  round_head(weights_.arc_child, arc_child_);
  round_head(weights_.arc_head, arc_head_);
}

void Annotator::round_head(const Head& head, HeadValues& values) {
  const std::size_t stride = weights_.heads.matrix.outputs;
  values.unit.resize(rows_);
  std::int16_t* const rounded = values.rounded.room_for(rows_ * head.size);
  for (std::size_t row = 0; row < rows_; ++row) {
    values.unit[row] = kernels_.quantise16(values_.data() + row * stride + head.begin, head.size,
                                           rounded + row * head.size);
  }
}

/// Scores [row][layer.matrix.outputs] of the words' classes.
/// @param first_row  Of the first word in `inputs`.
const std::int32_t* Annotator::classify(const HeadValues& inputs, std::size_t first_row,
                                        const Linear16& layer) {
  const std::size_t words = rows_ - 1;
  const auto [weights, size, outputs] = layer.matrix;
  std::int32_t* const sums = sums_.room_for(words * outputs);
  std::int32_t* const scores = scores_.room_for(words * outputs);
  kernels_.multiply16(inputs.rounded.data() + first_row * size, size, words, layer.matrix, sums,
                      outputs);
  for (std::size_t word = 0; word < words; ++word) {
    kernels_.scores(sums + word * outputs, layer.scale, inputs.unit[first_row + word], layer.bias,
                    outputs, scores + word * outputs);
  }
  return scores;
}

void Annotator::tag(std::span<Token> tokens) {
  const auto choose = [&](const Linear16& layer, std::size_t classes, const auto& set) {
    const std::int32_t* scores = classify(tag_, 1, layer);
    for (Token& token : tokens) {
      set(token, static_cast<std::size_t>(std::max_element(scores, scores + classes) - scores));
      scores += layer.matrix.outputs;
    }
  };
  choose(weights_.upos, weights_.upos_tags.size(),
         [&](Token& token, std::size_t best) { token.upos = weights_.upos_tags[best]; });
  choose(weights_.xpos, weights_.xpos_tags.size(),
         [&](Token& token, std::size_t best) { token.xpos = weights_.xpos_tags[best]; });
}

void Annotator::find_names(const Piece& piece, Sentence& sentence) {
  const std::size_t words = rows_ - 1;
  const std::size_t stride = weights_.names.matrix.outputs;
  const std::int32_t* const scores = classify(name_, 1, weights_.names);
  decode_names({scores, words * stride}, stride, words, name_labels_);
  for (NamedMention name : names_of(name_labels_)) {
    name.score = 1;
    for (std::uint32_t word = name.begin; word < name.end; ++word) {
      name.score = std::min(
          name.score, probability({scores + word * stride, NameLabel::kCount}, name_labels_[word]));
    }
    name.begin += piece.begin;
    name.end += piece.begin;
    sentence.names.push_back(name);
  }
}

void Annotator::keep_name_scores(const Piece& piece, Network::NameScores& kept) {
  const std::int32_t* scores = classify(name_, 1, weights_.names);
  for (std::uint32_t word = piece.begin; word < piece.end; ++word) {
    std::copy_n(scores, NameLabel::kCount, kept.data() + word * NameLabel::kCount);
    scores += weights_.names.matrix.outputs;
  }
}

/// score(child, head) = (child' U + u) . head: a query of each word to all others.
void Annotator::parse(std::span<Token> tokens) {
  const Linear16& layer = weights_.arcs;
  const std::size_t words = tokens.size();
  const std::size_t size = weights_.arc_head.size;
  std::int32_t* const sums = sums_.room_for(std::max(words * size, rows_));
  std::int16_t* const queries = query_.rounded.room_for(words * size);
  float* const values = numbers_.room_for(size);
  std::int32_t* const scores = arc_scores_.room_for(rows_ * rows_);
  query_.unit.resize(words);
  zeros_.resize(rows_, 0.0F);
  kernels_.multiply16(arc_child_.rounded.data() + size, size, words, layer.matrix, sums, size);
  for (std::size_t word = 0; word < words; ++word) {
    kernels_.rectify(sums + word * size, layer.scale, arc_child_.unit[word + 1], layer.bias, 1.0F,
                     size, values);
    query_.unit[word] = kernels_.quantise16(values, size, queries + word * size);
  }
  for (std::size_t word = 0; word < words; ++word) {
    kernels_.dots16(queries + word * size, arc_head_.rounded.data(), size, rows_, size, sums);
    kernels_.scores(sums, arc_head_.unit.data(), query_.unit[word], zeros_.data(), rows_,
                    scores + (word + 1) * rows_);
  }
  const std::span<const std::uint32_t> heads = tree_decoder_.decode({scores, rows_ * rows_}, words);
  for (std::size_t word = 0; word < words; ++word) {
    tokens[word].head = static_cast<std::int32_t>(heads[word + 1]) - 1;
    tokens[word].head_score = probability({scores + (word + 1) * rows_, rows_}, heads[word + 1],
                                          word + 1, kArcTemperature);
  }
  label(tokens, heads);
}

/// Relations of the arcs. "root" is that of the root's child, and of no other.
void Annotator::label(std::span<Token> tokens, std::span<const std::uint32_t> heads) {
  const std::size_t size = weights_.label_child.size;
  const std::size_t stride = weights_.heads.matrix.outputs;
  std::int16_t* const pairs = pair_.rounded.room_for(tokens.size() * 3 * size);
  float* const values = numbers_.room_for(3 * size);
  pair_.unit.resize(tokens.size());
  for (std::size_t word = 0; word < tokens.size(); ++word) {
    const float* child = values_.data() + (word + 1) * stride + weights_.label_child.begin;
    const float* head = values_.data() + heads[word + 1] * stride + weights_.label_head.begin;
    for (std::size_t k = 0; k < size; ++k) values[k] = child[k] * head[k];
    std::copy_n(child, size, values + size);
    std::copy_n(head, size, values + 2 * size);
    pair_.unit[word] = kernels_.quantise16(values, 3 * size, pairs + word * 3 * size);
  }
  const std::int32_t* scores = classify(pair_, 0, weights_.labels);
  for (std::size_t word = 0; word < tokens.size(); ++word) {
    std::size_t best = weights_.root_label;
    for (std::size_t k = 0; heads[word + 1] != 0 && k < weights_.deprels.size(); ++k) {
      if (k == weights_.root_label) continue;
      if (best == weights_.root_label || scores[k] > scores[best]) best = k;
    }
    tokens[word].deprel = weights_.deprels[best];
    scores += weights_.labels.matrix.outputs;
  }
}

/// Makes one tree of those of a sentence's pieces, and orders its names.
void join_pieces(std::span<const Piece> pieces, std::span<Sentence> sentences) {
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    if (pieces[k].begin == 0) continue;
    Sentence& sentence = sentences[pieces[k].sentence];
    const auto root = [&](const Piece& piece) {
      std::uint32_t word = piece.begin;
      while (sentence.tokens[word].head != kNoHead) ++word;
      return word;
    };
    std::size_t first = k;
    while (pieces[first].begin != 0) --first;
    Token& token = sentence.tokens[root(pieces[k])];
    token.head = static_cast<std::int32_t>(root(pieces[first]));
    token.deprel = "parataxis";
    std::sort(sentence.names.begin(), sentence.names.end(),
              [](const NamedMention& a, const NamedMention& b) { return a.begin < b.begin; });
  }
}

}  // namespace

struct Network::Impl {
  Impl(const ModelFile& file, const Kernels& chosen) : weights(file), kernels(chosen) {}

  std::unique_ptr<Annotator> borrow() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        std::unique_ptr<Annotator> annotator = std::move(idle.back());
        idle.pop_back();
        return annotator;
      }
    }
    return std::make_unique<Annotator>(weights, kernels);
  }

  void give_back(std::unique_ptr<Annotator> annotator) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(annotator));
  }

  NetworkWeights weights;
  const Kernels& kernels;
  std::mutex mutex;
  std::vector<std::unique_ptr<Annotator>> idle;  ///< as many as threads called at once
};

Network::Network(const ModelFile& file, const Kernels& kernels)
    : impl_(std::make_unique<Impl>(file, kernels)) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

void Network::annotate(std::span<Sentence> sentences) const {
  std::unique_ptr<Annotator> annotator = impl_->borrow();
  annotator->annotate(sentences, nullptr);
  impl_->give_back(std::move(annotator));
}

void Network::annotate(std::span<Sentence> sentences, std::vector<NameScores>& scores) const {
  scores.resize(sentences.size());
  std::unique_ptr<Annotator> annotator = impl_->borrow();
  annotator->annotate(sentences, scores.data());
  impl_->give_back(std::move(annotator));
}

}  // namespace newsgraph
