#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/article/article_reader.hpp"

namespace newsgraph {

/// A file to be read, or the reason why it, or a folder, cannot be.
struct ArticleFile {
  std::filesystem::path path;
  std::string source;  ///< for messages
  std::string key;     ///< path relative to the argument; empty for streams
  InputFormat format = InputFormat::kText;
  std::uint64_t size = 0;  ///< bytes; 0 for streams
  bool stream = false;     ///< standard input, a pipe or device
  std::string error;       ///< why it cannot be read; empty if nothing is known against it
};

struct ArticleFiles {
  std::vector<ArticleFile> files;  ///< in the order in which they are to be read
  std::uint64_t ignored = 0;       ///< files of folders whose endings say nothing
};

/// The files that `inputs` stand for; see open_articles(). Never throws for what the disk holds.
ArticleFiles list_article_files(const std::vector<std::string>& inputs, InputFormat format);

}  // namespace newsgraph
