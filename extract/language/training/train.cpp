// newsgraph_train: learns the shipped models. See README.md in this folder.

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "extract/language/training/trainers.hpp"

namespace newsgraph {

std::vector<std::filesystem::path> training_treebanks(const TrainingOptions& options) {
  const std::filesystem::path folder = options.data / "treebank";
  return {folder / "ewt-train.conllu", folder / "gum-train.conllu", folder / "pud-train.conllu"};
}

std::vector<std::filesystem::path> development_treebanks(const TrainingOptions& options) {
  const std::filesystem::path folder = options.data / "treebank";
  return {folder / "ewt-dev.conllu", folder / "gum-dev.conllu"};
}

}  // namespace newsgraph

int main(int argc, char** argv) {
  using newsgraph::TrainingOptions;
  CLI::App app("Trains the models of the language engine");
  TrainingOptions options;
  app.add_option("--data", options.data, "Folder with treebank/, ner/ and raw/")->required();
  app.add_option("--models", options.models, "Folder to write the models to")->required();
  app.add_option("--parsed", options.parsed,
                 "Raw text that a teacher parsed (CoNLL-U), for tagger and parser");
  app.add_option("--wordnet", options.wordnet, "WordNet's files, for the lemmas")
      ->capture_default_str();
  app.add_option("--seed", options.seed, "Seed of all random choices")->capture_default_str();
  const auto add_learning = [&app](const std::string& name, newsgraph::Learning& learning) {
    app.add_option("--" + name + "-epochs", learning.epochs)->capture_default_str();
    app.add_option("--" + name + "-margin", learning.margin)->capture_default_str();
    app.add_option("--" + name + "-dropout", learning.dropout, "Percent")->capture_default_str();
  };
  add_learning("tagger", options.tagger);
  add_learning("parser", options.parser);
  add_learning("sentences", options.sentences);
  app.add_option("--raw-words", options.raw_words, "Raw words to cluster")->capture_default_str();
  app.add_option("--raw-paragraphs", options.raw_paragraphs, "Raw paragraphs for the splitter")
      ->capture_default_str();
  app.add_option("--raw-sentences", options.raw_sentences, "Raw sentences for the parser")
      ->capture_default_str();
  std::vector<std::string> steps;
  app.add_option("step", steps, "sentences, clusters, words, tagger, parser, lemmas; default all");
  CLI11_PARSE(app, argc, argv);
  struct Step {
    const char* name;
    void (*train)(const TrainingOptions&);
  };
  constexpr Step kSteps[] = {
      {"sentences", newsgraph::train_sentences}, {"clusters", newsgraph::train_clusters},
      {"words", newsgraph::train_words},         {"tagger", newsgraph::train_tagger},
      {"parser", newsgraph::train_parser},       {"lemmas", newsgraph::train_lemmas},
  };
  try {
    std::filesystem::create_directories(options.models);
    for (const Step& step : kSteps) {
      if (steps.empty() || std::find(steps.begin(), steps.end(), step.name) != steps.end()) {
        step.train(options);
      }
    }
  } catch (const std::exception& error) {
    std::cerr << "newsgraph_train: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
