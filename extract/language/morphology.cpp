#include "extract/language/morphology.hpp"

#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"

namespace newsgraph {
namespace {

/// What a verb's dependents say about its form.
struct VerbContext {
  bool be = false;  ///< an auxiliary "be"
  bool passive = false;
  bool to_or_modal = false;
  bool subject = false;
};

std::vector<VerbContext> verb_contexts(const Sentence& sentence) {
  std::vector<VerbContext> contexts(sentence.tokens.size());
  for (const Token& token : sentence.tokens) {
    if (token.head == kNoHead) continue;
    VerbContext& context = contexts[static_cast<std::size_t>(token.head)];
    if (token.deprel == "aux:pass" || token.deprel == "nsubj:pass") context.passive = true;
    if (token.deprel == "aux" && token.lemma == "be") context.be = true;
    if (token.xpos == "TO" || token.xpos == "MD" ||
        (token.deprel == "aux" && token.lemma == "do")) {
      context.to_or_modal = true;
    }
    if (token.deprel.starts_with("nsubj")) context.subject = true;
  }
  return contexts;
}

}  // namespace

std::uint64_t morphology_key(Upos upos, std::string_view xpos, std::string_view form) {
  return feature_hash(98, static_cast<std::uint64_t>(upos), hash_bytes(xpos),
                      hash_bytes(to_lower(form)));
}

Morphology::Morphology(const ModelFile& file) : by_word_(file.section("feats"), file.path()) {
  ByteReader reader(file.section("feat-values"), file.path());
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count; ++i) values_.push_back(reader.string());
}

void Morphology::analyse(Sentence& sentence) const {
  const std::vector<VerbContext> contexts = verb_contexts(sentence);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    std::uint16_t value = by_word_.find(morphology_key(token.upos, token.xpos, token.form)).fine;
    if (value == 0) value = by_word_.find(morphology_key(token.upos, token.xpos, "")).fine;
    token.feats = value == 0 || value > values_.size() ? "" : values_[value - 1U];
    if (token.upos != Upos::kVerb) continue;
    const VerbContext& context = contexts[i];
    if (token.xpos == "VBN") {
      token.feats =
          context.passive ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part";
    } else if (token.xpos == "VBG") {
      token.feats = context.be ? "Tense=Pres|VerbForm=Part" : "VerbForm=Ger";
    } else if (token.xpos == "VB") {
      const bool imperative = !context.to_or_modal && !context.subject &&
                              (token.deprel == "root" || token.deprel == "parataxis");
      token.feats = imperative ? "Mood=Imp|Person=2|VerbForm=Fin" : "VerbForm=Inf";
    }
  }
}

}  // namespace newsgraph
