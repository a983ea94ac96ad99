#include "extract/proposition/attribution/reported_speech.hpp"

#include <algorithm>
#include <iterator>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/attribution.hpp"
#include "extract/proposition/clause_subjects.hpp"

namespace newsgraph {
namespace {

/// Words of a sentence behind a source that are looked at for its name.
constexpr TokenIndex kReach = 60;

bool is_pronoun(const Document& document, TokenRef token) {
  return document.tree(token.sentence).token(token.token).upos == Upos::kPron;
}

/// "he", "her": of a person, never of a thing.
bool is_personal(const Token& pronoun) {
  const std::string form = to_lower(pronoun.form);
  return form == "he" || form == "she" || form == "him" || form == "his" || form == "her";
}

bool is_third_plural(std::string_view form) {
  return form == "they" || form == "them" || form == "their";
}

/// Who speaks in a sentence.
struct Frame {
  std::optional<AttributedSource> source;
  bool reports = false;  ///< the sentence is its words; else it is only what the sentence is about
};

/// What the sentence as a whole is said by, outermost: an adjunct of its main verb, or that verb.
Frame frame_of(const Document& document, std::uint32_t s) {
  const Tree& tree = document.tree(s);
  const TokenIndex root = tree.root();
  if (root == kNoToken) return {};
  const TokenRef at = {s, root};
  std::vector<AttributedSource> beside = adjunct_sources(document, at);
  for (AttributedSource& source : beside) {
    if (source.head) return {std::move(source), true};
  }
  if (is_attributing(tree, root) && tree.child(root, {"ccomp", "csubj"}) != kNoToken) {
    if (auto source = source_of_verb(document, at)) return {std::move(source), true};
  }
  // "drew attention to the fact that", "expressed the opinion that".
  for (const TokenIndex c : tree.children(root)) {
    if (!tree.is(c, "obj") && !tree.is(c, "obl")) continue;
    const TokenIndex clause = tree.child(c, {"acl", "ccomp"});
    if (clause == kNoToken) continue;
    if (auto source = source_of_content(document, {s, c}, {s, clause})) {
      return {std::move(source), true};
    }
  }
  if (!beside.empty()) return {std::move(beside.front()), true};
  // "The report named two generals": it may be what "It also suggested" goes on with.
  const std::vector<TokenRef> subjects = subjects_of(document, at);
  if (subjects.empty() || !is_voice(document, subjects.front())) return {};
  if (!is_saying(tree, root, true) && is_person(document, subjects.front())) return {};
  AttributedSource source;
  source.head = subjects.front();
  source.cue = to_lower(tree.token(root).form);
  source.cue_token = at;
  source.span = hull(tree.token(subjects.front().token).span, tree.token(root).span);
  return {std::move(source), false};
}

/// "would cost", "will push": the main clause does not state how things are. "He would have been
/// 80 on Monday" does.
bool is_modal(const Tree& tree) {
  const TokenIndex root = tree.root();
  if (root == kNoToken) return false;
  bool modal = false;
  bool perfect = false;
  for (const TokenIndex c : tree.children(root)) {
    if (!tree.is(c, "aux")) continue;
    modal |= tree.token(c).xpos == "MD";
    perfect |= tree.token(c).lemma == "have";
  }
  return modal && !perfect;
}

/// "It would cost three million", "The plan must be ready in May": the subject takes up something
/// that the sentence before, which the source at `source` is of, tells of, other than the source.
bool takes_up_content(Document& document, std::uint32_t s, TokenRef source) {
  const Tree& tree = document.tree(s);
  for (const TokenIndex c : tree.children(tree.root())) {
    if (!tree.is(c, "nsubj") && !tree.is(c, "expl")) continue;
    const Token& subject = tree.token(c);
    const auto own = document.own_mention_of({s, c});
    const auto speaker = document.own_mention_of(source);
    const bool same = own && speaker && document.chain_of(*own) == document.chain_of(*speaker);
    if (subject.upos == Upos::kPron) return !same && subject.xpos == "PRP";
    const TokenIndex determiner = tree.child(c, "det");
    if (subject.upos != Upos::kNoun || determiner == kNoToken || s == 0 || same) return false;
    const std::string& word = tree.token(determiner).lemma;
    if (word != "the" && word != "this" && word != "that") return false;
    const Tree& before = document.tree(s - 1);
    for (TokenIndex i = 0; i < before.size(); ++i) {
      if (before.token(i).upos == Upos::kNoun && before.token(i).lemma == subject.lemma)
        return true;
    }
    return false;
  }
  return false;
}

/// "Roth said that he was ill. Kern would lead the party": the tense of what was said, shifted back
/// behind a report in the past.
bool is_backshifted(const Document& document, std::uint32_t s, const AttributedSource& source) {
  if (document.tree(source.cue_token.sentence).token(source.cue_token.token).xpos != "VBD") {
    return false;
  }
  const Tree& tree = document.tree(s);
  // "Some would like to see that": what they want now.
  if (is_one_of(tree.token(tree.root()).lemma, {"like", "love", "prefer", "hate"})) return false;
  for (const TokenIndex c : tree.children(tree.root())) {
    if (tree.is(c, "aux") && tree.token(c).lemma == "would") return true;
  }
  return false;
}

bool is_demonstrative(const Token& token) {
  return token.upos == Upos::kPron && (token.lemma == "this" || token.lemma == "that");
}

/// "Roth announced this on Monday", "This was reported by the Herald", "He shared this view": the
/// source of the sentence before.
std::optional<AttributedSource> pointing_back(const Document& document, std::uint32_t s) {
  const Tree& tree = document.tree(s);
  const TokenIndex root = tree.root();
  if (root == kNoToken || !is_saying(tree, root)) return std::nullopt;
  if (tree.child(root, "ccomp") != kNoToken) return std::nullopt;
  for (const TokenIndex c : tree.children(root)) {
    const std::string preposition = tree.introducer(c, "case");
    const bool told = tree.is(c, "obj") || tree.token(c).deprel == "nsubj:pass" ||
                      (tree.is(c, "obl") && preposition == "about");
    if (!told) continue;
    const TokenIndex determiner = tree.child(c, "det");
    const bool this_view = determiner != kNoToken && tree.token(determiner).lemma == "this" &&
                           (is_in_class(tree.token(c).lemma, WordClass::kSayNoun) ||
                            is_in_class(tree.token(c).lemma, WordClass::kOpinion));
    if (!is_demonstrative(tree.token(c)) && !this_view) continue;
    auto source = source_of_verb(document, {s, root});
    if (source && source->head) return source;
  }
  return std::nullopt;
}

}  // namespace

ReportedSpeech::ReportedSpeech(Document& document, const std::vector<Quotation>& quotations)
    : document_(document),
      carried_(document.size()),
      before_(document.size()),
      previous_(document.size()),
      latest_(document.size()) {
  const Article& article = document.article();
  std::optional<AttributedSource> active;
  std::optional<AttributedSource> latest;
  std::size_t block = article.blocks.size();
  bool reporting = false;
  bool spoken_before = false;
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    const Span span = document.sentences()[s].span;
    const auto behind = std::upper_bound(
        article.blocks.begin(), article.blocks.end(), span.begin,
        [](std::uint32_t at, const Block& other) { return at < other.span.begin; });
    const auto here = static_cast<std::size_t>(behind - article.blocks.begin());
    previous_[s] = active;
    if (here != block) {
      active.reset();
      latest.reset();
    }
    latest_[s] = latest;
    const bool first_of_paragraph = here != block;
    block = here;
    before_[s] = active;

    Frame own;
    const auto quotation = std::upper_bound(
        quotations.begin(), quotations.end(), span.end - 1,
        [](std::uint32_t at, const Quotation& other) { return at < other.span.begin; });
    const bool quoted =
        quotation != quotations.begin() && std::prev(quotation)->span.overlaps(span);
    if (quoted) own = {std::prev(quotation)->speaker, true};
    if (!own.source || !own.source->head) own = frame_of(document, s);
    const bool named = own.source && own.source->head;
    const bool hearsay = own.source && !named;
    const bool goes_on =
        active && reporting && !own.reports && is_modal(document.tree(s)) &&
        (takes_up_content(document, s, *active->head) || is_backshifted(document, s, *active));
    if (goes_on || (active && reporting && hearsay)) {
      carried_[s] = active;
    } else {
      if (named && is_pronoun(document, *own.source->head)) {
        if (const auto antecedent = spoke_before(*own.source->head)) {
          own.source->head = antecedent;
        }
      }
      active = named ? own.source : std::nullopt;
      if (named && own.reports) latest = own.source;
      reporting = own.reports && named && may_go_on(*own.source);
    }
    // A sentence that points back gives its source to the one before, if that has none.
    if (s > 0 && !spoken_before && !quoted && !first_of_paragraph) {
      if (auto source = pointing_back(document, s)) carried_[s - 1] = std::move(source);
    }
    spoken_before = own.reports || carried_[s].has_value();
  }
}

bool ReportedSpeech::is_unresolved(TokenRef source) const {
  if (!is_pronoun(document_, source)) return false;
  const auto mention = document_.own_mention_of(source);
  if (!mention) return true;
  const std::uint32_t chain = document_.chain_of(*mention);
  if (document_.mentions()[chain].form == MentionForm::kPronoun) return true;
  if (names_itself_behind(source, chain)) return true;
  const TokenRef antecedent = document_.head_of(chain);
  return is_personal(document_.tree(source.sentence).token(source.token))
             ? !is_person(document_, antecedent)
             : !is_voice(document_, antecedent);
}

bool ReportedSpeech::may_go_on(const AttributedSource& source) const {
  const Token& cue = document_.tree(source.cue_token.sentence).token(source.cue_token.token);
  return !is_in_class(cue.lemma, WordClass::kEvidence) && !is_unresolved(*source.head);
}

/// "According to him, Brandt left" is not Brandt's word: a pronoun as source is nobody who is named
/// as a subject of what it says (Condition C of Chomsky 1981, "Lectures on Government and
/// Binding").
bool ReportedSpeech::names_itself_behind(TokenRef pronoun, std::uint32_t chain) const {
  const Tree& tree = document_.tree(pronoun.sentence);
  if (tree.is(pronoun.token, "nmod:poss")) return false;
  const TokenIndex end = std::min(tree.size(), pronoun.token + kReach);
  for (TokenIndex i = pronoun.token + 1; i < end; ++i) {
    if (!tree.is(i, "nsubj") || !document_.name_at({pronoun.sentence, i})) continue;
    const auto named = document_.own_mention_of({pronoun.sentence, i});
    if (named && document_.chain_of(*named) == chain) return true;
  }
  return false;
}

std::optional<TokenRef> ReportedSpeech::spoke_before(TokenRef pronoun) const {
  if (!is_unresolved(pronoun)) return std::nullopt;
  for (const auto* before : {&before_, &previous_, &latest_}) {
    const std::optional<AttributedSource>& voice = (*before)[pronoun.sentence];
    if (voice && voice->head && may_mean(pronoun, *voice->head)) return voice->head;
  }
  return std::nullopt;
}

/// "It" and "this" mean no person, "he" nobody else, and "they" more than one, or a body; "we" and
/// "some" are not those who were named before.
bool ReportedSpeech::may_mean(TokenRef pronoun, TokenRef voice) const {
  if (is_pronoun(document_, voice)) return false;
  const Token& word = document_.tree(pronoun.sentence).token(pronoun.token);
  const bool person = is_person(document_, voice);
  const std::string form = to_lower(word.form);
  if (form == "it" || form == "its" || form == "this" || form == "that" || form == "which") {
    return !person;
  }
  if (is_personal(word)) return person;
  if (!is_third_plural(form)) return false;
  const Tree& tree = document_.tree(voice.sentence);
  const bool one = tree.token(voice.token).xpos == "NN" || tree.token(voice.token).xpos == "NNP";
  return !person || !one || tree.child(voice.token, "conj") != kNoToken;
}

}  // namespace newsgraph
