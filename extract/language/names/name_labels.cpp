#include "extract/language/names/name_labels.hpp"

namespace newsgraph {

std::vector<NamedMention> names_of(std::span<const std::uint32_t> labels) {
  std::vector<NamedMention> names;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == NameLabel::kOutside) continue;
    const NameLabel::Place place = NameLabel::place(labels[i]);
    if (place == NameLabel::kBegin || place == NameLabel::kUnit) begin = i;
    if (place == NameLabel::kLast || place == NameLabel::kUnit) {
      names.push_back({begin, i + 1, NameLabel::type(labels[i]), 0});
    }
  }
  return names;
}

}  // namespace newsgraph
