#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "extract/language/conllu.hpp"
#include "extract/language/sentence_splitter.hpp"
#include "extract/language/tokenizer.hpp"
#include "extract/language/training/averaged_perceptron.hpp"
#include "extract/language/training/random.hpp"
#include "extract/language/training/raw_text.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {
namespace {

/// Of the places in raw text without a stop, an epoch sees one in so many.
constexpr std::size_t kRawShare = 20;

/// A paragraph as raw text, with the tokens that the tokenizer finds in it.
struct Paragraph {
  std::string text;
  std::vector<std::uint32_t> gold;  ///< where its sentences end, in bytes
  std::vector<Span> tokens;
  std::vector<bool> ends;  ///< for each token whether a sentence ends behind it
};

std::vector<Paragraph> read_paragraphs(const std::filesystem::path& treebank) {
  std::vector<Paragraph> paragraphs;
  for (ConlluSentence& sentence : read_conllu(treebank.string())) {
    if (sentence.new_document || sentence.new_paragraph || paragraphs.empty()) {
      paragraphs.emplace_back();
    }
    Paragraph& paragraph = paragraphs.back();
    while (!sentence.text.empty() && sentence.text.back() == ' ') sentence.text.pop_back();
    if (!paragraph.text.empty()) paragraph.text += ' ';
    paragraph.text += sentence.text;
    paragraph.gold.push_back(static_cast<std::uint32_t>(paragraph.text.size()));
  }
  for (Paragraph& paragraph : paragraphs) {
    paragraph.tokens =
        tokenize(paragraph.text, {0, static_cast<std::uint32_t>(paragraph.text.size())});
    for (const Span& token : paragraph.tokens) {
      paragraph.ends.push_back(
          std::binary_search(paragraph.gold.begin(), paragraph.gold.end(), token.end));
    }
  }
  return paragraphs;
}

/// Places in raw text of which rules know whether a sentence ends there. Treebanks alone, with much
/// web text in them and few abbreviations, would teach to split edited text too often.
struct RawParagraph {
  BoundaryView view;
  std::vector<std::size_t> ends;
  std::vector<std::size_t> abbreviations;  ///< that no sentence ends behind
  std::vector<std::size_t> others;         ///< and places without any stop
};

/// How often a word (by the hash of its lower-case form) was seen in lower case, and capitalised
/// behind a word in lower case.
struct CaseCounts {
  std::size_t lower = 0;
  std::size_t capital = 0;

  bool is_name() const { return lower == 0; }
  bool is_starter() const { return lower >= 20 && capital * 100 < lower; }
  bool is_mostly_capital() const { return capital >= 10 && capital * 2 > lower; }
};

/// What is sure about the place before token `i`, if anything:
///     peace.The      a sentence ends where the blank behind its stop is missing
///     U.S. The       and behind an abbreviation before a word that is capitalised only there
///     of Acme chose  no sentence ends without a stop in edited text,
///     Mr. | C.J. Lee | Inc. and | U.S. Army     nor behind these
std::optional<bool> sure(const BoundaryView& view, std::size_t i,
                         const std::unordered_map<std::uint32_t, CaseCounts>& words) {
  using Kind = BoundaryToken::Kind;
  if (view.is_impossible(i)) return {};
  const auto [left, right, closers, openers] = view.neighbours(0, i);
  const BoundaryToken& before = view.token(left);
  const BoundaryToken& behind = view.token(right);
  if (before.kind < Kind::kInternet || before.kind == Kind::kTitle) return false;
  if (before.kind == Kind::kStop && !view.token(i).space_before) {
    if (behind.kind == Kind::kCapitalized && view.token(left - 1).kind == Kind::kWord) return true;
  }
  if (before.kind < Kind::kInitial || before.kind > Kind::kShort) return {};
  if (behind.kind == Kind::kWord) return false;
  const auto found = words.find(behind.lower);
  if (behind.kind != Kind::kCapitalized || found == words.end()) return {};
  if (found->second.is_starter()) return true;
  if (before.kind != Kind::kShort && found->second.is_name()) return false;
  const bool state = before.kind == Kind::kShort && left > 0 &&
                     view.token(left - 1).kind == Kind::kComma;  // "in Reno, Nev. Senator Lee"
  if (!state && found->second.is_mostly_capital()) return false;
  return {};
}

std::vector<RawParagraph> read_raw(const TrainingOptions& options) {
  using Kind = BoundaryToken::Kind;
  std::vector<RawParagraph> paragraphs;
  std::unordered_map<std::uint32_t, CaseCounts> words;
  for (const std::string& text : raw_paragraphs(options, options.raw_paragraphs)) {
    const std::vector<Span> tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
    const BoundaryView& view = paragraphs.emplace_back(BoundaryView(text, tokens)).view;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const BoundaryToken& token = view.token(i);
      if (token.kind == Kind::kWord) ++words[token.lower].lower;
      if (token.kind == Kind::kCapitalized) {
        words[token.lower].capital += i > 0 && view.token(i - 1).kind == Kind::kWord;
      }
    }
  }
  std::size_t ends = 0;
  std::size_t abbreviations = 0;
  for (RawParagraph& paragraph : paragraphs) {
    const BoundaryView& view = paragraph.view;
    for (std::size_t i = 1; view.token(i).kind != Kind::kOutside; ++i) {
      const std::optional<bool> end = sure(view, i, words);
      if (!end) continue;
      const bool stop = view.token(view.neighbours(0, i).left).kind >= Kind::kInternet;
      (*end ? paragraph.ends : stop ? paragraph.abbreviations : paragraph.others).push_back(i);
    }
    ends += paragraph.ends.size();
    abbreviations += paragraph.abbreviations.size();
  }
  log("sentences: " + std::to_string(paragraphs.size()) + " raw paragraphs, " +
      std::to_string(ends) + " sure ends, " + std::to_string(abbreviations) +
      " abbreviations within sentences");
  return paragraphs;
}

/// The perceptron while it learns.
class Learner {
 public:
  Learner(const Learning& learning, std::uint64_t seed) : learning_(learning), random_(seed) {}

  void see(const BoundaryView& view, const Paragraph& paragraph) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i < paragraph.tokens.size(); ++i) {
      if (view.is_impossible(i)) continue;
      see(view, begin, i, paragraph.ends[i - 1]);
      if (paragraph.ends[i - 1]) begin = i;
    }
  }

  /// The sure places of raw text; `others`: those without a stop, too.
  void see(const RawParagraph& paragraph, bool others) {
    const auto see_all = [&](const std::vector<std::size_t>& places, bool end) {
      for (const std::size_t i : places) see(paragraph.view, begin_of(paragraph, i), i, end);
    };
    see_all(paragraph.ends, true);
    see_all(paragraph.abbreviations, false);
    if (others) see_all(paragraph.others, false);
  }

  /// Orders for an epoch.
  void shuffle(std::vector<std::size_t>& order) { random_.shuffle(order); }

  void end_epoch(int epoch) {
    log("  epoch " + std::to_string(epoch + 1) + ": " + percent(right_, all_) + " right, " +
        std::to_string(model_.features()) + " features");
    right_ = all_ = 0;
  }

  const AveragedPerceptron& model() const { return model_; }

 private:
  /// One decision: whether a sentence that starts at token `begin` ends before token `i`.
  void see(const BoundaryView& view, std::size_t begin, std::size_t i, bool end) {
    view.features(begin, i, features_);
    features_.drop([&] { return random_.below(100) < learning_.dropout; });
    model_.score(features_.view(), scores_);
    const std::size_t gold = end ? 1 : 0;
    if (scores_[1 - gold] + learning_.margin > scores_[gold]) {
      model_.update(features_.view(), gold, 1 - gold);
    }
    model_.tick();
    right_ += (scores_[1] > scores_[0]) == end;
    ++all_;
  }

  static std::size_t begin_of(const RawParagraph& paragraph, std::size_t i) {
    using Kind = BoundaryToken::Kind;
    std::size_t begin = i - 1;
    while (begin > 0 && paragraph.view.token(begin - 1).kind != Kind::kStop &&
           paragraph.view.token(begin - 1).kind != Kind::kQuestion) {
      --begin;
    }
    return begin;
  }

  const Learning& learning_;
  AveragedPerceptron model_{2};
  Random random_;
  FeatureBuffer features_;
  Scores scores_{};
  std::size_t right_ = 0;
  std::size_t all_ = 0;
};

Learner learn(const std::vector<Paragraph>& paragraphs, const std::vector<RawParagraph>& raw,
              const Learning& learning, std::uint64_t seed) {
  Learner learner(learning, seed);
  std::vector<BoundaryView> views;
  views.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    views.emplace_back(paragraph.text, paragraph.tokens);
  }
  std::vector<std::size_t> order = indices(paragraphs.size() + raw.size());
  for (int epoch = 0; epoch < learning.epochs; ++epoch) {
    learner.shuffle(order);
    for (const std::size_t index : order) {
      if (index < paragraphs.size()) {
        learner.see(views[index], paragraphs[index]);
      } else {
        const std::size_t k = index - paragraphs.size();
        learner.see(raw[k], k % kRawShare == static_cast<std::size_t>(epoch) % kRawShare);
      }
    }
    learner.end_epoch(epoch);
  }
  return learner;
}

/// Sentences found with both their ends.
struct Counts {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;
};

Counts evaluate(const SentenceSplitter& splitter, const std::vector<Paragraph>& paragraphs) {
  Counts counts;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.tokens.empty()) continue;
    std::set<std::pair<std::uint32_t, std::uint32_t>> gold;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : paragraph.gold) {
      gold.emplace(begin, end);
      begin = end + 1;
    }
    counts.gold += gold.size();
    std::size_t first = 0;
    for (const std::size_t end : splitter.split(paragraph.text, paragraph.tokens)) {
      ++counts.found;
      counts.right += gold.contains({paragraph.tokens[first].begin, paragraph.tokens[end - 1].end});
      first = end;
    }
  }
  return counts;
}

}  // namespace

void train_sentences(const TrainingOptions& options) {
  std::vector<Paragraph> paragraphs;
  for (const std::filesystem::path& treebank : training_treebanks(options)) {
    std::vector<Paragraph> more = read_paragraphs(treebank);
    std::move(more.begin(), more.end(), std::back_inserter(paragraphs));
  }
  log("sentences: " + std::to_string(paragraphs.size()) + " paragraphs");
  const Learner learner = learn(paragraphs, read_raw(options), options.sentences, options.seed);
  const std::filesystem::path path = options.models / "sentences.model";
  ModelWriter writer;
  writer.add("weights", learner.model().quantised(2, 2, 1));
  writer.write(path, "sentences");

  const ModelFile file(path, "sentences");
  const SentenceSplitter splitter(file);
  for (const std::filesystem::path& treebank : development_treebanks(options)) {
    const Counts counts = evaluate(splitter, read_paragraphs(treebank));
    log("sentences: " + treebank.filename().string() + " precision " +
        percent(counts.right, counts.found) + ", recall " + percent(counts.right, counts.gold) +
        ", F1 " + percent(2 * counts.right, counts.gold + counts.found));
  }
}

}  // namespace newsgraph
