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

/// Lets `write` fill `descriptor`, calls `finish` while it is still open, and closes it.
void fill(int descriptor, const fs::path& shown, const std::function<void(std::ostream&)>& write,
          const std::function<void()>& finish) {
  DescriptorStream stream(descriptor);
  std::ostream out(&stream);
  try {
    write_compressed(compression_of(shown.native()), out, write);
  } catch (const IoError&) {
    if (stream.error() != 0) fail(shown, stream.error());
    throw;
  }
  if (stream.error() != 0) fail(shown, stream.error());
  finish();
  stream.close();
  if (stream.error() != 0) fail(shown, stream.error());
}

/// A name beside `target` that nothing has, on the same file system: of this process, and counted,
/// since another container may have a process of the same number.
fs::path part_of(const fs::path& target) {
  for (int count = 0;; ++count) {
    fs::path part = target;
    part += ".part-" + std::to_string(::getpid());
    if (count > 0) {
      part += '-';
      part += std::to_string(count);
    }
    if (!fs::exists(fs::symlink_status(part))) return part;
  }
}

/// A file that will take the place of another. As long as it is not complete it has no name where
/// the file system knows such files, so that nothing is left of it when the program is killed.
struct PartFile {
  int descriptor = -1;
  fs::path name;         ///< empty as long as it has none
  bool is_named = true;  ///< has its name from the beginning

  explicit PartFile(const fs::path& target, const fs::path& shown) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    is_named = descriptor < 0;
    if (is_named) {
      name = part_of(target);
      descriptor = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    }
    if (descriptor < 0) fail(shown, errno);
  }

  /// To be called while the descriptor is open.
  void give_name(const fs::path& target, const fs::path& shown) {
    if (is_named) return;
    name = part_of(target);
    const std::string open_file = "/proc/self/fd/" + std::to_string(descriptor);
    if (::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      name.clear();
      fail(shown, errno);
    }
  }
};

/// What `file` names in the end, though nothing may be there yet.
fs::path target_of(const fs::path& file) {
  std::error_code ignored;
  fs::path target = file;
  if (fs::is_symlink(fs::symlink_status(file, ignored)) && !fs::exists(file, ignored)) {
    const fs::path link = fs::read_symlink(file, ignored);
    target = link.is_absolute() ? link : file.parent_path() / link;
  }
  const fs::path canonical = fs::weakly_canonical(target, ignored);
  return ignored ? target : canonical;
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
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(file, errno);
    fill(descriptor, file, write, [] {});
    return;
  }
  const fs::path target = target_of(file);
  PartFile part(target, file);
  // Who may read the file that was there may read this one, and nobody else.
  struct stat before {};
  if (::stat(target.c_str(), &before) == 0) ::fchmod(part.descriptor, before.st_mode & 07777);
  try {
    fill(part.descriptor, file, write, [&] { part.give_name(target, file); });
    fs::rename(part.name, target);
  } catch (const fs::filesystem_error& error) {
    fs::remove(part.name, ignored);
    fail(file, error.code().value());
  } catch (...) {
    if (!part.name.empty()) fs::remove(part.name, ignored);
    throw;
  }
}

void refuse_to_replace(const fs::path& input, const fs::path& output) {
  std::error_code ignored;
  if (!fs::equivalent(input, output, ignored)) return;
  throw IoError("cannot write " + output.string() +
                ": it is the graph file that is read; name another file");
}

void write_folder(const fs::path& folder, std::span<const std::string_view> files,
                  const std::function<void(const fs::path&)>& write) {
  std::error_code ignored;
  fs::path target = target_of(folder);
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
    const fs::path name = part_of(target);
    if (!fs::create_directory(name)) fail(folder, EEXIST);
    part = name;
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
