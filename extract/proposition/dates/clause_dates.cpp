#include "extract/proposition/dates/clause_dates.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "extract/base/date.hpp"
#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/quotation_marks.hpp"
#include "extract/proposition/dates/date_place.hpp"
#include "extract/proposition/dates/tense.hpp"

namespace newsgraph {
namespace {

/// Nouns for times that no calendar knows.
constexpr std::array<std::string_view, 22> kTimeNouns = {
    "time",    "moment",   "instant",   "period",  "era",       "past",   "future", "meantime",
    "present", "dawn",     "dusk",      "sunrise", "sunset",    "noon",   "midday", "midnight",
    "outset",  "daybreak", "nightfall", "weekday", "meanwhile", "daytime"};

bool is_within(const std::string& date, const std::string& other) {
  const DayRange inner = day_range(date);
  const DayRange outer = day_range(other);
  return !inner.first.empty() && outer.first <= inner.first && inner.last <= outer.last;
}

TokenIndex first_token(const TimeExpression& expression) {
  return static_cast<TokenIndex>(expression.begin);
}

/// "this morning", "yesterday", "two days ago": counted in days from when it was said.
bool is_counted_from_today(const TimeExpression& expression) {
  const auto counts = [](const Moment& moment) {
    return moment.base == Moment::Base::kPublication && moment.unit == TimeUnit::kDay;
  };
  return counts(expression.first) ||
         (expression.bound == DateBound::kInterval && counts(expression.last));
}

/// "the film Kern and Roth (2021)": when the work came out, not when what is told happened.
bool is_year_of_name(const Tree& tree, const TimeExpression& expression) {
  const TokenIndex bracket = first_token(expression) - 1;
  if (bracket < 1 || tree.token(bracket).xpos != "-LRB-") return false;
  const auto end = static_cast<TokenIndex>(expression.end);
  const bool closed = end < tree.size() && tree.token(end).xpos == "-RRB-";
  return closed && end == bracket + 2 && tree.token(bracket + 1).upos == Upos::kNum &&
         tree.token(bracket - 1).upos == Upos::kPropn;
}

/// "Easter Island" is no day.
bool is_within_name(const Document& document, TokenRef first, const TimeExpression& expression) {
  const auto name = document.name_at(first);
  if (!name) return false;
  const NamedMention& mention = document.tree(first.sentence).sentence().names[*name];
  return mention.type == NameType::kPlace && mention.end > expression.end;
}

}  // namespace

ClauseDates::ClauseDates(const Document& document) : document_(document) {
  for (const Block& block : document.article().blocks) {
    if (block.kind != BlockKind::kParagraph) continue;
    const auto marked = match_quotation_marks(document.article().text, block.span).spans;
    quoted_.insert(quoted_.end(), marked.begin(), marked.end());
  }
  TimeAnchor anchor;
  anchor.published = document.article().published;
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    read_sentence(s, anchor);
    share_in_coordination(s);
  }
}

/// "I resigned this morning," said on a day that the article seldom tells.
bool ClauseDates::is_quoted(TokenRef token) const {
  const Span span = document_.tree(token.sentence).token(token.token).span;
  const auto after = std::upper_bound(
      quoted_.begin(), quoted_.end(), span.begin,
      [](std::uint32_t begin, const Span& quoted) { return begin < quoted.begin; });
  return after != quoted_.begin() && span.end <= std::prev(after)->end;
}

void ClauseDates::read_sentence(std::uint32_t sentence, TimeAnchor& anchor) {
  const Tree& tree = document_.tree(sentence);
  for (const TimeExpression& expression : document_.times(sentence)) {
    if (expression.kind != TimeKind::kDate || is_year_of_name(tree, expression) ||
        is_within_name(document_, {sentence, first_token(expression)}, expression)) {
      continue;
    }
    if (is_counted_from_today(expression) && is_quoted({sentence, first_token(expression)})) {
      continue;
    }
    const DatePlace place = place_of(tree, expression);
    const TokenIndex predicate = place.verb != kNoToken   ? place.verb
                                 : place.noun != kNoToken ? place.noun
                                                          : place.head;
    anchor.tense = tense_of(tree, predicate);
    const std::string date = resolve(expression, anchor);
    if (date.empty()) continue;
    anchor.focus = date;
    resolved_.emplace(TokenRef{sentence, first_token(expression)}, date);
    for (const TokenIndex at : {place.verb, place.noun}) {
      if (at == kNoToken) continue;
      const auto [known, is_new] = dates_.try_emplace({sentence, at}, Dated{date, place.head});
      // "earlier this week, on Monday": the narrower of both.
      if (!is_new && is_within(date, known->second.date)) known->second.date = date;
    }
  }
}

namespace {

/// "left", "was arrested".
bool is_past(const Tree& tree, TokenIndex verb) {
  const TokenIndex passive = tree.child(verb, "aux:pass");
  return tree.token(verb).xpos == "VBD" ||
         (passive != kNoToken && tree.token(passive).xpos == "VBD");
}

/// "and before that Roth left", "and after the war it ended": before the subject.
bool tells_another_time(const Tree& tree, TokenIndex verb, TokenIndex subject) {
  const auto& words = tree.children(verb);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
    return c < subject && (tree.is(c, "obl") || tree.is(c, "advcl"));
  });
}

}  // namespace

/// "was arrested on Monday and charged", "On Monday he resigned and left", "was arrested and
/// charged on Monday": a day that stands before the verbs holds of all, one behind a verb of those
/// that are joined without more words, and one before two subjects of both.
void ClauseDates::share_in_coordination(std::uint32_t sentence) {
  const Tree& tree = document_.tree(sentence);
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (!tree.is(i, "conj") || !is_predicate(tree, i) || !is_predicate(tree, tree.head(i)))
      continue;
    // "On Friday Keller saved ten, and Roth saved two": before both subjects.
    const TokenIndex subject = tree.child(tree.head(i), {"nsubj", "nsubj:pass"});
    const auto day = dates_.find({sentence, tree.head(i)});
    const TokenIndex own = tree.child(i, {"nsubj", "nsubj:pass"});
    const bool before_both = day != dates_.end() && subject != kNoToken &&
                             day->second.at < subject && tree.introducer(i, "cc") == "and" &&
                             is_past(tree, i) && is_past(tree, tree.head(i)) &&
                             !tells_another_time(tree, i, own);
    const bool own_subject =
        tree.child(i, {"mark", "expl"}) != kNoToken || (own != kNoToken && !before_both);
    // "... and later left"; not "and reportedly left".
    const TokenIndex adverb = tree.child(i, "advmod");
    const bool sequence = adverb != kNoToken && adverb < i &&
                          !is_in_class(tree.token(adverb).lemma, WordClass::kHearsay);
    if (own_subject || sequence) continue;
    const TokenRef first = {sentence, tree.head(i)};
    const TokenRef second = {sentence, i};
    const auto known = dates_.find(first);
    const auto other = dates_.find(second);
    constexpr std::size_t kDay = 10;
    if (known != dates_.end() && other == dates_.end()) {
      const bool fronted = known->second.at < first.token;
      if (fronted || (known->second.date.size() == kDay && tree.token(i).xpos == "VBN")) {
        const Dated shared = known->second;
        dates_.emplace(second, shared);
      }
    } else if (known == dates_.end() && other != dates_.end()) {
      // "arrested and charged on Monday": nothing but the conjunction between them.
      const bool adjacent = i - first.token == 2 && tree.token(i - 1).upos == Upos::kCconj;
      if (adjacent && other->second.at > i) {
        const Dated shared = other->second;
        dates_.emplace(first, shared);
      }
    }
  }
}

std::string ClauseDates::date_at(TokenRef predicate) const {
  const auto known = dates_.find(predicate);
  return known == dates_.end() ? "" : known->second.date;
}

std::string ClauseDates::date_of(TokenRef token) const {
  const TimeExpression* expression = document_.time_at(token);
  if (expression == nullptr) return "";
  const auto known = resolved_.find({token.sentence, first_token(*expression)});
  return known == resolved_.end() ? "" : known->second;
}

std::string ClauseDates::event_date(TokenRef predicate) const {
  const Tree& tree = document_.tree(predicate.sentence);
  for (TokenIndex i = predicate.token; i != kNoToken; i = tree.child(i, "xcomp")) {
    if (std::string date = date_at({predicate.sentence, i}); !date.empty()) return date;
    // "forced Brandt to resign on Monday": another's deed.
    if (tree.child(i, "obj") != kNoToken && tree.child(i, "obj") < tree.child(i, "xcomp")) break;
  }
  return "";
}

std::string ClauseDates::statement_date(TokenRef cue) const { return date_at(cue); }

bool is_date_phrase(const Document& document, TokenRef head) {
  const TimeExpression* expression = document.time_at(head);
  return expression != nullptr && expression->kind == TimeKind::kDate;
}

bool is_time_phrase(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const Token& token = tree.token(head.token);
  const std::string preposition = tree.introducer(head.token, "case");
  if (const TimeExpression* expression = document.time_at(head)) {
    const bool amount = expression->kind == TimeKind::kDuration && preposition == "to";
    return !amount;
  }
  if (document.name_at(head) || token.upos != Upos::kNoun) return false;
  const bool time = unit_of(token.lemma) != TimeUnit::kNone || is_one_of(token.lemma, kTimeNouns) ||
                    season_of(token.lemma) != 0;
  return time && is_dating(preposition);
}

}  // namespace newsgraph
