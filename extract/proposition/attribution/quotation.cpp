#include "extract/proposition/attribution/quotation.hpp"

#include <algorithm>
#include <iterator>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/interview.hpp"
#include "extract/proposition/attribution/quotation_marks.hpp"
#include "extract/proposition/clause_subjects.hpp"

namespace newsgraph {
namespace {

/// Words of a speaker's title between the tag and the name.
constexpr TokenIndex kTitleWords = 6;

bool is_within(const std::vector<Span>& spans, const Span& span) {
  const auto behind =
      std::upper_bound(spans.begin(), spans.end(), span.begin,
                       [](std::uint32_t at, const Span& other) { return at < other.begin; });
  return behind != spans.begin() && std::prev(behind)->contains(span);
}

/// Reads the quotations of one paragraph after the other.
class QuotationFinder {
 public:
  explicit QuotationFinder(const Document& document) : document_(document) {}

  std::vector<Quotation> run() {
    const Article& article = document_.article();
    const std::vector<Quotation> turns = find_interview_turns(document_);
    auto turn = turns.begin();
    for (const Block& block : article.blocks) {
      if (block.kind != BlockKind::kParagraph) continue;
      while (turn != turns.end() && turn->span.end <= block.span.begin) {
        quotations_.push_back(*turn++);
      }
      const bool in_turn = turn != turns.end() && turn->span.overlaps(block.span);
      if (in_turn) {
        leave_paragraph(block);
      } else {
        read_paragraph(block, match_quotation_marks(article.text, block.span));
      }
    }
    quotations_.insert(quotations_.end(), turn, turns.end());
    return std::move(quotations_);
  }

 private:
  struct Cue {
    AttributedSource source;
    Span span;
    bool quoting = false;  ///< only of direct speech
  };

  /// A turn of an interview, whose speaker is known: what stands in marks within it is its words.
  void leave_paragraph(const Block& block) {
    while (first_ < document_.size() && document_.sentences()[first_].span.begin < block.span.end) {
      ++first_;
    }
    was_open_ = false;
    last_speaker_.reset();
    introduced_.reset();
    announced_.reset();
  }

  void read_paragraph(const Block& block, QuotedSpans quoted) {
    while (first_ < document_.size() &&
           document_.sentences()[first_].span.begin < block.span.begin) {
      ++first_;
    }
    std::uint32_t end = first_;
    while (end < document_.size() && document_.sentences()[end].span.end <= block.span.end) ++end;
    if (const auto end_of_speech = was_open_ ? closing_in(block) : std::nullopt) {
      quoted.spans.insert(quoted.spans.begin(), Span{block.span.begin, *end_of_speech});
    }
    if (quoted.open) close(quoted, block);
    cues_.clear();
    for (std::uint32_t s = first_; s < end; ++s) find_cues(s, quoted.spans);
    // "Roth wrote on Telegram:" and the text in a paragraph of its own.
    if (quoted.spans.empty() && introduced_ && cues_.empty() && end > first_) {
      quotations_.push_back({block.span, introduced_});
      introduced_.reset();
      return;
    }
    std::optional<AttributedSource> speaker_here;
    for (const Span& span : quoted.spans) {
      if (!is_speech(span, end)) continue;
      Quotation quotation{span, speaker_of(span, end, block, speaker_here)};
      if (quotation.speaker && quotation.speaker->head) {
        speaker_here = quotation.speaker;
        last_speaker_ = quotation.speaker;
      }
      if (quotation.speaker) quotations_.push_back(std::move(quotation));
    }
    // "Roth said so. ¶ Oslo was quiet. ¶ '...'": the report came between.
    if (quoted.spans.empty() && end > first_) last_speaker_.reset();
    introduced_.reset();
    const bool colon = document_.article().text[block.span.end - 1] == ':';
    if (colon && end > first_) {
      const bool said = !cues_.empty() && cues_.back().source.cue_token.sentence + 1 == end;
      introduced_ = said ? cues_.back().source : subject_of(end - 1, true);
    }
    announced_.reset();
    if (!colon && end > first_ && announces_words(end - 1)) announced_ = subject_of(end - 1, true);
    was_open_ = quoted.open;
    first_ = end;
  }

  /// Where speech that the paragraph before left open ends in this one: at its first mark, if that
  /// closes.
  std::optional<std::uint32_t> closing_in(const Block& block) const {
    const std::string_view text(document_.article().text);
    for (std::uint32_t i = block.span.begin; i < block.span.end; ++i) {
      const bool straight = text[i] == '"';
      const bool curly = text.substr(i).starts_with("\xE2\x80\x9D");
      if (!straight && !curly && !text.substr(i).starts_with("\xE2\x80\x9C")) continue;
      const std::uint32_t end = i + (straight ? 1 : 3);
      const bool closes =
          i > block.span.begin && text[i - 1] != ' ' && (end >= block.span.end || text[end] == ' ');
      return curly || (straight && closes) ? std::optional(end) : std::nullopt;
    }
    return std::nullopt;
  }

  /// Whether the next paragraph closes what this one leaves open, without a mark at its beginning.
  bool closed_behind(const Block& block) const {
    const auto& blocks = document_.article().blocks;
    const auto next = static_cast<std::size_t>(&block - blocks.data()) + 1;
    return next < blocks.size() && blocks[next].kind == BlockKind::kParagraph &&
           closing_in(blocks[next]);
  }

  /// A mark that is never closed: speech goes on in the next paragraph if that opens with a mark
  /// again or closes it, else its end is that of the sentence where it began.
  void close(QuotedSpans& quoted, const Block& block) const {
    const std::string& text = document_.article().text;
    std::uint32_t next = block.span.end;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n' || text[next] == '\r')) {
      ++next;
    }
    const std::string_view rest = std::string_view(text).substr(next);
    const bool goes_on = rest.starts_with('"') || rest.starts_with("\xE2\x80\x9C") ||
                         rest.starts_with("\xC2\xAB") || rest.starts_with("\xE2\x80\x9E");
    if (goes_on || closed_behind(block)) return;
    quoted.open = false;
    Span& span = quoted.spans.back();
    for (std::uint32_t s = first_; s < document_.size(); ++s) {
      const Span sentence = document_.sentences()[s].span;
      if (sentence.begin > span.begin) break;
      if (sentence.end > span.begin) span.end = std::min(sentence.end, block.span.end);
    }
  }

  /// Words of saying outside the quotation marks, in order of the text.
  void find_cues(std::uint32_t s, const std::vector<Span>& quoted) {
    const Tree& tree = document_.tree(s);
    if (auto cue = fronted_tag(s, quoted)) {
      cues_.push_back(std::move(*cue));
      return;
    }
    for (TokenIndex i = 0; i < tree.size(); ++i) {
      const Span span = tree.token(i).span;
      const bool according = tree.is(i, "obl") || tree.is(i, "nmod");
      if ((!according && !is_saying(tree, i, true)) || is_within(quoted, span)) continue;
      if (according) {
        if (tree.introducer(i, "case") != "according to") continue;
        AttributedSource source;
        source.head = TokenRef{s, i};
        source.cue = "according to";
        source.cue_token = {s, i};
        source.span = document_.argument_span({s, i});
        cues_.push_back({std::move(source), span, false});
        continue;
      }
      if (only_relays(tree, i)) continue;
      auto source = source_of_verb(document_, {s, i});
      if (!source) source = person_behind(s, i, quoted);
      // Who says something speaks; who asks or continues may be no one.
      const bool says =
          is_saying(tree, i) && !is_in_class(tree.token(i).lemma, WordClass::kEvidence);
      if (source && source->head && (says || is_voice(document_, *source->head))) {
        cues_.push_back({std::move(*source), span, !is_saying(tree, i)});
      }
    }
  }

  /// "'...,' said study co-author Ana Roth of Oslo": whatever the parser hangs the name on, the
  /// first person behind a tag right behind the marks speaks.
  std::optional<AttributedSource> person_behind(std::uint32_t s, TokenIndex verb,
                                                const std::vector<Span>& quoted) const {
    const Tree& tree = document_.tree(s);
    const std::uint32_t begin = tree.token(verb).span.begin;
    const bool tag = std::any_of(quoted.begin(), quoted.end(), [&](const Span& span) {
      return span.end <= begin && begin <= span.end + 2;
    });
    if (!tag || tree.token(verb).xpos != "VBD") return std::nullopt;
    for (TokenIndex t = verb + 1; t < tree.size() && t <= verb + kTitleWords; ++t) {
      if (tree.token(t).upos == Upos::kPunct || tree.token(t).upos == Upos::kVerb) break;
      if (!document_.name_at({s, t}) || !is_person(document_, {s, t})) continue;
      AttributedSource source;
      source.head = TokenRef{s, t};
      source.cue = to_lower(tree.token(verb).form);
      source.cue_token = {s, verb};
      source.span = hull(tree.token(verb).span, tree.token(t).span);
      return source;
    }
    return std::nullopt;
  }

  /// "Remarked scientist Ana Roth, '...'".
  std::optional<Cue> fronted_tag(std::uint32_t s, const std::vector<Span>& quoted) const {
    const Tree& tree = document_.tree(s);
    if (tree.root() != 0) return std::nullopt;
    auto source = source_of_inversion(document_, {s, 0});
    if (!source) return std::nullopt;
    const Span speaker = document_.argument_span(*source->head);
    for (const Span& span : quoted) {
      const bool next = span.begin >= speaker.end && span.begin <= speaker.end + 2;
      if (next) return Cue{std::move(*source), tree.token(0).span, false};
    }
    return std::nullopt;
  }

  /// "Roth said — as reported by the Herald — '...'": Roth speaks.
  static bool only_relays(const Tree& tree, TokenIndex verb) {
    if (!is_relaying(tree, verb)) return false;
    TokenIndex above = tree.head(verb);
    while (above != kNoHead && !is_saying(tree, above, true)) above = tree.head(above);
    return above != kNoHead;
  }

  /// Whether the words of `span` are a clause.
  bool is_speech(const Span& span, std::uint32_t end) const {
    for (std::uint32_t s = sentence_at(span.begin); s < end; ++s) {
      if (document_.sentences()[s].span.begin >= span.end) break;
      const Tree& tree = document_.tree(s);
      const auto& tokens = tree.sentence().tokens;
      const auto first =
          std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                           [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
      for (auto i = static_cast<TokenIndex>(first - tokens.begin()); i < tree.size(); ++i) {
        const Token& token = tree.token(i);
        if (token.span.end > span.end) break;
        const bool subject = (tree.is(i, "nsubj") || tree.is(i, "expl")) &&
                             tree.head(i) != kNoHead &&
                             span.contains(tree.token(tree.head(i)).span);
        const bool whole_verb = token.upos == Upos::kVerb && i == tree.root() &&
                                span.contains(document_.sentences()[s].span);
        if (subject || whole_verb) return true;
      }
    }
    return false;
  }

  std::uint32_t sentence_at(std::uint32_t byte) const {
    const auto& sentences = document_.sentences();
    const auto behind =
        std::upper_bound(sentences.begin(), sentences.end(), byte,
                         [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    return behind == sentences.begin()
               ? 0
               : static_cast<std::uint32_t>(std::prev(behind) - sentences.begin());
  }

  std::optional<AttributedSource> speaker_of(const Span& span, std::uint32_t end,
                                             const Block& block,
                                             const std::optional<AttributedSource>& here) const {
    const std::uint32_t first = sentence_at(span.begin);
    std::uint32_t last = sentence_at(span.end - 1);
    // "'...!' said Roth": a sentence of its own for the splitter.
    if (last + 1 < end && opens_with_cue(last + 1)) ++last;
    // Cues are in order of the text: the one before the quotation and the one behind it.
    const auto next =
        std::lower_bound(cues_.begin(), cues_.end(), span.begin,
                         [](const Cue& cue, std::uint32_t at) { return cue.span.begin < at; });
    const Cue* nearest = nullptr;
    std::uint32_t distance = 0;
    const auto consider = [&](const Cue& cue) {
      const std::uint32_t s = cue.source.cue_token.sentence;
      const bool introduces = s + 1 == first && ends_with_colon(s);
      if (!introduces && (s < first || s > last)) return;
      const std::uint32_t gap = cue.span.begin >= span.end
                                    ? cue.span.begin - span.end
                                    : span.begin - std::min(span.begin, cue.span.end);
      if (nearest == nullptr || gap < distance) {
        nearest = &cue;
        distance = gap;
      }
    };
    if (next != cues_.begin()) consider(*std::prev(next));
    if (next != cues_.end()) consider(*next);
    if (nearest != nullptr) return nearest->source;
    // "Roth disagreed: '...'", "Roth reacted on her channel, '...'".
    if (is_introduced(span, block)) {
      if (auto about = subject_of(first, true)) return about;
    }
    if (here) return here;
    // A paragraph that is nothing but speech goes on with the speaker before it.
    const bool all_speech = span.size() + 4 >= block.span.size();
    if (was_open_ && span.begin == block.span.begin) return last_speaker_;
    if (all_speech && introduced_) return introduced_;
    if (all_speech && announced_) return announced_;
    if (next != cues_.begin() && !std::prev(next)->quoting &&
        std::prev(next)->source.cue_token.sentence + 1 >= first) {
      return std::prev(next)->source;
    }
    if (next != cues_.end() && !next->quoting && !all_speech &&
        next->source.cue_token.sentence <= last + 1) {
      return next->source;
    }
    if (all_speech && last_speaker_) return last_speaker_;
    // "The ministry called on drivers to 'slow down in the fog.'"
    if (is_infinitive(span, first)) {
      if (auto about = subject_of(first, true)) return about;
    }
    if (first > first_) {
      if (auto about = subject_of(first - 1, false)) return about;
    }
    return marks_only(span, first);
  }

  /// Quotation marks alone say that somebody speaks, if what they hold is a whole sentence.
  std::optional<AttributedSource> marks_only(const Span& span, std::uint32_t sentence) const {
    const std::string_view text(document_.article().text);
    std::uint32_t i = span.end;
    while (i > span.begin && (text[i - 1] == '"' || text[i - 1] == '\'' ||
                              static_cast<unsigned char>(text[i - 1]) >= 0x80)) {
      --i;
    }
    const char stop = i > span.begin ? text[i - 1] : ' ';
    if (stop != '.' && stop != '!' && stop != '?' && stop != ',') return std::nullopt;
    AttributedSource source;
    source.cue = "quoted";
    source.span = span;
    source.cue_token = {sentence, document_.tree(sentence).root()};
    return source;
  }

  /// Whether a colon, or a comma before a capital letter, stands before the quotation.
  bool is_introduced(const Span& span, const Block& block) const {
    const std::string& text = document_.article().text;
    std::uint32_t before = span.begin;
    while (before > block.span.begin && text[before - 1] == ' ') --before;
    if (before == block.span.begin) return false;
    if (text[before - 1] == ':') return true;
    std::uint32_t first = span.begin;
    while (first < span.end && (static_cast<unsigned char>(text[first]) >= 0x80 ||
                                text[first] == '"' || text[first] == '\'')) {
      ++first;
    }
    return text[before - 1] == ',' && first < span.end && text[first] >= 'A' && text[first] <= 'Z';
  }

  /// Whether the quotation begins behind the "to" of an active main verb.
  bool is_infinitive(const Span& span, std::uint32_t s) const {
    const Tree& tree = document_.tree(s);
    if (tree.root() == kNoToken || tree.child(tree.root(), "aux:pass") != kNoToken) return false;
    for (TokenIndex t = 1; t < tree.size(); ++t) {
      if (tree.token(t).span.begin < span.begin) continue;
      return tree.token(t - 1).lemma == "to" && tree.is(t - 1, "mark");
    }
    return false;
  }

  bool ends_with_colon(std::uint32_t s) const {
    const Tree& tree = document_.tree(s);
    return tree.size() > 0 && tree.token(tree.size() - 1).form == ":";
  }

  /// "Roth released the following statement on the vote."
  bool announces_words(std::uint32_t s) const {
    const Tree& tree = document_.tree(s);
    const TokenIndex words = tree.root() == kNoToken ? kNoToken : tree.child(tree.root(), "obj");
    const bool gives =
        words != kNoToken && is_one_of(tree.token(tree.root()).lemma,
                                       {"release", "issue", "publish", "post", "make", "give",
                                        "read", "send", "write", "deliver", "share"});
    if (!gives || noun_class(tree.token(words).lemma) != NounClass::kCommunication) return false;
    const auto& modifiers = tree.children(words);
    return std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
      return c < words && to_lower(tree.token(c).form) == "following";
    });
  }

  /// "said Roth.", "Roth said, adding that ...", behind what was said.
  bool opens_with_cue(std::uint32_t s) const {
    const Tree& tree = document_.tree(s);
    const TokenIndex root = tree.root();
    if (root == kNoToken || !is_saying(tree, root, true)) return false;
    return tree.child(root, {"ccomp", "obj", "xcomp"}) == kNoToken;
  }

  /// The person, or where `any` the voice, that the sentence is about.
  std::optional<AttributedSource> subject_of(std::uint32_t s, bool any) const {
    const Tree& tree = document_.tree(s);
    const TokenIndex root = tree.root();
    if (root == kNoToken) return std::nullopt;
    const std::vector<TokenRef> subjects = subjects_of(document_, {s, root});
    if (subjects.size() != 1) return std::nullopt;
    const Token& subject = tree.token(subjects.front().token);
    const bool pronoun = subject.lemma == "he" || subject.lemma == "she";
    const bool speaks = any ? is_voice(document_, subjects.front())
                            : pronoun || is_person(document_, subjects.front());
    if (!speaks) return std::nullopt;
    AttributedSource source;
    source.head = subjects.front();
    source.cue = "quoted";
    source.span = subject.span;
    source.cue_token = {s, root};
    return source;
  }

  const Document& document_;
  std::vector<Quotation> quotations_;
  std::vector<Cue> cues_;    ///< of the paragraph
  std::uint32_t first_ = 0;  ///< first sentence of the paragraph
  bool was_open_ = false;
  std::optional<AttributedSource> last_speaker_;
  std::optional<AttributedSource> introduced_;  ///< who the paragraph before ends with, and a colon
  std::optional<AttributedSource> announced_;   ///< whose words it says will follow
};

}  // namespace

std::vector<Quotation> find_quotations(const Document& document) {
  return QuotationFinder(document).run();
}

}  // namespace newsgraph
