#include "extract/language/neural/input_cache.hpp"

#include <algorithm>

namespace newsgraph {
namespace {

constexpr std::size_t kFormsAtATime = 32;

}  // namespace

InputCache::InputCache(const NetworkWeights& weights, const Kernels& kernels)
    : weights_(weights), kernels_(kernels), size_(8 * weights.layers.front().hidden) {
  forget();
}

void InputCache::forget() {
  slots_.clear();
  forms_.assign(1, {});  // the root
  computed_ = 0;
  bytes_ = 0;
}

void InputCache::make_room(std::size_t count) {
  if (forms_.size() + count > kMostForms || bytes_ > kMostBytes) forget();
  gates_.room_for(std::max(kMostForms, count + 1) * size_);
}

InputCache::Slot InputCache::find(std::string_view form) {
  if (const auto found = slots_.find(form); found != slots_.end()) return found->second;
  const auto slot = static_cast<Slot>(forms_.size());
  forms_.push_back(slots_.emplace(form, slot).first->first);
  bytes_ += form.size();
  return slot;
}

void InputCache::compute() {
  const Linear8& layer = weights_.layers.front().input;
  const std::size_t inputs = layer.matrix.inputs;
  const std::size_t outputs = layer.matrix.outputs;
  float* const vector = vector_.room_for(weights_.lexicon().size());
  std::uint8_t* const bytes = inputs_.room_for(kFormsAtATime * inputs);
  std::int32_t* const sums = sums_.room_for(kFormsAtATime * outputs);
  float factors[kFormsAtATime];
  while (computed_ < forms_.size()) {
    const std::size_t count = std::min(kFormsAtATime, forms_.size() - computed_);
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t slot = computed_ + k;
      if (slot == kRoot) {
        weights_.lexicon().look_up_root(vector);
      } else {
        weights_.lexicon().look_up(forms_[slot], vector);
      }
      factors[k] = kernels_.quantise8(vector, weights_.lexicon().size(), bytes + k * inputs);
    }
    kernels_.multiply8(bytes, inputs, count, layer.matrix, sums, outputs);
    for (std::size_t k = 0; k < count; ++k) {
      kernels_.project(sums + k * outputs, layer.scale, factors[k], layer.bias, size_,
                       gates_.data() + (computed_ + k) * size_);
    }
    computed_ += count;
  }
}

}  // namespace newsgraph
