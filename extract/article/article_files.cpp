#include "extract/article/article_files.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

#include "extract/article/limits.hpp"
#include "extract/article/text_encoding.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

std::string shown(const fs::path& path) { return to_valid_utf8(path.generic_string()); }

InputFormat guess(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const InputFormatName& row : input_formats()) {
    if (std::find(row.extensions.begin(), row.extensions.end(), ending) != row.extensions.end()) {
      return row.format;
    }
  }
  return InputFormat::kGuess;
}

class FileLister {
 public:
  explicit FileLister(InputFormat format) : format_(format) {}

  void add_input(const std::string& input) {
    if (input == "-") {
      add_stream("", "<stdin>", format_);
      return;
    }
    const fs::path path(input);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      const bool missing = !error || error.value() == ENOENT;
      return add_error(path, missing ? "no such file or folder" : error.message());
    }
    if (fs::is_directory(status)) {
      walk(path, fs::path(), 0);
      return;
    }
    const InputFormat guessed = format_ == InputFormat::kGuess ? guess(path) : format_;
    const InputFormat format = guessed == InputFormat::kGuess ? InputFormat::kText : guessed;
    if (fs::is_regular_file(status)) {
      add_file(path, shown(path.filename()), format);
    } else {
      add_stream(path, shown(path), format);
    }
  }

  ArticleFiles take() { return std::move(list_); }

 private:
  void add_stream(const fs::path& path, const std::string& source, InputFormat format) {
    ArticleFile file;
    file.path = path;
    file.source = source;
    file.format = format;
    file.stream = true;
    list_.files.push_back(std::move(file));
  }

  void add_error(const fs::path& path, const std::string& why) {
    ArticleFile file;
    file.path = path;
    file.source = shown(path);
    file.error = file.source + ": " + why;
    list_.files.push_back(std::move(file));
  }

  void add_file(const fs::path& path, const std::string& key, InputFormat format) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (!error && !seen_files_.insert(real).second) return;
    const auto [same, added] = keys_.emplace(key, shown(path));
    const bool many = format == InputFormat::kJsonLines;  // its articles do not take this key
    if (!added && !many) {
      add_error(path, "its key would be \"" + key + "\", which is that of " + same->second +
                          " already: give the folder above both");
      return;
    }
    ArticleFile file;
    file.path = path;
    file.source = shown(path);
    file.key = key;
    file.format = format;
    const std::uintmax_t size = fs::file_size(path, error);
    file.size = error ? 0 : static_cast<std::uint64_t>(size);
    list_.files.push_back(std::move(file));
  }

  /// Adds the files under `folder`, in the order of their names, whatever order the disk has.
  void walk(const fs::path& folder, const fs::path& relative, std::size_t depth) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) return add_error(folder, error.message());
    if (std::find(open_.begin(), open_.end(), real) != open_.end()) {
      return add_error(folder, "links back to a folder that it is in, " + shown(real));
    }
    if (!seen_folders_.insert(real).second) return;
    if (depth > kMostFolderDepth) {
      return add_error(folder, "over " + std::to_string(kMostFolderDepth) + " folders deep");
    }
    std::vector<fs::path> names;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      names.push_back(it->path().filename());
    }
    if (error) add_error(folder, error.message());
    std::sort(names.begin(), names.end());
    open_.push_back(real);
    for (const fs::path& name : names) {
      if (!name.native().starts_with('.')) visit(folder / name, relative / name, depth);
    }
    open_.pop_back();
  }

  void visit(const fs::path& path, const fs::path& relative, std::size_t depth) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const InputFormat format = guess(path);
    if (fs::is_directory(status)) {
      walk(path, relative, depth + 1);
    } else if (format == InputFormat::kGuess || (!error && !fs::is_regular_file(status))) {
      if (status.type() == fs::file_type::not_found && error) {
        add_error(path, error.message());
      } else {
        ++list_.ignored;
      }
    } else if (!fs::exists(status)) {
      add_error(path, error ? error.message() : "a symbolic link to a file that does not exist");
    } else {
      add_file(path, shown(relative), format);
    }
  }

  InputFormat format_;
  ArticleFiles list_;
  std::vector<fs::path> open_;  ///< folders that are being walked, outermost first
  std::set<fs::path> seen_folders_;
  std::set<fs::path> seen_files_;
  std::map<std::string, std::string> keys_;  ///< to the file that has it
};

}  // namespace

ArticleFiles list_article_files(const std::vector<std::string>& inputs, InputFormat format) {
  FileLister lister(format);
  for (const std::string& input : inputs) lister.add_input(input);
  return lister.take();
}

}  // namespace newsgraph
