#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph {

/// The universal relations that rules on trees ask for, a bit each, so that several are asked for
/// at once; and what of their subtypes matters.
enum RelationBit : std::uint32_t {
  kAcl = 1U << 0,
  kAdvcl = 1U << 1,
  kAdvmod = 1U << 2,
  kAmod = 1U << 3,
  kAux = 1U << 4,
  kCase = 1U << 5,
  kCc = 1U << 6,
  kCcomp = 1U << 7,
  kCompound = 1U << 8,
  kConj = 1U << 9,
  kCop = 1U << 10,
  kCsubj = 1U << 11,
  kDiscourse = 1U << 12,
  kExpl = 1U << 13,
  kFixed = 1U << 14,
  kIobj = 1U << 15,
  kMark = 1U << 16,
  kNmod = 1U << 17,
  kNsubj = 1U << 18,
  kObj = 1U << 19,
  kObl = 1U << 20,
  kOrphan = 1U << 21,
  kParataxis = 1U << 22,
  kVocative = 1U << 23,
  kXcomp = 1U << 24,
  kRelcl = 1U << 29,    ///< "acl:relcl": with the bit of the universal relation
  kPass = 1U << 30,     ///< "nsubj:pass"
  kSubtype = 1U << 31,  ///< any
};

/// The bits of a relation with its subtype; those of another relation are none but the subtype's.
std::uint32_t relation_bits(std::string_view deprel);

}  // namespace newsgraph
