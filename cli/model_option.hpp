#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "extract/language/language_engine.hpp"

namespace newsgraph::cli {

/// Declares --model on `command`, which stores in `model`.
inline void add_model_option(CLI::App& command, LanguageEngine::Model& model) {
  static const std::map<std::string, LanguageEngine::Model> kModels = {
      {"default", LanguageEngine::Model::kDefault}, {"fast", LanguageEngine::Model::kFast}};
  command
      .add_option_function<std::string>(
          "--model", [&model](const std::string& name) { model = kModels.at(name); },
          "Language model: default, or fast for more speed with more mistakes")
      ->check(CLI::IsMember(kModels));
}

}  // namespace newsgraph::cli
