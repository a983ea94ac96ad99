#include <algorithm>

#include "extract/language/dependency_parser.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t kNoWord = 0x0bad0001;
constexpr std::uint32_t kRoot = 0x0bad0002;

const ParserWord& no_word() {
  static const ParserWord word = {kNoWord, kNoWord, kNoWord, kNoWord, kNoWord, 0, 0, 0};
  return word;
}

/// 1, 2, 3, 4, 5-6, 7-10, more.
std::uint32_t distance_class(std::int32_t distance) {
  if (distance <= 4) return static_cast<std::uint32_t>(std::max(distance, 0));
  return distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

}  // namespace

void parser_words(std::span<const WordFeatures> words, const Sentence& sentence,
                  std::vector<ParserWord>& result) {
  result.resize(words.size() + 1);
  std::uint16_t verbs = 0;
  std::uint16_t commas = 0;
  std::uint16_t conjunctions = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = sentence.tokens[i];
    ParserWord& word = result[i];
    word.form = words[i].lower;
    word.upos = static_cast<std::uint32_t>(token.upos) + 1;
    word.tag = static_cast<std::uint32_t>(hash_bytes(token.xpos)) + word.upos;
    word.fine = words[i].fine;
    word.coarse = words[i].coarse;
    word.verbs_before = verbs;
    word.commas_before = commas;
    word.conjunctions_before = conjunctions;
    verbs = static_cast<std::uint16_t>(verbs + (token.upos == Upos::kVerb));
    commas = static_cast<std::uint16_t>(commas + (token.upos == Upos::kPunct));
    conjunctions = static_cast<std::uint16_t>(conjunctions + (token.upos == Upos::kCconj));
  }
  result.back() = {kRoot, kRoot, kRoot, kRoot, kRoot, verbs, commas, conjunctions};
}

void parser_features(const Configuration& configuration, std::span<const ParserWord> words,
                     FeatureBuffer& features) {
  const auto word = [&](std::int32_t i) -> const ParserWord& {
    return i < 0 ? no_word() : words[static_cast<std::size_t>(i)];
  };
  static const Configuration::Dependents none;
  const auto dependents = [&](std::int32_t i) -> const Configuration::Dependents& {
    return i < 0 ? none : configuration.dependents(i);
  };
  const auto label = [&](std::int32_t i) -> std::uint32_t {
    return i < 0 ? 0 : configuration.label(i) + 1;
  };
  const std::int32_t s0 = configuration.stack(0);
  const std::int32_t s1 = configuration.stack(1);
  const std::int32_t s2 = configuration.stack(2);
  const std::int32_t b0 = configuration.buffer(0);
  const ParserWord& S0 = word(s0);
  const ParserWord& S1 = word(s1);
  const ParserWord& S2 = word(s2);
  const ParserWord& B0 = word(b0);
  const ParserWord& B1 = word(configuration.buffer(1));
  const ParserWord& B2 = word(configuration.buffer(2));
  const ParserWord& B3 = word(configuration.buffer(3));
  const auto& d0 = dependents(s0);
  const auto& d1 = dependents(s1);
  const auto& db = dependents(b0);
  const ParserWord& S0l = word(d0.left);
  const ParserWord& S0r = word(d0.right);
  const ParserWord& S0l2 = word(d0.left2);
  const ParserWord& S0r2 = word(d0.right2);
  const ParserWord& S1l = word(d1.left);
  const ParserWord& S1r = word(d1.right);
  const ParserWord& S1r2 = word(d1.right2);
  const ParserWord& S1l2 = word(d1.left2);
  const ParserWord& B0l = word(db.left);
  const ParserWord& B0l2 = word(db.left2);
  const std::uint32_t distance = s0 < 0 ? 8 : distance_class(b0 - s0);
  const std::uint32_t distance1 = s1 < 0 ? 8 : distance_class(s0 - s1);
  const auto between = [](const ParserWord& from, const ParserWord& to) {
    const auto count = [](int n) { return static_cast<std::uint32_t>(std::clamp(n, 0, 2)); };
    return count(to.verbs_before - from.verbs_before) +
           4 * count(to.commas_before - from.commas_before) +
           16 * count(to.conjunctions_before - from.conjunctions_before);
  };
  const std::uint32_t between0 = s0 < 0 ? 64 : between(S0, B0);
  const std::uint32_t between1 = s1 < 0 ? 64 : between(S1, S0);
  const auto valency = [](std::uint32_t n) { return std::min(n, 4U); };
  features.clear();

  // Single words.
  features.add(0, S0.form, S0.tag);
  features.add(1, S0.form);
  features.add(2, S0.tag);
  features.add(3, S1.form, S1.tag);
  features.add(4, S1.form);
  features.add(5, S1.tag);
  features.add(6, S2.form);
  features.add(7, S2.tag);
  features.add(8, B0.form, B0.tag);
  features.add(9, B0.form);
  features.add(10, B0.tag);
  features.add(11, B1.form, B1.tag);
  features.add(12, B1.form);
  features.add(13, B1.tag);
  features.add(14, B2.form);
  features.add(15, B2.tag);
  features.add(16, B3.tag);
  features.add(17, S0.fine, S0.upos);
  features.add(18, S1.fine, S1.upos);
  features.add(19, B0.fine, B0.upos);
  features.add(20, B1.fine, B1.upos);

  // Pairs.
  features.add(21, S0.form, S0.tag, B0.form, B0.tag);
  features.add(22, S0.form, S0.tag, B0.form);
  features.add(23, S0.form, B0.form, B0.tag);
  features.add(24, S0.form, S0.tag, B0.tag);
  features.add(25, S0.tag, B0.form, B0.tag);
  features.add(26, S0.form, B0.form);
  features.add(27, S0.tag, B0.tag);
  features.add(28, S1.form, S1.tag, S0.form, S0.tag);
  features.add(29, S1.form, S1.tag, S0.tag);
  features.add(30, S1.tag, S0.form, S0.tag);
  features.add(31, S1.form, S0.form);
  features.add(32, S1.tag, S0.tag);
  features.add(33, B0.tag, B1.tag);
  features.add(34, S1.form, B0.form);
  features.add(35, S1.tag, B0.tag);
  features.add(36, S0.fine, B0.fine);
  features.add(37, S1.fine, S0.fine);
  features.add(38, S0.fine, B0.tag);
  features.add(39, S0.tag, B0.fine);
  features.add(40, S1.fine, S0.tag);
  features.add(41, S1.tag, S0.fine);
  features.add(42, B0.form, B1.form);
  features.add(43, S0.coarse, B0.coarse, S0.upos, B0.upos);
  features.add(44, S1.coarse, S0.coarse, S1.upos, S0.upos);

  // Triples.
  features.add(45, B0.tag, B1.tag, B2.tag);
  features.add(46, S0.tag, B0.tag, B1.tag);
  features.add(47, S1.tag, S0.tag, B0.tag);
  features.add(48, S2.tag, S1.tag, S0.tag);
  features.add(49, S0.tag, S0l.tag, B0.tag);
  features.add(50, S0.tag, S0r.tag, B0.tag);
  features.add(51, S0.tag, B0.tag, B0l.tag);
  features.add(52, S1.tag, S1r.tag, S0.tag);
  features.add(53, S1.tag, S0.tag, S0l.tag);
  features.add(54, S1.tag, S1l.tag, S0.tag);
  features.add(55, S1.tag, S0.tag, S0r.tag);
  features.add(56, S1.form, S0.tag, B0.tag);
  features.add(57, S1.tag, S0.form, B0.tag);
  features.add(58, S1.tag, S0.tag, B0.form);
  features.add(59, S0.form, B0.tag, B1.tag);
  features.add(60, S0.tag, B0.form, B1.tag);
  features.add(61, S0.tag, B0.tag, B1.tag, B2.tag);
  features.add(62, S2.tag, S1.tag, S0.tag, B0.tag);
  features.add(63, S0.coarse, B0.coarse, B1.coarse);

  // What already depends on them: the preposition of "s0", the last conjunct of "s1".
  features.add(64, S1.form, S0l.form);
  features.add(65, S1.tag, S0l.form, S0.tag);
  features.add(66, S1.fine, S0l.form, S0.fine);
  features.add(67, S0l.form, S0.form);
  features.add(68, S0.form, label(d0.left), label(d0.right));
  features.add(69, S0.tag, label(d0.left), label(d0.right), B0.tag);
  features.add(70, S1.tag, label(d1.left), label(d1.right), S0.tag);
  features.add(71, B0.tag, label(db.left), S0.tag);
  features.add(72, S0l.form, label(d0.left));
  features.add(73, S0r.form, label(d0.right));
  features.add(74, S1r.form, label(d1.right));
  features.add(75, S1l.form, label(d1.left));
  features.add(76, B0l.form, label(db.left));
  features.add(77, S0.tag, S0l.tag, S0l2.tag);
  features.add(78, S0.tag, S0r.tag, S0r2.tag);
  features.add(79, S1.tag, S1r.tag, S1r2.tag);
  features.add(80, B0.tag, B0l.tag, B0l2.tag);
  features.add(81, S1.tag, S1l.tag, S1l2.tag);

  // Distance, what lies between, valency, sets of relations.
  features.add(82, S0.form, distance, between0);
  features.add(83, S0.tag, distance, between0);
  features.add(84, B0.form, distance);
  features.add(85, B0.tag, distance, between0);
  features.add(86, S0.tag, B0.tag, distance, between0);
  features.add(87, S1.form, distance1);
  features.add(88, S1.tag, S0.tag, distance1, between1);
  features.add(89, S0.form, valency(d0.right_count), valency(d0.left_count));
  features.add(90, S0.tag, valency(d0.right_count), B0.tag);
  features.add(91, S1.tag, valency(d1.right_count), S0.tag);
  features.add(92, B0.tag, valency(db.left_count), S0.tag);
  features.add(93, S0.form, d0.right_labels);
  features.add(94, S0.tag, d0.right_labels, B0.tag);
  features.add(95, S0.form, d0.left_labels);
  features.add(96, S0.tag, d0.left_labels, B0.tag);
  features.add(97, S1.form, d1.right_labels, S0.tag);
  features.add(98, S1.tag, d1.right_labels, S0.tag);
  features.add(99, B0.tag, db.left_labels);
  features.add(100, B0.form, db.left_labels);
  features.add(101, S1.tag, d1.left_labels, S0.tag);
  features.add(102, S0.tag, d0.left_labels, S1.tag);
  features.add(103, std::min<std::size_t>(configuration.stack_size(), 4), B0.tag, S0.tag);
}

}  // namespace newsgraph
