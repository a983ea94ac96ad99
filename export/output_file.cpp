#include "export/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
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
  fs::path part = target;
  part += ".part-" + std::to_string(::getpid());
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

}  // namespace newsgraph
