#include "extract/language/morphology.hpp"

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"

namespace newsgraph {
namespace {

/// The relation without its subtype.
std::string_view base(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

/// What a predicate's dependents say about its form.
struct Dependents {
  std::int32_t subject = kNoHead;
  bool be = false;    ///< the auxiliary "be"
  bool have = false;  ///< the auxiliary "have"
  bool passive = false;
  bool to_or_modal = false;  ///< or "do": what an infinitive follows
  bool marked = false;       ///< by a preposition or conjunction
  bool coordinated = false;
  bool relative = false;  ///< has a relative clause
};

/// Person and number of a subject; 0 is unknown.
enum Agreement : std::uint8_t {
  kUnknown,
  kFirstSingular,
  kSecond,
  kThirdSingular,
  kFirstPlural,
  kThirdPlural
};

class Places {
 public:
  explicit Places(const Sentence& sentence)
      : tokens_(sentence.tokens), dependents_(sentence.tokens.size()) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) see(i);
  }

  std::uint64_t of(std::size_t i) const;

 private:
  const Token& token(std::int32_t i) const { return tokens_[static_cast<std::size_t>(i)]; }
  const Dependents& dependents(std::int32_t i) const {
    return dependents_[static_cast<std::size_t>(i)];
  }
  void see(std::size_t i);
  std::int32_t predicate_of(std::int32_t i) const;
  std::int32_t first_conjunct(std::int32_t i) const;
  Agreement agreement(std::int32_t predicate) const;
  Agreement agreement_of_nominal(std::int32_t subject) const;

  const std::vector<Token>& tokens_;
  std::vector<Dependents> dependents_;
};

void Places::see(std::size_t i) {
  const Token& word = tokens_[i];
  if (word.head == kNoHead) return;
  Dependents& head = dependents_[static_cast<std::size_t>(word.head)];
  if (word.deprel == "aux:pass" || word.deprel == "nsubj:pass") head.passive = true;
  if (word.deprel == "aux" && word.lemma == "be") head.be = true;
  if (word.deprel == "aux" && word.lemma == "have") head.have = true;
  if (word.xpos == "TO" || word.xpos == "MD" || (word.deprel == "aux" && word.lemma == "do")) {
    head.to_or_modal = true;
  }
  if (base(word.deprel) == "nsubj" && head.subject == kNoHead) {
    head.subject = static_cast<std::int32_t>(i);
  }
  if (is_one_of(base(word.deprel), {"mark", "case"})) head.marked = true;
  if (word.deprel == "conj") head.coordinated = true;
  if (word.deprel == "acl:relcl") head.relative = true;
}

/// The predicate that the verb or auxiliary `i` belongs to: itself, or its head.
std::int32_t Places::predicate_of(std::int32_t i) const {
  const std::string_view deprel = base(token(i).deprel);
  return (deprel == "aux" || deprel == "cop") && token(i).head != kNoHead ? token(i).head : i;
}

/// The first of the conjuncts that `i` is one of. (Trees have no cycles, but gold files may.)
std::int32_t Places::first_conjunct(std::int32_t i) const {
  for (std::size_t steps = 0; steps < tokens_.size(); ++steps) {
    if (token(i).deprel != "conj" || token(i).head == kNoHead) break;
    i = token(i).head;
  }
  return i;
}

Agreement Places::agreement_of_nominal(std::int32_t subject) const {
  const Token& word = token(subject);
  const std::string form = to_lower(word.form);
  if (dependents(subject).coordinated) {
    return is_one_of(form, {"i", "we"}) ? kFirstPlural : kThirdPlural;
  }
  if (form == "i") return kFirstSingular;
  if (is_one_of(form, {"you", "u", "ya"})) return kSecond;
  if (form == "we") return kFirstPlural;
  if (is_one_of(form,
                {"they", "these", "those", "many", "both", "few", "some", "most", "people"}) ||
      word.xpos == "NNS" || word.xpos == "NNPS") {
    return kThirdPlural;
  }
  return word.upos == Upos::kNum ? kThirdPlural : kThirdSingular;
}

Agreement Places::agreement(std::int32_t predicate) const {
  std::int32_t subject = dependents(predicate).subject;
  if (subject == kNoHead) {
    predicate = first_conjunct(predicate);
    subject = dependents(predicate).subject;
  }
  // "people who like", and those that like without a pronoun's help.
  const bool relative = token(predicate).deprel == "acl:relcl" && token(predicate).head != kNoHead;
  if (subject == kNoHead) {
    return relative ? agreement_of_nominal(token(predicate).head) : kUnknown;
  }
  if (relative && is_one_of(token(subject).xpos, {"WP", "WDT", "IN"})) {
    return agreement_of_nominal(token(predicate).head);
  }
  return agreement_of_nominal(subject);
}

std::uint64_t Places::of(std::size_t i) const {
  const Token& word = tokens_[i];
  const auto index = static_cast<std::int32_t>(i);
  const auto place = [&](auto... values) {
    return feature_hash(96, static_cast<std::uint64_t>(values)...);
  };
  if (word.upos == Upos::kVerb || word.upos == Upos::kAux) {
    if (word.xpos == "VBP" || word.xpos == "VBD") return place(agreement(predicate_of(index)));
    const Dependents& own = dependents_[i];
    const std::int32_t first = first_conjunct(index);
    const Dependents& shared = dependents(first);
    const std::uint64_t relation = hash_bytes(base(token(first).deprel));
    if (word.xpos == "VBN") {
      return place(own.passive || (shared.passive && !own.have), own.have || shared.have, relation);
    }
    if (word.xpos == "VBG") {
      return place(own.be || shared.be, own.marked, own.subject != kNoHead, relation);
    }
    if (word.xpos == "VB") {
      return place(own.to_or_modal || shared.to_or_modal,
                   own.subject != kNoHead || shared.subject != kNoHead, relation);
    }
    return 0;
  }
  if (word.xpos == "PRP") {
    const std::string_view relation = base(token(first_conjunct(index)).deprel);
    return place(is_one_of(relation, {"nsubj", "expl"}) ? 1 : 2);
  }
  if (is_one_of(word.xpos, {"WP", "WDT", "WRB"})) {
    std::int32_t at = index;
    for (int steps = 0; steps < 3 && at != kNoHead; ++steps, at = token(at).head) {
      if (token(at).deprel.ends_with(":relcl")) return place(1);
    }
    return place(dependents_[i].relative ? 2 : 3);
  }
  return 0;
}

}  // namespace

std::vector<std::uint64_t> morphology_places(const Sentence& sentence) {
  const Places places(sentence);
  std::vector<std::uint64_t> result(sentence.tokens.size());
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = places.of(i);
  return result;
}

std::uint64_t morphology_key(const Token& token, std::string_view form, std::uint64_t place) {
  return feature_hash(98, static_cast<std::uint64_t>(token.upos), hash_bytes(token.xpos),
                      hash_bytes(to_lower(form)), place);
}

Morphology::Morphology(const ModelFile& file) : by_word_(file.section("feats"), file.path()) {
  ByteReader reader(file.section("feat-values"), file.path());
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count; ++i) values_.push_back(reader.string());
}

std::uint16_t Morphology::find(const Token& token, std::uint64_t place) const {
  if (const auto value = by_word_.find(morphology_key(token, token.form, place)).fine; value != 0) {
    return value;
  }
  return by_word_.find(morphology_key(token, "", place)).fine;
}

void Morphology::analyse(Sentence& sentence) const {
  for (Token& token : sentence.tokens) {
    if (token.xpos == "VBZ" && token.deprel == "aux" && token.head != kNoHead &&
        (token.form == "'s" || token.form == "’s")) {
      const Token& head = sentence.tokens[static_cast<std::size_t>(token.head)];
      token.lemma = head.xpos == "VBN" ? "have" : "be";
    }
  }
  const std::vector<std::uint64_t> places = morphology_places(sentence);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    std::uint16_t value = find(token, places[i]);
    if (value == 0 && places[i] != 0) value = find(token, 0);
    token.feats = value == 0 || value > values_.size() ? "" : values_[value - 1U];
  }
}

}  // namespace newsgraph
