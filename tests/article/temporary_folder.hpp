#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "extract/article/article_reader.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {

/// A folder that vanishes with its test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "newsgraph-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  std::string write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return *this / name;
  }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// All that a reader gives, "key: text" for an article and "error: ..." for what failed, with
/// `folder` cut out of the messages.
inline std::vector<std::string> read_all(ArticleReader& reader, const std::string& folder = "") {
  std::vector<std::string> read;
  for (;;) {
    std::string line;
    try {
      const std::optional<Article> article = reader.next();
      if (!article) return read;
      line = article->key + ": " + article->text;
    } catch (const Error& error) {
      line = std::string("error: ") + error.what();
    }
    while (!folder.empty() && line.find(folder) != line.npos) {
      line.erase(line.find(folder), folder.size());
    }
    while (!line.empty() && line.back() == '\n') line.pop_back();
    read.push_back(line);
  }
}

}  // namespace newsgraph
