#include "extract/language/neural/name_decoder.hpp"

#include <array>

#include "extract/language/names/name_labels.hpp"

namespace newsgraph {
namespace {

using Label = std::uint8_t;
static_assert(NameLabel::kCount <= 256);

/// Scores of the best sequences that end in each label.
using Row = std::array<std::int64_t, NameLabel::kCount>;

/// The best of the labels behind which a name is not open.
Label best_closed(const Row& best) {
  std::uint32_t result = NameLabel::kOutside;
  for (std::uint32_t label = 1; label < NameLabel::kCount; ++label) {
    if (!NameLabel::is_open(label) && best[label] > best[result]) result = label;
  }
  return static_cast<Label>(result);
}

/// The best of the labels that `label` may follow: what began or went on with a name of its type,
/// or any at which no name is open.
Label best_before(const Row& best, std::uint32_t label, Label closed) {
  if (label == NameLabel::kOutside) return closed;
  const NameLabel::Place place = NameLabel::place(label);
  if (place == NameLabel::kBegin || place == NameLabel::kUnit) return closed;
  const NameType type = NameLabel::type(label);
  const std::uint32_t begin = NameLabel::of(type, NameLabel::kBegin);
  const std::uint32_t inside = NameLabel::of(type, NameLabel::kInside);
  return static_cast<Label>(best[inside] > best[begin] ? inside : begin);
}

}  // namespace

void decode_names(std::span<const std::int32_t> scores, std::size_t stride, std::size_t words,
                  std::vector<std::uint32_t>& labels) {
  constexpr std::int64_t kImpossible = std::int64_t{-1} << 60;
  thread_local std::vector<std::array<Label, NameLabel::kCount>> before;
  before.resize(words);
  labels.resize(words);
  Row best;
  best.fill(kImpossible);
  best[NameLabel::kOutside] = 0;
  for (std::size_t word = 0; word < words; ++word) {
    const std::int32_t* own = scores.data() + word * stride;
    const Label closed = best_closed(best);
    Row next;
    for (std::uint32_t label = 0; label < NameLabel::kCount; ++label) {
      before[word][label] = best_before(best, label, closed);
      next[label] = best[before[word][label]] + own[label];
    }
    best = next;
  }
  Label label = best_closed(best);
  for (std::size_t word = words; word-- > 0;) {
    labels[word] = label;
    label = before[word][label];
  }
}

}  // namespace newsgraph
