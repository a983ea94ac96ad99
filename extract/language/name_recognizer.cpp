#include "extract/language/name_recognizer.hpp"

#include <algorithm>
#include <limits>

#include "extract/base/error.hpp"

namespace newsgraph {

std::uint32_t NameMemory::find(std::uint32_t form) const {
  const auto found = counts_.find(form);
  if (found == counts_.end()) return 0;
  const auto best = std::max_element(found->second.begin(), found->second.end());
  return static_cast<std::uint32_t>(best - found->second.begin()) + 1;
}

std::uint64_t NameLexicon::key(std::span<const WordFeatures> words) {
  std::uint64_t key = 0;
  for (const WordFeatures& word : words) key = feature_hash(97, key, word.form);
  return key;
}

void NameLexicon::find(std::span<const WordFeatures> words,
                       std::vector<std::uint32_t>& hints) const {
  hints.assign(words.size(), 0);
  for (std::size_t i = 0; i < words.size();) {
    WordClass found;
    std::size_t length = 0;
    if (words[i].has_capital) {
      std::uint64_t key = 0;
      for (std::size_t n = 1; n <= kLongest && i + n <= words.size(); ++n) {
        key = feature_hash(97, key, words[i + n - 1].form);
        const WordClass entry = table_.find(key);
        if (entry.fine == 0) continue;
        found = entry;
        length = n;
      }
    }
    if (length == 0) {
      ++i;
      continue;
    }
    const std::uint32_t kind = 4U * (2U * found.fine + found.coarse);
    for (std::size_t k = 0; k < length; ++k) {
      const std::uint32_t place = length == 1 ? 3 : k == 0 ? 0 : k + 1 == length ? 2 : 1;
      hints[i + k] = kind + place;
    }
    i += length;
  }
}

void name_words(std::span<const WordFeatures> words, const Sentence& sentence,
                const NameLexicon& lexicon, std::vector<NameWord>& result) {
  thread_local std::vector<std::uint32_t> hints;
  lexicon.find(words, hints);
  result.resize(words.size());
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    if (words[i].has_capital) {
      while (end < words.size() && words[end].has_capital) ++end;
    }
    for (std::size_t k = i; k < end; ++k) {
      result[k].run_begin = static_cast<std::uint32_t>(i);
      result[k].run_end = static_cast<std::uint32_t>(end);
    }
    i = end;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = sentence.tokens[i];
    result[i].tag = static_cast<std::uint32_t>(hash_bytes(token.xpos));
    result[i].hint = hints[i];
    // Small words start a name only right before a capital: "al-Qaeda", "the Hague".
    const auto capital = [&](std::size_t k) { return k < words.size() && words[k].has_capital; };
    result[i].may_start = words[i].has_capital || words[i].has_digit || token.xpos == "NNP" ||
                          token.xpos == "NNPS" || token.xpos == "``" || capital(i + 1) ||
                          (i + 1 < words.size() && words[i + 1].has_hyphen && capital(i + 2));
  }
}

void name_features(std::span<const WordFeatures> words, std::span<const NameWord> name_words,
                   std::size_t i, std::uint32_t label1, std::uint32_t label2,
                   const NameMemory& memory, FeatureBuffer& features) {
  static const WordFeatures kOutside;
  static const NameWord kNoWord;
  const auto at = [&](std::size_t base, int offset) -> const WordFeatures& {
    const auto k = static_cast<std::ptrdiff_t>(base) + offset;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(words.size())
               ? kOutside
               : words[static_cast<std::size_t>(k)];
  };
  const auto tag = [&](int offset) {
    const auto k = static_cast<std::ptrdiff_t>(i) + offset;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(words.size())
               ? kNoWord.tag
               : name_words[static_cast<std::size_t>(k)].tag;
  };
  const auto hint = [&](int offset) {
    const auto k = static_cast<std::ptrdiff_t>(i) + offset;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(words.size())
               ? 1
               : name_words[static_cast<std::size_t>(k)].hint;
  };
  const WordFeatures& w0 = words[i];
  const WordFeatures& p1 = at(i, -1);
  const WordFeatures& p2 = at(i, -2);
  const WordFeatures& n1 = at(i, 1);
  const WordFeatures& n2 = at(i, 2);
  const NameWord& own = name_words[i];
  const WordFeatures& before_run = at(own.run_begin, -1);
  const WordFeatures& before_run2 = at(own.run_begin, -2);
  const WordFeatures& first = words[own.run_begin];
  const WordFeatures& last = words[own.run_end - 1];
  const WordFeatures& behind_run = at(own.run_end, 0);
  const WordFeatures& behind_run2 = at(own.run_end, 1);
  const std::uint32_t place =
      static_cast<std::uint32_t>(std::min<std::size_t>(i - own.run_begin, 3) * 4 +
                                 std::min<std::size_t>(own.run_end - 1 - i, 3));
  const std::uint32_t flags = (w0.capital ? 1U : 0U) | (w0.all_capitals ? 2U : 0U) |
                              (w0.has_digit ? 4U : 0U) | (i == 0 ? 8U : 0U);
  const std::uint32_t known = memory.find(w0.form);
  features.clear();
  features.add(0);
  features.add(1, w0.form);
  features.add(2, w0.lower);
  features.add(3, p1.form);
  features.add(4, n1.form);
  features.add(5, p2.form);
  features.add(6, n2.form);
  features.add(7, p1.lower, w0.lower);
  features.add(8, w0.lower, n1.lower);
  features.add(9, w0.shape);
  features.add(10, p1.shape, w0.shape, n1.shape);
  features.add(11, w0.shape, n1.shape, n2.shape);
  features.add(12, w0.suffix[1], flags);
  features.add(13, w0.suffix[2], flags);
  features.add(14, w0.suffix[3], flags);
  features.add(15, w0.prefix[1], flags);
  features.add(16, w0.prefix[2], flags);
  features.add(17, w0.fine);
  features.add(18, w0.coarse, flags);
  features.add(19, p1.fine);
  features.add(20, n1.fine);
  features.add(21, p2.fine);
  features.add(22, n2.fine);
  features.add(23, p1.fine, w0.fine);
  features.add(24, w0.fine, n1.fine);
  features.add(25, p1.coarse, w0.coarse, n1.coarse);
  features.add(26, tag(0), flags);
  features.add(27, tag(-1), tag(0));
  features.add(28, tag(0), tag(1));
  features.add(29, tag(-1), tag(0), tag(1));
  features.add(30, tag(0), tag(1), tag(2));
  features.add(31, label1);
  features.add(32, label1, label2);
  features.add(33, label1, w0.lower);
  features.add(34, label1, p1.lower);
  features.add(35, label1, tag(0));
  features.add(36, label1, w0.shape, n1.shape);
  features.add(37, label1, w0.fine);
  features.add(38, label1, n1.lower);
  features.add(39, place, flags);
  features.add(40, last.lower, place);
  features.add(41, last.fine, place);
  features.add(42, first.lower, place);
  features.add(43, first.fine, place);
  features.add(44, before_run.lower, place);
  features.add(45, behind_run.lower, place);
  features.add(46, before_run.fine, place);
  features.add(47, behind_run.fine, place);
  features.add(48, before_run2.lower, before_run.lower);
  features.add(49, behind_run.lower, behind_run2.lower);
  features.add(50, known, flags);
  features.add(51, known, label1);
  features.add(52, known, w0.fine);
  features.add(53, memory.find(last.form), place);
  features.add(54, memory.find(first.form), place);
  features.add(55, label1, last.lower);
  features.add(56, label1, tag(0), tag(1));
  features.add(57, w0.form, before_run.lower);
  features.add(58, w0.form, behind_run.lower);
  features.add(59, label1, p1.lower, w0.shape);
  features.add(60, hint(0), flags);
  features.add(61, hint(0), hint(1));
  features.add(62, hint(-1), hint(0), label1);
  features.add(63, hint(0), tag(0), label1);
  features.add(64, hint(0), w0.fine);
  features.add(65, hint(0), before_run.lower);
  features.add(66, hint(0), place);
}

std::uint32_t best_name_label(const Scores& scores, std::uint32_t previous, bool last_token,
                              std::int32_t& margin) {
  constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;
  std::int32_t best_score = kImpossible;
  std::int32_t next_score = kImpossible;
  std::uint32_t best = 0;
  for (std::uint32_t label = 0; label < NameLabel::kCount; ++label) {
    if (!NameLabel::can_follow(previous, label)) continue;
    if (last_token && NameLabel::is_open(label)) continue;
    if (scores[label] > best_score) {
      next_score = best_score;
      best_score = scores[label];
      best = label;
    } else {
      next_score = std::max(next_score, scores[label]);
    }
  }
  margin = next_score == kImpossible ? std::numeric_limits<std::int32_t>::max()
                                     : best_score - next_score;
  return best;
}

std::vector<NamedMention> names_of(std::span<const std::uint32_t> labels) {
  std::vector<NamedMention> names;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == NameLabel::kOutside) continue;
    const NameLabel::Place place = NameLabel::place(labels[i]);
    if (place == NameLabel::kBegin || place == NameLabel::kUnit) begin = i;
    if (place == NameLabel::kLast || place == NameLabel::kUnit) {
      names.push_back({begin, i + 1, NameLabel::type(labels[i]), 0});
    }
  }
  return names;
}

NameRecognizer::NameRecognizer(const ModelFile& file)
    : lexicon_(file.section("lexicon"), file.path()),
      weights_(file.section("weights"), file.path()),
      calibration_(file.section("calibration"), file.path()) {
  if (weights_.classes() != NameLabel::kCount) {
    throw ParseError(file.path(), 0, "a name model with other labels");
  }
}

void NameRecognizer::recognize(std::span<const WordFeatures> words, Sentence& sentence,
                               NameMemory& memory) const {
  thread_local std::vector<NameWord> context;
  thread_local std::vector<std::uint32_t> labels;
  thread_local std::vector<std::int32_t> margins;
  name_words(words, sentence, lexicon_, context);
  labels.assign(words.size(), NameLabel::kOutside);
  margins.assign(words.size(), 0);
  FeatureBuffer features;
  Scores scores;
  std::uint32_t label1 = NameLabel::kOutside;
  std::uint32_t label2 = NameLabel::kOutside;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (NameLabel::is_open(label1) || context[i].may_start) {
      name_features(words, context, i, label1, label2, memory, features);
      weights_.score(features.view(), scores);
      labels[i] = best_name_label(scores, label1, i + 1 == words.size(), margins[i]);
    }
    label2 = label1;
    label1 = labels[i];
  }
  sentence.names = names_of(labels);
  for (NamedMention& name : sentence.names) {
    const auto first = margins.begin() + name.begin;
    name.score = calibration_.probability(*std::min_element(first, margins.begin() + name.end));
    for (std::uint32_t i = name.begin; i < name.end; ++i) memory.add(words[i].form, name.type);
  }
}

}  // namespace newsgraph
