#include "cli/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/command.hpp"
#include "extract/article/limits.hpp"
#include "extract/article/text_encoding.hpp"
#include "extract/base/error.hpp"

namespace newsgraph::cli {
namespace {

/// The stretches of `text` between blank lines, as paragraphs.
std::vector<Block> paragraphs(const std::string& text) {
  std::vector<Block> blocks;
  constexpr const char* kBlank = " \t\r\n";
  std::size_t line = 0;
  while (line < text.size()) {
    std::size_t end = std::min(text.find('\n', line), text.size());
    const bool blank = text.find_first_not_of(kBlank, line) >= end;
    const bool joins = !blocks.empty() && blocks.back().span.end == line;
    // Until its next line is known, a block's end is the start of that line.
    const auto next = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
    if (!blank && joins) {
      blocks.back().span.end = next;
    } else if (!blank) {
      blocks.push_back({BlockKind::kParagraph, {static_cast<std::uint32_t>(line), next}});
    }
    line = end + 1;
  }
  return blocks;
}

std::string read_text(std::istream& in, const std::string& source) {
  std::string bytes;
  std::array<char, 64 * 1024> buffer;
  while (bytes.size() <= kMostText) {
    in.read(buffer.data(), buffer.size());
    if (in.gcount() == 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (bytes.size() > kMostText) {
    throw ParseError(source, 0,
                     "over " + std::to_string(kMostText / 1024 / 1024) +
                         " MiB of text; expected one article: split it");
  }
  return clean_text(bytes, source);
}

void read_file(const std::string& file,
               const std::function<void(std::istream&, const std::string&)>& read) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened) throw IoError(file + ": cannot be opened for reading");
  }
  std::istream& in = file == "-" ? std::cin : opened;
  const std::string source = file == "-" ? "<stdin>" : file;
  read(in, source);
  if (in.bad()) throw IoError(source + ": reading failed; is it a folder, or the disk damaged?");
}

}  // namespace

Article read_plain_article(std::istream& in, const std::string& source) {
  Article article;
  article.text = read_text(in, source);
  article.blocks = paragraphs(article.text);
  return article;
}

std::string document_name(const std::istream& in, const std::string& source) {
  return in.rdbuf() == std::cin.rdbuf() ? "stdin" : std::filesystem::path(source).stem().string();
}

int read_each(const std::vector<std::string>& files,
              const std::function<void(std::istream&, const std::string&)>& read) {
  std::size_t failed = 0;
  for (const std::string& file : files) {
    try {
      read_file(file, read);
    } catch (const Error& error) {
      std::cerr << "newsgraph: " << error.what() << '\n';
      ++failed;
    }
  }
  return failed == 0 ? kSuccess : failed == files.size() ? kFailure : kSomeFailed;
}

}  // namespace newsgraph::cli
