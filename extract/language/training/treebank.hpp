#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {

/// A sentence to learn from: its gold analysis and, as models see it, its words and predicted tags.
struct Example {
  Sentence gold;
  Sentence input;  ///< the same tokens with predicted upos and xpos
  std::vector<WordFeatures> words;
};

/// The sentences of CoNLL-U files, one behind the other.
std::vector<Example> read_treebanks(const std::vector<std::filesystem::path>& files);

/// Calls `use` with every sentence of the CoNLL-U file `path` until it returns false.
void read_parsed(const std::filesystem::path& path,
                 const std::function<bool(const Sentence&)>& use);

/// Fills the words of every example.
void add_word_features(std::vector<Example>& examples, const WordTable& words);

/// Indices 0 … size-1.
std::vector<std::size_t> indices(std::size_t size);

/// One line with the time of day to standard error.
void log(const std::string& message);

/// 12.34 for 0.1234.
std::string percent(std::size_t part, std::size_t whole);

}  // namespace newsgraph
