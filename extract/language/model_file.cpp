#include "extract/language/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "extract/base/error.hpp"
#include "extract/language/feature_hash.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view kMagic("NGMODEL\0", 8);
constexpr std::size_t kHeaderSize = 40;
constexpr std::size_t kDirectoryEntrySize = 32;
constexpr std::size_t kNameSize = 16;

static_assert(std::endian::native == std::endian::little,
              "models are read in place and are little-endian");

/// Four independent lanes, so that 10 MB take some three milliseconds.
std::uint64_t checksum_of(std::string_view bytes) {
  std::uint64_t lanes[4] = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at + 8 * lane, 8);
      lanes[lane] = std::rotl((lanes[lane] ^ word) * 0x9e3779b97f4a7c15ULL, 29);
    }
  }
  std::uint64_t sum = hash_bytes(bytes.substr(at)) ^ bytes.size();
  for (const std::uint64_t lane : lanes) sum = mix_bits(sum ^ lane);
  return sum;
}

std::string padded(std::string_view name) {
  std::string result(name.substr(0, kNameSize));
  result.resize(kNameSize, '\0');
  return result;
}

std::string unpadded(std::string_view name) { return std::string(name.substr(0, name.find('\0'))); }

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path, std::string_view kind)
    : path_(path.string()) {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw IoError(path_ + ": cannot be opened: " + std::strerror(errno));
  struct stat status {};
  if (::fstat(file, &status) == 0 && status.st_size >= static_cast<off_t>(kHeaderSize)) {
    size_ = static_cast<std::size_t>(status.st_size);
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped != MAP_FAILED) data_ = static_cast<const char*>(mapped);
  }
  ::close(file);
  if (data_ == nullptr) fail("is no model file (too short, or not a file)");
  try {
    read_directory(kind);
  } catch (...) {
    ::munmap(const_cast<char*>(data_), size_);
    throw;
  }
}

ModelFile::~ModelFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : path_(std::move(other.path_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      checksum_(other.checksum_),
      sections_(std::move(other.sections_)) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(checksum_, other.checksum_);
  std::swap(sections_, other.sections_);
  return *this;
}

void ModelFile::fail(const std::string& what) const { throw ParseError(path_, 0, what); }

void ModelFile::read_directory(std::string_view kind) {
  const std::string_view all(data_, size_);
  if (!all.starts_with(kMagic)) fail("is no newsgraph model (it does not start with NGMODEL)");
  ByteReader header(all.substr(kMagic.size(), kHeaderSize - kMagic.size()), path_);
  const std::uint32_t version = header.u32();
  if (version != kModelVersion) {
    fail("model format version " + std::to_string(version) + "; expected " +
         std::to_string(kModelVersion) + "; reinstall the models of this program version");
  }
  const std::uint32_t count = header.u32();
  const std::string_view found = header.take(kNameSize);
  if (found != padded(kind)) {
    fail("holds a model of kind \"" + unpadded(found) + "\"; expected \"" + std::string(kind) +
         "\"");
  }
  checksum_ = header.u64();
  if (checksum_of(all.substr(kHeaderSize)) != checksum_) {
    fail("is damaged (its checksum does not match); reinstall the models");
  }
  ByteReader directory(all.substr(kHeaderSize), path_);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string name = unpadded(directory.take(kNameSize));
    const std::uint64_t offset = directory.u64();
    const std::uint64_t size = directory.u64();
    if (offset > size_ || size > size_ - offset) fail("section \"" + name + "\" is cut off");
    if (offset % 8 != 0) fail("section \"" + name + "\" does not begin at a multiple of 8");
    sections_.emplace_back(std::move(name), all.substr(offset, size));
  }
}

std::string_view ModelFile::section(std::string_view name) const {
  for (const auto& [key, bytes] : sections_) {
    if (key == name) return bytes;
  }
  fail("has no section \"" + std::string(name) + "\"");
}

void ModelWriter::add(std::string name, std::string bytes) {
  sections_.emplace_back(std::move(name), std::move(bytes));
}

void ModelWriter::write(const std::filesystem::path& path, std::string_view kind) const {
  ByteWriter directory;
  std::string directory_bytes;
  std::string body;
  const std::size_t body_begin = kHeaderSize + kDirectoryEntrySize * sections_.size();
  for (const auto& [name, bytes] : sections_) {
    directory_bytes += padded(name);
    directory.u64(body_begin + body.size());
    directory.u64(bytes.size());
    directory_bytes += directory.take();
    body += bytes;
    body.resize((body.size() + 7) / 8 * 8, '\0');
  }
  ByteWriter header;
  header.u32(kModelVersion);
  header.u32(static_cast<std::uint32_t>(sections_.size()));
  std::string head = std::string(kMagic) + header.take() + padded(kind);
  header.u64(checksum_of(directory_bytes + body));
  head += header.take();
  std::ofstream out(path, std::ios::binary);
  out << head << directory_bytes << body;
  out.close();
  if (!out) throw IoError(path.string() + ": cannot be written");
}

std::string_view ByteReader::take(std::size_t size) {
  if (size > bytes_.size() - at_) throw ParseError(source_, 0, "a section ends too early");
  const std::string_view taken = bytes_.substr(at_, size);
  at_ += size;
  return taken;
}

std::uint64_t ByteReader::number(std::size_t size) {
  const std::string_view taken = take(size);
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(taken[i]);
  }
  return value;
}

}  // namespace newsgraph
