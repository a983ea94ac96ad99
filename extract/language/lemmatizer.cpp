#include "extract/language/lemmatizer.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/tagger.hpp"

namespace newsgraph {
namespace {

/// Apostrophes in one spelling, so that "n’t" finds the entry of "n't", and no soft hyphens.
std::string straight(std::string_view form) {
  std::string result(form);
  constexpr std::string_view kSoftHyphen = "\u00AD";
  for (std::size_t at = result.find(kSoftHyphen); at != result.npos;
       at = result.find(kSoftHyphen, at)) {
    result.erase(at, kSoftHyphen.size());
  }
  for (const std::string_view curly : {"’", "‘"}) {
    for (std::size_t at = result.find(curly); at != result.npos; at = result.find(curly, at)) {
      result.replace(at, curly.size(), 1, '\'');
    }
  }
  return result;
}

std::string in_case(std::string_view form, LemmaRule::Case letter_case) {
  switch (letter_case) {
    case LemmaRule::kKeep:
      return std::string(form);
    case LemmaRule::kCapitalize:
      return capitalized(to_lower(form));
    default:
      return to_lower(form);
  }
}

/// Moves `at` back to the start of a code point.
std::size_t code_point_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

std::string LemmaRule::apply(std::string_view form) const {
  if (strip == kWhole) return suffix;
  std::string lemma = in_case(form, letter_case);
  if (strip > 0 && strip < lemma.size()) {
    lemma.resize(code_point_start(lemma, lemma.size() - strip));
  }
  return lemma + suffix;
}

LemmaRule LemmaRule::between(std::string_view form, std::string_view lemma) {
  LemmaRule best;
  std::size_t least = SIZE_MAX;
  for (const Case letter_case : {kLower, kKeep, kCapitalize}) {
    const std::string base = in_case(form, letter_case);
    const auto common = static_cast<std::size_t>(
        std::mismatch(base.begin(), base.end(), lemma.begin(), lemma.end()).first - base.begin());
    const std::size_t same = code_point_start(base, common);
    const std::size_t change = base.size() - same + lemma.size() - same;
    if (change >= least) continue;
    least = change;
    if (same == 0 || base.size() - same >= kWhole) {
      best = {kLower, kWhole, std::string(lemma)};
    } else {
      best = {letter_case, static_cast<std::uint8_t>(base.size() - same),
              std::string(lemma.substr(same))};
    }
  }
  return best;
}

namespace {

/// How a word is written.
struct Spelling {
  bool capital = false;  ///< starts with an upper case letter
  bool second = false;   ///< and goes on with one
  bool all_capitals = false;
  bool letters_only = true;
  std::size_t length = 0;
};

Spelling spelling_of(std::string_view form) {
  Spelling spelling;
  std::size_t upper = 0;
  for (std::size_t pos = 0; pos < form.size(); ++spelling.length) {
    const CharClass type = char_class(next_code_point(form, pos));
    if (type == CharClass::kUpper) {
      ++upper;
      if (spelling.length == 0) spelling.capital = true;
      if (spelling.length == 1) spelling.second = true;
    } else if (type != CharClass::kLower && type != CharClass::kLetter) {
      spelling.letters_only = false;
    }
  }
  spelling.all_capitals =
      upper >= 2 && to_lower(form).size() >= 2 &&
      std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return spelling;
}

bool is_name_tag(std::string_view xpos) { return xpos == "NNP" || xpos == "NNPS"; }

/// The Penn tag; within names also the universal one, which tells "United" the verb from "Bank".
std::uint64_t lemma_tag(const LemmaWord& word) {
  const std::uint64_t tag = hash_bytes(word.xpos);
  return is_name_tag(word.xpos) && word.upos != Upos::kPropn
             ? feature_hash(97, tag, static_cast<std::uint64_t>(word.upos))
             : tag;
}

}  // namespace

bool is_shouted(const Sentence& sentence) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (const Token& token : sentence.tokens) {
    const Spelling spelling = spelling_of(token.form);
    if (!spelling.letters_only || spelling.length < 2) continue;
    ++words;
    capitals += spelling.all_capitals ? 1 : 0;
  }
  return capitals >= 3 && capitals * 5 >= words * 3;
}

std::uint64_t lemma_key(const LemmaWord& word) {
  const bool acronym = is_name_tag(word.xpos) && spelling_of(word.form).all_capitals;
  return feature_hash(99, hash_bytes(to_lower(word.form)), lemma_tag(word), acronym);
}

void lemma_features(const LemmaWord& word, FeatureBuffer& features) {
  const std::string lower = to_lower(word.form);
  const std::string_view view(lower);
  const std::uint64_t tag = lemma_tag(word);
  const auto [capital, second, all_capitals, letters_only, length] = spelling_of(word.form);
  const std::uint64_t spelling = (capital ? 1U : 0U) | (second ? 2U : 0U) |
                                 (all_capitals ? 4U : 0U) | (letters_only ? 8U : 0U) |
                                 (word.shouted ? 16U : 0U);
  features.clear();
  features.add(0, tag);
  features.add(1, tag, spelling);
  features.add(2, spelling, length <= 4);
  features.add(18, tag, spelling, std::min<std::size_t>(length, 7));
  features.add(19, static_cast<std::uint64_t>(word.upos), spelling);
  for (std::size_t n = 1; n <= 7 && n <= view.size(); ++n) {
    const std::uint64_t suffix = hash_bytes(view.substr(view.size() - n));
    features.add(2 + n, tag, suffix);
    if (n <= 4) features.add(12 + n, tag, suffix, std::min<std::size_t>(view.size(), 7));
  }
}

Lemmatizer::Lemmatizer(const ModelFile& file)
    : exceptions_(file.section("exceptions"), file.path()),
      weights_(file.section("weights"), file.path()) {
  ByteReader reader(file.section("rules"), file.path());
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count; ++i) {
    LemmaRule rule;
    rule.letter_case = static_cast<LemmaRule::Case>(reader.u8());
    rule.strip = reader.u8();
    rule.suffix = reader.string();
    rules_.push_back(std::move(rule));
  }
  if (weights_.classes() > rules_.size()) {
    throw ParseError(file.path(), 0, "rules and weights do not fit");
  }
}

std::string Lemmatizer::lemma(const LemmaWord& word) const {
  const std::string form = straight(word.form);
  const LemmaWord plain{form, word.upos, word.xpos, word.shouted};
  const std::uint16_t exception = exceptions_.find(lemma_key(plain)).fine;
  if (exception != 0 && exception <= rules_.size()) return rules_[exception - 1U].apply(form);
  FeatureBuffer features;
  Scores scores;
  lemma_features(plain, features);
  weights_.score(features.view(), scores);
  std::string result = rules_[best_class(scores, weights_.classes())].apply(form);
  return result.empty() ? form : result;
}

void Lemmatizer::lemmatize(Sentence& sentence) const {
  const bool shouted = is_shouted(sentence);
  for (Token& token : sentence.tokens) {
    token.lemma = lemma({token.form, token.upos, token.xpos, shouted});
  }
}

}  // namespace newsgraph
