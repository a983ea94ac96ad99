// tokenize_raw: paragraphs on standard input, a line each, to sentences on standard output, a line
// each, words parted by tabs. The words are those that the shipped parser will see.

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include "extract/language/model_file.hpp"
#include "extract/language/sentence_splitter.hpp"
#include "extract/language/tokenizer.hpp"

int main() {
  using newsgraph::Span;
  std::ios::sync_with_stdio(false);
  const char* models = std::getenv("NEWSGRAPH_MODELS");
  if (models == nullptr) {
    std::cerr << "tokenize_raw: set NEWSGRAPH_MODELS to the folder with sentences.model\n";
    return 2;
  }
  const newsgraph::ModelFile file(std::filesystem::path(models) / "sentences.model", "sentences");
  const newsgraph::SentenceSplitter splitter(file);
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::string_view text = line;
    const std::vector<Span> tokens =
        newsgraph::tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
    if (tokens.empty()) continue;
    std::size_t begin = 0;
    for (const std::size_t end : splitter.split(text, tokens)) {
      for (std::size_t i = begin; i < end; ++i) {
        std::cout << (i == begin ? "" : "\t") << text.substr(tokens[i].begin, tokens[i].size());
      }
      std::cout << '\n';
      begin = end;
    }
  }
  return std::cin.bad() || !std::cout ? 1 : 0;
}
