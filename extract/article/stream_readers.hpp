#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "extract/article/article_reader.hpp"
#include "extract/base/line_reader.hpp"

/// One reader for each form in which articles stand in a file or stream.
namespace newsgraph {

/// Where a stream comes from.
struct StreamOrigin {
  std::string source;  ///< for messages: "news/a.txt", "<stdin>"
  std::string key;     ///< of its only article; empty for content hashes
};

/// A stream that is one article, in plain text or Markdown.
class SingleArticleReader : public ArticleReader {
 public:
  /// @param format  kText or kMarkdown.
  SingleArticleReader(std::unique_ptr<std::istream> in, StreamOrigin origin, InputFormat format);
  std::optional<Article> next() override;
  std::string source() const override { return origin_.source; }
  std::uint64_t bytes() const override { return bytes_; }
  std::optional<std::uint64_t> total_bytes() const override { return std::nullopt; }

 private:
  std::unique_ptr<std::istream> in_;
  StreamOrigin origin_;
  InputFormat format_;
  std::uint64_t bytes_ = 0;
};

/// A stream of JSON articles, one a line; empty lines are passed over.
class JsonLinesReader : public ArticleReader {
 public:
  JsonLinesReader(std::unique_ptr<std::istream> in, StreamOrigin origin);
  std::optional<Article> next() override;
  std::string source() const override;
  std::uint64_t bytes() const override { return lines_.bytes(); }
  std::optional<std::uint64_t> total_bytes() const override { return std::nullopt; }

 private:
  std::unique_ptr<std::istream> in_;
  StreamOrigin origin_;
  LineReader lines_;
  bool any_ = false;
  bool ended_ = false;
};

/// A stream of one JSON article, an array of them, or several values one after the other. The
/// stream is cut into values by brackets and strings alone, so that one damaged value, and a file
/// larger than memory, cost nothing but themselves.
class JsonReader : public ArticleReader {
 public:
  JsonReader(std::unique_ptr<std::istream> in, StreamOrigin origin);
  std::optional<Article> next() override;
  std::string source() const override;
  std::uint64_t bytes() const override { return bytes_; }
  std::optional<std::uint64_t> total_bytes() const override { return std::nullopt; }

 private:
  int peek();
  int take();
  void skip_space();
  bool begin();
  bool find_value();
  void read_value(std::string& value);

  std::unique_ptr<std::istream> in_;
  StreamOrigin origin_;
  std::uint64_t bytes_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t value_line_ = 1;
  bool begun_ = false;
  bool in_array_ = false;
  bool any_ = false;
  bool ended_ = false;
};

}  // namespace newsgraph
