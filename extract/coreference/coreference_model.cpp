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
  for (Margins& margins : margins_) {
    margins.likely = static_cast<std::int64_t>(reader.u64());
    margins.sure = static_cast<std::int64_t>(reader.u64());
  }
}

}  // namespace newsgraph
