#include "extract/coreference/given_names.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {

GivenNames::GivenNames(std::string_view bytes, const std::string& source) {
  ByteReader reader(bytes, source);
  count_ = reader.u32();
  if (reader.rest().size() != std::size_t{count_} * 5) {
    throw ParseError(source, 0, "given names of another length than their number says");
  }
  hashes_ = reinterpret_cast<const std::uint32_t*>(reader.rest().data());
  evidence_ = reinterpret_cast<const std::int8_t*>(hashes_ + count_);
}

int GivenNames::evidence(std::uint32_t hash) const {
  if (hash == 0) return 0;
  const std::uint32_t* const end = hashes_ + count_;
  const std::uint32_t* found = std::lower_bound(hashes_, end, hash);
  return found == end || *found != hash ? 0 : evidence_[found - hashes_];
}

}  // namespace newsgraph
