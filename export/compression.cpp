#include "export/compression.hpp"

#include <zlib.h>
#include <zstd.h>

#include <memory>
#include <new>
#include <ostream>
#include <streambuf>
#include <vector>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kPiece = 1 << 16;

/// Hands what is written to it to a compressor. Small writes are gathered; exporters hand on large
/// pieces anyhow.
class CompressingBuffer : public std::streambuf {
 public:
  explicit CompressingBuffer(std::ostream& out) : out_(out), output_(kPiece) { setp_all(); }

  /// Ends the compressed stream; to be called last.
  void finish() { compress({pbase(), static_cast<std::size_t>(pptr() - pbase())}, true); }

 protected:
  /// Compresses `bytes`, the last ones if `end`, through pass_on().
  virtual void compress(std::string_view bytes, bool end) = 0;

  void pass_on(std::size_t size) {
    out_.write(output_.data(), static_cast<std::streamsize>(size));
    if (!out_) throw IoError("cannot write the export to its end; is the disk full?");
  }
  std::vector<char>& output() { return output_; }

  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    if (size < epptr() - pptr()) return std::streambuf::xsputn(bytes, size);
    empty();
    compress({bytes, static_cast<std::size_t>(size)}, false);
    return size;
  }
  int_type overflow(int_type c) override {
    empty();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

 private:
  void setp_all() { setp(gathered_, gathered_ + sizeof gathered_); }
  void empty() {
    compress({pbase(), static_cast<std::size_t>(pptr() - pbase())}, false);
    setp_all();
  }

  std::ostream& out_;
  std::vector<char> output_;
  char gathered_[4096];
};

class GzipBuffer final : public CompressingBuffer {
 public:
  explicit GzipBuffer(std::ostream& out) : CompressingBuffer(out) {
    constexpr int kGzipWindow = 15 + 16;
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
    header_.os = 255;  // unknown: the same wherever it was written
    deflateSetHeader(&stream_, &header_);
  }
  ~GzipBuffer() override { deflateEnd(&stream_); }
  GzipBuffer(const GzipBuffer&) = delete;
  GzipBuffer& operator=(const GzipBuffer&) = delete;

 private:
  void compress(std::string_view bytes, bool end) override {
    // zlib counts in 32 bits.
    constexpr std::size_t kMost = 1 << 30;
    while (bytes.size() > kMost) {
      compress(bytes.substr(0, kMost), false);
      bytes.remove_prefix(kMost);
    }
    // zlib's interface predates const; it does not write there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(output().data());
      stream_.avail_out = static_cast<uInt>(output().size());
      deflate(&stream_, end ? Z_FINISH : Z_NO_FLUSH);
      pass_on(output().size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  gz_header header_{};
};

class ZstdBuffer final : public CompressingBuffer {
 public:
  explicit ZstdBuffer(std::ostream& out)
      : CompressingBuffer(out), context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  }

 private:
  void compress(std::string_view bytes, bool end) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool done = false; !done;) {
      ZSTD_outBuffer out{output().data(), output().size(), 0};
      const std::size_t left =
          ZSTD_compressStream2(context_.get(), &out, &in, end ? ZSTD_e_end : ZSTD_e_continue);
      if (ZSTD_isError(left) != 0) {
        throw IoError(std::string("zstd cannot compress the export: ") + ZSTD_getErrorName(left));
      }
      pass_on(out.pos);
      done = end ? left == 0 : in.pos == in.size;
    }
  }

  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_;
};

template <typename Buffer>
void write_through(std::ostream& out, const std::function<void(std::ostream&)>& write) {
  Buffer buffer(out);
  std::ostream compressed(&buffer);
  // A failing write reaches `write` as the exception that it is, not as a bad stream.
  compressed.exceptions(std::ios::badbit);
  write(compressed);
  buffer.finish();
  out.flush();
}

}  // namespace

Compression compression_of(std::string_view file) {
  if (file.ends_with(".gz")) return Compression::kGzip;
  if (file.ends_with(".zst")) return Compression::kZstd;
  return Compression::kNone;
}

std::string_view without_compression(std::string_view file) {
  if (compression_of(file) == Compression::kNone) return file;
  return file.substr(0, file.rfind('.'));
}

void write_compressed(Compression compression, std::ostream& out,
                      const std::function<void(std::ostream&)>& write) {
  switch (compression) {
    case Compression::kNone:
      return write(out);
    case Compression::kGzip:
      return write_through<GzipBuffer>(out, write);
    case Compression::kZstd:
      return write_through<ZstdBuffer>(out, write);
  }
}

}  // namespace newsgraph
