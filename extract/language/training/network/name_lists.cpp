// name_lists MODELS LISTS.tsv LISTS.model: the names of LISTS.tsv as a model file with the section
// "lists". A line is the lists of a name (NameList, a bit each) and the name; bits of equal names
// are joined.

#include "extract/language/names/name_lists.hpp"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/error.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/tokenizer.hpp"

namespace newsgraph {
namespace {

using Entries = std::map<std::uint64_t, WordClass>;

/// The lines of the file `path`, split at tabs.
std::vector<std::vector<std::string>> read_columns(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw IoError(path + ": cannot be read");
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string>& columns = lines.emplace_back();
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      columns.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return lines;
}

Entries read_lists(const std::string& path, const WordTable& table) {
  Entries entries;
  std::vector<WordFeatures> words;
  for (const std::vector<std::string>& line : read_columns(path)) {
    const std::string_view name = line.at(1);
    words.clear();
    for (const Span span : tokenize(name, {0, static_cast<std::uint32_t>(name.size())})) {
      words.push_back(word_features(name.substr(span.begin, span.size()), table));
    }
    if (words.empty() || words.size() > NameLists::kLongest) continue;
    WordClass& entry = entries[NameLists::key(words)];
    entry.fine = static_cast<std::uint16_t>(entry.fine | std::stoul(line.at(0)));
  }
  return entries;
}

}  // namespace
}  // namespace newsgraph

int main(int argc, char** argv) {
  using namespace newsgraph;
  if (argc != 4) {
    std::cerr << "usage: name_lists MODELS LISTS.tsv LISTS.model\n";
    return 2;
  }
  try {
    const ModelFile words_file(std::filesystem::path(argv[1]) / "words.model", "words");
    const WordTable table(words_file.section("table"), words_file.path());
    ModelWriter writer;
    const Entries lists = read_lists(argv[2], table);
    writer.add("lists", encode_word_table({lists.begin(), lists.end()}));
    writer.write(argv[3], "name reader");
  } catch (const std::exception& error) {
    std::cerr << "name_lists: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
