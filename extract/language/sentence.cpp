#include "extract/language/sentence.hpp"

#include <array>

namespace newsgraph {
namespace {

constexpr std::array<const char*, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<const char*, 9> kNameTypeNames = {
    "PER", "ORG", "LOC", "EVENT", "WORK", "PRODUCT", "LAW", "NATIONALITY", "OTHER"};

}  // namespace

const char* to_string(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

Upos upos_from_string(const std::string& name) {
  for (std::size_t i = 0; i < kUposNames.size(); ++i) {
    if (name == kUposNames[i]) return static_cast<Upos>(i);
  }
  return Upos::kX;
}

const char* to_string(NameType type) { return kNameTypeNames[static_cast<std::size_t>(type)]; }

}  // namespace newsgraph
