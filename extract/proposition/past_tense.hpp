#pragma once

#include <string>

namespace newsgraph {

/// Simple past of `lemma`, particles and all: "refused", "went", "oversaw", "gave up".
std::string past_tense(const std::string& lemma);

}  // namespace newsgraph
