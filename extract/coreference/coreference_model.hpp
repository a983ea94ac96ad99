#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "extract/coreference/decision.hpp"
#include "extract/coreference/given_names.hpp"
#include "extract/coreference/ranking_network.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {

/// What coreference has learned: coreference.model, made by training/.
///
/// Sections: "network" (RankingNetwork), "given names" (GivenNames), "margins": u64 how many
/// steps of a score are one nat; for each decision class, in thousandths of a nat, the i32 of
/// its Margins.
class CoreferenceModel {
 public:
  /// @param models  Folder with the shipped weights.
  /// @throws IoError or ParseError if the model is missing, damaged or of another version.
  explicit CoreferenceModel(const std::filesystem::path& models);

  /// By how much an antecedent must beat "no antecedent", in the network's scores.
  struct Margins {
    std::int64_t likely = 0;  ///< for a link that is more likely than not
    std::int64_t sure = 0;    ///< for one that a graph may rely on
    std::int64_t rival = 0;   ///< the same, over the best antecedent of another chain
  };

  const RankingNetwork& network() const { return network_; }
  const GivenNames& given_names() const { return given_names_; }
  const Margins& margins(DecisionClass decision) const {
    return margins_[static_cast<std::size_t>(decision)];
  }
  /// One nat in the network's scores.
  std::int64_t unit() const { return unit_; }
  std::uint64_t checksum() const { return file_.checksum(); }

 private:
  ModelFile file_;
  RankingNetwork network_;
  GivenNames given_names_;
  std::int64_t unit_ = 1;
  std::array<Margins, kDecisionClasses> margins_;
};

}  // namespace newsgraph
