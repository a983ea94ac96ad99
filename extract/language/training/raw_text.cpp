#include "extract/language/training/raw_text.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "extract/base/error.hpp"
#include "extract/language/sentence_splitter.hpp"
#include "extract/language/tokenizer.hpp"
#include "extract/language/training/random.hpp"

namespace newsgraph {
namespace {

/// With the share of its paragraphs, in percent, that sentences are taken from.
struct RawFile {
  const char* name;
  unsigned share;
};
constexpr RawFile kRawFiles[] = {
    {"wikipedia-current-events", 100},     {"us-doj-press-releases", 12},
    {"us-congress-press-releases", 20},    {"us-senate-press-releases", 6},
    {"us-state-human-rights-reports", 10}, {"un-general-debate", 5}};

/// Calls `use` with every line of the file until it returns false.
template <typename Use>
void read_lines(const TrainingOptions& options, const char* name, Use use) {
  const std::string path = (options.data / "raw" / name).string() + ".txt.xz";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(("xz -dc '" + path + "'").c_str(), "r"),
                                                   ::pclose);
  if (!pipe) throw IoError(path + ": xz cannot be started");
  std::string line;
  std::array<char, 1 << 16> buffer;
  while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
    line += buffer.data();
    if (line.back() != '\n') continue;
    if (!use(std::string_view(line))) return;
    line.clear();
  }
}

Span whole(std::string_view line) { return {0, static_cast<std::uint32_t>(line.size())}; }

}  // namespace

void read_raw_text(const TrainingOptions& options, std::uint64_t words,
                   const std::function<void(std::string_view, const std::vector<Span>&)>& use) {
  std::uint64_t seen = 0;
  for (const RawFile& file : kRawFiles) {
    read_lines(options, file.name, [&](std::string_view line) {
      const std::vector<Span> tokens = tokenize(line, whole(line));
      seen += tokens.size();
      use(line, tokens);
      return seen < words;
    });
  }
}

std::vector<std::string> raw_paragraphs(const TrainingOptions& options, std::size_t count) {
  std::vector<std::string> paragraphs;
  Random random(options.seed);
  for (const RawFile& file : kRawFiles) {
    read_lines(options, file.name, [&](std::string_view line) {
      if (random.below(100) < file.share && line.size() > 1) {
        paragraphs.emplace_back(line.substr(0, line.size() - 1));
      }
      return true;
    });
  }
  random.shuffle(paragraphs);
  if (paragraphs.size() > count) paragraphs.resize(count);
  return paragraphs;
}

std::vector<Sentence> raw_sentences(const TrainingOptions& options, std::size_t count) {
  const ModelFile splitter_file(options.models / "sentences.model", "sentences");
  const SentenceSplitter splitter(splitter_file);
  std::vector<Sentence> sentences;
  for (const std::string& line : raw_paragraphs(options, SIZE_MAX)) {
    const std::vector<Span> tokens = tokenize(line, whole(line));
    std::size_t begin = 0;
    for (const std::size_t end : splitter.split(line, tokens)) {
      if (end - begin >= 5 && end - begin <= 50) {
        Sentence sentence;
        for (std::size_t i = begin; i < end; ++i) {
          Token token;
          token.span = tokens[i];
          token.form = line.substr(tokens[i].begin, tokens[i].size());
          sentence.tokens.push_back(std::move(token));
        }
        sentences.push_back(std::move(sentence));
      }
      begin = end;
    }
  }
  log("raw text: " + std::to_string(sentences.size()) + " sentences");
  Random random(options.seed);
  random.shuffle(sentences);
  if (sentences.size() > count) sentences.resize(count);
  return sentences;
}

}  // namespace newsgraph
