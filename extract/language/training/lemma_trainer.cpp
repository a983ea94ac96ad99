#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "extract/language/characters.hpp"
#include "extract/language/lemmatizer.hpp"
#include "extract/language/morphology.hpp"
#include "extract/language/training/averaged_perceptron.hpp"
#include "extract/language/training/inflections.hpp"
#include "extract/language/training/random.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {
namespace {

/// A form with its tags, and how often each rule made its lemma.
struct FormEntry {
  std::string form;
  Upos upos = Upos::kX;
  std::string xpos;
  bool shouted = false;
  std::map<LemmaRule, std::size_t> rules;

  LemmaWord word() const { return {form, upos, xpos, shouted}; }

  const LemmaRule& majority() const {
    return std::max_element(rules.begin(), rules.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};

/// A dictionary by form and tag.
class Dictionary {
 public:
  explicit Dictionary(const std::vector<Inflection>& inflections) {
    for (const Inflection& entry : inflections) {
      lemmas_[{entry.form, entry.xpos}] = entry.lemma;
      known_.insert({entry.xpos, entry.lemma});
    }
  }

  /// What the treebank says, unless that is no verb at all ("flead" for "fled").
  const std::string& corrected(const Token& token) const {
    if (token.xpos[0] != 'V') return token.lemma;
    const auto found = lemmas_.find({to_lower(token.form), token.xpos});
    return found == lemmas_.end() || known_.contains({token.xpos, token.lemma}) ? token.lemma
                                                                                : found->second;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::string> lemmas_;
  std::set<std::pair<std::string, std::string>> known_;
};

/// Misspelt clitics ("its" for "it's") are as regular as the right ones.
bool is_clitic_typo(const Token& token) {
  return token.form.size() <= 3 &&
         (token.upos == Upos::kAux || token.upos == Upos::kPart || token.xpos == "POS");
}

std::vector<FormEntry> collect(const std::vector<Example>& examples,
                               const std::vector<Inflection>& inflections) {
  std::map<std::tuple<std::string, Upos, std::string, bool>, FormEntry> entries;
  std::set<std::pair<std::string, std::string>> seen;
  const Dictionary dictionary(inflections);
  for (const Example& example : examples) {
    const bool shouted = is_shouted(example.gold);
    for (const Token& token : example.gold.tokens) {
      if (token.lemma.empty() || (token.lemma == "_" && token.form != "_")) continue;
      if (token.deprel == "goeswith") continue;
      if (token.feats.find("Typo=Yes") != std::string::npos && !is_clitic_typo(token)) continue;
      FormEntry& entry = entries[{token.form, token.upos, token.xpos, shouted}];
      entry.form = token.form;
      entry.upos = token.upos;
      entry.xpos = token.xpos;
      entry.shouted = shouted;
      ++entry.rules[LemmaRule::between(token.form, dictionary.corrected(token))];
      seen.insert({to_lower(token.form), token.xpos});
    }
  }
  // The dictionary says what the treebanks do not.
  for (const Inflection& inflection : inflections) {
    if (seen.contains({to_lower(inflection.form), inflection.xpos})) continue;
    const Upos upos = inflection.xpos[0] == 'V'   ? Upos::kVerb
                      : inflection.xpos[0] == 'J' ? Upos::kAdj
                                                  : Upos::kNoun;
    FormEntry& entry = entries[{inflection.form, upos, inflection.xpos, false}];
    entry.form = inflection.form;
    entry.upos = upos;
    entry.xpos = inflection.xpos;
    ++entry.rules[LemmaRule::between(inflection.form, inflection.lemma)];
  }
  std::vector<FormEntry> result;
  for (auto& [key, entry] : entries) result.push_back(std::move(entry));
  return result;
}

/// The rules of at least `least` forms come first: only these are learned, the others are for
/// exceptions.
std::vector<LemmaRule> sorted_rules(const std::vector<FormEntry>& entries, std::size_t least,
                                    std::size_t& learned) {
  std::map<LemmaRule, std::size_t> counts;
  for (const FormEntry& entry : entries) {
    for (const auto& [rule, count] : entry.rules) ++counts[rule];
  }
  std::vector<std::pair<std::size_t, LemmaRule>> sorted;
  for (const auto& [rule, count] : counts) sorted.emplace_back(count, rule);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<LemmaRule> rules;
  learned = 0;
  for (const auto& [count, rule] : sorted) {
    // "Sept." to "September" is no rule for other words.
    const bool short_change = rule.strip != LemmaRule::kWhole && rule.suffix.size() <= 3;
    if (count >= least && rules.size() < kMaxClasses && short_change) {
      rules.push_back(rule);
    }
  }
  learned = rules.size();
  for (const auto& [count, rule] : sorted) {
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  }
  return rules;
}

/// The most frequent features of each word with its tags in each place, where they differ from
/// those of all words with these tags there.
void add_morphology(const std::vector<Example>& examples, ModelWriter& writer) {
  using Counts = std::map<std::string, std::size_t>;
  constexpr std::size_t kLeast = 2;  // times that a word must show what other words do not
  std::map<std::uint64_t, Counts> by_word;
  std::map<std::uint64_t, Counts> by_tag;
  std::map<std::uint64_t, std::uint64_t> tag_of_word;
  for (const Example& example : examples) {
    const std::vector<std::uint64_t> places = morphology_places(example.gold);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Token& token = example.gold.tokens[i];
      if (token.feats.find("Typo=") != std::string::npos) continue;
      // Also without the place, for words whose place was never seen.
      for (const std::uint64_t place : {places[i], std::uint64_t{0}}) {
        const std::uint64_t word = morphology_key(token, token.form, place);
        const std::uint64_t tag = morphology_key(token, "", place);
        ++by_word[word][token.feats];
        ++by_tag[tag][token.feats];
        tag_of_word[word] = tag;
        if (place == 0) break;
      }
    }
  }
  const auto majority = [](const Counts& counts) -> const std::string& {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  std::map<std::string, std::uint16_t> numbers;
  std::vector<std::string> values;
  std::vector<std::pair<std::uint64_t, WordClass>> table;
  const auto add = [&](std::uint64_t key, const std::string& value) {
    if (!numbers.contains(value)) {
      values.push_back(value);
      numbers[value] = static_cast<std::uint16_t>(values.size());
    }
    WordClass entry;
    entry.fine = numbers[value];
    table.emplace_back(key, entry);
  };
  for (const auto& [tag, counts] : by_tag) add(tag, majority(counts));
  for (const auto& [word, counts] : by_word) {
    const std::string& value = majority(counts);
    if (counts.at(value) >= kLeast && value != majority(by_tag[tag_of_word[word]]))
      add(word, value);
  }
  ByteWriter bytes;
  bytes.u32(static_cast<std::uint32_t>(values.size()));
  for (const std::string& value : values) bytes.string(value);
  writer.add("feat-values", bytes.take());
  writer.add("feats", encode_word_table(table));
  log("morphology: " + std::to_string(values.size()) + " values, " + std::to_string(table.size()) +
      " entries");
}

void evaluate(const Lemmatizer& lemmatizer, const std::vector<std::filesystem::path>& treebanks) {
  for (const std::filesystem::path& treebank : treebanks) {
    std::size_t right = 0;
    std::size_t all = 0;
    for (Example& example : read_treebanks({treebank})) {
      lemmatizer.lemmatize(example.input);
      for (std::size_t i = 0; i < example.gold.tokens.size(); ++i) {
        const Token& token = example.gold.tokens[i];
        ++all;
        right += token.lemma == "_" || example.input.tokens[i].lemma == token.lemma;
      }
    }
    log("lemmas: " + treebank.filename().string() + " " + percent(right, all) + " (gold tags)");
  }
}

}  // namespace

void train_lemmas(const TrainingOptions& options) {
  // PUD leaves some features off, so morphology is learned from the other two.
  std::vector<std::filesystem::path> treebanks = training_treebanks(options);
  treebanks.resize(2);
  const std::vector<Example> examples = read_treebanks(treebanks);
  const std::vector<FormEntry> entries = collect(examples, read_inflections(options.wordnet));
  std::size_t learned = 0;
  const std::vector<LemmaRule> rules = sorted_rules(entries, 3, learned);
  std::map<LemmaRule, std::size_t> numbers;
  for (std::size_t i = 0; i < rules.size(); ++i) numbers[rules[i]] = i;

  AveragedPerceptron model(learned);
  Random random(options.seed);
  std::vector<std::size_t> order = indices(entries.size());
  FeatureBuffer features;
  Scores scores;
  for (int epoch = 0; epoch < 10; ++epoch) {
    random.shuffle(order);
    for (const std::size_t index : order) {
      const FormEntry& entry = entries[index];
      const std::size_t gold = numbers[entry.majority()];
      if (gold >= learned) continue;
      lemma_features(entry.word(), features);
      model.score(features.view(), scores);
      const std::size_t best = best_class(scores, learned);
      if (best != gold) model.update(features.view(), gold, best);
      model.tick();
    }
  }
  const std::string weights = model.quantised(1, 1);

  // Whatever the weights get wrong is an exception, by lower-case form: the most frequent spelling
  // decides.
  const SparseWeights quantised(weights, "lemmas");
  std::map<std::uint64_t, std::pair<std::size_t, std::uint16_t>> exceptions;
  for (const FormEntry& entry : entries) {
    lemma_features(entry.word(), features);
    quantised.score(features.view(), scores);
    const LemmaRule& rule = entry.majority();
    const bool wrong =
        rules[best_class(scores, learned)].apply(entry.form) != rule.apply(entry.form);
    auto& best = exceptions[lemma_key(entry.word())];
    const std::size_t count = entry.rules.at(rule);
    if (count > best.first) {
      best = {count, wrong ? static_cast<std::uint16_t>(numbers[rule] + 1) : std::uint16_t{0}};
    }
  }
  std::vector<std::pair<std::uint64_t, WordClass>> table;
  for (const auto& [key, value] : exceptions) {
    WordClass entry;
    entry.fine = value.second;
    if (entry.fine != 0) table.emplace_back(key, entry);
  }
  ModelWriter writer;
  ByteWriter bytes;
  bytes.u32(static_cast<std::uint32_t>(rules.size()));
  for (const LemmaRule& rule : rules) {
    bytes.u8(rule.letter_case);
    bytes.u8(rule.strip);
    bytes.string(rule.suffix);
  }
  writer.add("rules", bytes.take());
  writer.add("exceptions", encode_word_table(table));
  writer.add("weights", weights);
  add_morphology(examples, writer);
  const std::filesystem::path path = options.models / "lemmas.model";
  writer.write(path, "lemmas");
  log("lemmas: " + std::to_string(learned) + " rules learned, " +
      std::to_string(rules.size() - learned) + " for exceptions only, " +
      std::to_string(table.size()) + " exceptions");
  const ModelFile file(path, "lemmas");
  evaluate(Lemmatizer(file), development_treebanks(options));
}

}  // namespace newsgraph
