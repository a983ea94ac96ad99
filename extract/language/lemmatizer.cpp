#include "extract/language/lemmatizer.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/tagger.hpp"

namespace newsgraph {
namespace {

/// Apostrophes in one spelling, so that "n’t" finds the entry of "n't".
std::string straight(std::string_view form) {
  std::string result(form);
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

std::uint64_t lemma_key(std::string_view form, std::string_view xpos) {
  return feature_hash(99, hash_bytes(to_lower(form)), hash_bytes(xpos));
}

void lemma_features(std::string_view form, std::string_view xpos, FeatureBuffer& features) {
  const std::string lower = to_lower(form);
  const std::string_view view(lower);
  const std::uint64_t tag = hash_bytes(xpos);
  std::size_t pos = 0;
  const bool capital = !form.empty() && is_upper(next_code_point(form, pos));
  const bool second = pos < form.size() && is_upper(next_code_point(form, pos));
  features.clear();
  features.add(0, tag);
  features.add(1, tag, capital, second);
  features.add(2, capital, second, form.size() <= 4);
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

std::string Lemmatizer::lemma(std::string_view form, std::string_view xpos) const {
  const std::string word = straight(form);
  const std::uint16_t exception = exceptions_.find(lemma_key(word, xpos)).fine;
  if (exception != 0 && exception <= rules_.size()) return rules_[exception - 1U].apply(word);
  FeatureBuffer features;
  Scores scores;
  lemma_features(word, xpos, features);
  weights_.score(features.view(), scores);
  std::string result = rules_[best_class(scores, weights_.classes())].apply(word);
  return result.empty() ? word : result;
}

void Lemmatizer::lemmatize(Sentence& sentence) const {
  for (Token& token : sentence.tokens) token.lemma = lemma(token.form, token.xpos);
}

}  // namespace newsgraph
