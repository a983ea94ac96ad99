#include "extract/article/article_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

#include "extract/article/article_files.hpp"
#include "extract/article/stream_readers.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

std::unique_ptr<ArticleReader> make_reader(std::unique_ptr<std::istream> in, StreamOrigin origin,
                                           InputFormat format) {
  switch (format) {
    case InputFormat::kJson:
      return std::make_unique<JsonReader>(std::move(in), std::move(origin));
    case InputFormat::kJsonLines:
      return std::make_unique<JsonLinesReader>(std::move(in), std::move(origin));
    case InputFormat::kGuess:
    case InputFormat::kText:
    case InputFormat::kMarkdown:
      break;
  }
  return std::make_unique<SingleArticleReader>(std::move(in), std::move(origin), format);
}

/// Reads one file after the other.
class FilesReader : public ArticleReader {
 public:
  explicit FilesReader(ArticleFiles files) : files_(std::move(files)) {
    total_ = 0;
    for (const ArticleFile& file : files_.files) {
      if (file.stream) {
        total_ = std::nullopt;
        break;
      }
      *total_ += file.size;
    }
  }

  std::optional<Article> next() override {
    for (;;) {
      if (!reader_) {
        if (next_ == files_.files.size()) return std::nullopt;
        const ArticleFile& file = files_.files[next_++];
        source_ = file.source;
        if (!file.error.empty()) throw IoError(file.error);
        reader_ = open(file);
      }
      std::optional<Article> article = reader_->next();  // after an error, it goes on here
      if (article) return article;
      const ArticleFile& file = files_.files[next_ - 1];
      source_ = file.source;
      finished_ += file.stream ? reader_->bytes() : file.size;
      reader_.reset();
    }
  }

  std::string source() const override { return reader_ ? reader_->source() : source_; }

  std::uint64_t bytes() const override { return finished_ + (reader_ ? reader_->bytes() : 0); }

  std::optional<std::uint64_t> total_bytes() const override { return total_; }

  std::uint64_t ignored() const override { return files_.ignored; }

 private:
  static std::unique_ptr<ArticleReader> open(const ArticleFile& file) {
    if (file.path.empty()) {
      InputFormat format = file.format;
      // No text begins with a bracket, but all JSON articles do.
      if (format == InputFormat::kGuess) {
        const int first = std::cin.peek();
        format = first == '{' || first == '[' ? InputFormat::kJson : InputFormat::kText;
      }
      return make_reader(std::make_unique<std::istream>(std::cin.rdbuf()), {file.source, ""},
                         format);
    }
    errno = 0;
    auto in = std::make_unique<std::ifstream>(file.path, std::ios::binary);
    if (!*in) {
      throw IoError(file.source + ": cannot be opened: " +
                    (errno == 0 ? "unknown reason" : std::generic_category().message(errno)));
    }
    return make_reader(std::move(in), {file.source, file.key}, file.format);
  }

  ArticleFiles files_;
  std::optional<std::uint64_t> total_;
  std::size_t next_ = 0;
  std::unique_ptr<ArticleReader> reader_;
  std::string source_;
  std::uint64_t finished_ = 0;
};

}  // namespace

const std::vector<InputFormatName>& input_formats() {
  static const std::vector<InputFormatName> kFormats = {
      {InputFormat::kText, "text", {".txt", ".text"}},
      {InputFormat::kMarkdown, "markdown", {".md", ".markdown"}},
      {InputFormat::kJson, "json", {".json"}},
      {InputFormat::kJsonLines, "jsonl", {".jsonl", ".ndjson"}},
  };
  return kFormats;
}

std::unique_ptr<ArticleReader> open_articles(const std::vector<std::string>& inputs,
                                             const ReadOptions& options) {
  return std::make_unique<FilesReader>(list_article_files(inputs, options.format));
}

}  // namespace newsgraph
