#include "extract/language/sentence_splitter.hpp"

#include <algorithm>
#include <iterator>

#include "extract/language/characters.hpp"
#include "extract/language/tokenizer.hpp"

namespace newsgraph {
namespace {

/// Words that, capitalised behind an abbreviation, start a sentence rather than go on with a name.
/// Own compilation, sorted.
constexpr std::string_view kStarters[] = {
    "A",       "According", "After", "All",     "Although", "Also",    "An",     "And",
    "Another", "As",        "At",    "Because", "Before",   "Both",    "But",    "By",
    "Despite", "During",    "Each",  "Earlier", "Even",     "Every",   "For",    "From",
    "Hers",    "He",        "Her",   "His",     "How",      "However", "I",      "If",
    "In",      "Instead",   "It",    "Its",     "Last",     "Later",   "Many",   "Meanwhile",
    "More",    "Most",      "My",    "No",      "None",     "Nor",     "Not",    "Now",
    "On",      "Once",      "One",   "Only",    "Or",       "Other",   "Our",    "Several",
    "She",     "Since",     "So",    "Some",    "Such",     "That",    "The",    "Their",
    "Then",    "There",     "These", "They",    "This",     "Those",   "Though", "Thus",
    "To",      "Under",     "Until", "We",      "What",     "When",    "Where",  "Whether",
    "Which",   "While",     "Who",   "Why",     "With",     "Yes",     "Yet",    "You",
    "Your"};

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Span>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<std::size_t> split();

 private:
  std::string_view form(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].size());
  }
  char32_t first(std::size_t i) const {
    std::size_t pos = 0;
    return next_code_point(form(i), pos);
  }
  bool space_before(std::size_t i) const { return i > 0 && tokens_[i - 1].end != tokens_[i].begin; }
  bool is_stop(std::size_t i) const {
    const std::string_view word = form(i);
    return word == "…" || word.find_first_not_of(".!?") == word.npos || word == "。";
  }
  bool is_closer(std::size_t i) const;
  bool can_start(std::size_t i) const;
  bool ends_at(std::size_t i, std::size_t next) const;
  void cut_long(std::size_t begin, std::size_t end, std::vector<std::size_t>& ends) const;

  std::string_view text_;
  const std::vector<Span>& tokens_;
};

/// A quote or bracket that closes what the stop before it ended.
bool Splitter::is_closer(std::size_t i) const {
  const std::string_view word = form(i);
  if (word == "”" || word == "’" || word == "»" || word == ")" || word == "]" || word == "}" ||
      word == "''") {
    return true;
  }
  return (word == "\"" || word == "'" || word == "\"'" || word == "'\"") && !space_before(i);
}

bool Splitter::can_start(std::size_t i) const {
  // Behind an opening quote or bracket stands what matters.
  while (i + 1 < tokens_.size() && form(i).find_first_of("\"'([") != std::string_view::npos &&
         form(i).size() <= 2) {
    ++i;
  }
  return char_class(first(i)) != CharClass::kLower;
}

/// Whether a sentence ends behind the stop or abbreviation `i`; `next` follows its closers.
bool Splitter::ends_at(std::size_t i, std::size_t next) const {
  const std::string_view word = form(i);
  if (is_stop(i)) {
    const std::string_view after = form(next);
    if (after.find_first_not_of(",;:.!?") == after.npos) return false;
    // "1. Item": the number at a sentence's start is no sentence.
    return can_start(next);
  }
  if (is_title_abbreviation(word)) return false;
  const bool initial = word.size() <= 3 && is_upper(first(i));  // "J."
  if (initial && word != "I.") return false;
  return std::find(std::begin(kStarters), std::end(kStarters), form(next)) != std::end(kStarters);
}

void Splitter::cut_long(std::size_t begin, std::size_t end, std::vector<std::size_t>& ends) const {
  while (end - begin > kLongestSentence) {
    std::size_t cut = begin + kLongestSentence;
    for (std::size_t i = cut; i > begin + kLongestSentence * 3 / 4; --i) {
      const std::string_view word = form(i - 1);
      if (word == "," || word == ";" || word == ":") {
        cut = i;
        break;
      }
    }
    ends.push_back(cut);
    begin = cut;
  }
  ends.push_back(end);
}

std::vector<std::size_t> Splitter::split() {
  std::vector<std::size_t> ends;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (i > begin && (form(i) == "•" || form(i) == "▪" || form(i) == "■") && space_before(i)) {
      cut_long(begin, i, ends);
      begin = i;
      continue;
    }
    if (!is_stop(i) && !is_abbreviation(form(i))) continue;
    std::size_t next = i + 1;
    while (next < tokens_.size() && is_closer(next)) ++next;
    if (next == tokens_.size() || !ends_at(i, next)) continue;
    // A number or letter with its stop at the start counts the sentence: "2. Talks".
    if (i == begin + 1 && char_class(first(begin)) == CharClass::kDigit) continue;
    cut_long(begin, next, ends);
    begin = next;
    i = next - 1;
  }
  if (begin < tokens_.size()) cut_long(begin, tokens_.size(), ends);
  return ends;
}

}  // namespace

std::vector<std::size_t> split_sentences(std::string_view text, const std::vector<Span>& tokens) {
  return Splitter(text, tokens).split();
}

}  // namespace newsgraph
