#include "extract/article/sentence_reader.hpp"

#include <fstream>
#include <iostream>
#include <utility>

#include "extract/article/text_encoding.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {

SentenceReader::SentenceReader(std::unique_ptr<std::istream> in, std::string source)
    : in_(std::move(in)), source_(std::move(source)), lines_(*in_, kMostSentence) {}

std::string SentenceReader::source() const {
  return lines_.line() == 0 ? source_ : source_ + ":" + std::to_string(lines_.line());
}

std::optional<Article> SentenceReader::next() {
  Article article;
  article.source = source_;
  while (failure_.empty() && !ended_ && article.blocks.size() < kSentences) {
    std::string line;
    const LineReader::Result result = lines_.next(line);
    if (result == LineReader::Result::kEnd) {
      ended_ = true;
      if (in_->bad()) failure_ = "reading failed; is it a folder, or the disk damaged?";
    } else if (result == LineReader::Result::kTooLong) {
      failure_ = "a line of over 64 KiB; expected one sentence a line";
    } else if (line.find('\0') != std::string::npos || to_valid_utf8(line) != line) {
      failure_ = "not UTF-8; expected one sentence a line in UTF-8";
    } else {
      const std::string text = fold_space(clean_text(line, source()));
      if (text.empty()) continue;
      const auto begin = static_cast<std::uint32_t>(article.text.size());
      article.text += text;
      const auto end = static_cast<std::uint32_t>(article.text.size());
      article.text += '\n';
      article.blocks.push_back({BlockKind::kParagraph, {begin, end}});
    }
  }
  if (!article.blocks.empty()) return article;
  if (failure_.empty()) return std::nullopt;
  const std::string failure = std::exchange(failure_, "");
  throw ParseError(source_, lines_.line(), failure);
}

std::unique_ptr<ArticleReader> open_sentences(const std::string& path) {
  if (path == "-") {
    return std::make_unique<SentenceReader>(std::make_unique<std::istream>(std::cin.rdbuf()),
                                            "<stdin>");
  }
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) throw IoError(path + ": cannot be opened for reading");
  return std::make_unique<SentenceReader>(std::move(file), path);
}

}  // namespace newsgraph
