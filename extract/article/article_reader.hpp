#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article/article.hpp"

/// Bytes to articles.
///
///     auto reader = open_articles({"news/", "feed.jsonl", "-"}, {});
///     while (true) {
///       try {
///         const std::optional<Article> article = reader->next();
///         if (!article) break;
///       } catch (const Error& error) {
///         // "news/b.txt:3: ..." could not be read; the next call goes on behind it
///       }
///     }
namespace newsgraph {

/// A source of articles: the plug point behind which files, feeds and archives stand.
class ArticleReader {
 public:
  virtual ~ArticleReader() = default;

  /// The next article; nullopt at the end, and ever after. One article at a time is in memory.
  /// @throws Error for an article that cannot be read, with its source and reason. The next call
  ///         goes on behind it.
  virtual std::optional<Article> next() = 0;

  /// What next() dealt with last, for messages: "a.txt", "feed.jsonl:12", "<stdin>".
  virtual std::string source() const = 0;

  /// Bytes of input dealt with so far, and in all; nullopt where nobody can know (a pipe).
  virtual std::uint64_t bytes() const = 0;
  virtual std::optional<std::uint64_t> total_bytes() const = 0;

  /// Files left aside because nothing says that they hold articles (".jpg" in a folder).
  virtual std::uint64_t ignored() const { return 0; }
};

enum class InputFormat : std::uint8_t {
  kGuess,      ///< by the file's ending; text where that says nothing
  kText,       ///< one article, UTF-8
  kMarkdown,   ///< one article, CommonMark with optional front matter
  kJson,       ///< one article, or an array of them (schemas/article.schema.json)
  kJsonLines,  ///< one article a line
};

/// One row of the table that --input-format, its help text and the guessing by ending read.
struct InputFormatName {
  InputFormat format;
  std::string_view name;                     ///< "jsonl"
  std::vector<std::string_view> extensions;  ///< ".jsonl", ".ndjson"
};
const std::vector<InputFormatName>& input_formats();

struct ReadOptions {
  InputFormat format = InputFormat::kGuess;  ///< of standard input, and of every file given by name
};

/// Reads all `inputs` in order: files, folders (their files by path, in all depths), and "-" for
/// standard input.
///
/// In folders, hidden files and endings that say nothing are left aside; symbolic links are
/// followed, a link back to a folder on the way is an error of that link. A file met twice is read
/// once. An article's key is its id, else its URL, else, where the file is one article, its path
/// relative to the folder given (a file given by name: its name), else its content hash. Two files
/// of one run whose keys would be the same path are an error of the second: one would supersede
/// the other. An input that does not exist is an error in its place.
///
/// Text is UTF-8: a byte order mark is dropped, CR LF and CR become LF, other control characters
/// become spaces. Invalid UTF-8 and NUL bytes are errors, with their line: guessing an encoding
/// would put wrong names into the graph.
std::unique_ptr<ArticleReader> open_articles(const std::vector<std::string>& inputs,
                                             const ReadOptions& options);

}  // namespace newsgraph
