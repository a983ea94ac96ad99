#include "extract/coreference/training/coreference_corpora.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/conllu.hpp"

namespace newsgraph {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(path.string() + ": cannot be opened for reading");
  return in;
}

/// Mentions that brackets open and close: "(12-person-new(7" at one word, "12)" at another.
class BracketReader {
 public:
  explicit BracketReader(std::vector<GoldMention>& mentions) : mentions_(mentions) {}

  void word(const std::string& brackets, std::uint32_t position) {
    std::size_t i = 0;
    while (i < brackets.size()) {
      if (brackets[i] == '(') {
        const std::size_t end = std::min(brackets.find_first_of("()", i + 1), brackets.size());
        const std::string name = brackets.substr(i + 1, end - i - 1);
        const std::string id = name.substr(0, name.find_first_of("-|"));
        opened_[id].push_back(position);
        i = end;
        if (i < brackets.size() && brackets[i] == ')') {
          close(id, position);
          ++i;
        }
      } else {
        const std::size_t end = std::min(brackets.find_first_of("()", i), brackets.size());
        std::string id = brackets.substr(i, end - i);
        std::erase(id, '|');
        if (end < brackets.size() && brackets[end] == ')') close(id, position);
        i = end < brackets.size() && brackets[end] == '(' ? end : end + 1;
      }
    }
  }

 private:
  void close(const std::string& id, std::uint32_t position) {
    auto& starts = opened_[id];
    if (starts.empty()) return;
    const auto number = static_cast<std::int32_t>(numbers_.size());
    const std::int32_t entity = numbers_.emplace(id, number).first->second;
    mentions_.push_back({starts.back(), position + 1, entity});
    starts.pop_back();
  }

  std::vector<GoldMention>& mentions_;
  std::map<std::string, std::vector<std::uint32_t>> opened_;
  std::map<std::string, std::int32_t> numbers_;
};

/// Appends a sentence to the document's text.
void append(Sentence sentence, const std::string& text, TrainingDocument& document) {
  std::string& whole = document.article.text;
  if (!whole.empty()) whole += ' ';
  const auto shift = static_cast<std::uint32_t>(whole.size());
  whole += text;
  for (Token& token : sentence.tokens) {
    token.span.begin += shift;
    token.span.end += shift;
  }
  sentence.span = {shift, static_cast<std::uint32_t>(whole.size())};
  std::vector<Block>& blocks = document.article.blocks;
  if (blocks.empty() || sentence.paragraph_start) {
    blocks.push_back({BlockKind::kParagraph, sentence.span});
  }
  blocks.back().span.end = sentence.span.end;
  sentence.names.clear();
  document.sentences.push_back(std::move(sentence));
}

}  // namespace

std::vector<TrainingDocument> read_gum(const std::filesystem::path& path) {
  std::vector<TrainingDocument> documents;
  for (ConlluSentence& read : read_conllu(path.string())) {
    if (read.new_document || documents.empty()) documents.emplace_back();
    read.sentence.paragraph_start = read.new_paragraph;
    append(std::move(read.sentence), read.text, documents.back());
  }
  std::ifstream in = open(path);
  std::size_t next = 0;
  std::unique_ptr<BracketReader> brackets;
  std::uint32_t position = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newdoc id = ")) {
      documents[next].id = line.substr(14);
      brackets = std::make_unique<BracketReader>(documents[next].gold);
      ++next;
      position = 0;
    }
    if (line.empty() || line[0] == '#' || !brackets) continue;
    const std::vector<std::string> columns = split(line, '\t');
    if (columns[0].find_first_not_of("0123456789") != std::string::npos) continue;
    for (const std::string& value : split(columns[9], '|')) {
      if (value.starts_with("Entity=")) brackets->word(value.substr(7), position);
    }
    ++position;
  }
  return documents;
}

std::vector<TrainingDocument> read_litbank(const std::filesystem::path& path) {
  std::vector<TrainingDocument> documents;
  std::ifstream in = open(path);
  std::unique_ptr<BracketReader> brackets;
  std::uint32_t position = 0;
  Sentence sentence;
  std::string text;
  const auto flush = [&] {
    if (!sentence.tokens.empty()) append(std::move(sentence), text, documents.back());
    sentence = {};
    text.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#begin")) {
      documents.emplace_back();
      documents.back().id = line;
      documents.back().complete = false;
      brackets = std::make_unique<BracketReader>(documents.back().gold);
      position = 0;
      continue;
    }
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() < 13) {
      if (!documents.empty()) flush();
      continue;
    }
    Token token;
    if (!text.empty()) text += ' ';
    token.form = columns[3];
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += token.form;
    token.span.end = static_cast<std::uint32_t>(text.size());
    sentence.tokens.push_back(std::move(token));
    if (columns.back() != "_" && !columns.back().empty()) {
      std::string value = columns.back();
      if (value.back() == '\r') value.pop_back();
      for (const std::string& part : split(value, '|')) brackets->word(part, position);
    }
    ++position;
  }
  flush();
  // Without paragraphs, quotation marks cannot be matched.
  for (TrainingDocument& document : documents) document.article.blocks.clear();
  return documents;
}

std::vector<TrainingDocument> read_gap(const std::filesystem::path& path,
                                       const LanguageEngine& engine) {
  std::vector<TrainingDocument> documents;
  std::ifstream in = open(path);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() < 11) throw ParseError(path.string(), 0, "an item without its 11 columns");
    TrainingDocument& document = documents.emplace_back();
    document.id = columns[0];
    document.gap = true;
    document.article.text = columns[1];
    document.article.blocks = {
        {BlockKind::kParagraph, {0, static_cast<std::uint32_t>(columns[1].size())}}};
    const auto span_at = [&](const std::string& offset, const std::string& form) {
      std::size_t byte = 0;
      for (int n = std::stoi(offset); n > 0 && byte < columns[1].size(); --n) {
        next_code_point(columns[1], byte);
      }
      const auto begin = static_cast<std::uint32_t>(byte);
      return Span{begin, begin + static_cast<std::uint32_t>(form.size())};
    };
    document.pronoun = span_at(columns[3], columns[2]);
    document.name_a = span_at(columns[5], columns[4]);
    document.name_b = span_at(columns[8], columns[7]);
    document.is_a = columns[6] == "TRUE";
    document.is_b = columns[9] == "TRUE";
    document.sentences = engine.analyse(document.article);
  }
  return documents;
}

std::vector<std::int32_t> align(const TrainingDocument& document,
                                const std::vector<NounPhrase>& phrases) {
  std::vector<std::int32_t> entities(phrases.size(),
                                     document.complete ? kSingleton : kUnknownEntity);
  std::vector<std::uint32_t> first_word(document.sentences.size(), 0);
  for (std::size_t s = 1; s < first_word.size(); ++s) {
    first_word[s] =
        first_word[s - 1] + static_cast<std::uint32_t>(document.sentences[s - 1].tokens.size());
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> by_span;
  std::map<std::uint32_t, std::uint32_t> by_head;
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    const std::uint32_t shift = first_word[phrases[i].head.sentence];
    by_span.emplace(std::pair(shift + static_cast<std::uint32_t>(phrases[i].begin),
                              shift + static_cast<std::uint32_t>(phrases[i].end)),
                    i);
    if (phrases[i].kind == PhraseKind::kCoordination) continue;
    by_head.emplace(shift + static_cast<std::uint32_t>(phrases[i].head.token), i);
  }
  std::vector<const GoldMention*> rest;
  std::vector<bool> taken(phrases.size(), false);
  for (const GoldMention& mention : document.gold) {
    const auto found = by_span.find({mention.begin, mention.end});
    if (found == by_span.end()) {
      rest.push_back(&mention);
    } else {
      entities[found->second] = mention.entity;
      taken[found->second] = true;
    }
  }
  for (const GoldMention* mention : rest) {
    // The widest phrase whose head is inside and that begins or ends with the mention.
    for (auto at = by_head.lower_bound(mention->begin);
         at != by_head.end() && at->first < mention->end; ++at) {
      const NounPhrase& phrase = phrases[at->second];
      const std::uint32_t shift = first_word[phrase.head.sentence];
      const auto begin = shift + static_cast<std::uint32_t>(phrase.begin);
      const auto end = shift + static_cast<std::uint32_t>(phrase.end);
      if (taken[at->second] || (begin != mention->begin && end != mention->end)) continue;
      entities[at->second] = mention->entity;
      taken[at->second] = true;
      break;
    }
  }
  return entities;
}

}  // namespace newsgraph
