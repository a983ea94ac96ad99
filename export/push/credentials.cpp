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

/// NAME=value, line by line; quotes around a value do not belong to it.
std::map<std::string, std::string> read_settings(const std::string& content) {
  std::map<std::string, std::string> settings;
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line);) {
    const std::string_view text = trimmed(line);
    const std::size_t equals = text.find('=');
    if (text.starts_with('#') || equals == std::string_view::npos) continue;
    std::string_view value = trimmed(text.substr(equals + 1));
    if (value.size() >= 2 && value.front() == value.back() &&
        (value.front() == '"' || value.front() == '\'')) {
      value = value.substr(1, value.size() - 2);
    }
    settings[std::string(trimmed(text.substr(0, equals)))] = value;
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
  const std::map<std::string, std::string> settings = read_settings(read_private_file(file));
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
