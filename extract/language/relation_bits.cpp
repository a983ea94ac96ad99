#include "extract/language/relation_bits.hpp"

#include <array>
#include <cstddef>

namespace newsgraph {
namespace {

/// The first eight characters as one number: quick to compare, and different for all relations.
constexpr std::uint64_t packed(std::string_view text) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8 && i < text.size(); ++i) {
    value = value << 8 | static_cast<unsigned char>(text[i]);
  }
  return value;
}

struct Entry {
  std::uint64_t name;
  RelationBit bit;
};

/// The frequent ones first.
constexpr std::array<Entry, 25> kEntries = {{
    {packed("case"), kCase},
    {packed("nmod"), kNmod},
    {packed("obl"), kObl},
    {packed("nsubj"), kNsubj},
    {packed("obj"), kObj},
    {packed("compound"), kCompound},
    {packed("amod"), kAmod},
    {packed("advmod"), kAdvmod},
    {packed("conj"), kConj},
    {packed("cc"), kCc},
    {packed("mark"), kMark},
    {packed("aux"), kAux},
    {packed("acl"), kAcl},
    {packed("advcl"), kAdvcl},
    {packed("xcomp"), kXcomp},
    {packed("ccomp"), kCcomp},
    {packed("cop"), kCop},
    {packed("parataxis"), kParataxis},
    {packed("fixed"), kFixed},
    {packed("iobj"), kIobj},
    {packed("expl"), kExpl},
    {packed("csubj"), kCsubj},
    {packed("discourse"), kDiscourse},
    {packed("vocative"), kVocative},
    {packed("orphan"), kOrphan},
}};

}  // namespace

std::uint32_t relation_bits(std::string_view deprel) {
  const std::size_t colon = deprel.find(':');
  const std::uint64_t universal = packed(deprel.substr(0, colon));
  std::uint32_t bits = 0;
  for (const Entry& entry : kEntries) {
    if (entry.name == universal) {
      bits = entry.bit;
      break;
    }
  }
  if (colon == deprel.npos) return bits;
  const std::string_view subtype = deprel.substr(colon + 1);
  if (subtype == "relcl") bits |= kRelcl;
  if (subtype == "pass") bits |= kPass;
  return bits | kSubtype;
}

}  // namespace newsgraph
