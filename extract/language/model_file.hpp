#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The shipped weights: one file a model, sections by name. models/README.md documents the bytes.
///
///     offset 0   "NGMODEL\0"            8 bytes
///            8   format version         u32
///           12   number of sections     u32
///           16   kind, padded with NUL  16 bytes, e.g. "parser"
///           32   checksum of all bytes from 40 on, u64
///           40   sections: name (16 bytes, padded), offset u64, size u64
///            …   section bytes, each from a multiple of 8
///
/// All numbers are little-endian.
namespace newsgraph {

inline constexpr std::uint32_t kModelVersion = 1;

/// A model file mapped into memory, checked as a whole when it is opened.
class ModelFile {
 public:
  /// @throws IoError if `path` cannot be read, ParseError if it is damaged, of another kind or
  ///         of another format version.
  ModelFile(const std::filesystem::path& path, std::string_view kind);
  ~ModelFile();
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;

  /// Bytes of section `name`; they live as long as the file object.
  /// @throws ParseError if there is none.
  std::string_view section(std::string_view name) const;

  std::uint64_t checksum() const { return checksum_; }
  const std::string& path() const { return path_; }

 private:
  void read_directory(std::string_view kind);
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::uint64_t checksum_ = 0;
  std::vector<std::pair<std::string, std::string_view>> sections_;
};

/// Collects sections and writes the file.
class ModelWriter {
 public:
  void add(std::string name, std::string bytes);

  /// @throws IoError
  void write(const std::filesystem::path& path, std::string_view kind) const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

/// Appends numbers and strings to a section.
class ByteWriter {
 public:
  void u8(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void u16(std::uint16_t value) { number(value, 2); }
  void u32(std::uint32_t value) { number(value, 4); }
  void u64(std::uint64_t value) { number(value, 8); }
  void string(std::string_view value) {
    u16(static_cast<std::uint16_t>(value.size()));
    bytes_ += value;
  }
  std::string take() { return std::move(bytes_); }

 private:
  void number(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xff);
  }
  std::string bytes_;
};

/// Reads what ByteWriter wrote; throws ParseError behind the end.
class ByteReader {
 public:
  ByteReader(std::string_view bytes, std::string source)
      : bytes_(bytes), source_(std::move(source)) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() { return number(8); }
  std::string string() { return std::string(take(u16())); }
  std::string_view take(std::size_t size);
  std::string_view rest() const { return bytes_.substr(at_); }

 private:
  std::uint64_t number(std::size_t size);

  std::string_view bytes_;
  std::string source_;
  std::size_t at_ = 0;
};

}  // namespace newsgraph
