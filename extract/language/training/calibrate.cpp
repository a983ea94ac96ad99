#include <algorithm>
#include <cmath>

#include "extract/language/calibration.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {

std::string calibrate(std::vector<Decision> decisions) {
  constexpr std::size_t kBins = MarginCalibration::kBins;
  std::sort(decisions.begin(), decisions.end(),
            [](const Decision& a, const Decision& b) { return a.margin < b.margin; });
  const std::int32_t high = decisions.empty() ? 0 : decisions[decisions.size() * 9 / 10].margin;
  const auto width = static_cast<std::uint32_t>(
      std::clamp<std::int32_t>(high / static_cast<std::int32_t>(kBins), 1, 1 << 20));
  struct Block {
    double right = 0;
    double all = 0;
    std::size_t bins = 1;
  };
  std::vector<Block> blocks(kBins);
  for (const Decision& decision : decisions) {
    const std::size_t bin = std::min<std::size_t>(
        kBins - 1, static_cast<std::uint32_t>(std::max(decision.margin, 0)) / width);
    blocks[bin].all += 1;
    blocks[bin].right += decision.right ? 1 : 0;
  }
  // Pool adjacent violators: the probability never falls with the margin.
  std::vector<Block> pooled;
  for (const Block& block : blocks) {
    pooled.push_back({block.right + 0.5, block.all + 1, 1});
    while (pooled.size() > 1) {
      Block& last = pooled.back();
      Block& before = pooled[pooled.size() - 2];
      if (before.right / before.all <= last.right / last.all) break;
      before = {before.right + last.right, before.all + last.all, before.bins + last.bins};
      pooled.pop_back();
    }
  }
  ByteWriter bytes;
  bytes.u32(width);
  for (const Block& block : pooled) {
    const auto probability = static_cast<std::uint8_t>(std::lround(255 * block.right / block.all));
    for (std::size_t i = 0; i < block.bins; ++i) bytes.u8(probability);
  }
  return bytes.take();
}

}  // namespace newsgraph
