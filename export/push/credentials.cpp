#include "export/push/credentials.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <optional>
#include <sstream>

namespace newsgraph {
namespace {

constexpr std::size_t kLargestFile = 1 << 16;

/// Closes the file at the end of its scope.
class FileDescriptor {
 public:
  explicit FileDescriptor(const std::string& name)
      : number_(open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~FileDescriptor() {
    if (number_ >= 0) close(number_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void cannot_read(const std::string& name) {
  throw IoError(name + ": the credentials cannot be read: " + std::strerror(errno));
}

/// The content of a file that nobody but its owner can read. Looked at once it is open, so that
/// nobody can exchange it in between.
std::string read_private_file(const std::string& name) {
  const FileDescriptor file(name);
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0) cannot_read(name);
  if (!S_ISREG(status.st_mode)) {
    throw IoError(name + ": this is no regular file; expected one with credentials");
  }
  if ((status.st_mode & 077) != 0) {
    char mode[8];
    std::snprintf(mode, sizeof mode, "%04o", static_cast<unsigned>(status.st_mode & 07777));
    throw IoError(name + ": others can read these credentials (mode " + mode +
                  "); make them yours alone with: chmod 600 " + name);
  }
  std::string content(kLargestFile + 1, '\0');
  std::size_t size = 0;
  while (size < content.size()) {
    const ssize_t got = read(file.number(), content.data() + size, content.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot_read(name);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > kLargestFile) throw IoError(name + ": too large for a file with credentials");
  content.resize(size);
  return content;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

bool is_variable_name(std::string_view text) {
  return !text.empty() && (text[0] < '0' || text[0] > '9') &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_';
         });
}

/// What stands between the quotation marks that `text` begins with, as a shell reads it: within
/// double ones a backslash takes the meaning from the next character that has one.
/// @return nullopt if they are not closed, or something other than a comment follows.
std::optional<std::string> quoted_value(std::string_view text) {
  const char mark = text[0];
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == mark) {
      const std::string_view rest = text.substr(i + 1);
      const std::string_view comment = trimmed(rest);
      const bool is_end = rest.empty() || comment.empty() ||
                          (comment.front() == '#' && comment.size() < rest.size());
      return is_end ? std::optional(value) : std::nullopt;
    }
    const bool is_escape = mark == '"' && text[i] == '\\' && i + 1 < text.size() &&
                           std::string_view("\"\\$`").find(text[i + 1]) != std::string_view::npos;
    if (is_escape) ++i;
    value += text[i];
  }
  return std::nullopt;
}

/// Up to a comment, which begins with a '#' behind a blank.
std::string_view plain_value(std::string_view text) {
  for (std::size_t hash = text.find('#'); hash != std::string_view::npos;
       hash = text.find('#', hash + 1)) {
    if (hash == 0 || text[hash - 1] == ' ' || text[hash - 1] == '\t') {
      return trimmed(text.substr(0, hash));
    }
  }
  return text;
}

/// NAME=value or `export NAME=value`, line by line, as files of databases and of shells have it.
/// @throws Error that names a line that is neither, but shows nothing of it: it may be a password.
std::map<std::string, std::string> read_settings(const std::string& file,
                                                 const std::string& content) {
  std::map<std::string, std::string> settings;
  std::istringstream lines(content);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto refuse = [&, at = ++number](const char* why) {
      throw Error(file + ", line " + std::to_string(at) + ": " + why);
    };
    std::string_view text = trimmed(line);
    if (text.empty() || text.starts_with('#')) continue;
    if (text.starts_with("export ") || text.starts_with("export\t")) text = trimmed(text.substr(6));
    const std::size_t equals = text.find('=');
    const std::string_view name = trimmed(text.substr(0, equals));
    if (equals == std::string_view::npos || !is_variable_name(name)) {
      refuse("expected NAME=value, \"export NAME=value\" or a comment");
    }
    const std::string_view value = trimmed(text.substr(equals + 1));
    if (value.starts_with('"') || value.starts_with('\'')) {
      const std::optional<std::string> quoted = quoted_value(value);
      if (!quoted)
        refuse("expected a quotation mark at the end of the value, and nothing after it");
      settings[std::string(name)] = *quoted;
    } else {
      settings[std::string(name)] = plain_value(value);
    }
  }
  return settings;
}

}  // namespace

HttpCredentials environment_credentials(const std::string& prefix, const Environment& environment) {
  HttpCredentials credentials;
  const std::array<std::pair<std::string, std::string*>, 3> variables = {
      {{prefix + "_USERNAME", &credentials.username},
       {prefix + "_PASSWORD", &credentials.password},
       {prefix + "_TOKEN", &credentials.token}}};
  for (const auto& [name, value] : variables) {
    const char* const set = environment(name.c_str());
    if (set != nullptr) *value = set;
    // A line break would begin a header of its own.
    if (std::any_of(value->begin(), value->end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; })) {
      throw Error(name + " holds a control character; expected a plain word");
    }
  }
  if (credentials.token.empty() && credentials.username.empty() != credentials.password.empty()) {
    const bool no_name = credentials.username.empty();
    throw Error(prefix + (no_name ? "_PASSWORD" : "_USERNAME") + " is set, but " + prefix +
                (no_name ? "_USERNAME" : "_PASSWORD") + " is not; set both, or neither");
  }
  return credentials;
}

HttpCredentials file_credentials(const std::filesystem::path& file, const std::string& prefix) {
  const std::map<std::string, std::string> settings = read_settings(file, read_private_file(file));
  const HttpCredentials credentials = environment_credentials(prefix, [&](const char* name) {
    const auto found = settings.find(name);
    return found == settings.end() ? nullptr : found->second.c_str();
  });
  if (credentials.empty()) {
    throw Error(file.string() + ": there are no credentials in it; expected lines " + prefix +
                "_USERNAME=… and " + prefix + "_PASSWORD=…");
  }
  return credentials;
}

}  // namespace newsgraph
