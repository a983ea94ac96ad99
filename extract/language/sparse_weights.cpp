#include "extract/language/sparse_weights.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "extract/base/error.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kPrefixSize = 8;

std::uint16_t check_of(std::uint64_t feature) { return static_cast<std::uint16_t>(feature); }

}  // namespace

SparseWeights::SparseWeights(std::string_view bytes, const std::string& source) {
  ByteReader reader(bytes, source);
  const std::uint32_t bits = reader.u32();
  classes_ = reader.u32();
  if (bits < 1 || bits > 28 || classes_ == 0 || classes_ > kMaxClasses) {
    throw ParseError(source, 0, "weights with impossible sizes");
  }
  bucket_shift_ = 64 - bits;
  const std::size_t buckets = std::size_t{1} << bits;
  bucket_begin_ = reinterpret_cast<const std::uint32_t*>(reader.take((buckets + 1) * 4).data());
  entries_ = reinterpret_cast<const unsigned char*>(reader.rest().data());
  if (bucket_begin_[buckets] != reader.rest().size()) {
    throw ParseError(source, 0, "weights are cut off");
  }
}

void SparseWeights::score(std::span<const std::uint64_t> features, Scores& scores) const {
  std::memset(scores.data(), 0, classes_ * sizeof(scores[0]));
  constexpr std::size_t kBatch = 128;
  struct Range {
    std::uint32_t begin;
    std::uint32_t end;
  };
  std::array<Range, kBatch> ranges;
  for (std::size_t first = 0; first < features.size(); first += kBatch) {
    const auto batch = features.subspan(first, std::min(kBatch, features.size() - first));
    // Three passes, so that the misses of all features overlap.
    for (const std::uint64_t feature : batch) {
      __builtin_prefetch(bucket_begin_ + (feature >> bucket_shift_));
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::uint32_t* begin = bucket_begin_ + (batch[i] >> bucket_shift_);
      ranges[i] = {begin[0], begin[1]};
      __builtin_prefetch(entries_ + ranges[i].begin);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const unsigned char* at = entries_ + ranges[i].begin;
      const unsigned char* const end = entries_ + ranges[i].end;
      const std::uint16_t check = check_of(batch[i]);
      while (at < end) {
        std::uint16_t found = 0;
        std::memcpy(&found, at, 2);
        const std::size_t count = at[2] == 0 ? kMaxClasses : at[2];
        at += 3;
        if (found == check) {
          const auto* weights = reinterpret_cast<const std::int8_t*>(at + count);
          for (std::size_t k = 0; k < count; ++k) scores[at[k]] += weights[k];
          break;
        }
        at += 2 * count;
      }
    }
  }
}

std::string encode_sparse_weights(std::vector<WeightRow> rows, std::size_t classes) {
  std::sort(rows.begin(), rows.end(),
            [](const WeightRow& a, const WeightRow& b) { return a.feature < b.feature; });
  // Two to four features a bucket: the directory stays small beside the entries.
  const auto bits =
      static_cast<std::uint32_t>(std::max(3, static_cast<int>(std::bit_width(rows.size()))) - 2);
  const std::size_t buckets = std::size_t{1} << bits;
  ByteWriter head;
  head.u32(bits);
  head.u32(static_cast<std::uint32_t>(classes));
  ByteWriter begins;
  ByteWriter entries;
  std::string bytes;
  std::size_t bucket = 0;
  std::uint32_t size = 0;
  for (const WeightRow& row : rows) {
    for (; bucket <= row.feature >> (64 - bits); ++bucket) begins.u32(size);
    entries.u16(check_of(row.feature));
    entries.u8(static_cast<std::uint8_t>(row.weights.size()));
    for (const auto& [label, weight] : row.weights) entries.u8(label);
    for (const auto& [label, weight] : row.weights) {
      entries.u8(static_cast<std::uint8_t>(weight));
    }
    size += 3 + 2 * static_cast<std::uint32_t>(row.weights.size());
  }
  for (; bucket <= buckets; ++bucket) begins.u32(size);
  return head.take() + begins.take() + entries.take();
}

}  // namespace newsgraph
