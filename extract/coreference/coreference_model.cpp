#include "extract/coreference/coreference_model.hpp"

#include "extract/base/error.hpp"

namespace newsgraph {

CoreferenceModel::CoreferenceModel(const std::filesystem::path& models)
    : file_(models / "coreference.model", "coreference"),
      network_(file_.section("network"), file_.path()),
      given_names_(file_.section("given names"), file_.path()) {
  if (network_.classes() != kDecisionClasses) {
    throw ParseError(file_.path(), 0, "coreference model with other decision classes");
  }
  ByteReader reader(file_.section("margins"), file_.path());
  unit_ = static_cast<std::int64_t>(reader.u64());
  constexpr std::int64_t kMostUnit = std::int64_t{1} << 40;
  if (unit_ < 1 || unit_ > kMostUnit) throw ParseError(file_.path(), 0, "margins without a unit");
  const auto margin = [&] {
    const auto thousandths = static_cast<std::int32_t>(reader.u32());
    return thousandths * unit_ / 1000;
  };
  for (Margins& margins : margins_) {
    margins.likely = margin();
    margins.sure = margin();
    margins.rival = margin();
  }
}

}  // namespace newsgraph
