#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>

#include "extract/language/dependency_parser.hpp"
#include "extract/language/training/averaged_perceptron.hpp"
#include "extract/language/training/random.hpp"
#include "extract/language/training/raw_text.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {
namespace {

/// The head of a word whose head is not known: two parsers disagree on it, or a teacher doubts it.
constexpr std::int32_t kUnknownHead = -2;

/// Weights that round to less are dropped: two thirds of them, at no measurable loss.
constexpr int kSmallestWeight = 6;

/// Of all weights together: then loading and cache misses still cost little.
constexpr std::size_t kMostBytes = 9'000'000;

/// The relations, most frequent first; a subtype too rare to learn counts as its main relation.
class LabelSet {
 public:
  explicit LabelSet(const std::vector<Example>& examples) {
    std::map<std::string, std::size_t> counts;
    for (const Example& example : examples) {
      for (const Token& token : example.gold.tokens) ++counts[token.deprel];
    }
    std::vector<std::pair<std::size_t, std::string>> sorted;
    for (const auto& [label, count] : counts) {
      if (count >= 20) sorted.emplace_back(count, label);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (const auto& [count, label] : sorted) {
      numbers_[label] = static_cast<std::uint32_t>(labels_.size());
      labels_.push_back(label);
    }
  }

  std::size_t size() const { return labels_.size(); }
  std::uint32_t root() const { return numbers_.at("root"); }
  std::uint32_t find(const std::string& label) const {
    for (const std::string& name : {label, label.substr(0, label.find(':'))}) {
      const auto found = numbers_.find(name);
      if (found != numbers_.end()) return found->second;
    }
    return numbers_.at("dep");
  }

  std::string encode() const {
    ByteWriter bytes;
    bytes.u32(static_cast<std::uint32_t>(labels_.size()));
    for (const std::string& label : labels_) bytes.string(label);
    return bytes.take();
  }

 private:
  std::vector<std::string> labels_;
  std::map<std::string, std::uint32_t> numbers_;
};

/// Heads and relations by number; the root's child has the head n.
struct Tree {
  std::vector<std::int32_t> heads;
  std::vector<std::uint32_t> labels;

  friend bool operator==(const Tree&, const Tree&) = default;
};

Tree gold_tree(const Sentence& sentence, const LabelSet& labels) {
  Tree tree;
  const auto size = static_cast<std::int32_t>(sentence.tokens.size());
  for (const Token& token : sentence.tokens) {
    tree.heads.push_back(token.deprel.empty()    ? kUnknownHead
                         : token.head == kNoHead ? size
                                                 : token.head);
    tree.labels.push_back(labels.find(token.deprel));
  }
  return tree;
}

/// What a parser learns from: words as it sees them, and their tree.
struct ParserExample {
  std::vector<ParserWord> words;  ///< with the root behind the last
  Tree tree;

  std::size_t size() const { return tree.heads.size(); }
};

ParserExample parser_example(const Example& example, const LabelSet& labels) {
  ParserExample result;
  parser_words(example.words, example.input, result.words);
  result.tree = gold_tree(example.gold, labels);
  return result;
}

/// The same sentence from right to left.
Tree reversed(const Tree& tree) {
  Tree result = tree;
  const auto size = static_cast<std::int32_t>(tree.heads.size());
  for (std::int32_t& head : result.heads) {
    if (head >= 0 && head < size) head = size - 1 - head;
  }
  std::reverse(result.heads.begin(), result.heads.end());
  std::reverse(result.labels.begin(), result.labels.end());
  return result;
}

ParserExample reversed(const ParserExample& example) {
  ParserExample result{example.words, reversed(example.tree)};
  const ParserWord root = result.words.back();
  std::reverse(result.words.begin(), result.words.end() - 1);
  for (std::size_t i = 0; i < result.size(); ++i) {
    ParserWord& word = result.words[i];
    word.verbs_before = static_cast<std::uint16_t>(root.verbs_before - word.verbs_before);
    word.commas_before = static_cast<std::uint16_t>(root.commas_before - word.commas_before);
    word.conjunctions_before =
        static_cast<std::uint16_t>(root.conjunctions_before - word.conjunctions_before);
  }
  return result;
}

/// The tree that `weights` gives; `margins`, if wanted, become the leads of its arcs.
Tree parse(const SparseWeights& weights, const LabelSet& labels, std::span<const ParserWord> words,
           std::vector<std::int32_t>* margins = nullptr) {
  thread_local Configuration configuration;
  FeatureBuffer features;
  Scores scores;
  const std::size_t size = words.size() - 1;
  configuration.reset(size);
  if (margins != nullptr) margins->assign(size, 0);
  while (!configuration.finished()) {
    ScoredTransition next;
    if (configuration.stack_size() > 0) {
      parser_features(configuration, words, features);
      weights.score(features.view(), scores);
      next = best_transition(configuration, scores, labels.size(), labels.root());
    }
    if (margins != nullptr && next.transition.kind != Transition::kShift) {
      (*margins)[static_cast<std::size_t>(configuration.stack(0))] = next.margin;
    }
    configuration.perform(next.transition);
  }
  Tree tree;
  for (std::size_t i = 0; i < size; ++i) {
    tree.heads.push_back(configuration.head(static_cast<std::int32_t>(i)));
    tree.labels.push_back(configuration.label(static_cast<std::int32_t>(i)));
  }
  return tree;
}

class ParserTrainer {
 public:
  ParserTrainer(const LabelSet& labels, const Learning& learning, std::uint64_t seed)
      : labels_(labels), learning_(learning), model_(1 + 2 * labels.size()), random_(seed) {}

  /// In every epoch all of `gold`, and another part of `raw`.
  void train(const std::vector<ParserExample>& gold, const std::vector<ParserExample>& raw) {
    std::vector<std::size_t> raw_order = indices(raw.size());
    random_.shuffle(raw_order);
    for (int epoch = 0; epoch < learning_.epochs; ++epoch) {
      std::vector<const ParserExample*> order;
      for (const ParserExample& example : gold) order.push_back(&example);
      const auto part = [&](int e) {
        return raw.size() * static_cast<std::size_t>(e) /
               static_cast<std::size_t>(learning_.epochs);
      };
      for (std::size_t i = part(epoch); i < part(epoch + 1); ++i) {
        order.push_back(&raw[raw_order[i]]);
      }
      random_.shuffle(order);
      right_ = all_ = 0;
      for (const ParserExample* example : order) learn(*example, epoch);
      log("  epoch " + std::to_string(epoch + 1) + ": " + percent(right_, all_) +
          " transitions right, " + std::to_string(model_.features()) + " features");
    }
  }

  /// As many of the weights as fit into kMostBytes, the largest first.
  std::string weights() const {
    for (int smallest = kSmallestWeight;; ++smallest) {
      std::string bytes = model_.quantised(smallest, 2);
      if (bytes.size() <= kMostBytes) return bytes;
    }
  }

 private:
  void learn(const ParserExample& example, int epoch) {
    example_ = &example;
    children_.assign(example.size() + 1, {});
    for (std::size_t i = 0; i < example.size(); ++i) {
      if (const std::int32_t head = example.tree.heads[i]; head != kUnknownHead) {
        children_[static_cast<std::size_t>(head)].push_back(static_cast<std::int32_t>(i));
      }
    }
    configuration_.reset(example.size());
    while (!configuration_.finished()) {
      if (configuration_.stack_size() == 0) {
        configuration_.perform({Transition::kShift, 0});
      } else {
        step(epoch);
      }
    }
  }

  void step(int epoch) {
    parser_features(configuration_, example_->words, features_);
    features_.drop([&] { return random_.below(100) < learning_.dropout; });
    model_.score(features_.view(), scores_);
    costs_ = costs();
    least_ = *std::min_element(costs_.begin(), costs_.end());
    const Transition best =
        best_transition(configuration_, scores_, labels_.size(), labels_.root()).transition;
    const std::size_t right = best_of(true);
    const std::size_t rival = best_of(false);
    if (rival != kNone && scores_[rival] + learning_.margin > scores_[right]) {
      model_.update(features_.view(), right, rival);
    }
    right_ += is_right(best) ? 1 : 0;
    ++all_;
    model_.tick();
    const bool explore = epoch > 0 && random_.below(10) != 0;
    configuration_.perform(explore ? best : Transition::from_number(right, labels_.size()));
  }

  /// How many gold arcs each kind of transition puts out of reach (Goldberg and Nivre, 2013, for
  /// arc-hybrid). Exact for projective trees, a good guess for the others.
  std::array<int, 3> costs() const {
    std::array<int, 3> cost = {kImpossible, kImpossible, kImpossible};
    const std::vector<std::int32_t>& heads = example_->tree.heads;
    const std::int32_t b0 = configuration_.buffer(0);
    const std::int32_t s0 = configuration_.stack(0);
    const std::int32_t s1 = configuration_.stack(1);
    const auto in_stack = [&](std::int32_t word) {
      return word >= 0 && word < b0 && configuration_.head(word) == Configuration::kNone;
    };
    if (configuration_.can_shift()) {
      int lost = 0;
      const std::int32_t head = heads[static_cast<std::size_t>(b0)];
      if (head != s0 && in_stack(head)) ++lost;
      for (const std::int32_t child : children_[static_cast<std::size_t>(b0)]) {
        if (in_stack(child)) ++lost;
      }
      cost[Transition::kShift] = lost;
    }
    const std::int32_t head = heads[static_cast<std::size_t>(s0)];
    int lost_children = 0;
    for (const std::int32_t child : children_[static_cast<std::size_t>(s0)]) {
      if (child >= b0) ++lost_children;
    }
    if (configuration_.can_left()) {
      cost[Transition::kLeft] = lost_children + (head == s1 || head > b0 ? 1 : 0);
    }
    if (configuration_.can_right()) {
      cost[Transition::kRight] = lost_children + (head >= b0 ? 1 : 0);
    }
    return cost;
  }

  std::int32_t head_of(Transition::Kind kind) const {
    return kind == Transition::kLeft ? configuration_.buffer(0) : configuration_.stack(1);
  }

  /// Whether `transition`, which must be possible, loses as little as any: no arc that another
  /// would save, and the gold relation if the arc is gold. A wrong arc may have any relation.
  bool is_right(Transition transition) const {
    if (costs_[transition.kind] != least_) return false;
    if (transition.kind == Transition::kShift) return true;
    const auto child = static_cast<std::size_t>(configuration_.stack(0));
    return head_of(transition.kind) != example_->tree.heads[child] ||
           transition.label == example_->tree.labels[child];
  }

  /// The highest-scored of the possible transitions that are right, or of those that are not;
  /// kNone if there is none.
  std::size_t best_of(bool right) const {
    std::size_t best = kNone;
    const auto consider = [&](Transition transition) {
      if (is_right(transition) != right) return;
      const std::size_t number = transition.number(labels_.size());
      if (best == kNone || scores_[number] > scores_[best]) best = number;
    };
    for (const auto kind : {Transition::kShift, Transition::kLeft, Transition::kRight}) {
      if (costs_[kind] == kImpossible) continue;
      if (kind == Transition::kShift) {
        consider({kind, 0});
        continue;
      }
      const bool from_root = head_of(kind) == configuration_.root();
      for (std::uint32_t label = 0; label < labels_.size(); ++label) {
        if ((label == labels_.root()) == from_root) consider({kind, label});
      }
    }
    return best;
  }

  static constexpr int kImpossible = std::numeric_limits<int>::max();
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  const LabelSet& labels_;
  Learning learning_;
  AveragedPerceptron model_;
  Random random_;
  const ParserExample* example_ = nullptr;
  std::vector<std::vector<std::int32_t>> children_;  ///< gold ones, of every word and the root
  Configuration configuration_;
  FeatureBuffer features_;
  Scores scores_;
  std::array<int, 3> costs_{};
  int least_ = 0;
  std::size_t right_ = 0;
  std::size_t all_ = 0;
};

/// Parses `examples` and adds a decision for each arc.
void evaluate(const std::vector<ParserExample>& examples, const SparseWeights& weights,
              const LabelSet& labels, std::vector<Decision>& decisions, const std::string& name) {
  std::size_t all = 0;
  std::size_t heads = 0;
  std::size_t labelled = 0;
  std::vector<std::int32_t> margins;
  for (const ParserExample& example : examples) {
    const Tree tree = parse(weights, labels, example.words, &margins);
    for (std::size_t i = 0; i < example.size(); ++i) {
      const bool right = tree.heads[i] == example.tree.heads[i];
      ++all;
      heads += right;
      labelled += right && tree.labels[i] == example.tree.labels[i];
      decisions.push_back({margins[i], right});
    }
  }
  log("parser: " + name + " UAS " + percent(heads, all) + ", LAS " + percent(labelled, all) +
      " (with subtypes)");
}

/// Everything that the parser is learned from and measured on.
class ParserSchool {
 public:
  explicit ParserSchool(const TrainingOptions& options)
      : options_(options),
        word_file_(options.models / "words.model", "words"),
        words_(word_file_.section("table"), word_file_.path()),
        tagger_file_(options.models / "tagger.model", "tagger"),
        tagger_(tagger_file_),
        examples_(read_treebanks(training_treebanks(options))),
        labels_(examples_) {
    add_word_features(examples_, words_);
    tag_by_jackknife(examples_, options);
    for (const Example& example : examples_) gold_.push_back(parser_example(example, labels_));
    log("parser: " + std::to_string(labels_.size()) + " relations");
  }

  void train() {
    const std::vector<ParserExample> raw =
        options_.parsed.empty() ? agreed_trees() : taught_trees();
    ParserTrainer trainer(labels_, options_.parser, options_.seed);
    trainer.train(gold_, raw);
    const std::string weights = trainer.weights();
    const SparseWeights quantised(weights, "parser");
    ModelWriter writer;
    writer.add("labels", labels_.encode());
    writer.add("weights", weights);
    writer.add("calibration", calibrate(evaluate_all(quantised)));
    writer.write(options_.models / "parser.model", "parser");
  }

 private:
  std::vector<Decision> evaluate_all(const SparseWeights& weights) const {
    std::vector<Decision> decisions;
    for (const std::filesystem::path& treebank : development_treebanks(options_)) {
      std::vector<Example> development = read_treebanks({treebank});
      add_word_features(development, words_);
      std::vector<ParserExample> examples;
      for (Example& example : development) {
        tagger_.tag(example.words, example.input);
        examples.push_back(parser_example(example, labels_));
      }
      evaluate(examples, weights, labels_, decisions, treebank.filename().string());
    }
    return decisions;
  }

  /// Trees that a teacher gave to raw sentences.
  std::vector<ParserExample> taught_trees() const {
    std::vector<ParserExample> result;
    read_parsed(options_.parsed, [&](const Sentence& sentence) {
      Example example;
      word_features(sentence, words_, example.words);
      example.gold = sentence;
      example.input = sentence;
      tagger_.tag(example.words, example.input);
      result.push_back(parser_example(example, labels_));
      return true;
    });
    log("parser: " + std::to_string(result.size()) + " sentences of a teacher");
    return result;
  }

  /// Trees of raw sentences, with the arcs that a parser from left to right and one from right to
  /// left agree on; the other words have an unknown head (tri-training without its third).
  std::vector<ParserExample> agreed_trees() const {
    std::vector<ParserExample> result;
    if (options_.raw_sentences == 0) return result;
    Learning learning = options_.parser;
    learning.epochs = std::max(1, learning.epochs / 2);
    log("parser: from left to right");
    ParserTrainer forward(labels_, learning, options_.seed + 1);
    forward.train(gold_, {});
    log("parser: from right to left");
    ParserTrainer backward(labels_, learning, options_.seed + 2);
    std::vector<ParserExample> reversed_gold;
    for (const ParserExample& example : gold_) reversed_gold.push_back(reversed(example));
    backward.train(reversed_gold, {});
    const std::string forward_bytes = forward.weights();
    const std::string backward_bytes = backward.weights();
    const SparseWeights forward_weights(forward_bytes, "forward");
    const SparseWeights backward_weights(backward_bytes, "backward");
    evaluate_all(forward_weights);

    std::size_t agreed = 0;
    std::size_t all = 0;
    for (Sentence& sentence : raw_sentences(options_, options_.raw_sentences)) {
      Example example;
      word_features(sentence, words_, example.words);
      tagger_.tag(example.words, sentence);
      ParserExample raw;
      parser_words(example.words, sentence, raw.words);
      raw.tree = parse(forward_weights, labels_, raw.words);
      const ParserExample mirror = reversed(raw);
      const Tree other = reversed(parse(backward_weights, labels_, mirror.words));
      std::size_t same = 0;
      for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw.tree.heads[i] == other.heads[i] && raw.tree.labels[i] == other.labels[i]) {
          ++same;
        } else {
          raw.tree.heads[i] = kUnknownHead;
        }
      }
      all += raw.size();
      if (same * 10 < raw.size() * 8) continue;
      agreed += same;
      result.push_back(std::move(raw));
    }
    log("parser: " + std::to_string(result.size()) + " raw sentences, agreed on " +
        percent(agreed, all) + " of all words");
    return result;
  }

  const TrainingOptions& options_;
  ModelFile word_file_;
  WordTable words_;
  ModelFile tagger_file_;
  Tagger tagger_;
  std::vector<Example> examples_;
  LabelSet labels_;
  std::vector<ParserExample> gold_;
};

}  // namespace

void train_parser(const TrainingOptions& options) { ParserSchool(options).train(); }

}  // namespace newsgraph
