// Fills in the enhanced graphs of the basic trees in CoNLL-U files, to be scored against a
// treebank's own; or, with --time, says how much processor time that takes.
//
//     enhance_trees ewt-dev.conllu > enhanced.conllu
//     enhance_trees --time ewt-dev.conllu

#include <ctime>
#include <exception>
#include <iostream>
#include <string>

#include "extract/language/conllu.hpp"
#include "extract/language/enhanced_graph.hpp"

namespace {

constexpr int kRounds = 20;

void write(const std::string& path) {
  for (const newsgraph::ConlluSentence& read : newsgraph::read_conllu(path)) {
    write_conllu(read.sentence, read.comments, read.multiword, std::cout);
  }
}

void time(const std::string& path) {
  const auto sentences = newsgraph::read_conllu(path);
  std::size_t words = 0;
  std::size_t arcs = 0;
  const std::clock_t begin = std::clock();
  for (int round = 0; round < kRounds; ++round) {
    for (const newsgraph::ConlluSentence& read : sentences) {
      words += read.sentence.tokens.size();
      for (const auto& of_word : enhance(read.sentence)) arcs += of_word.size();
    }
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::cout << path << ": " << words / kRounds << " words, " << arcs / kRounds << " arcs, "
            << seconds * 1e6 / static_cast<double>(words) << " microseconds a word\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const bool timed = argc > 1 && std::string(argv[1]) == "--time";
    for (int i = timed ? 2 : 1; i < argc; ++i) timed ? time(argv[i]) : write(argv[i]);
  } catch (const std::exception& error) {
    std::cerr << "enhance_trees: " << error.what() << '\n';
    return 1;
  }
}
