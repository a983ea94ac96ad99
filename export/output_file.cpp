#include "export/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

#include "export/compression.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, int error) {
  throw IoError("cannot write " + file.string() + ": " + std::strerror(error));
}

/// An unbuffered stream into a file descriptor that remembers why it failed; exporters hand on
/// large pieces. (std::ofstream can neither refuse an existing file nor say what went wrong.)
class DescriptorStream final : public std::streambuf {
 public:
  explicit DescriptorStream(int descriptor) : descriptor_(descriptor) {}
  ~DescriptorStream() override {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  DescriptorStream(const DescriptorStream&) = delete;
  DescriptorStream& operator=(const DescriptorStream&) = delete;

  /// errno of the first failure; 0 if there was none.
  int error() const { return error_; }

  /// Some file systems report a full disk only here.
  void close() {
    if (error_ == 0 && ::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) {
      error_ = errno;
    }
    if (::close(descriptor_) != 0 && error_ == 0) error_ = errno;
    descriptor_ = -1;
  }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    std::streamsize written = 0;
    while (written < size && error_ == 0) {
      const ssize_t count =
          ::write(descriptor_, bytes + written, static_cast<std::size_t>(size - written));
      if (count >= 0) {
        written += count;
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    return written;
  }
  int_type overflow(int_type c) override {
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }

 private:
  int descriptor_;
  int error_ = 0;
};

/// Opens `file`, lets `write` fill it and closes it.
void fill(const fs::path& file, const fs::path& shown, int flags,
          const std::function<void(std::ostream&)>& write) {
  const int descriptor = ::open(file.c_str(), flags | O_WRONLY | O_CLOEXEC, 0666);
  if (descriptor < 0) fail(shown, errno);
  DescriptorStream stream(descriptor);
  std::ostream out(&stream);
  try {
    write_compressed(compression_of(shown.native()), out, write);
  } catch (const IoError&) {
    if (stream.error() != 0) fail(shown, stream.error());
    throw;
  }
  stream.close();
  if (stream.error() != 0) fail(shown, stream.error());
}

/// Beside `target`, on the same file system, for as long as it is not complete.
fs::path part_of(fs::path target) {
  target += ".part-" + std::to_string(::getpid());
  return target;
}

/// A name in `folder` that is not one of `files`; empty if there is none.
std::string stranger_in(const fs::path& folder, std::span<const std::string_view> files) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool ours = std::find(files.begin(), files.end(), name) != files.end();
    if (!ours || !entry.is_regular_file()) return name;
  }
  return "";
}

/// Puts the folder `part` where `target` is.
void take_place(const fs::path& part, const fs::path& target) {
  if (!fs::exists(target)) {
    fs::rename(part, target);
  } else if (::renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
    fs::remove_all(part);
  } else {
    // A file system that cannot exchange two names at once.
    fs::path old = part;
    old += "-old";
    fs::rename(target, old);
    fs::rename(part, target);
    fs::remove_all(old);
  }
}

}  // namespace

void write_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  std::error_code ignored;
  const fs::file_status status = fs::status(file, ignored);
  if (fs::is_directory(status)) fail(file, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    fill(file, file, 0, write);
    return;
  }
  fs::path target = fs::weakly_canonical(file, ignored);
  if (ignored) target = file;
  const fs::path part = part_of(target);
  try {
    fill(part, file, O_CREAT | O_EXCL, write);
    fs::rename(part, target);
  } catch (const fs::filesystem_error& error) {
    fs::remove(part, ignored);
    fail(file, error.code().value());
  } catch (...) {
    fs::remove(part, ignored);
    throw;
  }
}

void write_folder(const fs::path& folder, std::span<const std::string_view> files,
                  const std::function<void(const fs::path&)>& write) {
  std::error_code ignored;
  fs::path target = fs::weakly_canonical(folder, ignored);
  if (ignored) target = folder;
  if (!target.has_filename()) target = target.parent_path();
  fs::path part;
  try {
    if (fs::exists(target)) {
      if (!fs::is_directory(target)) fail(folder, ENOTDIR);
      const std::string stranger = stranger_in(target, files);
      if (!stranger.empty()) {
        throw IoError("cannot write " + folder.string() + ": it holds \"" + stranger +
                      "\", which is not of such an export; name a new or empty folder");
      }
    }
    if (!fs::create_directory(part_of(target))) fail(folder, EEXIST);
    part = part_of(target);
    write(part);
    take_place(part, target);
  } catch (const fs::filesystem_error& error) {
    if (!part.empty()) fs::remove_all(part, ignored);
    fail(folder, error.code().value());
  } catch (...) {
    if (!part.empty()) fs::remove_all(part, ignored);
    throw;
  }
}

}  // namespace newsgraph
