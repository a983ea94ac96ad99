#include "extract/language/neural/encoder.hpp"

#include <algorithm>
#include <cstring>

namespace newsgraph {
namespace {

constexpr std::size_t kRowsAtATime = 32;  // of a projection: their sums stay in the cache

}  // namespace

Encoder::Encoder(const NetworkWeights& weights, const Kernels& kernels)
    : weights_(weights), kernels_(kernels), cache_(weights, kernels) {}

void Encoder::encode(std::span<const std::span<const Token>> sentences) {
  rows_ = 0;
  begins_.clear();
  lengths_.clear();
  for (const std::span<const Token> sentence : sentences) {
    begins_.push_back(rows_);
    lengths_.push_back(sentence.size() + 1);
    rows_ += sentence.size() + 1;
  }
  find_inputs(sentences);
  for (const LstmLayer& layer : weights_.layers) {
    if (&layer != &weights_.layers.front()) project(layer);
    stride_ = padded(2 * layer.hidden, Matrix8::kInputs);
    outputs_.room_for(rows_ * stride_);
    run(layer, 0);
    run(layer, 1);
  }
}

void Encoder::find_inputs(std::span<const std::span<const Token>> sentences) {
  thread_local std::vector<InputCache::Slot> slots;
  slots.clear();
  cache_.make_room(rows_);
  for (const std::span<const Token> sentence : sentences) {
    slots.push_back(InputCache::kRoot);
    for (const Token& token : sentence) slots.push_back(cache_.find(token.form));
  }
  cache_.compute();
  gates_.resize(rows_);
  std::transform(slots.begin(), slots.end(), gates_.begin(),
                 [&](InputCache::Slot slot) { return cache_.gates(slot); });
}

/// Gate inputs of `layer` from the states of the one below.
void Encoder::project(const LstmLayer& layer) {
  const Matrix8& matrix = layer.input.matrix;
  const std::size_t size = 8 * layer.hidden;
  std::int16_t* const projected = projected_.room_for(rows_ * size);
  std::int32_t* const sums = sums_.room_for(kRowsAtATime * matrix.outputs);
  for (std::size_t row = 0; row < rows_; row += kRowsAtATime) {
    const std::size_t count = std::min(kRowsAtATime, rows_ - row);
    kernels_.multiply8(outputs_.data() + row * stride_, stride_, count, matrix, sums,
                       matrix.outputs);
    for (std::size_t k = 0; k < count; ++k) {
      gates_[row + k] = projected + (row + k) * size;
      kernels_.project(sums + k * matrix.outputs, layer.input.scale, 1.0F, layer.input.bias, size,
                       projected + (row + k) * size);
    }
  }
}

/// Step t reads word t of every sentence that is so long, or in direction 1 its word t from the
/// end.
void Encoder::run(const LstmLayer& layer, std::size_t direction) {
  const Linear8& recurrent = layer.state[direction];
  const std::size_t hidden = layer.hidden;
  const std::size_t sentences = lengths_.size();
  LstmStep step;
  step.hidden = hidden;
  step.sums_stride = recurrent.matrix.outputs;
  step.states_stride = recurrent.matrix.inputs;
  step.scale = recurrent.scale;
  step.cells = cells_.room_for(sentences * hidden);
  step.states = states_.room_for(sentences * step.states_stride);
  std::int32_t* const sums = sums_.room_for(sentences * step.sums_stride);
  step.sums = sums;
  step_gates_.resize(sentences);
  step.inputs = step_gates_.data();
  step.rows = sentences;
  std::fill_n(step.cells, sentences * hidden, 0.0F);
  for (std::size_t t = 0; t < lengths_.front(); ++t) {
    while (lengths_[step.rows - 1] <= t) --step.rows;
    if (t == 0) {
      std::fill_n(sums, sentences * step.sums_stride, 0);  // states are zero
    } else {
      kernels_.multiply8(step.states, step.states_stride, step.rows, recurrent.matrix, sums,
                         step.sums_stride);
    }
    const auto row_of = [&](std::size_t sentence) {
      return begins_[sentence] + (direction == 0 ? t : lengths_[sentence] - 1 - t);
    };
    for (std::size_t k = 0; k < step.rows; ++k) {
      step_gates_[k] = gates_[row_of(k)] + direction * 4 * hidden;
    }
    kernels_.lstm_step(step);
    for (std::size_t k = 0; k < step.rows; ++k) {
      std::memcpy(outputs_.data() + row_of(k) * stride_ + direction * hidden,
                  step.states + k * step.states_stride, hidden);
    }
  }
}

}  // namespace newsgraph
