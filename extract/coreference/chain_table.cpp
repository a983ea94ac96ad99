#include "extract/coreference/chain_table.hpp"

#include <numeric>

namespace newsgraph {

ChainTable::ChainTable(const std::vector<NounPhrase>& phrases)
    : phrases_(phrases), chain_of_(phrases.size()), chains_(phrases.size()) {
  std::iota(chain_of_.begin(), chain_of_.end(), 0U);
  for (std::uint32_t i = 0; i < phrases.size(); ++i) note(i, chains_[i]);
}

void ChainTable::note(std::uint32_t phrase, Chain& chain) const {
  const NounPhrase& said = phrases_[phrase];
  if (chain.size == 0) chain.first = chain.described = phrase;
  if (said.description.size() > phrases_[chain.described].description.size()) {
    chain.described = phrase;
  }
  chain.last = phrase;
  chain.last_sentence = said.head.sentence;
  ++chain.size;
  chain.male = static_cast<std::uint16_t>(chain.male + (said.gender == Gender::kMale ? 1 : 0));
  chain.female =
      static_cast<std::uint16_t>(chain.female + (said.gender == Gender::kFemale ? 1 : 0));
  if (said.number == GrammaticalNumber::kSingular) ++chain.singular;
  if (said.number == GrammaticalNumber::kPlural) ++chain.plural;
  const bool person = said.sense == Sense::kPerson;
  if (person) ++chain.person;
  if (said.pronoun == PronounClass::kIt) ++chain.thing;
  if (said.kind == PhraseKind::kPronoun) ++chain.pronouns;
  if (said.place == Place::kSubject || said.place == Place::kPassiveSubject) ++chain.subjects;
  if (said.kind == PhraseKind::kName) {
    if (chain.names == 0) chain.sense = said.sense;
    if (chain.names == 0 || phrases_[chain.name].words.size() < said.words.size()) {
      chain.name = phrase;
    }
    ++chain.names;
  } else if (chain.names == 0 && chain.sense == Sense::kUnknown) {
    chain.sense = said.sense;
  }
  if (chain.given_name == 0) chain.given_name = said.given_name;
}

void ChainTable::join(std::uint32_t phrase, std::uint32_t antecedent) {
  chain_of_[phrase] = chain_of_[antecedent];
  note(phrase, chains_[chain_of_[phrase]]);
}

std::vector<std::vector<std::uint32_t>> ChainTable::chains(std::size_t smallest) const {
  std::vector<std::vector<std::uint32_t>> members(phrases_.size());
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    auto& chain = members[chain_of_[i]];
    if (chain.empty()) order.push_back(chain_of_[i]);
    chain.push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> result;
  for (const std::uint32_t chain : order) {
    if (members[chain].size() >= smallest) result.push_back(std::move(members[chain]));
  }
  return result;
}

}  // namespace newsgraph
