#pragma once

#include <cstdint>
#include <vector>

#include "extract/language/training/trainers.hpp"

namespace newsgraph {

/// A sentence whose tokens allow one or more labels each; a corpus that says only "some other name"
/// leaves its type open, and where it says nothing usable every label is allowed.
struct NameExample {
  Sentence sentence;
  std::vector<WordFeatures> words;
  std::vector<std::uint64_t> allowed;  ///< for each token, bit l for label l
  bool new_document = false;
};

inline constexpr std::uint64_t kAnyLabel = (std::uint64_t{1} << NameLabel::kCount) - 1;

/// The training part of the NER corpora (every fifth document of WikiGold is left out).
std::vector<NameExample> name_training(const TrainingOptions& options);

/// UNER EWT dev, and WikiGold's fifth documents.
std::vector<NameExample> uner_development(const TrainingOptions& options);
std::vector<NameExample> wikigold_development(const TrainingOptions& options);

}  // namespace newsgraph
