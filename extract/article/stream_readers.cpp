#include "extract/article/stream_readers.hpp"

#include <array>
#include <utility>

#include "extract/article/json_article.hpp"
#include "extract/article/limits.hpp"
#include "extract/article/text_article.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

void check_readable(const std::istream& in, const std::string& source) {
  if (in.bad()) throw IoError(source + ": reading failed; is it a folder, or the disk damaged?");
}

}  // namespace

SingleArticleReader::SingleArticleReader(std::unique_ptr<std::istream> in, StreamOrigin origin,
                                         InputFormat format)
    : in_(std::move(in)), origin_(std::move(origin)), format_(format) {}

std::optional<Article> SingleArticleReader::next() {
  if (!in_) return std::nullopt;
  const std::unique_ptr<std::istream> in = std::move(in_);
  std::string bytes;
  std::array<char, 64 * 1024> buffer;
  while (bytes.size() <= kMostText) {
    in->read(buffer.data(), buffer.size());
    if (in->gcount() == 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(in->gcount()));
  }
  bytes_ = bytes.size();
  check_readable(*in, origin_.source);
  if (bytes.size() > kMostText) {
    throw ParseError(origin_.source, 0,
                     "over " + std::to_string(kMostText / 1024 / 1024) +
                         " MiB of text; expected one article: split it");
  }
  return format_ == InputFormat::kMarkdown
             ? read_markdown_article(bytes, origin_.source, origin_.key)
             : read_text_article(bytes, origin_.source, origin_.key);
}

JsonLinesReader::JsonLinesReader(std::unique_ptr<std::istream> in, StreamOrigin origin)
    : in_(std::move(in)), origin_(std::move(origin)), lines_(*in_, kMostJson) {}

std::string JsonLinesReader::source() const {
  return lines_.line() == 0 ? origin_.source : origin_.source + ":" + std::to_string(lines_.line());
}

std::optional<Article> JsonLinesReader::next() {
  std::string line;
  while (!ended_) {
    const LineReader::Result result = lines_.next(line);
    if (result == LineReader::Result::kTooLong) {
      any_ = true;
      throw ParseError(source(), 0, "a line of over 64 MiB; expected one article as JSON");
    }
    if (result == LineReader::Result::kLine) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      any_ = true;
      return read_json_article(line, source(), "");
    }
    ended_ = true;
    check_readable(*in_, origin_.source);
    if (!any_) throw ParseError(origin_.source, 0, "empty; expected articles, one JSON a line");
  }
  return std::nullopt;
}

JsonReader::JsonReader(std::unique_ptr<std::istream> in, StreamOrigin origin)
    : in_(std::move(in)), origin_(std::move(origin)) {}

std::string JsonReader::source() const {
  return any_ && value_line_ > 1 ? origin_.source + ":" + std::to_string(value_line_)
                                 : origin_.source;
}

int JsonReader::peek() { return in_->rdbuf()->sgetc(); }

int JsonReader::take() {
  const int c = in_->rdbuf()->sbumpc();
  if (c != kEnd) ++bytes_;
  if (c == '\n') ++line_;
  return c;
}

void JsonReader::skip_space() {
  for (int c = peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = peek()) take();
}

/// Passes a byte order mark and the bracket of an array.
/// @return false if the stream is empty.
bool JsonReader::begin() {
  if (peek() == 0xEF) {
    for (int i = 0; i < 3 && peek() >= 0x80; ++i) take();
  }
  skip_space();
  if (peek() == '[') {
    in_array_ = true;
    take();
  }
  return in_array_ || peek() != kEnd;
}

/// Goes to the next value.
/// @return false at the end.
bool JsonReader::find_value() {
  skip_space();
  if (in_array_ && (peek() == ',' || peek() == ']')) {
    if (take() == ',') {
      skip_space();
    } else {
      in_array_ = false;
      skip_space();
    }
  }
  value_line_ = line_;
  if (peek() != kEnd) return true;
  if (!in_array_) return false;
  in_array_ = false;
  any_ = true;
  throw ParseError(source(), 0, "the array of articles has no end; was the file cut off?");
}

/// Takes one value up to its end: the closing bracket, or, for what is no object, the next comma.
void JsonReader::read_value(std::string& value) {
  std::size_t depth = 0;
  bool in_string = false;
  bool too_large = false;
  for (int c = peek(); c != kEnd; c = peek()) {
    if (!in_string && depth == 0 && in_array_ && (c == ',' || c == ']')) break;
    take();
    if (value.size() < kMostJson) {
      value += static_cast<char>(c);
    } else {
      too_large = true;
    }
    if (in_string) {
      if (c == '"') in_string = false;
      if (c == '\\' && peek() != kEnd) {
        const int escaped = take();
        if (value.size() < kMostJson) value += static_cast<char>(escaped);
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
      break;
    }
  }
  if (too_large) throw ParseError(source(), 0, "over 64 MiB of JSON for one article");
}

std::optional<Article> JsonReader::next() {
  if (ended_) return std::nullopt;
  if (!std::exchange(begun_, true) && !begin()) {
    ended_ = true;
    check_readable(*in_, origin_.source);
    throw ParseError(origin_.source, 0, "empty; expected an article as JSON, or an array of them");
  }
  const bool only = !in_array_ && !any_;
  if (!find_value()) {
    ended_ = true;
    return std::nullopt;
  }
  any_ = true;
  std::string value;
  read_value(value);
  skip_space();
  const bool alone = only && peek() == kEnd;
  return read_json_article(value, source(), alone ? origin_.key : "");
}

}  // namespace newsgraph
