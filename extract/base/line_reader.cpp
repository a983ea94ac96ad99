#include "extract/base/line_reader.hpp"

#include <cstring>
#include <istream>

namespace newsgraph {
namespace {

constexpr std::size_t kBufferSize = 256 * 1024;
constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(std::istream& in, std::size_t limit)
    : in_(in), limit_(limit), buffer_(kBufferSize) {}

bool LineReader::fill() {
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  begin_ = 0;
  end_ = static_cast<std::size_t>(in_.gcount());
  return end_ != 0;
}

LineReader::Result LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  bool too_long = false;
  bool ended = false;
  while (!ended && (begin_ != end_ || fill())) {
    any = true;
    const char* const from = buffer_.data() + begin_;
    const void* const newline = std::memchr(from, '\n', end_ - begin_);
    ended = newline != nullptr;
    const std::size_t size =
        ended ? static_cast<std::size_t>(static_cast<const char*>(newline) - from) : end_ - begin_;
    if (!too_long && line.size() + size <= limit_) {
      line.append(from, size);
    } else {
      too_long = true;
      line.clear();
    }
    begin_ += size + (ended ? 1 : 0);
    bytes_ += size + (ended ? 1 : 0);
  }
  if (!any) return Result::kEnd;
  ++line_;
  if (too_long) return Result::kTooLong;
  if (line_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, 3);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return Result::kLine;
}

}  // namespace newsgraph
