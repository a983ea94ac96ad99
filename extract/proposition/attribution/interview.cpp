#include "extract/proposition/attribution/interview.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kLabelBytes = 40;
constexpr std::size_t kLabelWords = 4;

/// The name of a person in the text.
struct PersonName {
  std::uint32_t sentence = 0;
  TokenIndex first = 0;
  TokenIndex last = 0;
};

/// What a paragraph opens with.
struct Label {
  std::string words;
  std::uint32_t end = 0;  ///< where the speech begins
  bool asks = false;      ///< of the interviewer: in double parentheses, or "Q:"
};

struct Turn {
  Label label;
  std::uint32_t sentence = 0;  ///< where it begins
  Span span;
};

bool is_initials(std::string_view label) {
  return (label.size() == 2 || label.size() == 3) &&
         std::all_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether every word of `label` begins with a capital letter: "Ana Roth", "AR", "Q".
bool is_title_case(std::string_view label) {
  if (label.empty() || word_count(std::string(label)) > kLabelWords) return false;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const bool begins = i == 0 || label[i - 1] == ' ';
    if (begins && !is_capitalized(label.substr(i))) return false;
  }
  return true;
}

std::uint32_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return static_cast<std::uint32_t>(at);
}

class InterviewReader {
 public:
  explicit InterviewReader(const Document& document)
      : document_(document), text_(document.article().text) {}

  std::vector<Quotation> run() {
    find_names();
    find_turns();
    if (!is_interview()) return {};
    std::vector<Quotation> quotations;
    for (const Turn& turn : turns_) quotations.push_back(quotation_of(turn));
    return quotations;
  }

 private:
  void find_names() {
    for (std::uint32_t s = 0; s < document_.size(); ++s) {
      for (const NamedMention& name : document_.sentences()[s].names) {
        if (name.type != NameType::kPerson) continue;
        names_.push_back(
            {s, static_cast<TokenIndex>(name.begin), static_cast<TokenIndex>(name.end - 1)});
      }
    }
  }

  void find_turns() {
    const auto& sentences = document_.sentences();
    std::uint32_t s = 0;
    std::size_t unlabelled = 0;  // last paragraph that may belong to the turn before it
    for (const Block& block : document_.article().blocks) {
      while (s < document_.size() && sentences[s].span.begin < block.span.begin) ++s;
      if (block.kind != BlockKind::kParagraph) continue;
      if (auto label = label_of(block.span)) {
        // What stood between belongs to the turn before.
        if (unlabelled > 0) turns_.back().span.end = static_cast<std::uint32_t>(unlabelled);
        unlabelled = 0;
        const Span span = {label->end, block.span.end};
        turns_.push_back({std::move(*label), s, span});
      } else if (!turns_.empty() && !turns_.back().label.asks && ends_sentence(block.span)) {
        unlabelled = block.span.end;
      }
    }
  }

  /// A caption or signature ("—Ana Roth") is no part of a turn.
  bool ends_sentence(Span block) const {
    const char last = text_[block.end - 1];
    return last == '.' || last == '?' || last == '!';
  }

  std::optional<Label> label_of(Span block) const {
    const std::string_view paragraph = text_.substr(block.begin, block.size());
    const auto label = [&](std::string_view words, std::size_t end, bool asks) {
      return Label{std::string(words), block.begin + skip_space(paragraph, end), asks};
    };
    // "((Herald)) How ...?"
    if (paragraph.starts_with("((")) {
      const std::size_t close = paragraph.find("))");
      if (close == paragraph.npos || close > kLabelBytes) return std::nullopt;
      return label(paragraph.substr(2, close - 2), close + 2, true);
    }
    // "Ana Roth: We ...", "AR: We ...", "Q: How ...?"
    const std::size_t colon = paragraph.find(':');
    if (colon != paragraph.npos && colon <= kLabelBytes && colon + 1 < paragraph.size() &&
        paragraph[colon + 1] == ' ' && is_title_case(paragraph.substr(0, colon))) {
      const std::string_view words = paragraph.substr(0, colon);
      return label(words, colon + 1, words == "Q" || words == "Question");
    }
    // "AR We ...", "Ana Roth We ..." behind a question.
    if (turns_.empty() || !turns_.back().label.asks) return std::nullopt;
    for (const PersonName& name : names_) {
      const std::string full = words_of(name);
      for (const std::string& words : {full, initials_of(name)}) {
        const std::size_t end = words.size();
        if (end < 2 || end + 1 >= paragraph.size() || !paragraph.starts_with(words)) continue;
        if (paragraph[end] == ' ' && is_capitalized(paragraph.substr(end + 1))) {
          return label(words, end, false);
        }
      }
    }
    return std::nullopt;
  }

  std::string words_of(const PersonName& name) const {
    const auto& tokens = document_.sentences()[name.sentence].tokens;
    return span_text(text_, hull(tokens[static_cast<std::size_t>(name.first)].span,
                                 tokens[static_cast<std::size_t>(name.last)].span));
  }

  std::string initials_of(const PersonName& name) const {
    std::string initials;
    const auto& tokens = document_.sentences()[name.sentence].tokens;
    for (TokenIndex t = name.first; t <= name.last; ++t) {
      const std::string& form = tokens[static_cast<std::size_t>(t)].form;
      if (is_capitalized(form)) initials += form[0];
    }
    return initials.size() > 1 ? initials : "";
  }

  /// The first person of the article whom the label names, by the whole name, its initials or its
  /// last word.
  const PersonName* person_of(std::string_view label) const {
    for (const PersonName& name : names_) {
      const std::string full = words_of(name);
      if (full == label) return &name;
      if (name.first == name.last) continue;
      const std::size_t before = full.size() - std::min(full.size(), label.size());
      const bool surname = before > 0 && full.ends_with(label) && full[before - 1] == ' ';
      if (is_initials(label) ? initials_of(name) == label : surname) return &name;
    }
    return nullptr;
  }

  /// Somebody asks, or two take turns, one of them a known person: "Photo: ..." is no turn, and a
  /// list of names is no talk.
  bool is_interview() const {
    if (turns_.size() < 2) return false;
    bool asks = false;
    std::map<std::string_view, int> times;
    for (const Turn& turn : turns_) {
      asks |= turn.label.asks;
      ++times[turn.label.words];
    }
    // "Update:" comes again, too, but speaks for nobody.
    const bool again = std::any_of(times.begin(), times.end(), [&](const auto& label) {
      return label.second > 1 && person_of(label.first) != nullptr;
    });
    return times.size() > 1 && (asks || again);
  }

  Quotation quotation_of(const Turn& turn) const {
    Quotation quotation;
    quotation.span = turn.span;
    quotation.speaker = speaker_of(turn);
    if (turn.label.asks) quotation.hearer = hearer_of(turn);
    return quotation;
  }

  AttributedSource speaker_of(const Turn& turn) const {
    AttributedSource source;
    source.cue = turn.label.words;
    source.cue_token = {turn.sentence, 0};
    source.span = document_.tree(turn.sentence).token(0).span;
    if (const PersonName* person = person_of(turn.label.words)) {
      name_speaker(source, *person);
    } else if (turn.label.asks) {
      name_interviewer(source);
    } else if (const PersonName* last = turn.label.words == "A" ? last_before_turns() : nullptr) {
      name_speaker(source, *last);
    }
    return source;
  }

  void name_speaker(AttributedSource& source, const PersonName& name) const {
    const Tree& tree = document_.tree(name.sentence);
    TokenIndex head = name.first;
    while (tree.head(head) != kNoHead && tree.head(head) >= name.first &&
           tree.head(head) <= name.last) {
      head = tree.head(head);
    }
    source.head = TokenRef{name.sentence, head};
    source.phrase = hull(tree.token(name.first).span, tree.token(name.last).span);
  }

  /// "((H))" is short for the "((Herald))" of the first question; "Q" is nobody with a name.
  void name_interviewer(AttributedSource& source) const {
    source.cue = "interviewer";
    const auto first = std::find_if(turns_.begin(), turns_.end(),
                                    [](const Turn& turn) { return turn.label.asks; });
    if (first->label.words == "Q" || first->label.words == "Question") return;
    const Tree& tree = document_.tree(first->sentence);
    for (TokenIndex t = 0; t < tree.size(); ++t) {
      if (tree.token(t).span.begin >= first->span.begin) return;
      if (tree.token(t).upos == Upos::kPunct) continue;
      source.head = TokenRef{first->sentence, t};
      source.phrase = tree.token(t).span;
      return;
    }
  }

  /// "A:" in "Ana Roth answered our questions."
  const PersonName* last_before_turns() const {
    const PersonName* last = nullptr;
    for (const PersonName& name : names_) {
      if (name.sentence < turns_.front().sentence && name.first != name.last) last = &name;
    }
    return last;
  }

  /// Whom a question is put to: who answers next, or has answered before.
  std::optional<TokenRef> hearer_of(const Turn& question) const {
    const auto at = turns_.begin() + (&question - turns_.data());
    const auto answers = [](const Turn& turn) { return !turn.label.asks; };
    auto answer = std::find_if(at, turns_.end(), answers);
    if (answer == turns_.end()) answer = std::find_if(turns_.begin(), turns_.end(), answers);
    return answer != turns_.end() ? speaker_of(*answer).head : std::nullopt;
  }

  const Document& document_;
  std::string_view text_;
  std::vector<PersonName> names_;
  std::vector<Turn> turns_;
};

}  // namespace

std::vector<Quotation> find_interview_turns(const Document& document) {
  return InterviewReader(document).run();
}

}  // namespace newsgraph
