#pragma once

#include "extract/coreference/coreference_model.hpp"
#include "extract/language/language_engine.hpp"

namespace newsgraph {

/// The coreference model beside the language models, read once.
inline const CoreferenceModel& shipped_coreference() {
  static const CoreferenceModel model(find_models());
  return model;
}

}  // namespace newsgraph
